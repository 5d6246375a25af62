import { coverageOf } from "./same-text.ts";
import type { StoryText } from "./text.ts";

/** Share of a passage's words in runs that the whole has too. */
const COVERED = 0.8;
/** Words on end in no such run: what is longer is a sentence of its own, however long the passage around it is. */
const GAP_MAX = 12;

/**
 * Whether a whole text says what a passage says, in the same words but for a few edited here and there; a passage too
 * short for runs in all its words.
 */
export function containsText(whole: StoryText, passage: StoryText): boolean {
  if (passage.shingles.length === 0) return folded(whole).includes(folded(passage));
  // Two characters of Hangul, Han and kana count as one word.
  const scale = passage.words.length / passage.length;
  return coverageOf(passage, whole) >= COVERED && longestGap(passage, whole) <= GAP_MAX * scale;
}

/** The most words on end of a text that stand in no shingle which the other one has too. */
function longestGap({ words, shingles, starts, ends }: StoryText, { distinct }: StoryText): number {
  let longest = 0;
  let until = 0;
  for (const [at, shingle] of shingles.entries()) {
    if (!distinct.has(shingle)) continue;
    longest = Math.max(longest, starts[at]! - until);
    until = Math.max(until, ends[at]!);
  }
  return Math.max(longest, words.length - until);
}

/** The folded words, each between spaces. */
function folded({ words }: StoryText): string {
  return ` ${words.map(({ folded }) => folded).join(" ")} `;
}
