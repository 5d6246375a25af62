import { idfOf, saturation } from "./bm25.ts";
import type { Hit, TermStatistics, WeightedTerm } from "./index.ts";
import { neighbourScores } from "./neighbours.ts";

/** Hits that are ordered anew; those behind them keep their places. */
const CANDIDATES = 100;
/** The best of them, whose neighbours among them speak for them. */
const NEIGHBOURING = 30;
/** Best hits that are taken for relevant. */
const TRUSTED = 15;
/** Hits from which the best of them tell anything about the others. */
const FEEDBACK_MIN = 5;
/** Terms of theirs that are asked for too. */
const FEEDBACK_TERMS = 20;
/** Part of the new question that these terms are: enough to help, too little to lead it astray where they are wrong. */
const FEEDBACK_SHARE = 0.2;
/** Share of the passages above which a term of theirs says nothing. */
const COMMON = 0.1;
/** Part of the score of a document's other best passage that counts for this one. */
const CONTEXT_WEIGHT = 0.15;
/** Hits that speak for the documents they are linked with, and the part of their score that does. */
const LINKING = 20;
const LINK_WEIGHT = 0.12;
/** That part for a position: whoever reads one side should be shown the other, which may use other words. */
const SIDE_WEIGHT = 0.3;
/** What a pair of terms that stand side by side counts beside one term. */
const PAIR_WEIGHT = 0.15;

/** What is asked for, in an index's terms. */
export interface Asked {
  readonly terms: readonly WeightedTerm[];
  /** Terms that stand side by side in the question. */
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * The second stage: pairs of the question's terms that stand together, what else the document says, the words that the
 * best hits share, and what is most like a hit among them (pseudo-relevance feedback after RM3, Abdul-Jaleel et al. 2004, https://scholarworks.umass.edu/entities/publication/0c7a8fb9;
 * weighted by idf, and only to order what was found, not to find more).
 */
export function rerank(hits: readonly Hit[], asked: Asked, statistics: TermStatistics): readonly Hit[] {
  if (hits.length < 2) return hits;
  const candidates = hits.slice(0, CANDIDATES);
  const scores = Float64Array.from(candidates, ({ score }) => score);
  const add = (worth: (hit: Hit) => number) => {
    for (const [at, hit] of candidates.entries()) scores[at]! += worth(hit);
  };
  const order = () => candidates.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
  add(contextScores(candidates));
  add(linkScores(candidates));
  if (asked.pairs.length > 0) add(pairScores(asked, statistics));
  // One word says too little to tell what the best hits have in common beside it.
  if (hits.length >= FEEDBACK_MIN && asked.terms.length > 1) {
    const trusted = order().slice(0, TRUSTED);
    add(
      feedbackScores(
        trusted.map((at) => ({ ...candidates[at]!, score: scores[at]! })),
        asked,
        statistics,
      ),
    );
  }
  const leading = order().slice(0, NEIGHBOURING);
  const near = neighbourScores(
    leading.map((at) => ({ ...candidates[at]!, score: scores[at]! })),
    statistics,
  );
  for (const [place, at] of leading.entries()) scores[at]! += near[place]!;
  const again = order().map((at): Hit => ({ ...candidates[at]!, score: scores[at]! }));
  return [...again, ...hits.slice(CANDIDATES)];
}

/** What the best other passage of the same document adds: a text that is about the question is more than one passage. */
function contextScores(hits: readonly Hit[]): (hit: Hit) => number {
  const best = new Map<string, readonly Hit[]>();
  // Hits come best first, so the first two of a document are its best.
  for (const hit of hits) {
    const known = best.get(hit.passage.documentId) ?? [];
    if (known.length < 2) best.set(hit.passage.documentId, [...known, hit]);
  }
  return (hit) => {
    const other = best.get(hit.passage.documentId)!.find((one) => one !== hit);
    return other === undefined ? 0 : other.score * CONTEXT_WEIGHT;
  };
}

/** What the best of the documents that a document is linked with adds: a record's answer may stand in its neighbour. */
function linkScores(hits: readonly Hit[]): (hit: Hit) => number {
  const best = new Map<string, number>();
  for (const { document, score } of hits.slice(0, LINKING))
    if (!best.has(document.id)) best.set(document.id, score);
  return ({ document }) => {
    let most = 0;
    for (const link of document.links) most = Math.max(most, best.get(link) ?? 0);
    return most * (isPosition(document) ? SIDE_WEIGHT : LINK_WEIGHT);
  };
}

function isPosition({ id }: Hit["document"]): boolean {
  return id.startsWith("position/");
}

function pairScores({ pairs }: Asked, statistics: TermStatistics): (hit: Hit) => number {
  const known = pairs.flatMap(([a, b]) => {
    const first = statistics.numberOf(a);
    const second = statistics.numberOf(b);
    if (first === null || second === null) return [];
    const common = Math.max(statistics.frequencyOf(first), statistics.frequencyOf(second));
    return [{ first, second, weight: PAIR_WEIGHT * idfOf(common, statistics.size) }];
  });
  return ({ tokens }) => {
    let sum = 0;
    for (const { first, second, weight } of known) {
      let count = 0;
      for (let at = tokens.indexOf(first); at !== -1; at = tokens.indexOf(first, at + 1)) {
        if (tokens[at + 1] === second) count += 1;
      }
      if (count > 0) sum += weight * saturation(count, tokens.length, statistics.averageLength);
    }
    return sum;
  };
}

function feedbackScores(
  trusted: readonly Hit[],
  { terms }: Asked,
  statistics: TermStatistics,
): (hit: Hit) => number {
  const weights = feedbackWeights(trusted, terms, statistics);
  return ({ tokens }) => {
    const counts = new Map<number, number>();
    for (const number of tokens) if (weights.has(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
    let sum = 0;
    for (const [number, count] of counts)
      sum += weights.get(number)! * saturation(count, tokens.length, statistics.averageLength);
    return sum;
  };
}

/** The most telling terms of the hits that are taken for relevant, each with its weight times its idf. */
function feedbackWeights(
  trusted: readonly Hit[],
  terms: readonly WeightedTerm[],
  statistics: TermStatistics,
): Map<number, number> {
  const { size } = statistics;
  const asked = new Set(terms.map(({ term }) => statistics.numberOf(term)));
  const total = trusted.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<number, number>();
  for (const { tokens, score } of trusted) {
    const share = score / total / tokens.length;
    for (const number of tokens) shares.set(number, (shares.get(number) ?? 0) + share);
  }
  const telling = [...shares]
    .filter(([number]) => {
      const frequency = statistics.frequencyOf(number);
      return frequency > 1 && (frequency <= size * COMMON || asked.has(number));
    })
    .map(([number, share]) => ({ number, worth: share * idfOf(statistics.frequencyOf(number), size) }))
    .sort((a, b) => b.worth - a.worth || a.number - b.number)
    .slice(0, FEEDBACK_TERMS);
  const worth = telling.reduce((sum, one) => sum + one.worth, 0);
  const question = terms.reduce((sum, { weight }) => sum + weight, 0);
  const scale = (question * FEEDBACK_SHARE) / (1 - FEEDBACK_SHARE) / worth;
  return new Map(
    telling.map((one) => [one.number, one.worth * scale * idfOf(statistics.frequencyOf(one.number), size)]),
  );
}
