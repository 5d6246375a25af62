import { containmentOf, type Sketch } from "./minhash.ts";
import { differInParticulars } from "./particulars.ts";
import type { StoryText } from "./text.ts";

/** Words below which only the same words are the same text: short notices are all alike. */
export const SHORT = 40;
/** Words below which nothing is: `Read more` is no story. */
export const NOTHING = 12;
/** Words that a text has left when it was cut. */
const CUT_MIN = 60;
/** The shorter text's part of the longer one: what is less is quoted in it, not a copy of it. */
const PART_MIN = 0.3;
/** Above this part two texts are of one length, and differ by editing rather than by cutting. */
const WHOLE = 0.7;

/**
 * Share of the shorter text's words that stand in shingles of the longer one. Where every tenth word is another one, 0.83
 * stay in runs of five: the sum of k·p²·q^k from k = 5 with p = 0.1.
 */
const COVERED = { edited: 0.7, cut: 0.8 };
/**
 * Estimated containment from which two texts are compared word by word. Every tenth word changed leaves 0.59 of the
 * shingles; the estimate errs by 0.05 to 0.09.
 */
const WORTH_READING = 0.35;

/** Whether two documents may have one text, judged by their sketches alone. */
export function mayBeSame(a: Sketch, b: Sketch): boolean {
  return containmentOf(a, b) >= WORTH_READING;
}

/**
 * Whether two texts are one: the same words, or copies that an outlet cut, shortened or edited. Judged on the texts
 * themselves; the order of the two does not matter.
 */
export function isSameText(a: StoryText, b: StoryText): boolean {
  if (hasSameWords(a, b)) return a.length >= NOTHING;
  const [shorter, longer] = isShorter(a, b) ? [a, b] : [b, a];
  const part = shorter.length / longer.length;
  if (shorter.length < SHORT || part < PART_MIN) return false;
  const isCut = part < WHOLE;
  if (isCut && shorter.length < CUT_MIN) return false;
  const needed = isCut ? COVERED.cut : COVERED.edited;
  return coverageOf(shorter, longer) >= needed && !differInParticulars(shorter, longer);
}

function hasSameWords(a: StoryText, b: StoryText): boolean {
  return (
    a.words.length === b.words.length && a.words.every(({ folded }, at) => folded === b.words[at]!.folded)
  );
}

function isShorter(a: StoryText, b: StoryText): boolean {
  return a.length === b.length ? a.body < b.body : a.length < b.length;
}

/** Share of the words of a text that stand in a shingle which another text has too, from 0 to 1. */
export function coverageOf({ words, shingles, starts, ends }: StoryText, { distinct }: StoryText): number {
  let covered = 0;
  let until = 0;
  for (const [at, shingle] of shingles.entries()) {
    const end = ends[at]!;
    if (!distinct.has(shingle) || end <= until) continue;
    covered += end - Math.max(starts[at]!, until);
    until = end;
  }
  return words.length === 0 ? 0 : covered / words.length;
}
