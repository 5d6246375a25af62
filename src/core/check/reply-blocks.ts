import { clip, costOf } from "../budget.ts";
import type { Context } from "../command.ts";
import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import { OWN_OUTLET } from "../outlet.ts";
import { piecesOf } from "../pieces.ts";
import { quoteOf } from "../quote.ts";
import { strong, text, type Block, type Span } from "../reply.ts";
import type { Checked } from "./check.ts";
import type { DifferencePart } from "./difference.ts";
import type { Near } from "./nearest.ts";
import { excerptsOf } from "./shown.ts";

/** Blocks that stay together on a page: a quote, and what is said about it. */
export type Group = readonly Block[];

/** UTF-16 units of the quote's or the document's words that the list of differences repeats; the quote above has all. */
const WORDS_MAX = 80;
/** What the list of differences may cost. */
const LIST_MAX = 700;

/** The places of an exact quote, one quote block a group; made as they are asked for. */
export function* exactBlocks({ occurrences }: Checked, room: number, ctx: Context): Generator<Group> {
  for (const { entry, runs } of occurrences) {
    for (const excerpt of excerptsOf(entry, runs)) {
      for (const quote of quotesOf(excerpt, entry.document, room, ctx)) yield [quote];
    }
  }
}

/** The runs that come nearest to a quote, each followed by how the quote differs from it. */
export function* nearBlocks({ nearest }: Checked, room: number, ctx: Context): Generator<Group> {
  for (const near of nearest) {
    const { entry, run, difference } = near;
    const list = differences(near, ctx);
    const left = room - list.reduce((sum, block) => sum + costOf(block), 0);
    const quotes = excerptsOf(entry, [run], difference.leftOut).flatMap((excerpt) =>
      quotesOf(excerpt, entry.document, left, ctx),
    );
    yield* quotes.slice(0, -1).map((quote) => [quote]);
    yield [quotes.at(-1)!, ...list];
  }
}

function quotesOf(excerpt: Excerpt, document: Document, room: number, ctx: Context): Block[] {
  return piecesOf(excerpt, (piece) => costOf(quoteOf(piece, document, ctx)) <= room).map((piece) =>
    quoteOf(piece, document, ctx),
  );
}

/** Our own words on what differs: never set like a quotation, nor are those of our own summaries. */
function differences({ entry, difference: { parts, words } }: Near, { m }: Context): Block[] {
  const own = entry.document.outletId === OWN_OUTLET;
  const items = own
    ? ownItemsOf(parts, m.check)
    : itemsOf(parts, m.check).map((item): Span[] => [text(item)]);
  const says = (sentence: string): Block => ({ type: "text", spans: [text(sentence)] });
  if (items.length === 0) return [says(m.check.spacingOnly)];
  const list = (count: number): Block => ({
    type: "list",
    items: [
      ...items.slice(0, count),
      ...(count < items.length ? [[text(m.check.moreDifferences(items.length - count))]] : []),
    ],
  });
  let count = items.length;
  while (count > 1 && costOf(list(count)) > LIST_MAX) count -= 1;
  return [
    ...(words ? [] : [says(m.check.marksOnly)]),
    says(own ? m.check.howItDiffersFromOurs : m.check.howItDiffers),
    list(count),
  ];
}

function words(part: DifferencePart): string {
  return clip(part.text.replace(/\s+/gu, " "), WORDS_MAX);
}

/** As lines without quotation marks: nobody said what our summaries say. */
function ownItemsOf(parts: readonly DifferencePart[], m: Context["m"]["check"]): Span[][] {
  return parts
    .filter(({ type }) => type !== "same")
    .map((part) => [text(`${part.type === "added" ? m.quoteHas : m.ourSummaryHas} `), strong(words(part))]);
}

/** Whether both have letters, and of one script at least. */
function isOfScript(one: string, other: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Hangul}/u, /\p{Script=Han}/u, /\p{Script=Cyrillic}/u];
  const of = (words: string) => scripts.filter((script) => script.test(words));
  const [first, second] = [of(one), of(other)];
  return first.length === 0 || second.length === 0 || first.some((script) => second.includes(script));
}

function itemsOf(parts: readonly DifferencePart[], m: Context["m"]["check"]): string[] {
  const items: string[] = [];
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    const after = parts[at + 1];
    // What is in another script is no other word for it.
    const changes = (left: DifferencePart | undefined, added: DifferencePart | undefined) =>
      left?.type === "left-out" && added?.type === "added" && isOfScript(left.text, added.text);
    if (changes(part, after)) items.push(m.changed(words(after!), words(part)));
    else if (part.type === "left-out") items.push(m.leftOut(words(part)));
    else if (part.type === "added" && !changes(before, part)) items.push(m.added(words(part)));
  }
  return items;
}
