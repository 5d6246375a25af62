import { idfOf } from "./bm25.ts";
import type { Hit, TermStatistics } from "./index.ts";

/** Neighbours of a passage that speak for it. */
const NEIGHBOURS = 4;
/** Part of their score that counts, where they were the same text. */
const WEIGHT = 0.8;
/** Share of the passages above which a term says nothing of what passages are about. */
const COMMON = 0.2;

/**
 * What the passages most like each one add to its score: those that are about the same answer the same questions
 * (score regularization, Diaz 2005, https://doi.org/10.1145/1099554.1099722). Likeness is the cosine of their terms,
 * weighted by frequency and rarity. In the order of `hits`.
 */
export function neighbourScores(hits: readonly Hit[], statistics: TermStatistics): Float64Array {
  const likeness = likenessOf(hits, statistics);
  return Float64Array.from(hits, (_, at) => {
    const near = hits
      .map(({ score }, other) => ({ like: other === at ? 0 : likeness[at * hits.length + other]!, score }))
      .sort((a, b) => b.like - a.like)
      .slice(0, NEIGHBOURS);
    return (WEIGHT * near.reduce((sum, { like, score }) => sum + like * score, 0)) / NEIGHBOURS;
  });
}

/** How alike each two are, 0 to 1: row by row. */
function likenessOf(hits: readonly Hit[], statistics: TermStatistics): Float64Array {
  const size = hits.length;
  const products = new Float64Array(size * size);
  for (const { at, weights } of postingsOf(hits, statistics).values()) {
    for (let a = 0; a < at.length; a += 1) {
      const row = at[a]! * size;
      for (let b = 0; b <= a; b += 1) products[row + at[b]!]! += weights[a]! * weights[b]!;
    }
  }
  const norms = hits.map((_, at) => Math.sqrt(products[at * size + at]!) || 1);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const like = products[row * size + column]! / (norms[row]! * norms[column]!);
      products[row * size + column] = like;
      products[column * size + row] = like;
    }
  }
  return products;
}

/** The hits that have a term, ascending, and the term's weight in each. */
interface Postings {
  readonly at: number[];
  readonly weights: number[];
}

function postingsOf(hits: readonly Hit[], statistics: TermStatistics): Map<number, Postings> {
  const postings = new Map<number, Postings>();
  for (const [at, { tokens }] of hits.entries()) {
    for (const number of tokens) {
      const known = postings.get(number);
      if (known === undefined) postings.set(number, { at: [at], weights: [1] });
      else if (known.at.at(-1) === at) known.weights[known.weights.length - 1]! += 1;
      else {
        known.at.push(at);
        known.weights.push(1);
      }
    }
  }
  for (const [number, { weights }] of postings) {
    const frequency = statistics.frequencyOf(number);
    const isTelling = frequency > 1 && frequency <= statistics.size * COMMON;
    const idf = isTelling ? idfOf(frequency, statistics.size) : 0;
    for (let at = 0; at < weights.length; at += 1) weights[at] = idf * (1 + Math.log(weights[at]!));
  }
  return postings;
}
