/** A source of chance that gives the same numbers in every run. */
export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number below `count`. */
  below(count: number): number;
  /** One of these. */
  pick<T>(all: readonly T[]): T;
}

/** Mulberry32 from this seed: quick, and even enough for words. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { next, below, pick: (all) => all[below(all.length)]! };
}

/**
 * Draws ranks from 0 as often as Zipf's law as Mandelbrot put it says: rank `r` in proportion to `1 / (r + 1 + shift)`.
 */
export function zipf(count: number, shift: number, random: Random): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1 + shift);
    sums[rank] = sum;
  }
  return () => {
    const drawn = random.next() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! <= drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
