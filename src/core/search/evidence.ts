import type { Hit } from "./index.ts";
import type { Question } from "./question.ts";

/** The share of what is asked for, by weight, that the best passage must show: below it every answer is a guess. */
const SHARE = 0.38;
/** Things of a long question that are looked for; nobody's passage shows them all. */
const LOOKED_FOR = 6;
/** Hits among which the best one is looked for. */
const BEST_OF = 50;

/** The greatest share of what is asked for that any of the best hits shows, from 0 to 1. */
function evidence(hits: readonly Hit[], { wanted }: Question): number {
  return hits.slice(0, BEST_OF).reduce((best, hit) => Math.max(best, shareOf(hit, wanted)), 0);
}

/** The hits, or none of them where none shows enough of what is asked for. "Nothing found" is an answer. */
export function withEvidence(hits: readonly Hit[], question: Question): readonly Hit[] {
  return evidence(hits, question) >= SHARE ? hits : [];
}

function shareOf({ terms }: Hit, wanted: Question["wanted"]): number {
  const found = new Set(terms);
  const shown = wanted.reduce((sum, { terms: any, weight }) => sum + weight * partFound(any, found), 0);
  const all = wanted
    .map(({ weight }) => weight)
    .sort((a, b) => b - a)
    .slice(0, LOOKED_FOR)
    .reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : Math.min(1, shown / all);
}

/** A name is found or not; of the pairs of a word in Hangul or Han, some may be. */
function partFound(terms: readonly string[], found: ReadonlySet<string>): number {
  const matched = terms.filter((term) => found.has(term)).length;
  const whole = terms.some((term) => found.has(term) && /^[@#a-z0-9]/u.test(term));
  return whole ? 1 : matched / terms.length;
}
