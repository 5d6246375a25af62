import { readFileSync } from "node:fs";
import { isJson, type Json } from "./json.ts";

/** Bounds of one field: lengths in characters (UTF-16 units), items in elements, `min`/`max` for numbers. */
export interface Limit {
  min_length?: number;
  max_length?: number;
  min_items?: number;
  max_items?: number;
  min?: number;
  max?: number;
  exclusive_min?: number;
  /** The length of each member of a list (section.fields). */
  item_max_length?: number;
}

/**
 * Limits that Slack's pages state and the contract file leaves out.
 * - message.blocks: docs.slack.dev/reference/block-kit/blocks ("up to 50 blocks in each message").
 * - message.text: docs.slack.dev/reference/methods/chat.postMessage, "Truncating content": 40,000 characters.
 *   Slack cuts the text there; the peer refuses it, so that a cut can never pass unseen.
 * - view.external_id: docs.slack.dev/reference/views/modal-views, 255 characters.
 * - message.attachments: docs.slack.dev/reference/methods/chat.postMessage, error too_many_attachments: 100.
 * - markdown.total: docs.slack.dev/reference/block-kit/blocks/markdown-block: 12,000 characters over all the
 *   markdown blocks of one payload; the same bound holds for chat.postMessage's markdown_text.
 * - rich_text.text: an empty text element is answered "must be more than 0 characters".
 * - table: docs.slack.dev/reference/block-kit/blocks/table-block, 100 rows of 20 cells.
 */
const DOCUMENTED: Record<string, Limit> = {
  "message.blocks": { max_items: 50 },
  "message.text": { max_length: 40_000 },
  "message.attachments": { max_items: 100 },
  "markdown.total": { max_length: 12_000 },
  "rich_text.text": { min_length: 1 },
  "view.external_id": { max_length: 255 },
  "table.rows": { min_items: 1, max_items: 100 },
  "table.columns": { min_items: 1, max_items: 20 },
};

/** Looks a limit up by its path in the contract file (`button.text`), or in the list above. */
export interface Limits {
  of(path: string): Limit;
  /** The file the limits came from; undefined where it was absent, and then only the documented ones hold. */
  source: string | undefined;
  /** Every path of the contract file that bounds something. */
  paths: string[];
}

/**
 * Reads `slack-block-limits.json`. Where the file is absent, its limits are not checked and `source` says so.
 * @throws Error where the file is there and is not a JSON object, or a rule names a path the file lacks.
 */
export function loadLimits(file: string): Limits {
  let text: string | undefined;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { of: (path) => DOCUMENTED[path] ?? {}, source: undefined, paths: [] };
  }
  const found = new Map<string, Limit>();
  const walk = (node: Json, path: string): void => {
    const bounds = Object.entries(node).filter(([, value]) => typeof value === "number");
    if (bounds.length > 0) found.set(path, Object.fromEntries(bounds));
    for (const [key, value] of Object.entries(node)) {
      if (isJson(value)) walk(value, path === "" ? key : `${path}.${key}`);
    }
  };
  const root = JSON.parse(text) as unknown;
  if (!isJson(root)) throw new Error(`${file} is not a JSON object.`);
  walk(root, "");
  // The one limit that bounds the members of a list rather than the list: give it a path of its own.
  const fields = found.get("section.fields");
  if (fields?.item_max_length !== undefined) {
    found.set("section.fields.item", { max_length: fields.item_max_length });
  }
  return {
    of(path) {
      const limit = found.get(path) ?? DOCUMENTED[path];
      if (limit === undefined) throw new Error(`No limit "${path}" in ${file}.`);
      return limit;
    },
    source: file,
    paths: [...found.keys()],
  };
}
