import type { Hit } from "./index.ts";
import type { Question } from "./question.ts";

/** The share of what is asked for, by weight, that the best passage must show: below it every answer is a guess. */
const SHARE = 0.38;
/** The part of the best one's share that every other hit must show: what shares but a word with the question is none. */
const FAIR = 0.25;
/** Things of a long question that are looked for; nobody's passage shows them all. */
const LOOKED_FOR = 6;
/** Hits among which the best one is looked for. */
const BEST_OF = 50;

/**
 * The hits that answer: those that show a fair part of what the best one shows, or none at all where the best one shows
 * too little of what is asked for. "Nothing found" is an answer.
 */
export function withEvidence(hits: readonly Hit[], { wanted }: Question): readonly Hit[] {
  const asked = wanted
    .map(({ weight }) => weight)
    .sort((a, b) => b - a)
    .slice(0, LOOKED_FOR)
    .reduce((sum, weight) => sum + weight, 0);
  if (asked === 0) return [];
  const shown = hits.map((hit) => shownBy(hit, wanted));
  const best = Math.max(0, ...shown.slice(0, BEST_OF));
  return best / asked < SHARE ? [] : hits.filter((_, index) => shown[index]! >= best * FAIR);
}

/** Code after the last ASCII one: what begins below it is a name, a date or a word, not a pair of characters. */
const ASCII_END = 0x80;

/** The weight of what a hit shows of what is asked for. */
function shownBy({ terms: found }: Hit, wanted: Question["wanted"]): number {
  return wanted.reduce((sum, { terms, weight }) => sum + weight * partFound(terms, found), 0);
}

/** A name is found or not; of the pairs of a word in Hangul or Han, some may be. */
function partFound(terms: readonly string[], found: readonly string[]): number {
  let matched = 0;
  for (const term of terms) {
    if (!found.includes(term)) continue;
    if (term.charCodeAt(0) < ASCII_END) return 1;
    matched += 1;
  }
  return matched / terms.length;
}
