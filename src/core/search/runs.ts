import { wordsOf, type Word } from "./words.ts";

/** The words of a text that can be compared, in order. */
export function runOf(text: string): Word[] {
  return wordsOf(text).filter(({ folded }) => folded !== "");
}

/**
 * Where a run of words stands in another one: indices of first words. Spaces may be missing in Korean and Chinese, and
 * none may be between characters that touch in the run.
 */
export function placesOf(run: readonly Word[], words: readonly Word[]): number[] {
  const places: number[] = [];
  if (run.length === 0) return places;
  for (let at = 0; at + run.length <= words.length; at += 1) {
    if (run.every((word, offset) => isSame(run, offset, word, words, at + offset))) places.push(at);
  }
  return places;
}

function isSame(
  run: readonly Word[],
  offset: number,
  word: Word,
  words: readonly Word[],
  at: number,
): boolean {
  if (words[at]!.folded !== word.folded) return false;
  return offset === 0 || !word.single || !touches(run, offset) || touches(words, at);
}

/** Whether a word begins where the one before it ends. */
function touches(words: readonly Word[], at: number): boolean {
  return words[at]!.start === words[at - 1]!.end;
}
