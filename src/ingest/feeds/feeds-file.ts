import { z } from "zod";
import { metadata } from "../metadata.ts";
import type { Problem } from "../problem.ts";
import { parseYaml, problemsOf } from "../yaml-file.ts";
import { EVERY_DEFAULT, EVERY_MAX, EVERY_MIN, feedAddress, parseEvery, type Feed } from "./feed.ts";

/** Name of the list of feeds in the data folder. */
export const FEEDS_FILE = "feeds.yaml";

const { title, outlet, kind, language } = metadata.shape;

const url = z
  .string({
    error: ({ input }) =>
      input === undefined ? "is missing" : "is not text; write an address such as https://example.com/rss",
  })
  .transform((text, ctx) => {
    const address = feedAddress(text.trim());
    if (address !== null) return address;
    ctx.addIssue({ code: "custom", message: "is no http or https address without a password in it" });
    return z.NEVER;
  });

/** YAML 1.2 reads `yes` as a word and `true` as a truth value; people write either. */
const yesOrNo = z
  .union([z.boolean(), z.enum(["yes", "no"])], "is neither yes nor no")
  .transform((value) => value === true || value === "yes");

const every = z
  .union([z.string(), z.number()], "is no time; write one from 5m to 1d, for example 15m or 1h")
  .transform((value, ctx) => {
    const ms = parseEvery(String(value));
    if (ms !== null && ms >= EVERY_MIN && ms <= EVERY_MAX) return ms;
    const message =
      ms === null
        ? `“${value}” is no time; write one from 5m to 1d, for example 15m or 1h`
        : `“${value}” is not between 5m and 1d`;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const entry = z.strictObject(
  {
    url,
    title: title.optional(),
    outlet,
    kind,
    language,
    fullText: yesOrNo.default(false),
    every: every.default(EVERY_DEFAULT),
  },
  {
    error: ({ code }) => (code === "invalid_type" ? "an entry has no `key: value` lines" : undefined),
  },
);

const KEYS = Object.keys(entry.shape);

/** The feeds of the list that can be used, and what is wrong with the others. */
export interface FeedsRead {
  /** `null` where the file as a whole cannot be read. */
  feeds: Feed[] | null;
  problems: Problem[];
}

/** Reads `feeds.yaml`. An entry that is wrong, or has the address of an earlier one, is a problem and left out. */
export function readFeeds(text: string, file: string): FeedsRead {
  const { yaml, problems } = parseYaml(text.replace(/^\uFEFF/u, ""), file);
  if (yaml === null) return { feeds: null, problems };
  // A list of which everything is commented out is an empty one.
  const list = yaml.value ?? [];
  if (!Array.isArray(list)) {
    const remedy = "Write one `- url: …` entry for every feed";
    return { feeds: null, problems: [{ file, line: 1, message: "no list of feeds", remedy }] };
  }
  const feeds: Feed[] = [];
  const lines = new Map<string, number>();
  for (const [index, value] of (list as unknown[]).entries()) {
    const result = entry.safeParse(value);
    if (!result.success) {
      problems.push(
        ...problemsOf(result.error, file, yaml, [index], KEYS, { remedy: "Mend it", leftOut: "this entry" }),
      );
      continue;
    }
    const line = yaml.lineOf([index]);
    const earlier = lines.get(result.data.url);
    if (earlier !== undefined) {
      const message = `${result.data.url} stands on line ${earlier} already`;
      problems.push({ file, line, message, remedy: "Take one of them out", leftOut: "this one" });
      continue;
    }
    lines.set(result.data.url, line);
    feeds.push(feedOf(result.data));
  }
  return { feeds, problems };
}

function feedOf(read: z.output<typeof entry>): Feed {
  return {
    url: read.url,
    title: read.title ?? null,
    outlet: read.outlet ?? null,
    kind: read.kind ?? null,
    language: read.language ?? null,
    fullText: read.fullText,
    every: read.every,
  };
}

/** One entry read from values that a person typed, by the rules of the file. */
export function readEntry(values: Readonly<Record<string, unknown>>): {
  feed: Feed | null;
  mistakes: string[];
} {
  const result = entry.safeParse(values);
  if (result.success) return { feed: feedOf(result.data), mistakes: [] };
  return {
    feed: null,
    mistakes: result.error.issues.map(({ path, message }) => `${path.map(String).join(".")} ${message}`),
  };
}
