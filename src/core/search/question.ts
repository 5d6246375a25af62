import { NAMED, analyse, type Token } from "./analyse.ts";
import type { SearchIndex, WeightedTerm } from "./index.ts";
import type { Lexicon } from "./lexicon.ts";
import { stemOf, wordsOf } from "./words.ts";

/** Terms of a question that are searched: the rarest ones; the others are left out. No question may run long. */
export const MAX_TERMS = 32;

/** What a question asks for, in the terms of an index. */
export interface Question {
  readonly terms: readonly WeightedTerm[];
  /** Things asked for, each by the terms that would show it: a name, a word. For judging whether a passage answers. */
  readonly wanted: readonly Wanted[];
  /** Words that were searched beside those typed: other names, corrected spellings. */
  readonly searchedAlso: readonly string[];
  /** Whether terms were left out. */
  readonly shortened: boolean;
}

/** One thing that is asked for. */
export interface Wanted {
  readonly terms: readonly string[];
  /** How much it tells: the inverse document frequency of its rarest term; that of an unknown word is the highest. */
  readonly weight: number;
}

/** A term that is repeated in a question counts more, but never much more (the `k3` of BM25, Robertson et al. 1994). */
const REPEATED = 8;
/** What a name found by the lexicon counts beside a word. */
const NAME_WEIGHT = 1.3;
/**
 * What an unknown word in Hangul, Han or kana counts: most texts are English and name only people, places and terms in
 * those scripts, so that such a word is missing says little.
 */
const UNKNOWN_JOINED = 0.1;
/** Share of the passages below which a word is as telling as it can be: a rarer one is no better evidence. */
const RARE = 0.03;
/** UTF-16 units of the longest word that is one; longer runs of letters are no evidence of anything. */
const WORD_MAX = 40;
/** Other names told per name in `searchedAlso`. */
const TOLD = 2;

/** Reads a question: words, names under all their forms, dates, and corrected spellings of words that nothing has. */
export function readQuestion(query: string, index: SearchIndex, lexicon: Lexicon): Question {
  const corrected = correct(query, index, lexicon);
  const tokens = [query, ...corrected].flatMap((text) => withoutSpelledOut(analyse(text, lexicon)));
  const counts = new Map<string, number>();
  for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rarest = [...counts.keys()]
    .filter((term) => index.frequency(term) > 0)
    .sort((a, b) => index.frequency(a) - index.frequency(b));
  return {
    terms: rarest.slice(0, MAX_TERMS).map((term) => {
      const count = counts.get(term)!;
      const repeated = (count * (REPEATED + 1)) / (count + REPEATED);
      return { term, weight: term.startsWith(NAMED) ? repeated * NAME_WEIGHT : repeated };
    }),
    wanted: wantedBy(
      analyse(query, lexicon),
      corrected.flatMap((text) => analyse(text, lexicon)),
      index,
    ),
    // An organisation and the term for it share their names.
    searchedAlso: [...new Set([...corrected, ...otherNames(query, tokens, lexicon)])],
    shortened: rarest.length > MAX_TERMS,
  };
}

/** How much a term tells, as in BM25: rare ones tell more. */
function weightOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/** Words that no passage has, as the passages spell them. */
function correct(query: string, index: SearchIndex, lexicon: Lexicon): string[] {
  const words = wordsOf(query);
  const named = lexicon.namings(words);
  return words.flatMap((word) => {
    if (word.single || index.frequency(stemOf(word.folded)) > 0) return [];
    if (named.some(({ start, end }) => word.start >= start && word.end <= end)) return [];
    return index.respell(word.folded) ?? [];
  });
}

/** Tokens that lie over each other stand for one thing: a name and the words in it, the pairs of a Korean word. */
function wantedBy(tokens: readonly Token[], corrected: readonly Token[], index: SearchIndex): Wanted[] {
  const groups: { end: number; terms: Set<string> }[] = [];
  for (const { term, start, end } of tokens.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = groups.at(-1);
    if (last !== undefined && start < last.end) {
      last.terms.add(term);
      last.end = Math.max(last.end, end);
    } else groups.push({ end, terms: new Set([term]) });
  }
  // A corrected word stands for the misspelt one; both may be matched.
  const spare = corrected.map(({ term }) => term);
  return groups
    .filter(({ terms }) => [...terms].some((term) => term.length <= WORD_MAX))
    .map(({ terms }) => {
      const known = [...terms].filter((term) => index.frequency(term) > 0);
      const all = known.length === 0 ? [...terms, ...spare] : [...terms];
      const frequencies = all.map((term) => index.frequency(term)).filter((frequency) => frequency > 0);
      const rare = Math.max(1, index.size * RARE);
      const weight = weightOf(
        frequencies.length === 0 ? rare : Math.max(rare, Math.min(...frequencies)),
        index.size,
      );
      return {
        terms: all,
        weight: frequencies.length === 0 && isJoined(all) ? weight * UNKNOWN_JOINED : weight,
      };
    });
}

/**
 * A name in Hangul or Han is searched as the name alone: its characters would favour the few texts that spell it in that
 * script over all those that are about it.
 */
function withoutSpelledOut(tokens: readonly Token[]): Token[] {
  const names = tokens.filter(({ term }) => term.startsWith(NAMED));
  return tokens.filter(
    ({ term, start, end }) =>
      !isJoined([term]) || !names.some((name) => start >= name.start && end <= name.end),
  );
}

function isJoined(terms: readonly string[]): boolean {
  return terms.every((term) =>
    /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term),
  );
}

function otherNames(query: string, tokens: readonly Token[], lexicon: Lexicon): string[] {
  const typed = query.toLowerCase();
  const ids = new Set(
    tokens.filter(({ term }) => term.startsWith(NAMED)).map(({ term }) => term.slice(NAMED.length)),
  );
  return [...ids].flatMap((id) =>
    lexicon
      .formsOf(id)
      .filter((form) => !typed.includes(form.toLowerCase()))
      .slice(0, TOLD),
  );
}
