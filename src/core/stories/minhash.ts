import { mixed } from "./text.ts";

/** Permutations of a signature. The estimate of a resemblance of one half errs by 0.044 (standard deviation). */
export const PERMUTATIONS = 128;
/** Bands, and minima in each: what shares a band is looked at. */
export const BANDS = 64;
const ROWS = PERMUTATIONS / BANDS;

/** What a document is found by among others like it. */
export interface Sketch {
  /** The least value of its shingles under each of {@link PERMUTATIONS} permutations of the 32-bit numbers. */
  readonly minima: Uint32Array;
  /** Different shingles. */
  readonly size: number;
}

/** One permutation each: a seed before a mixing that is one itself. Never changed: signatures are kept. */
const SEEDS = Uint32Array.from({ length: PERMUTATIONS }, (_, at) => mixed(Math.imul(at + 1, 0x9e3779b9)));

/**
 * The MinHash signature of a set of shingles (Broder 1997): two sets have the same minimum under a permutation as often
 * as their resemblance (Jaccard), shared shingles by all shingles, says.
 */
export function sketchOf(shingles: ReadonlySet<number>): Sketch {
  const minima = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let at = 0; at < PERMUTATIONS; at += 1) {
      const value = mixed(shingle ^ SEEDS[at]!);
      if (value < minima[at]!) minima[at] = value;
    }
  }
  return { minima, size: shingles.size };
}

/** The estimated resemblance of two sets, from 0 to 1. */
export function resemblanceOf(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let at = 0; at < PERMUTATIONS; at += 1) if (a.minima[at] === b.minima[at]) same += 1;
  return same / PERMUTATIONS;
}

/** Estimated share of the smaller set that the larger one has: a text cut short is contained in the whole one. */
export function containmentOf(a: Sketch, b: Sketch): number {
  const resemblance = resemblanceOf(a, b);
  const shared = (resemblance / (1 + resemblance)) * (a.size + b.size);
  return Math.min(1, shared / Math.max(1, Math.min(a.size, b.size)));
}

/** A key for each band, different between bands; below 2^38, so that it is a safe integer everywhere. */
export function bandKeysOf({ minima }: Sketch): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = minima.subarray(band * ROWS, (band + 1) * ROWS);
    return band * 2 ** 32 + rows.reduce((hash, row) => mixed(Math.imul(hash, 31) ^ row), band);
  });
}

/**
 * How likely two documents of a resemblance share a band, and so are compared: 1 − (1 − s²)⁶⁴. At 0.1 it is 0.47, at 0.2
 * 0.927, at 0.3 0.998: whatever may be one text cut to a third is looked at, at the price of looking at more.
 */
export function chanceOfMeeting(resemblance: number): number {
  return 1 - (1 - resemblance ** ROWS) ** BANDS;
}
