import { coverageOf } from "./same-text.ts";
import type { StoryText } from "./text.ts";

/** Share of a passage's words in runs that the whole has too: a word or two were edited, no sentence was added. */
const COVERED = 0.8;

/** Whether a whole text says what a passage says, in the same words but for a few; a passage too short for runs, in all. */
export function containsText(whole: StoryText, passage: StoryText): boolean {
  return passage.shingles.length === 0
    ? folded(whole).includes(folded(passage))
    : coverageOf(passage, whole) >= COVERED;
}

/** The folded words, each between spaces. */
function folded({ words }: StoryText): string {
  return ` ${words.map(({ folded }) => folded).join(" ")} `;
}
