import { unescapeTyped } from "./escape.ts";

/** A message as a payload has it; what an app wrote may have anything in it. */
export type MessageInPayload = Readonly<Record<string, unknown>>;

/** The words of a message: what its writer typed, else what its attachments say. Empty where there are none. */
export function wordsOf(message: MessageInPayload): string {
  const typed = itemsOf(message["blocks"]).flatMap((block) =>
    block["type"] === "rich_text" ? wordsIn(block) : "",
  );
  const attached = itemsOf(message["attachments"]).map(({ text, fallback }) =>
    unmarked(stringOf(text) || stringOf(fallback)),
  );
  const ways = [typed.join(""), unmarked(stringOf(message["text"])), attached.join("\n")];
  return ways.map((words) => words.trim()).find((words) => words !== "") ?? "";
}

/** What ends a line of rich text (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
const LINES = new Set(["rich_text_section", "rich_text_quote", "rich_text_preformatted"]);

/** Words of a part of rich text. Mentions are ids there, which nobody reads. */
function wordsIn(part: MessageInPayload): string {
  const { type } = part;
  if (type === "text") return stringOf(part["text"]);
  if (type === "link") return stringOf(part["text"]) || stringOf(part["url"]);
  const inner = itemsOf(part["elements"]).map(wordsIn).join("");
  return LINES.has(String(type)) && !inner.endsWith("\n") ? `${inner}\n` : inner;
}

/**
 * The text without Slack's markup: of a link its words, of a mention nothing, the three characters that begin them as
 * they were typed (https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages).
 */
function unmarked(text: string): string {
  const links = text.replace(/<(?:[@#!][^<>|]*|([^<>|]*))(?:\|([^<>]*))?>/gu, (_, url = "", label = "") =>
    String(label || url),
  );
  return unescapeTyped(links);
}

function itemsOf(value: unknown): MessageInPayload[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [];
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
