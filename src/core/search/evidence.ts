import type { Hit } from "./index.ts";

/** The share of a query's terms a passage must have: below it the answer would be a guess. */
const SHARE = 1 / 3;

/**
 * Keeps the hits that answer the query rather than share a word with it: at least a third of its terms, and at least
 * two where it has four or more. "Nothing found" is an answer; a passage that has one word of six is not.
 */
export function withEvidence(hits: readonly Hit[], terms: readonly string[]): Hit[] {
  const needed = terms.length >= 4 ? Math.max(2, Math.ceil(terms.length * SHARE)) : 1;
  return hits.filter((hit) => hit.terms.length >= needed);
}
