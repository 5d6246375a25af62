import { bestOf } from "./best.ts";
import { idfOf, saturation } from "./bm25.ts";
import { FewNumbers } from "./few-numbers.ts";
import type { Hit, TermStatistics, WeightedTerm } from "./index.ts";
import { neighbourScores } from "./neighbours.ts";
import { withScore } from "./with-score.ts";

/** Hits that get new scores. */
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
 * best hits share (pseudo-relevance feedback after RM3, Abdul-Jaleel et al. 2004,
 * https://scholarworks.umass.edu/entities/publication/0c7a8fb9; weighted by idf, and only to order what was found, not
 * to find more), and what is most like a hit among them.
 */
export function rerank(hits: readonly Hit[], asked: Asked, statistics: TermStatistics): readonly Hit[] {
  if (hits.length < 2) return hits;
  const candidates = hits.slice(0, CANDIDATES);
  const scores = new Float64Array(candidates.length);
  const add = (worth: (hit: Hit) => number) => {
    for (let at = 0; at < candidates.length; at += 1) scores[at]! += worth(candidates[at]!);
  };
  add(({ score }) => score);
  const order = () => candidates.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const scored = (places: readonly number[]) =>
    places.map((at): Hit => withScore(candidates[at]!, scores[at]!));
  add(contextScores(candidates));
  add(linkScores(candidates));
  if (asked.pairs.length > 0) add(pairScores(asked, statistics));
  // One word says too little to tell what the hits have in common beside it.
  if (asked.terms.length > 1) {
    if (hits.length >= FEEDBACK_MIN)
      add(feedbackScores(scored(order().slice(0, TRUSTED)), asked, statistics));
    const places = order();
    // All that are as good as the last one: copies of a text keep equal scores, so that the first published answers.
    const least = scores[places[Math.min(NEIGHBOURING, places.length) - 1]!]!;
    const leading = places.filter((at) => scores[at]! >= least);
    const near = neighbourScores(scored(leading), statistics);
    for (const [place, at] of leading.entries()) scores[at]! += near[place]!;
  }
  if (candidates.every(({ score }, at) => score === scores[at])) return hits;
  return [...scored(order()), ...hits.slice(CANDIDATES)];
}

/** What the best other passage of the same document adds: a text that is about the question is more than one passage. */
function contextScores(hits: readonly Hit[]): (hit: Hit) => number {
  const documents = hits.map(({ document }) => document);
  return (hit) => {
    // Hits come best first, so the first two of a document are its best.
    const best = documents.indexOf(hit.document);
    const other = hits[best] === hit ? documents.indexOf(hit.document, best + 1) : best;
    return other === -1 ? 0 : hits[other]!.score * CONTEXT_WEIGHT;
  };
}

/** What the best of the documents that a document is linked with adds: a record's answer may stand in its neighbour. */
function linkScores(hits: readonly Hit[]): (hit: Hit) => number {
  const best = new Map<string, number>();
  if (hits.every(({ document }) => document.links.length === 0)) return () => 0;
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
  if (known.length === 0) return () => 0;
  const firsts = new FewNumbers(known.map(({ first }) => first));
  const counts = new Uint32Array(known.length);
  return ({ tokens }) => {
    counts.fill(0);
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      const from = firsts.placeOf(tokens[at]!);
      if (from === -1) continue;
      for (let pair = from; pair < known.length; pair += 1) {
        const { first, second } = known[pair]!;
        if (tokens[at] === first && tokens[at + 1] === second) counts[pair]! += 1;
      }
    }
    let sum = 0;
    for (const [pair, { weight }] of known.entries()) {
      const count = counts[pair]!;
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
  const numbers = new FewNumbers(weights.keys());
  const worths = Float64Array.from(weights.values());
  const counts = new Uint32Array(worths.length);
  return ({ tokens }) => {
    counts.fill(0);
    const found: number[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const place = numbers.placeOf(tokens[at]!);
      if (place === -1) continue;
      if (counts[place] === 0) found.push(place);
      counts[place]! += 1;
    }
    let sum = 0;
    for (const place of found)
      sum += worths[place]! * saturation(counts[place]!, tokens.length, statistics.averageLength);
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
    for (let at = 0; at < tokens.length; at += 1)
      shares.set(tokens[at]!, (shares.get(tokens[at]!) ?? 0) + share);
  }
  const all: { order: number; score: number }[] = [];
  for (const [number, share] of shares) {
    const frequency = statistics.frequencyOf(number);
    if (frequency > 1 && (frequency <= size * COMMON || asked.has(number)))
      all.push({ order: number, score: share * idfOf(frequency, size) });
  }
  const telling = bestOf(all, FEEDBACK_TERMS);
  const worth = telling.reduce((sum, { score }) => sum + score, 0);
  const question = terms.reduce((sum, { weight }) => sum + weight, 0);
  const scale = (question * FEEDBACK_SHARE) / (1 - FEEDBACK_SHARE) / worth;
  return new Map(
    telling.map(({ order: number, score }) => [
      number,
      score * scale * idfOf(statistics.frequencyOf(number), size),
    ]),
  );
}
