import { NAMED, plainTokens, type Analyser, type Token } from "./analyse.ts";
import {
  NAME_WEIGHT,
  besides,
  inKorean,
  isName,
  ofMorphemes,
  ofOneSyllable,
  spelledInEnglish,
  translated,
  weightTyped,
  withoutSpelledOut,
  type Asked,
  type Reader,
} from "./asked.ts";
import { generalIn, isFunctionWord, isGeneral, withoutAsking } from "./asking.ts";
import { corrections, type Correction } from "./correct.ts";
import type { WeightedTerm } from "./index.ts";
import type { Operand } from "./grammar.ts";
import { wantedBy, type Wanted } from "./wanted.ts";
import { isAscii, wordsOf, type Word } from "./words.ts";

/** Terms of a question that are searched: the rarest ones; the others are left out. No question may run long. */
export const MAX_TERMS = 32;

/** What a question asks for, in the terms of an index. */
export interface Question {
  readonly terms: readonly WeightedTerm[];
  /** Terms that stand side by side in the question. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Things asked for, each by the terms that would show it: a name, a word. For judging whether a passage answers. */
  readonly wanted: readonly Wanted[];
  /** Words that were searched beside those typed: other names, corrected spellings. */
  readonly searchedAlso: readonly string[];
  /** Whether terms were left out. */
  readonly shortened: boolean;
}

/** A term that is repeated in a question counts more, but never much more (the `k3` of BM25, Robertson et al. 1994). */
const REPEATED = 8;

/** Other names told per name in `searchedAlso`. */
const TOLD = 2;

/** What is read: free words, and beside them what is searched as it is written or as the name that it is. */
export interface Written {
  readonly words: string;
  /** Phrases in quotation marks: no other names, no corrections, no translations. */
  readonly quoted?: readonly string[];
  /** Groups of which one is asked for. */
  readonly either?: readonly (readonly Pick<Operand, "text" | "phrase">[])[];
  /** Ids of entries of the lexicon. */
  readonly named?: readonly string[];
}

/**
 * Reads a question: words, names under all their forms, dates, translations, and spellings that the index knows. Terms to
 * `keep` are searched however many there are.
 */
export function readQuestion(written: Written, reader: Reader, keep: readonly string[] = []): Question {
  const { words: query, quoted = [], either = [], named = [] } = written;
  const { index, analyser } = reader;
  const words = wordsOf(query);
  const corrected = corrections(words, index, analyser.lexicon);
  const asked = [
    ...askedFreely(query, words, corrected, reader),
    ...besides(query.length, { quoted, either, named }, analyser),
  ];
  const weighed = new Map<string, { count: number; weight: number; own: boolean }>();
  for (const { term, weight, added } of asked) {
    const known = weighed.get(term);
    if (known === undefined) weighed.set(term, { count: 1, weight, own: !added });
    else {
      known.count += 1;
      known.weight = Math.max(known.weight, weight);
      known.own ||= !added;
    }
  }
  const general = generalIn(query);
  const telling = asked.filter((token) => !isFunctionWord(token, query));
  // Who asks for such a noun alone asks for it.
  const particular = telling.filter((token) => !isGeneral(token, general));
  const known: (WeightedTerm & { frequency: number; rank: number })[] = [];
  for (const [term, { count, weight, own }] of weighed) {
    const frequency = index.frequency(term);
    if (frequency === 0 && !index.isParaphrase(term)) continue;
    const rank = keep.includes(term) ? 0 : own ? 1 : 2;
    known.push({ term, weight: (weight * count * (REPEATED + 1)) / (count + REPEATED), frequency, rank });
  }
  const rarest = known.sort((a, b) => a.rank - b.rank || a.frequency - b.frequency).slice(0, MAX_TERMS);
  const all = () => [query, ...quoted, ...either.flat().map(({ text }) => text)].join("\n");
  return {
    terms: rarest.map(({ term, weight }) => ({ term, weight })),
    pairs: [words, ...quoted.map(wordsOf)].flatMap(pairsOf).slice(0, MAX_TERMS),
    wanted: wantedBy(particular.length === 0 ? telling : particular, index),
    // An organisation and the term for it share their names.
    searchedAlso: [...new Set([...corrected.map(({ shown }) => shown), ...otherNames(all, asked, analyser)])],
    shortened: known.length > MAX_TERMS,
  };
}

/** What the free words ask for. */
function askedFreely(
  query: string,
  words: readonly Word[],
  corrected: readonly Correction[],
  reader: Reader,
): Asked[] {
  const typed = reader.analyser.analyse(query, true, words);
  const spelt = corrected.flatMap(({ start, end, terms }) =>
    terms.map((term): Asked => ({
      term,
      start,
      end,
      weight: isName({ term }) ? NAME_WEIGHT : 1,
      added: true,
    })),
  );
  // A name that was misspelt is one all the same.
  const names = [...typed, ...spelt].filter(isName);
  const asTyped = (tokens: readonly Token[]) =>
    tokens.map((token): Asked => {
      const { term, start, end } = token;
      return { term, start, end, weight: weightTyped(token, query, names), added: false };
    });
  // All the rest is for Hangul, Han and kana.
  if (isAscii(query)) return [...asTyped(typed), ...spelt, ...inKorean(typed, reader)];
  const english = translated(words, typed, reader);
  return [
    ...asTyped(withoutAsking(withoutSpelledOut(typed), query, [...names, ...english])),
    ...spelt,
    ...english,
    ...ofMorphemes(typed, english, reader),
    ...ofOneSyllable(typed),
    ...inKorean(typed, reader),
    ...spelledInEnglish(query, typed, reader),
  ];
}

/** Neighbours in the order in which they were typed, stop words between them left out. */
function pairsOf(words: readonly Word[]): (readonly [string, string])[] {
  if (words.length < 2) return [];
  const terms = plainTokens(words).map(({ term }) => term);
  return terms.slice(1).map((term, at) => [terms[at]!, term] as const);
}

/** Names of what is asked for that `all` that was typed has not. */
function otherNames(all: () => string, tokens: readonly Token[], { lexicon }: Analyser): string[] {
  const ids = new Set(tokens.filter(isName).map(({ term }) => term.slice(NAMED.length)));
  if (ids.size === 0) return [];
  const typed = all().toLowerCase();
  return [...ids].flatMap((id) =>
    lexicon
      .formsOf(id)
      .filter((form) => !typed.includes(form.toLowerCase()))
      .slice(0, TOLD),
  );
}
