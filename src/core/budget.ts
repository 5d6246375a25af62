import type { Block, Span } from "./reply.ts";
import { visible } from "./visible.ts";

/**
 * Characters a reply may take once rendered. Below the least of the platforms' limits (Discord shows 4,000 characters
 * of text in a message with components, https://docs.discord.com/developers/components/reference), with room for
 * what a renderer adds.
 */
export const REPLY_MAX = 3_200;
/** Excerpts in one reply. */
export const EXCERPTS_MAX = 5;

/** UTF-16 units of what a person typed that an answer repeats. */
const ECHO_MAX = 120;

/** What a person typed as an answer repeats it: whatever was typed, the answer stays small. */
export function echo(typed: string): string {
  return clip(typed, ECHO_MAX);
}

/** Characters a block takes at most once rendered: each that means markup somewhere counts twice. */
export function costOf(block: Block): number {
  switch (block.type) {
    case "heading":
    case "text":
    case "note":
      return costOfSpans(block.spans) + 4;
    case "list":
      return block.items.reduce((sum, item) => sum + costOfSpans(item) + 4, 0);
    case "quote":
      // Each highlight is set in two pairs of marks; each line of a quote starts with one.
      return (
        escapedLength(block.excerpt.text) +
        block.excerpt.highlights.length * 4 +
        (block.excerpt.text.split("\n").length + 1) * 3 +
        costOfSpans(block.citation) +
        (block.remarks ?? []).reduce((sum, remark) => sum + costOfSpans(remark) + 8, 0)
      );
  }
}

/** What all blocks cost together. */
export function costOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + costOf(block), 0);
}

/** Characters of an instant or a channel as a platform writes them; what it shows instead it does not count. */
const WRITTEN_MAX = 40;

function costOfSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + costOfSpan(span) + 4, 0);
}

function costOfSpan(span: Span): number {
  const words = escapedLength(span.text);
  if (span.type === "link") return words + addressLength(span.url);
  return span.type === "moment" || span.type === "channel" ? Math.max(words, WRITTEN_MAX) : words;
}

function escapedLength(text: string): number {
  const shown = visible(text);
  return shown.length + (shown.match(/[*_~`|>#<@:[\]()\\&+-]/gu)?.length ?? 0);
}

/** Renderers percent-encode what is not ASCII, and what could end a link. */
function addressLength(url: string): number {
  const { href } = new URL(url);
  return href.length + 2 * (href.match(/[()<>[\]\\*_~`|@]/gu)?.length ?? 0);
}

/**
 * The text, or its beginning with `…` where it takes more than `max` UTF-16 units, unseen characters written out; never
 * half a character.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max && visible(text).length <= max) return text;
  const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
  let end = 0;
  let shown = 0;
  // Only the first units matter; segmenting all of a long text would be wasted time.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 40))) {
    shown += visible(segment).length;
    if (shown > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
