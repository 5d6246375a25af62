import type { Range } from "./range.ts";

// Grapheme borders do not depend on the language (UAX #29), so one segmenter serves all text.
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Whether `offset` (0 … length) lies on a border between user-perceived characters of `text`. */
export function isGraphemeBorder(text: string, offset: number): boolean {
  return graphemeBorderAtOrBefore(text, offset) === offset;
}

/** The last grapheme border at or before `offset`; offsets outside the text are clamped. */
export function graphemeBorderAtOrBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
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
