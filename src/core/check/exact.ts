import type { Entry } from "../document.ts";
import type { Range } from "../range.ts";
import { fold } from "./fold.ts";
import type { Stretch } from "./stretch.ts";
import { isInsideWord } from "./word-border.ts";

/** A place where a quote stands: one run of a body for each part of the quote, in order. */
export interface Occurrence {
  readonly entry: Entry;
  /** A run may go on over paragraphs. */
  readonly runs: readonly Range[];
}

/** Places that are told of one quote; nobody turns more pages. */
export const PLACES_MAX = 1_000;

/**
 * Looks for folded texts in a stretch; gives where they stand, as runs of the body. A run begins and ends with whole
 * words: part of one is not what the document says.
 */
export function finderIn({ entry, runs }: Stretch): (needle: string) => Range[] {
  const { body } = entry.version;
  const { text, starts, ends } = fold(body, runs);
  return (needle) => {
    const found: Range[] = [];
    for (let at = text.indexOf(needle); at !== -1;) {
      const last = at + needle.length - 1;
      const run = { start: starts[at]!, end: ends[last]! };
      const whole =
        starts[at - 1] !== run.start &&
        ends[last + 1] !== run.end &&
        !isInsideWord(body, run.start) &&
        !isInsideWord(body, run.end);
      if (whole) found.push(run);
      at = text.indexOf(needle, whole ? last + 1 : at + 1);
    }
    return found;
  };
}

/**
 * Where all parts stand in a document one after the other, each chain as narrow as it can be; {@link PLACES_MAX} at
 * most. A part that is `short` must stand in the same paragraph as its neighbours: a word or two can be found somewhere
 * in any text.
 */
export function chainsOf(
  parts: readonly { readonly folded: string; readonly short: boolean }[],
  stretch: Stretch,
): Occurrence[] {
  const { entry } = stretch;
  const { body } = entry.version;
  const find = finderIn(stretch);
  const places = parts.map(({ folded }) => find(folded));
  const chains: Range[][] = [];
  for (const first of places[0]!) {
    const chain = [first];
    for (const [at, runs] of places.entries()) {
      if (at === 0) continue;
      const { end } = chain.at(-1)!;
      const next = firstFrom(runs, end);
      if (next === null) break;
      const short = parts[at]!.short || parts[at - 1]!.short;
      const paragraphEnd = body.indexOf("\n\n", end);
      if (short && paragraphEnd !== -1 && paragraphEnd < next.start) break;
      chain.push(next);
    }
    if (chain.length < parts.length) continue;
    // The same rest after a later beginning is the narrower one.
    if (chains.at(-1)?.[1]?.start === chain[1]?.start) chains.pop();
    chains.push(chain);
    if (chains.length > PLACES_MAX) break;
  }
  return chains.map((runs) => ({ entry, runs }));
}

/** The first of these runs, which are in order, that begins at or after a place. */
function firstFrom(runs: readonly Range[], from: number): Range | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  return runs[low] ?? null;
}
