import type { Range } from "../range.ts";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Characters that are whole whatever stands beside another of them: ASCII but controls, usual marks, Hangul syllables
 * and common Han. A run of others, with one of these on either side, is left to the segmenter, which is slow.
 */
const OTHERS =
  /(?:[\n\x20-\x7e‐-‧‹›…、。「-』가-힣一-鿿]?[^\n\x20-\x7e‐-‧‹›…、。「-』가-힣一-鿿]+)+[\n\x20-\x7e‐-‧‹›…、。「-』가-힣一-鿿]?/gu;

/** The user-perceived characters of a run of a text, in order. */
export function* graphemesIn(text: string, { start, end }: Range): Generator<Range> {
  const run = text.slice(start, end);
  let at = 0;
  for (const { 0: others, index } of run.matchAll(OTHERS)) {
    for (; at < index; at += 1) yield { start: start + at, end: start + at + 1 };
    for (const { index: within, segment } of segmenter.segment(others)) {
      const from = start + index + within;
      yield { start: from, end: from + segment.length };
    }
    at = index + others.length;
  }
  for (; at < run.length; at += 1) yield { start: start + at, end: start + at + 1 };
}
