import type { Range } from "./range.ts";

// Grapheme borders do not depend on the language (UAX #29), so one segmenter serves all text.
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Texts in which every character stands by itself: Latin letters and the punctuation of printed English, without a carriage
 * return (which a line feed joins) and without anything that joins what stands before it (UAX #29). Most texts are such,
 * and need no segmenting, which copies them.
 */
const SEPARATE = /^[\t\n\u0020-\u02ff\u2010-\u2027]*$/u;

/** Whether `offset` (0 … length) lies on a border between user-perceived characters of `text`. */
export function isGraphemeBorder(text: string, offset: number): boolean {
  return graphemeBorderAtOrBefore(text, offset) === offset;
}

/** The last grapheme border at or before `offset`; offsets outside the text are clamped. */
export function graphemeBorderAtOrBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (SEPARATE.test(text)) return Math.min(offset, text.length);
  return segmenter.segment(text).containing(offset)?.index ?? text.length;
}

/** Moves the ends of ranges of one text to grapheme borders. Made once a text: segmenting copies it. */
export interface GraphemeSnap {
  /** The widest range inside `range`; empty where there is none. */
  shrink(range: Range): Range;
  /** The narrowest range around `range`. */
  widen(range: Range): Range;
}

/** The {@link GraphemeSnap} of a text, for ranges inside it. */
export function graphemeSnap(text: string): GraphemeSnap {
  if (SEPARATE.test(text)) return { shrink: same, widen: same };
  const segments = segmenter.segment(text);
  const atOrBefore = (offset: number): number => segments.containing(offset)?.index ?? text.length;
  const atOrAfter = (offset: number): number => {
    const around = segments.containing(offset);
    return around === undefined || around.index === offset ? offset : around.index + around.segment.length;
  };
  return {
    shrink: ({ start, end }) => {
      const first = atOrAfter(start);
      return { start: first, end: Math.max(first, atOrBefore(end)) };
    },
    widen: ({ start, end }) => ({ start: atOrBefore(start), end: atOrAfter(end) }),
  };
}

function same({ start, end }: Range): Range {
  return { start, end };
}
