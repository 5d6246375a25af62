import { eng } from "stopword";
import type { Range } from "../range.ts";
import { datesIn } from "./dates.ts";
import { Lexicon } from "./lexicon.ts";
import { stemOf, wordsOf, type Word } from "./words.ts";

/** A term of the index and the run of characters of the text it was made from. */
export interface Token extends Range {
  term: string;
}

const STOP_WORDS: ReadonlySet<string> = new Set(eng);
const NOBODY = new Lexicon();

/** Begins a term that stands for a lexicon entry; no word has it. */
export const NAMED = "@";
/** Begins a term that stands for a day or a month; no word has it. */
const DATED = "#";

/**
 * The terms of a text, for passages and queries alike: case and compatibility forms folded, English stop words left
 * out and the rest stemmed (Porter), Korean, Chinese and Japanese as overlapping pairs of characters so that endings
 * such as 조사 do not hide a word; a single character stands for itself. Beside them a term for each entry of the
 * lexicon that is named, whatever the script, and for each day and month.
 */
export function analyse(text: string, lexicon: Lexicon = NOBODY): Token[] {
  const words = wordsOf(text);
  const tokens: Token[] = [];
  for (const [index, word] of words.entries()) {
    if (word.single) pairAt(words, index, tokens);
    else plain(word, tokens);
  }
  for (const { start, end, ids } of lexicon.namings(words)) {
    for (const id of ids) tokens.push({ term: NAMED + id, start, end });
  }
  for (const { date, start, end } of datesIn(text)) {
    tokens.push({ term: DATED + date.slice(0, 7), start, end });
    if (date.length > 7) tokens.push({ term: DATED + date, start, end });
  }
  return tokens;
}

/** The different terms of a text, in the order they first occur. */
export function termsOf(text: string, lexicon: Lexicon = NOBODY): string[] {
  return [...new Set(analyse(text, lexicon).map(({ term }) => term))];
}

function plain({ folded, capitals, start, end }: Word, tokens: Token[]): void {
  // What is left of `Kim's` and `can't` once the apostrophe has parted them.
  if (folded === "s" || folded === "t" || folded === "") return;
  // Stop words are lower-case words: `US` and `IT` in capitals are names.
  if (!capitals && STOP_WORDS.has(folded)) return;
  tokens.push({ term: stemOf(folded), start, end });
}

/** A character with the one right after it; alone where it stands alone. */
function pairAt(words: readonly Word[], index: number, tokens: Token[]): void {
  const word = words[index]!;
  const next = words[index + 1];
  const joins = (a: Word | undefined, b: Word | undefined) =>
    a?.single === true && b?.single === true && a.end === b.start;
  if (joins(word, next)) tokens.push({ term: word.folded + next!.folded, start: word.start, end: next!.end });
  else if (!joins(words[index - 1], word))
    tokens.push({ term: word.folded, start: word.start, end: word.end });
}
