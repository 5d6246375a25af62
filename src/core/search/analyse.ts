import { stemmer } from "stemmer";
import { eng } from "stopword";
import type { Range } from "../range.ts";

/** A term of the index and the run of characters of the text it was made from. */
export interface Token extends Range {
  term: string;
}

const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/** Abbreviations with full stops (`U.S.`), numbers with separators inside (`2,397`), and words of any script. */
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu;

/** Scripts written without spaces between words, or with endings joined to them: indexed as pairs of characters. */
const PAIRED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * The terms of a text, for passages and queries alike: case and compatibility forms folded, English stop words left
 * out and the rest stemmed (Porter), Korean, Chinese and Japanese as overlapping pairs of characters so that endings
 * such as 조사 do not hide a word; a single character stands for itself.
 */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) wordTokens(match[0], match.index, tokens);
  return tokens;
}

/** The different terms of a text, in the order they first occur. */
export function termsOf(text: string): string[] {
  return [...new Set(analyse(text).map(({ term }) => term))];
}

function wordTokens(word: string, offset: number, tokens: Token[]): void {
  let from = 0;
  for (const run of word.matchAll(PAIRED)) {
    latinToken(word.slice(from, run.index), offset + from, tokens);
    pairTokens(run[0], offset + run.index, tokens);
    from = run.index + run[0].length;
  }
  latinToken(word.slice(from), offset + from, tokens);
}

function latinToken(word: string, start: number, tokens: Token[]): void {
  if (word === "") return;
  const end = start + word.length;
  // `U.S.` and `US` are one term. Stop words are lower-case words: `US` and `IT` in capitals are names.
  const plain = word.replaceAll(".", "");
  const shouted = plain.length > 1 && plain === plain.toUpperCase() && /\p{L}/u.test(plain);
  const folded = foldCase(/^\p{N}/u.test(word) ? word.replaceAll(",", "") : plain);
  // What is left of `Kim's` and `can't` once the apostrophe has parted them.
  if (folded === "s" || folded === "t") return;
  if (!shouted && STOP_WORDS.has(folded)) return;
  const term = /^[a-z]{3,}$/u.test(folded) ? stemmer(folded) : folded;
  if (term !== "") tokens.push({ term, start, end });
}

function pairTokens(run: string, start: number, tokens: Token[]): void {
  const characters = Array.from(run);
  if (characters.length === 1) tokens.push({ term: foldCase(run), start, end: start + run.length });
  let at = start;
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const pair = characters[i]! + characters[i + 1]!;
    tokens.push({ term: foldCase(pair), start: at, end: at + pair.length });
    at += characters[i]!.length;
  }
}

/** NFKC, lower case, without accents on Latin, Greek and Cyrillic letters (Hangul syllables are put together again). */
function foldCase(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC");
}
