import * as robotsModule from "robots-parser";
import { PRODUCT } from "./user-agent.ts";

/** robots-parser is CommonJS that exports the function; its types say it is a module with a default. */
const parse = robotsModule.default as unknown as typeof robotsModule.default.default;

/** Rules for anybody and for us, and no more: what a robots.txt says to others is not kept. */
export type RobotsRules = string;

/**
 * Matching takes the length of all patterns with wildcards times that of the path, and people write a dozen of them. With
 * more than this, in characters, nothing is fetched.
 */
const MAX_WILD = 20_000;

/** Nothing may be fetched. */
const NOTHING = "User-agent: *\nDisallow: /";

/**
 * Takes the rules for us and for anybody out of a robots.txt (https://www.rfc-editor.org/rfc/rfc9309#section-2.2). The
 * parser copies each rule for each name of its group, so a small file could become a large one: here each is kept once.
 */
export function readRobots(text: string): RobotsRules {
  const ours = PRODUCT.toLowerCase();
  const rules = new Map<string, string[]>();
  let agents = new Set<string>();
  let inRules = true;
  let wild = 0;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const [key, value] = field(line);
    if (key === "") continue;
    if (key === "user-agent") {
      if (inRules) agents = new Set();
      const agent = value.split("/", 1)[0]!.trim().toLowerCase();
      if (agent === "*" || agent === ours) agents.add(agent);
      for (const one of agents) if (!rules.has(one)) rules.set(one, []);
    } else if ((key === "allow" || key === "disallow") && value !== "" && agents.size > 0) {
      if (value.includes("*")) wild += value.length;
      if (wild > MAX_WILD) return NOTHING;
      for (const one of agents) rules.get(one)!.push(`${key}: ${value}`);
    }
    inRules = key !== "user-agent";
  }
  // The empty rule ends a group that has no other, which would run into the next.
  const group = ([agent, lines]: [string, string[]]) =>
    [`user-agent: ${agent}`, ...lines, "disallow:"].join("\n");
  return [...rules].map(group).join("\n");
}

/** Key in lower case and value of a line, without its comment; the key is empty where there is none. */
function field(line: string): [key: string, value: string] {
  const comment = line.indexOf("#");
  const written = comment === -1 ? line : line.slice(0, comment);
  const colon = written.indexOf(":");
  if (colon === -1) return ["", ""];
  return [written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1).trim()];
}

/** Whether the rules of its origin let us fetch this address. */
export function allows(rules: RobotsRules, url: URL): boolean {
  return parse(new URL("/robots.txt", url).href, rules).isAllowed(url.href, PRODUCT) !== false;
}
