import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APITextDisplayComponent,
} from "discord.js";
import { clip } from "../core/budget.ts";
import { verifyExcerpt, type Excerpt } from "../core/excerpt.ts";
import type { Action, Block, Reply, Span } from "../core/reply.ts";
import { visible } from "../core/visible.ts";
import { customId } from "./custom-id.ts";
import { escapeLine, escapeStart, escapeTildes, escapeText, maskedLink } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** What a reply becomes: text and rows of buttons, top to bottom (Components V2). */
export type Component = APITextDisplayComponent | APIActionRowComponent<APIButtonComponent>;

/** Gives the key under which an action is kept. */
export type Keep = (action: Action) => Promise<string>;

/**
 * Renders a reply. A `mark` stands in the id of every button.
 *
 * @throws {MisquoteError} where an excerpt does not match its document.
 */
export async function renderReply(reply: Reply, keep: Keep, mark?: string): Promise<Component[]> {
  const components: Component[] = [];
  let buttons = 0;
  const row = async (actions: readonly Action[]): Promise<void> => {
    for (let from = 0; from < actions.length; from += LIMITS.buttonsInRow) {
      const keys = await Promise.all(actions.slice(from, from + LIMITS.buttonsInRow).map(keep));
      components.push({
        type: ComponentType.ActionRow,
        components: keys.map((key, index): APIButtonComponent => {
          const action = actions[from + index]!;
          buttons += 1;
          return {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: clip(visible(action.label), LIMITS.buttonLabel),
            custom_id: customId(action.replaces === true ? "update" : "new", key, buttons, mark),
          };
        }),
      });
    }
  };
  for (const block of reply.blocks) {
    addText(components, textOf(block));
    if (block.type === "quote") await row(block.actions);
  }
  await row(reply.actions);
  return components;
}

/** Neighbouring texts become one: a message has few components to spare. */
function addText(components: Component[], content: string): void {
  const last = components.at(-1);
  if (last?.type === ComponentType.TextDisplay) last.content += `\n${content}`;
  else components.push({ type: ComponentType.TextDisplay, content });
}

function textOf(block: Block): string {
  switch (block.type) {
    case "heading":
      return `### ${lineOf(block.spans)}`;
    case "text":
      return lineOf(block.spans);
    case "note":
      return `-# ${lineOf(block.spans)}`;
    case "list":
      return block.items.map((item) => `- ${lineOf(item)}`).join("\n");
    case "quote":
      return [
        quoted(block.excerpt),
        ...(block.citation.length === 0 ? [] : [`-# ${lineOf(block.citation)}`]),
        ...(block.remarks ?? []).map((remark) => `-# ※ ${lineOf(remark)}`),
      ].join("\n");
  }
}

function lineOf(spans: readonly Span[]): string {
  const strikes = spans.some(({ type }) => type === "removed");
  return escapeStart(
    spans
      .map((span) => (strikes && span.type === "text" ? escapeTildes(span.text) : spanText(span)))
      .join(""),
  );
}

/** The excerpt whole, its matches bold, `…` where its paragraph goes on. */
function quoted(excerpt: Excerpt): string {
  verifyExcerpt(excerpt);
  let text = excerpt.cutStart ? "…" : "";
  let at = 0;
  for (const { start, end } of excerpt.highlights) {
    text += escapeText(excerpt.text.slice(at, start)) + bold(escapeText(excerpt.text.slice(start, end)));
    at = end;
  }
  text += escapeText(excerpt.text.slice(at)) + (excerpt.cutEnd ? "…" : "");
  return text
    .split("\n")
    .map((line) => `> ${escapeStart(line)}`)
    .join("\n");
}

/**
 * Bold ends at a line's end, so each line of a match gets its own. What stands between the marks is read like a text of
 * its own, in which a quote may start.
 */
function bold(escaped: string): string {
  return escaped
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `**${escapeStart(line)}**`))
    .join("\n");
}

/** Struck out up to the first two tildes, whatever stands before them: a space parts them from a tilde of the text. */
function struck(text: string): string {
  return `~~${escapeStart(escapeTildes(text))}${text.endsWith("~") ? " " : ""}~~`;
}

function spanText(span: Span): string {
  switch (span.type) {
    case "text":
      return escapeLine(span.text);
    case "strong":
    case "inserted":
      return bold(escapeLine(span.text));
    case "removed":
      return struck(span.text);
    case "code":
      // A backtick would end the code, and a link before it could end inside; such a text is shown without the frame.
      return /`|\]\(/u.test(span.text) ? escapeLine(span.text) : `\`${escapeCode(span.text)}\``;
    case "link":
      return maskedLink(span.text, span.url);
    // https://docs.discord.com/developers/reference#message-formatting
    case "moment":
      return Number.isFinite(span.at) ? `<t:${Math.floor(span.at / 1000)}:F>` : escapeLine(span.text);
    case "channel":
      return /^\d{1,20}$/u.test(span.id) ? `<#${span.id}>` : escapeLine(span.text);
  }
}

function escapeCode(text: string): string {
  return visible(text.replace(/\s*\n\s*/gu, " "));
}
