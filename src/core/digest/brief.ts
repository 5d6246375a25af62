import { excerptOf, type Excerpt } from "../excerpt.ts";
import { graphemeSnap } from "../grapheme.ts";
import { piecesOf } from "../pieces.ts";
import type { Range } from "../range.ts";
import { sentencesOf } from "../sentence.ts";

/** UTF-16 units of a brief excerpt. */
export const BRIEF_MAX = 160;

/**
 * The part of an excerpt that a digest of many items has room for: whole sentences of at most {@link BRIEF_MAX} units from
 * the one with the most matches on; of a longer sentence the part with the most matches, cut between words.
 */
export function briefOf(excerpt: Excerpt, language: string): Excerpt {
  if (excerpt.text.length <= BRIEF_MAX) return excerpt;
  const snap = graphemeSnap(excerpt.text);
  const sentences = sentencesOf(excerpt.text, language)
    .map((sentence) => snap.shrink(sentence))
    .filter(({ start, end }) => start < end);
  if (sentences.length === 0) return excerpt;
  const counts = sentences.map(
    ({ start, end }) =>
      excerpt.highlights.filter((highlight) => highlight.start >= start && highlight.end <= end).length,
  );
  const first = counts.indexOf(Math.max(...counts));
  const { start } = sentences[first]!;
  const last = sentences.findLastIndex(
    ({ end }, at) => at === first || (at > first && end - start <= BRIEF_MAX),
  );
  const pieces = piecesOf(
    partOf(excerpt, { start, end: sentences[last]!.end }),
    ({ text }) => text.length <= BRIEF_MAX,
  );
  return pieces.reduce((best, piece) => (piece.highlights.length > best.highlights.length ? piece : best));
}

function partOf({ version, start, highlights }: Excerpt, part: Range): Excerpt {
  return excerptOf(
    version,
    start + part.start,
    start + part.end,
    highlights.map((highlight) => ({ start: highlight.start - part.start, end: highlight.end - part.start })),
  );
}
