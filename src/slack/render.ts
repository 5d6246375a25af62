import type {
  ActionsBlock,
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
} from "@slack/types";
import { clip } from "../core/budget.ts";
import { verifyExcerpt, type Excerpt } from "../core/excerpt.ts";
import type { Action, Block, Reply, Span } from "../core/reply.ts";
import { visible } from "../core/visible.ts";
import { escapeFallback } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** A message: blocks, and the line that stands in for them in a notification. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/** Gives the key under which an action is kept. */
export type Keep = (action: Action) => Promise<string>;

/** What a click does with the message it was made on. */
export type Place = "new" | "update";

/**
 * Renders a reply. Words go into rich text only, where Slack shows text as it is and reads no markup
 * (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). A `mark` (at most 255 characters) becomes the id of
 * the first block, by which the message is found again.
 *
 * @throws {MisquoteError} where an excerpt does not match its document.
 */
export async function renderReply(reply: Reply, keep: Keep, mark?: string): Promise<SlackMessage> {
  const blocks: KnownBlock[] = [];
  let buttons = 0;
  const row = async (actions: readonly Action[]): Promise<void> => {
    for (let from = 0; from < actions.length; from += LIMITS.buttonsInRow) {
      const some = actions.slice(from, from + LIMITS.buttonsInRow);
      const keys = await Promise.all(some.map(keep));
      const elements: ActionsBlock["elements"] = some.map((action, index) => {
        buttons += 1;
        const place: Place = action.replaces === true ? "update" : "new";
        return {
          type: "button",
          text: { type: "plain_text", text: clip(visible(action.label), LIMITS.buttonText), emoji: false },
          action_id: `${place}:${buttons}`,
          value: keys[index]!,
        };
      });
      blocks.push({ type: "actions", elements });
    }
  };
  for (const block of reply.blocks) {
    addText(blocks, elementsOf(block));
    if (block.type === "quote") await row(block.actions);
  }
  await row(reply.actions);
  const [first] = blocks;
  if (mark !== undefined && first !== undefined) first.block_id = mark;
  return { text: fallbackOf(reply), blocks };
}

/** Neighbouring texts become one block: each block stands apart from the next. */
function addText(blocks: KnownBlock[], elements: RichTextBlockElement[]): void {
  const last = blocks.at(-1);
  if (last?.type === "rich_text") last.elements.push(...elements);
  else blocks.push({ type: "rich_text", elements });
}

function elementsOf(block: Block): RichTextBlockElement[] {
  switch (block.type) {
    case "heading":
      return [section(block.spans.map((span) => styled(span, { bold: true })))];
    case "text":
      return [section(block.spans.map(elementOf))];
    case "note":
      return [section(block.spans.map((span) => styled(span, { italic: true })))];
    case "list":
      return [
        {
          type: "rich_text_list",
          style: "bullet",
          elements: block.items.map((item) => section(item.map(elementOf))),
        },
      ];
    case "quote":
      return [
        { type: "rich_text_quote", elements: quoted(block.excerpt) },
        ...(block.citation.length === 0 ? [] : [section(block.citation.map(elementOf))]),
        ...(block.remarks ?? []).map((remark) =>
          section([{ type: "text", text: "※ " }, ...remark.map(elementOf)]),
        ),
      ];
  }
}

function section(elements: RichTextElement[]): RichTextSection {
  // Sections that follow each other run together without a line end.
  return { type: "rich_text_section", elements: [...elements, { type: "text", text: "\n" }] };
}

/** The excerpt whole, its matches bold, `…` where its paragraph goes on. */
function quoted(excerpt: Excerpt): RichTextElement[] {
  verifyExcerpt(excerpt);
  const elements: RichTextElement[] = [];
  const add = (text: string, bold = false) => {
    if (text !== "")
      elements.push({ type: "text", text: visible(text), ...(bold ? { style: { bold } } : {}) });
  };
  let at = 0;
  if (excerpt.cutStart) add("…");
  for (const { start, end } of excerpt.highlights) {
    add(excerpt.text.slice(at, start));
    add(excerpt.text.slice(start, end), true);
    at = end;
  }
  add(excerpt.text.slice(at));
  if (excerpt.cutEnd) add("…");
  return elements;
}

/** The span in the style of its block; what was removed or inserted keeps its own beside it. */
function styled(span: Span, style: { bold: true } | { italic: true }): RichTextElement {
  const element = elementOf(span);
  if (span.type !== "removed" && span.type !== "inserted") return { ...element, style };
  return { ...element, style: { ...element.style, ...style } };
}

function elementOf(span: Span): RichTextElement {
  switch (span.type) {
    case "text":
      return { type: "text", text: visible(span.text) };
    case "strong":
    case "inserted":
      return { type: "text", text: visible(span.text), style: { bold: true } };
    case "removed":
      return { type: "text", text: visible(span.text), style: { strike: true } };
    case "code":
      return { type: "text", text: visible(span.text), style: { code: true } };
    case "link":
      return { type: "link", url: new URL(span.url).href, text: visible(span.text) };
    // https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#date-element-type
    case "moment":
      return {
        type: "date",
        timestamp: Math.floor(span.at / 1000),
        format: "{date_long} {time}",
        fallback: visible(span.text),
      };
    case "channel":
      return /^[A-Z0-9]{1,30}$/u.test(span.id)
        ? { type: "channel", channel_id: span.id }
        : { type: "text", text: visible(span.text) };
  }
}

function fallbackOf(reply: Reply): string {
  const first = reply.blocks.find((block) => block.type !== "quote" && block.type !== "list");
  const words =
    first === undefined || !("spans" in first) ? "Korea Desk" : first.spans.map(({ text }) => text).join("");
  return escapeFallback(clip(words.replace(/\s+/gu, " "), LIMITS.fallback));
}
