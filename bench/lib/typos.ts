import { createHash } from "node:crypto";

/** Letters a word needs to get a typing mistake: nobody could tell what a shorter one was. */
const MISTYPED_MIN = 5;

/**
 * The query with one typing mistake in one of its words: two letters exchanged, one left out, one doubled or one wrong,
 * never the first. Which word and which mistake depend on the query alone.
 */
export function mistyped(query: string): string {
  const words = [...query.matchAll(/[A-Za-z]{5,}/gu)].filter(({ 0: { length } }) => length >= MISTYPED_MIN);
  if (words.length === 0) return query;
  const [which = 0, where = 0, how = 0, letter = 0] = createHash("sha256").update(query).digest();
  const { 0: word, index } = words[which % words.length]!;
  const at = 1 + (where % (word.length - 2));
  const wrong = String.fromCodePoint(97 + (letter % 26));
  const [before, here, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const mistakes = [
    before + after[0] + here + after.slice(1),
    before + after,
    before + here + here + after,
    before + wrong + after,
  ];
  return query.slice(0, index) + mistakes[how % mistakes.length]! + query.slice(index + word.length);
}
