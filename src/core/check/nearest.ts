import type { Entry } from "../document.ts";
import type { Range } from "../range.ts";
import { align, type Alignment } from "./align.ts";
import { ELLIPSIS, atomsIn, type Atom } from "./atoms.ts";
import { differenceOf, type Difference } from "./difference.ts";
import type { Stretch } from "./stretch.ts";
import { isInsideWord } from "./word-border.ts";

/** A run of a document that is like a quote. */
export interface Near {
  readonly entry: Entry;
  /** May go on over paragraphs. */
  readonly run: Range;
  /** Share of the quote's words that stand there in the same order, less what stands between them; from 0 to 1. */
  readonly similarity: number;
  readonly difference: Difference;
}

/** Runs that are shown. */
const SHOWN = 3;
/** Below it a run has no more in common with the quote than any text on its subject may have. */
const SIMILAR = 0.5;
/** The same for a quote of few words: three of them stand in many texts. */
const SIMILAR_SHORT = 0.65;
const SHORT = 8;
/** What a run must have of the quote at least, in words: two of a short quote's words stand side by side in many texts. */
const SCORE = 1.5;
/** A run that is so much less like the quote than the best one is not what was meant. */
const BEHIND = 0.25;

/** The runs of these stretches that are most like the quote, best first; none that is too unlike it. */
export function nearestIn(quote: string, stretches: readonly Stretch[]): Near[] {
  const atoms = atomsIn(quote, { start: 0, end: quote.length });
  const total = atoms.reduce((sum, { key, weight }) => sum + (key === ELLIPSIS ? 0 : weight), 0);
  const found = stretches
    .flatMap(({ entry, runs }) => sectionsOf(runs).map((section) => fit(atoms, entry, section)))
    .filter((one) => one !== null)
    .filter(({ alignment }) => alignment.score >= SCORE)
    .map((one) => ({ ...one, similarity: one.alignment.score / total }))
    .sort((a, b) => b.similarity - a.similarity);
  const best = found[0]?.similarity ?? 0;
  const similar = atoms.length < SHORT ? SIMILAR_SHORT : SIMILAR;
  return found
    .filter(({ similarity }) => similarity >= similar && similarity > best - BEHIND)
    .slice(0, SHOWN)
    .map(({ entry, text, alignment, similarity }) => {
      const { body } = entry.version;
      const { start, end } = widened(atoms, text, alignment, body);
      const side = { source: body, atoms: text.slice(start, end) };
      return {
        entry,
        run: { start: text[start]!.start, end: text[end - 1]!.end },
        similarity: Math.min(1, similarity),
        difference: differenceOf(side, { source: quote, atoms }),
      };
    });
}

function fit(
  atoms: readonly Atom[],
  entry: Entry,
  section: readonly Range[],
): { entry: Entry; text: Atom[]; alignment: Alignment } | null {
  const text = section.flatMap((run) => atomsIn(entry.version.body, run));
  const alignment = align(atoms, text);
  return alignment === null ? null : { entry, text, alignment };
}

/** Runs between headings. */
function sectionsOf(runs: readonly (Range | null)[]): Range[][] {
  const sections: Range[][] = [[]];
  for (const run of runs) {
    if (run === null) sections.push([]);
    else sections.at(-1)!.push(run);
  }
  return sections.filter((section) => section.length > 0);
}

/** Words by which a name may be longer than the one that the quote has in its place. */
const BEYOND = 2;
const SENTENCE_END = /^[.!?。！？]$/u;

/**
 * Atoms of the text to compare with the whole quote: to where both agree, as many words more as the quote has there, in
 * the same sentence, are what it has changed. Ends with whole words.
 */
function widened(quote: readonly Atom[], text: readonly Atom[], alignment: Alignment, body: string): Range {
  let { start, end } = alignment.text;
  const borders = (at: number) => {
    const before = text[at - 1];
    const after = text[at];
    if (before === undefined || after === undefined) return true;
    return (
      SENTENCE_END.test(before.key) ||
      SENTENCE_END.test(after.key) ||
      body.slice(before.end, after.start).includes("\n\n")
    );
  };
  const words = (atoms: readonly Atom[]) => atoms.filter(({ mark }) => !mark).length;
  // As many words as the quote has, and a few more where the sentence begins or ends there.
  const reach = (from: number, by: 1 | -1, count: number): number => {
    if (count === 0) return from;
    let to = from;
    let near = from;
    for (let left = count; left > -BEYOND && !borders(to); to += by) {
      const { mark, joined } = text[by === 1 ? to : to - 1]!;
      if (left <= 0 && joined) return near;
      if (!mark) left -= 1;
      if (left >= 0) near = to + by;
    }
    return borders(to) ? to : near;
  };
  start = reach(start, -1, words(quote.slice(0, alignment.quote.start)));
  end = reach(end, 1, words(quote.slice(alignment.quote.end)));
  const last = quote.at(-1)!;
  if (last.mark && text[end]?.key === last.key && text[end - 1]!.key !== last.key) end += 1;
  while (start > 0 && isInsideWord(body, text[start]!.start)) start -= 1;
  while (end < text.length && isInsideWord(body, text[end - 1]!.end)) end += 1;
  return { start, end };
}
