import type { Range } from "../range.ts";
import { MORPHEME } from "./analyse.ts";
import { isJoined, isName, type Asked } from "./asked.ts";
import { idfOf } from "./bm25.ts";
import type { Speller } from "./correct.ts";
import type { TermStatistics } from "./index.ts";

/** One thing that is asked for. */
export interface Wanted {
  readonly terms: readonly string[];
  /** How much it tells: the inverse document frequency of its rarest term; that of an unknown word is the highest. */
  readonly weight: number;
}

/**
 * What an unknown word of two characters in Hangul, Han or kana counts: most texts are English and name only people, places and terms in
 * those scripts, so that such a word is missing says little.
 */
const UNKNOWN_JOINED = 0.6;
/** What a word counts that no text has: that nothing is known of it says most. */
const UNKNOWN = 2;
/** Share of the passages below which a word is as telling as it can be: a rarer one is no better evidence. */
const RARE = 0.03;
/** UTF-16 units of the longest word that is one; longer runs of letters are no evidence of anything. */
const WORD_MAX = 40;
/**
 * Tokens that lie over each other stand for one thing: a name and the words in it, a Korean word and its pairs. A pair of
 * characters that lies across the border of a name or of a translated word says nothing of its own.
 */
export function wantedBy(asked: readonly Asked[], index: TermStatistics & Speller): Wanted[] {
  const units = asked.filter((token) => isName(token) || (token.added && !isJoined(token.term)));
  const straddles = ({ start, end }: Range) =>
    units.some((unit) => start < unit.end && end > unit.start && !(start >= unit.start && end <= unit.end));
  const groups: { end: number; terms: Set<string> }[] = [];
  for (const token of asked.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const { term, start, end } = token;
    if (isJoined(term) && !term.startsWith(MORPHEME) && straddles(token)) continue;
    const last = groups.at(-1);
    if (last !== undefined && start < last.end) {
      last.terms.add(term);
      last.end = Math.max(last.end, end);
    } else groups.push({ end, terms: new Set([term]) });
  }
  return groups
    .filter(({ terms }) => [...terms].some((term) => term.length <= WORD_MAX))
    .map(({ terms }) => ({ terms: [...terms], weight: weightOf([...terms], index) }));
}

function weightOf(terms: readonly string[], index: TermStatistics & Speller): number {
  const rare = Math.max(1, index.size * RARE);
  const frequencies = terms.map((term) => index.frequency(term)).filter((frequency) => frequency > 0);
  if (frequencies.length > 0) return idfOf(Math.max(rare, Math.min(...frequencies)), index.size);
  const most = idfOf(rare, index.size);
  if (terms.some((term) => index.isParaphrase(term))) return most;
  if (!terms.every(isJoined)) return most * UNKNOWN;
  // Pairs overlap: three of them are four characters, two words. A morpheme is the same word once more.
  const pairs = terms.filter((term) => !term.startsWith(MORPHEME)).length;
  return most * UNKNOWN_JOINED * Math.max(1, Math.ceil(pairs / 2));
}
