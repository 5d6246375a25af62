/**
 * BM25+ (Robertson et al. 1994, https://dl.acm.org/doi/10.5555/188490.188561; Lv and Zhai 2011,
 * https://doi.org/10.1145/2063576.2063584) as MiniSearch computes it: `k` term frequency, `b` length, `d` what any
 * match is worth. Passages are short and of similar length, so a term that comes back counts for more than MiniSearch's
 * default `k` of 1.2 lets it.
 */
export const BM25 = { k: 2.5, b: 0.75, d: 0.2 };

/** How much a term tells that stands in `frequency` of `size` texts. */
export function idfOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/** What `count` occurrences are worth in a text of `length` terms where texts have `average` ones; without the idf. */
export function saturation(count: number, length: number, average: number): number {
  const { k, b, d } = BM25;
  return d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average));
}
