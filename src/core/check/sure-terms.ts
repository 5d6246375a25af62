import { STOP_WORDS } from "../search/stop-words.ts";
import { stemOf, wordsOf } from "../search/words.ts";
import { UNSEEN, QUOTE_MARKS } from "./characters.ts";

/** What the index must have of a sentence, however it is spaced and whatever its case. */
export interface SureTerms {
  /** The sentence without what is not seen, in NFKC. */
  readonly text: string;
  /** Terms of words, with the place of each among all words. */
  readonly words: readonly { readonly term: string; readonly folded: string; readonly at: number }[];
  /** Characters of Hangul, Han and kana: pairs of them depend on the spacing. */
  readonly characters: readonly string[];
}

const ALL_UNSEEN = new RegExp(UNSEEN.source, "gu");
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const APOSTROPHE = new RegExp(`[${QUOTE_MARKS}]`, "u");
/** Passages are cut where sentences end, and paragraphs. */
const SENTENCE_END = /(?<=[.!?。！？…]["'”’)\]」』]*)\s+|(?<=[。！？])|\n+/u;

/**
 * The terms of the index that stand in every passage in which a sentence stands, by sentences. Left out is what case,
 * an abbreviation or a number's separators could turn into another term: stop words (`US` is none), single letters,
 * `U.S.`, `2,397`, `3rd`, `can't`.
 */
export function sureTermsOf(quote: string): SureTerms[] {
  return plainOf(quote).split(SENTENCE_END).map(termsOf);
}

/** The text without what is not seen, in NFKC. */
export function plainOf(text: string): string {
  return text.normalize("NFKC").replace(ALL_UNSEEN, "");
}

function termsOf(text: string): SureTerms {
  const words: { term: string; folded: string; at: number }[] = [];
  const characters: string[] = [];
  for (const [at, { folded, single, start, end }] of wordsOf(text).entries()) {
    if (single) characters.push(folded);
    else if (isSure(text, folded, start, end)) words.push({ term: stemOf(folded), folded, at });
  }
  return { text, words, characters };
}

function isSure(text: string, folded: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const word = text.slice(start, end);
  if (isLatin(before) || isLatin(after)) return false;
  if (/^\d+$/u.test(word)) return !/[.,]/u.test(before + after);
  if (!/^\p{L}{2,}$/u.test(word) || STOP_WORDS.has(folded)) return false;
  const apostrophe = (mark: string, letter: string) => APOSTROPHE.test(mark) && LETTER.test(letter);
  return !apostrophe(before, text.charAt(start - 2)) && !apostrophe(after, text.charAt(end + 1));
}

/** Whether a character would be part of the same word, were it written otherwise. */
function isLatin(character: string): boolean {
  return (
    LETTER.test(character) &&
    !/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  );
}
