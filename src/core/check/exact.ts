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
 * words: part of one is not what the document says. It goes on in the next paragraph only where a sentence ends.
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
        !isInsideWord(body, run.end) &&
        joinsSentences(body.slice(run.start, run.end));
      if (whole) found.push(run);
      at = text.indexOf(needle, whole ? last + 1 : at + 1);
    }
    return found;
  };
}

/** A paragraph that ends like a sentence: the next one does not go on with it. */
const ENDS = /(?:[.!?。！？…]["'”’»」』)\]]*|["”’»」』])\s*$/u;

/** Whether a run goes on over paragraphs only where the one before ends a sentence: else we would make one of two. */
function joinsSentences(words: string): boolean {
  return words
    .split(PARAGRAPH)
    .slice(0, -1)
    .every((paragraph) => ENDS.test(paragraph));
}

const PARAGRAPH = /\n{2,}/u;

/**
 * Where all parts stand in a document one after the other, each chain as narrow as it can be; {@link PLACES_MAX} at
 * most. Neighbours stand in one paragraph or in two that follow each other, and in one where either is `short`: words
 * can be stitched together from any text, and a word or two can be found somewhere in any. `apart` allows any distance.
 */
export function chainsOf(
  parts: readonly { readonly folded: string; readonly short: boolean }[],
  stretch: Stretch,
  apart = false,
): Occurrence[] {
  const { entry } = stretch;
  const { body } = entry.version;
  const find = finderIn(stretch);
  const places = parts.map(({ folded }) => find(folded));
  // From the last part to the first: the chains that go on from each of its places.
  let chains: Range[][] = places.at(-1)!.map((run) => [run]);
  for (let at = parts.length - 2; at >= 0; at -= 1) {
    const breaks = parts[at]!.short || parts[at + 1]!.short ? 0 : 1;
    const longer: Range[][] = [];
    for (const run of places[at]!) {
      const next = firstFrom(chains, run.end);
      if (next === null) break;
      if (!apart && !isWithin(body, run.end, next[0]!.start, breaks)) continue;
      // The same rest after a later beginning is the narrower one.
      if (longer.at(-1)?.[1] === next[0]) longer.pop();
      longer.push([run, ...next]);
    }
    chains = longer;
  }
  return chains.slice(0, PLACES_MAX + 1).map((runs) => ({ entry, runs }));
}

/** Whether at most so many paragraphs end between two places. */
function isWithin(body: string, from: number, to: number, breaks: number): boolean {
  let end = from;
  for (let count = 0; count <= breaks; count += 1) {
    end = body.indexOf("\n\n", end);
    if (end === -1 || end >= to) return true;
    end += 2;
  }
  return false;
}

/** The first of these chains, which are in order, that begins at or after a place. */
function firstFrom(chains: readonly Range[][], from: number): Range[] | null {
  let low = 0;
  let high = chains.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chains[middle]![0]!.start < from) low = middle + 1;
    else high = middle;
  }
  return chains[low] ?? null;
}
