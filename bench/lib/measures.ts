/** Figures of one question, each from 0 to 1. */
export interface Scores {
  ndcg10: number;
  mrr10: number;
  recall50: number;
}

/**
 * Scores a ranking of document ids. nDCG with gains of the grades themselves and a logarithmic discount (Järvelin and
 * Kekäläinen 2002, https://doi.org/10.1145/582415.582418).
 */
export function score(ranking: readonly string[], grades: ReadonlyMap<string, number>): Scores {
  const relevant = [...grades.values()].filter((grade) => grade > 0);
  const gains = ranking.slice(0, 10).map((id) => Math.max(0, grades.get(id) ?? 0));
  const first = gains.findIndex((gain) => gain > 0);
  const found = ranking.slice(0, 50).filter((id) => (grades.get(id) ?? 0) > 0).length;
  const ideal = dcg(relevant.toSorted((a, b) => b - a).slice(0, 10));
  return {
    ndcg10: ideal === 0 ? 0 : dcg(gains) / ideal,
    mrr10: first === -1 ? 0 : 1 / (first + 1),
    recall50: relevant.length === 0 ? 0 : found / relevant.length,
  };
}

/** The mean of each figure. */
export function mean(all: readonly Scores[]): Scores {
  const average = (key: keyof Scores) =>
    all.reduce((sum, one) => sum + one[key], 0) / Math.max(1, all.length);
  return { ndcg10: average("ndcg10"), mrr10: average("mrr10"), recall50: average("recall50") };
}

function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
