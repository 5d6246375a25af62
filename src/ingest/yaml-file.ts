import { LineCounter, isCollection, isNode, parseDocument, visit, type Document as YamlDocument } from "yaml";
import type { z } from "zod";
import { nearest } from "../core/nearest.ts";
import type { Problem } from "./problem.ts";

/** A parsed piece of YAML that knows on which line of its file each value stands. */
export interface YamlFile {
  /** What the YAML says, as plain values. */
  value: unknown;
  /** Line in the file of the value at a path, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** How YAML is read. */
export interface YamlOptions {
  /** The line of the file on which the text begins. */
  firstLine?: number;
  /** Whether a value may be written once and meant again (`&name`, `*name`); `false` for what others wrote. */
  aliases?: boolean;
}

/** Parses YAML. Aliases that would blow up are refused by the parser even where aliases may be. */
export function parseYaml(
  text: string,
  file: string,
  { firstLine = 1, aliases = true }: YamlOptions = {},
): { yaml: YamlFile | null; problems: Problem[] } {
  const counter = new LineCounter();
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const refuse = (problem: Omit<Problem, "file">) => ({ yaml: null, problems: [{ file, ...problem }] });
  try {
    // What the parser would warn of on its own is found by the schema and told with its line.
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: "error" });
    const error = tellingError(document);
    if (error !== undefined) {
      const remedy = "Mend the syntax; text with a colon, # or a quotation mark belongs in quotation marks";
      return refuse({ line: line(error.pos[0]), message: `invalid YAML: ${reasonOf(error)}`, remedy });
    }
    const alias = aliases ? null : firstAlias(document);
    if (alias !== null) {
      const message = "invalid YAML: an alias such as *name";
      return refuse({ line: line(alias), message, remedy: "Write the values out" });
    }
    const value: unknown = document.toJS(aliases ? {} : { maxAliasCount: 0 });
    return { yaml: { value, lineOf: (path) => line(offsetOf(document, path)) }, problems: [] };
  } catch (error) {
    const message = `invalid YAML: ${error instanceof Error ? reasonOf(error) : String(error)}`;
    return refuse({ line: firstLine, message, remedy: "Write the values out" });
  }
}

/** The first: after it the parser stumbles over its own feet. Running out of stack explains all the others. */
function tellingError({ errors }: YamlDocument): YamlDocument["errors"][number] | undefined {
  const first = errors.toSorted((one, other) => one.pos[0] - other.pos[0])[0];
  return errors.find(({ message }) => /call stack/u.test(message)) ?? first;
}

/** The parser, which goes down with the text, runs out of stack on some thousand levels and tells so. */
function reasonOf({ message }: Error): string {
  return /call stack/u.test(message) ? "nested too deeply" : message.replace(/[.\s]+$/u, "");
}

/** Where the first alias stands; `null` where none does. */
function firstAlias(document: YamlDocument): number | null {
  let at: number | null = null;
  visit(document, {
    Alias: (_, { range }) => {
      at = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

function offsetOf(document: YamlDocument, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of [null, ...path]) {
    if (key !== null) node = isCollection(node) ? node.get(key, true) : undefined;
    if (!isNode(node)) break;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

/** What zod found wrong, as problems; unknown keys name the nearest known one. */
export function problemsOf(
  error: z.ZodError,
  file: string,
  yaml: YamlFile,
  at: readonly PropertyKey[],
  knownKeys: readonly string[],
  mending: Pick<Problem, "remedy" | "leftOut">,
): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== "unrecognized_keys") {
      const name = issue.path.map(String).join(".");
      const message = `${name === "" ? "" : `${name}: `}${issue.message}`;
      return [{ file, line: yaml.lineOf(path), message, ...mending }];
    }
    return issue.keys.map((key) => {
      const meant = nearest(key, knownKeys);
      return {
        file,
        line: yaml.lineOf([...path, key]),
        message: `unknown key ${key}`,
        ...mending,
        remedy: meant === null ? `Known keys: ${knownKeys.join(", ")}` : `Did you mean ${meant}?`,
      };
    });
  });
}
