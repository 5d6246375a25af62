import type { Entry } from "../document.ts";
import { excerptOf, type Excerpt } from "../excerpt.ts";
import { graphemeSnap } from "../grapheme.ts";
import type { Library } from "../library.ts";
import { isOwn } from "../own-records.ts";
import { firstDay, type PartialDate } from "../partial-date.ts";
import { hashOf, mixed } from "../stories/text.ts";
import { mayBeQuoted, quotablesOf } from "./quotable.ts";

/** A sentence for a day on which nothing new came. */
export interface QuoteOfDay {
  /** By which it is known among the past ones. */
  readonly id: string;
  readonly excerpt: Excerpt;
  readonly entry: Entry;
}

/** Whose quote it is. */
export interface QuoteAsked {
  /** Texts in this language come first, while there are any. */
  readonly language: string;
  /** The same day and subscription get the same quote: both in any one form. */
  readonly seed: string;
  /** Ids of the quotes that were used. */
  readonly past: readonly string[];
  /** The day; what is dated after it says nothing yet. */
  readonly date: PartialDate;
  /** Ids of documents that it is not from: those that came as news and are not what is asked for. */
  readonly except: ReadonlySet<string>;
}

/**
 * A sentence that can stand alone, by the day and the subscription alone. None comes twice before all others came once, nor
 * a third time before all came twice; documents take turns, those with somebody's words before our own. `null` where no text
 * has one.
 */
export function quoteOfDay(
  library: Library,
  { language, seed, past, date, except }: QuoteAsked,
): QuoteOfDay | null {
  const uses = countsOf(past);
  const usesOfDocument = countsOf(past.map((id) => id.slice(0, id.lastIndexOf("@"))));
  const start = hashOf(seed);
  const placed = (entry: Entry): Placed => {
    const { id, language: own } = entry.document;
    const foreign = own === language || own.startsWith(`${language}-`) ? 0 : 1;
    return {
      entry,
      foreign,
      own: isOwn(entry.document) ? 1 : 0,
      used: usesOfDocument.get(id) ?? 0,
      chance: chanceOf(start, id),
    };
  };
  const mayCome = (entry: Entry): boolean =>
    mayBeQuoted(entry) &&
    !except.has(entry.document.id) &&
    (entry.document.date === null || firstDay(entry.document.date) <= date);
  let first: Placed | null = null;
  for (const entry of library.entries()) {
    if (!mayCome(entry)) continue;
    const one = placed(entry);
    if (first === null || inTurn(one, first) < 0) first = one;
  }
  // Nearly always the first one has a sentence that was not used: nothing needs sorting then.
  if (first === null) return null;
  const early = leastUsed([first.entry], uses, library);
  if (early !== null && !uses.has(early.id)) return early;
  const all = [...library.entries()].filter(mayCome).map(placed).toSorted(inTurn);
  return leastUsed(
    all.map(({ entry }) => entry),
    uses,
    library,
  );
}

/** A document and what decides when it is its turn. */
interface Placed {
  readonly entry: Entry;
  readonly foreign: number;
  readonly own: number;
  readonly used: number;
  readonly chance: number;
}

function inTurn(a: Placed, b: Placed): number {
  return (
    a.foreign - b.foreign ||
    a.own - b.own ||
    a.used - b.used ||
    a.chance - b.chance ||
    (a.entry.document.id < b.entry.document.id ? -1 : 1)
  );
}

/** The first sentence of these documents among those that were used least often. */
function leastUsed(
  entries: readonly Entry[],
  uses: ReadonlyMap<string, number>,
  library: Library,
): QuoteOfDay | null {
  let least = Number.POSITIVE_INFINITY;
  let found: QuoteOfDay | null = null;
  for (const entry of entries) {
    for (const { id, start, end } of quotablesOf(entry, library)) {
      const used = uses.get(id) ?? 0;
      if (used >= least) continue;
      const excerpt = whole(entry, start, end);
      if (excerpt === null) continue;
      least = used;
      found = { id, entry, excerpt };
    }
    // Nothing can be used less.
    if (least === 0) break;
  }
  return found;
}

/** The sentence, unless a character that cannot be parted lies over its border. */
function whole({ version }: Entry, start: number, end: number): Excerpt | null {
  const around = version.body.slice(Math.max(0, start - 64), end + 64);
  const from = Math.min(start, 64);
  const { start: first, end: last } = graphemeSnap(around).widen({ start: from, end: from + end - start });
  return first === from && last === from + end - start ? excerptOf(version, start, end) : null;
}

function countsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function chanceOf(start: number, id: string): number {
  return mixed(start ^ Math.imul(hashOf(id), 31));
}
