/**
 * Block Kit as data: what each block, element and object may hold, and by which limit. One table, read by
 * `blocks.ts`. Source of the fields: docs.slack.dev/reference/block-kit (one page for each block, element and
 * composition object); source of the limits: the path given, in slack-block-limits.json.
 */

/** What one field must be. `limit` names a path of the limits. */
export type Rule =
  | { kind: "string"; limit?: string; url?: true; values?: readonly string[] }
  | { kind: "number"; limit?: string }
  | { kind: "boolean" }
  | { kind: "any" }
  | { kind: "text"; types: readonly ("plain_text" | "mrkdwn")[]; limit?: string }
  | { kind: "list"; of: Rule; limit?: string }
  | { kind: "object"; shape: Shape }
  | { kind: "typed"; family: Family; types: readonly string[] };

/** Which table of shapes a `type` is looked up in: the same name means different things in each. */
export type Family = "block" | "element" | "rich" | "chart";

/** The fields of one object; one of each group of `oneOf` must be there. */
export interface Shape {
  required?: Record<string, Rule>;
  optional?: Record<string, Rule>;
  oneOf?: readonly string[];
}

export const bool: Rule = { kind: "boolean" };
export const anything: Rule = { kind: "any" };
export const string = (limit?: string): Rule => ({ kind: "string", ...(limit !== undefined && { limit }) });
export const url = (limit: string): Rule => ({ kind: "string", limit, url: true });
export const oneOf = (...values: string[]): Rule => ({ kind: "string", values });
export const number = (limit?: string): Rule => ({ kind: "number", ...(limit !== undefined && { limit }) });
export const plain = (limit: string): Rule => ({ kind: "text", types: ["plain_text"], limit });
export const mrkdwn = (limit: string): Rule => ({ kind: "text", types: ["mrkdwn"], limit });
export const text = (limit: string): Rule => ({ kind: "text", types: ["plain_text", "mrkdwn"], limit });
export const list = (of: Rule, limit?: string): Rule => ({
  kind: "list",
  of,
  ...(limit !== undefined && { limit }),
});
export const object = (shape: Shape): Rule => ({ kind: "object", shape });
export const typed = (family: Family, ...types: string[]): Rule => ({ kind: "typed", family, types });
