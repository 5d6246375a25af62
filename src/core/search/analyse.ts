import { STOP_WORDS } from "./stop-words.ts";
import type { Range } from "../range.ts";
import { datesIn } from "./dates.ts";
import { Lexicon } from "./lexicon.ts";
import type { Morphology } from "./morphology.ts";
import { isKorean } from "./morphology.ts";
import { stemOf, wordsOf, type Word } from "./words.ts";

/** A term of the index and the run of characters of the text it was made from. */
export interface Token extends Range {
  term: string;
}

/** Begins a term that stands for a lexicon entry; no word has it. */
export const NAMED = "@";
/** Begins a term that stands for a day or a month; no word has it. */
const DATED = "#";
/** Begins a term that is a Korean morpheme; no word has it. */
export const MORPHEME = "%";

const ALL_KINDS: ReadonlySet<string> = new Set([NAMED, DATED, MORPHEME]);

/** What an {@link Analyser} knows of names and of Korean; without them it takes texts as plain words. */
export interface AnalyserParts {
  readonly lexicon?: Lexicon;
  readonly morphology?: Morphology | null;
}

/** Turns texts into terms, passages and questions alike. */
export class Analyser {
  /** The names by which people, places and terms are found. */
  readonly lexicon: Lexicon;
  readonly #morphology: Morphology | null;

  constructor({ lexicon = new Lexicon(), morphology = null }: AnalyserParts = {}) {
    this.lexicon = lexicon;
    this.#morphology = morphology;
  }

  /**
   * The terms of a text: case and compatibility forms folded, English stop words left out and the rest stemmed
   * (Porter), Korean, Chinese and Japanese as overlapping pairs of characters so that endings such as 조사 do not hide a
   * word; a single character stands for itself. Beside them the nouns and the stems of verbs of a Korean text, a term
   * for each entry of the lexicon that is named, whatever the script, and one for each day and month. `typed`: by
   * somebody who need not write capitals. `words`: those of the text, for who has them already.
   */
  analyse(text: string, typed = false, words: readonly Word[] = wordsOf(text)): Token[] {
    return this.#tokens(text, words, ALL_KINDS, typed);
  }

  /** Where these terms stand in a text, in no order. What none of them can be is not looked for. */
  find(text: string, terms: ReadonlySet<string>): Token[] {
    const kinds = new Set(Array.from(terms, (term) => term.charAt(0)));
    const words = wordsOf(text);
    const tokens = this.#tokens(text, words, kinds, false).filter(({ term }) => terms.has(term));
    // A character of which a question consists stands inside longer words too.
    const singles = words
      .filter(({ single, folded }) => single && terms.has(folded))
      .map(({ folded, start, end }) => ({ term: folded, start, end }));
    return [...tokens, ...singles];
  }

  #tokens(text: string, words: readonly Word[], kinds: ReadonlySet<string>, typed: boolean): Token[] {
    const tokens = plainTokens(words);
    if (kinds.has(MORPHEME) && this.#morphology !== null && isKorean(text)) {
      for (const { form, start, end } of this.#morphology(text))
        tokens.push({ term: MORPHEME + form, start, end });
    }
    const namings = kinds.has(NAMED) ? this.lexicon.namings(words, typed) : [];
    for (const { start, end, ids } of namings) {
      for (const id of ids) tokens.push({ term: NAMED + id, start, end });
    }
    for (const { date, start, end } of kinds.has(DATED) ? datesIn(text) : []) {
      tokens.push({ term: DATED + date.slice(0, 7), start, end });
      if (date.length > 7) tokens.push({ term: DATED + date, start, end });
    }
    return tokens;
  }

  /** Whether a term stands for an entry of the lexicon. */
  isName(term: string): boolean {
    return term.startsWith(NAMED) && this.lexicon.formsOf(term.slice(NAMED.length)).length > 0;
  }

  /** The different terms of a text, in the order they first occur. */
  termsOf(text: string): string[] {
    return [...new Set(this.analyse(text).map(({ term }) => term))];
  }
}

/** The terms of words alone, without names, dates and morphemes. */
export function plainTokens(words: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  for (const [index, word] of words.entries()) {
    if (word.single) pairAt(words, index, tokens);
    else plain(word, tokens);
  }
  return tokens;
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
