import { styleText } from "node:util";
import { verifyExcerpt, type Excerpt } from "../core/excerpt.ts";
import type { Action, Block, Reply, Span } from "../core/reply.ts";
import { visible } from "../core/visible.ts";
import { wrap, type Piece } from "./wrap.ts";

/** What the far end of the output can show. */
export interface Screen {
  /** Terminal columns; `null` where the output is no terminal: nothing is wrapped then, so that programs can read it. */
  readonly columns: number | null;
  readonly colour: boolean;
}

/** A reply as text, and the actions behind the numbers in it: number 1 is the first of them. */
export interface RenderedReply {
  readonly text: string;
  readonly actions: readonly Action[];
}

/** Narrower than this a terminal is treated as this wide: single letters a line help nobody. */
const COLUMNS_MIN = 20;
/** Lines longer than this are hard to read however wide the window is. */
const COLUMNS_MAX = 100;

/**
 * Lays a reply out for a terminal or a pipe.
 *
 * @throws {MisquoteError} where an excerpt does not match its document.
 */
export function renderReply(reply: Reply, screen: Screen): RenderedReply {
  const actions: Action[] = [];
  const numbered = (some: readonly Action[]): Piece[] =>
    some.flatMap((action, index): Piece[] => {
      actions.push(action);
      const gap = index === 0 ? "" : "  ";
      return [
        { text: `${gap}[${actions.length}] `, style: "bold" },
        { text: visible(action.label), style: "plain" },
      ];
    });
  const sections = reply.blocks.map((block) => renderBlock(block, screen, numbered));
  if (reply.actions.length > 0) sections.push(layOut(numbered(reply.actions), screen));
  return { text: `${sections.join("\n\n")}\n`, actions };
}

function renderBlock(
  block: Block,
  screen: Screen,
  numbered: (actions: readonly Action[]) => Piece[],
): string {
  switch (block.type) {
    case "heading":
      return layOut(
        block.spans.map((span) => ({ text: wordsOf(span), style: "bold" })),
        screen,
      );
    case "text":
      return layOut(piecesOf(block.spans), screen);
    case "note":
      return layOut(
        piecesOf(block.spans).map((piece) => (isChange(piece.style) ? piece : { ...piece, style: "dim" })),
        screen,
      );
    case "list":
      return block.items.map((item) => layOut(piecesOf(item), screen, "  • ", "    ")).join("\n");
    case "quote": {
      const bar = screen.columns === null ? "> " : "│ ";
      const parts = [layOut(quotePieces(block.excerpt), screen, bar, bar)];
      if (block.citation.length > 0) parts.push(layOut(piecesOf(block.citation), screen, "  ", "  "));
      for (const remark of block.remarks ?? []) parts.push(layOut(piecesOf(remark), screen, "  ※ ", "    "));
      if (block.actions.length > 0) parts.push(layOut(numbered(block.actions), screen, "  ", "  "));
      return parts.join("\n");
    }
  }
}

/** The excerpt whole, its matches marked, `…` where its paragraph goes on. */
function quotePieces(excerpt: Excerpt): Piece[] {
  verifyExcerpt(excerpt);
  const pieces: Piece[] = [];
  const plain = (start: number, end: number) =>
    pieces.push({ text: visible(excerpt.text.slice(start, end)), style: "plain" });
  if (excerpt.cutStart) pieces.push({ text: "…", style: "dim" });
  let at = 0;
  for (const { start, end } of excerpt.highlights) {
    plain(at, start);
    pieces.push({ text: visible(excerpt.text.slice(start, end)), style: "mark" });
    at = end;
  }
  plain(at, excerpt.text.length);
  if (excerpt.cutEnd) pieces.push({ text: "…", style: "dim" });
  return pieces;
}

function piecesOf(spans: readonly Span[]): Piece[] {
  const hasChanges = spans.some(({ type }) => isChange(type));
  return spans.map((span) => {
    const words = hasChanges ? wordsOf(span).replace(CHANGE_MARKS, String.raw`\$&`) : wordsOf(span);
    return { text: marked(span.type, words), style: STYLES[span.type] };
  });
}

/** What marks a change where a text itself has it. */
const CHANGE_MARKS = /\[-|-\]|\{\+|\+\}/gu;

/** As `wdiff` marks words: a pipe has no colours, and not every terminal strikes out. */
function marked(type: Span["type"], words: string): string {
  if (type === "removed") return `[-${words}-]`;
  return type === "inserted" ? `{+${words}+}` : words;
}

const STYLES = {
  text: "plain",
  strong: "bold",
  code: "bold",
  link: "underline",
  removed: "removed",
  inserted: "inserted",
  moment: "plain",
  channel: "plain",
} as const;

function isChange(type: string): boolean {
  return type === "removed" || type === "inserted";
}

/** A link is its whole address: a terminal has nothing to hide it behind. */
function wordsOf(span: Span): string {
  return visible(span.type === "link" ? span.url : span.text);
}

function layOut(pieces: readonly Piece[], screen: Screen, first = "", others = ""): string {
  const width =
    screen.columns === null
      ? Number.POSITIVE_INFINITY
      : Math.max(COLUMNS_MIN, Math.min(screen.columns, COLUMNS_MAX)) - others.length - 1;
  return wrap(pieces, width)
    .map(
      (line, index) => (index === 0 ? first : others) + line.map((piece) => styled(piece, screen)).join(""),
    )
    .join("\n");
}

const FORMATS = {
  bold: "bold",
  dim: "dim",
  mark: ["bold", "yellow"],
  underline: "underline",
  removed: ["strikethrough", "red"],
  inserted: ["bold", "green"],
} as const;

function styled({ text, style }: Piece, { colour }: Screen): string {
  if (!colour || style === "plain") return text;
  const format = FORMATS[style];
  return styleText(typeof format === "string" ? format : [...format], text, { validateStream: false });
}
