import { idfOf } from "./bm25.ts";
import type { Hit, TermStatistics } from "./index.ts";

/** Neighbours of a passage that speak for it. */
const NEIGHBOURS = 4;
/** Part of their mean score that counts, multiplied with their likeness. */
const WEIGHT = 0.8;
/** Likeness from which two are one text, such as a story that several outlets print: it says nothing twice. */
const SAME_TEXT = 0.95;
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
    const row = likeness.subarray(at * hits.length, (at + 1) * hits.length);
    let sum = 0;
    for (const other of nearest(row, at)) sum += row[other]! * hits[other]!.score;
    return (WEIGHT * sum) / NEIGHBOURS;
  });
}

/** The places of those that are most like the one whose row it is, and not the same, the most alike first. */
function nearest(row: Float64Array, own: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < row.length; at += 1) {
    if (at === own || row[at] === 0 || row[at]! > SAME_TEXT) continue;
    let place = best.length;
    while (place > 0 && row[best[place - 1]!]! < row[at]!) place -= 1;
    if (place < NEIGHBOURS) best.splice(place, 0, at);
    if (best.length > NEIGHBOURS) best.pop();
  }
  return best;
}

/** How alike each two are, 0 to 1: row by row. */
function likenessOf(hits: readonly Hit[], statistics: TermStatistics): Float64Array {
  const size = hits.length;
  const norms = new Float64Array(size);
  const products = new Float64Array(size * size);
  for (const [number, places] of postingsOf(hits)) {
    const frequency = statistics.frequencyOf(number);
    if (frequency < 2 || frequency > statistics.size * COMMON) continue;
    const idf = idfOf(frequency, statistics.size);
    const weights = places.map(({ count }) => idf * (1 + Math.log(count)));
    for (let a = 0; a < places.length; a += 1) {
      const row = places[a]!.at * size;
      norms[places[a]!.at]! += weights[a]! ** 2;
      for (let b = 0; b < a; b += 1) products[row + places[b]!.at]! += weights[a]! * weights[b]!;
    }
  }
  for (let row = 1; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const product = products[row * size + column]!;
      if (product === 0) continue;
      const like = product / Math.sqrt(norms[row]! * norms[column]!);
      products[row * size + column] = like;
      products[column * size + row] = like;
    }
  }
  return products;
}

/** A hit that has a term, by its place, and how often. */
interface Posting {
  readonly at: number;
  count: number;
}

/** By the terms' numbers; places ascend. */
function postingsOf(hits: readonly Hit[]): Map<number, Posting[]> {
  const postings = new Map<number, Posting[]>();
  for (const [at, { tokens }] of hits.entries()) {
    for (const number of tokens) {
      const known = postings.get(number);
      const last = known?.at(-1);
      if (known === undefined) postings.set(number, [{ at, count: 1 }]);
      else if (last!.at === at) last!.count += 1;
      else known.push({ at, count: 1 });
    }
  }
  return postings;
}
