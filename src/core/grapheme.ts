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

/** The widest range inside `range` whose ends are grapheme borders of `text`; empty where there is none. */
export function shrinkToGraphemes(text: string, range: Range): Range {
  const segments = segmenter.segment(text);
  const first = segments.containing(range.start);
  const start =
    first === undefined || first.index === range.start ? range.start : first.index + first.segment.length;
  const last = segments.containing(range.end)?.index ?? text.length;
  return { start, end: Math.max(start, last) };
}
