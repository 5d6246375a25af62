import { LineCounter, isCollection, isNode, parseDocument, type Document as YamlDocument } from "yaml";
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

/**
 * Parses YAML. `firstLine` is the line of the file on which `text` begins. Aliases that would blow up are refused by
 * the parser.
 */
export function parseYaml(
  text: string,
  file: string,
  firstLine = 1,
): { yaml: YamlFile | null; problems: Problem[] } {
  const counter = new LineCounter();
  // What the parser would warn of on its own is found by the schema and told with its line.
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: "error" });
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const problems = document.errors.map((error) => ({
    file,
    line: line(error.pos[0]),
    message: `invalid YAML: ${error.message.replace(/[.\s]+$/u, "")}`,
    remedy: "Mend the syntax; text with a colon, # or a quotation mark belongs in quotation marks",
  }));
  if (problems.length > 0) return { yaml: null, problems };
  try {
    const value: unknown = document.toJS();
    return { yaml: { value, lineOf: (path) => line(offsetOf(document, path)) }, problems };
  } catch (error) {
    const message = `invalid YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { yaml: null, problems: [{ file, line: firstLine, message, remedy: "Write the values out" }] };
  }
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
  remedy: string,
): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code !== "unrecognized_keys") {
      const name = issue.path.map(String).join(".");
      const message = `${name === "" ? "" : `${name}: `}${issue.message}`;
      return [{ file, line: yaml.lineOf(path), message, remedy }];
    }
    return issue.keys.map((key) => {
      const meant = nearest(key, knownKeys);
      return {
        file,
        line: yaml.lineOf([...path, key]),
        message: `unknown key ${key}`,
        remedy: meant === null ? `Known keys: ${knownKeys.join(", ")}` : `Did you mean ${meant}?`,
      };
    });
  });
}
