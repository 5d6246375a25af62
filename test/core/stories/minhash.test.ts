import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BANDS,
  PERMUTATIONS,
  bandKeysOf,
  chanceOfMeeting,
  containmentOf,
  resemblanceOf,
  sketchOf,
} from "../../../src/core/stories/minhash.ts";
import { mixed } from "../../../src/core/stories/text.ts";

/** Sets of a size of which `shared` elements are in both. */
function setsWith(size: number, shared: number, seed: number): [Set<number>, Set<number>] {
  const element = (at: number) => mixed(seed * 1_000_003 + at);
  const from = (start: number) => new Set(Array.from({ length: size }, (_, at) => element(start + at)));
  return [from(0), from(size - shared)];
}

describe("a sketch", () => {
  test("has the same minima for the same set, in whichever order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 200 }), (shingles) => {
        const one = sketchOf(new Set(shingles));
        expect(sketchOf(new Set(shingles.toReversed()))).toEqual(one);
        expect([resemblanceOf(one, one), containmentOf(one, one)]).toEqual([1, 1]);
        expect(one.minima).toHaveLength(PERMUTATIONS);
      }),
      { numRuns: 50 },
    );
  });

  test("is the same in every release: signatures are kept", () => {
    const { minima } = sketchOf(new Set([1, 2, 3]));
    expect(minima.slice(0, 3)).toEqual(Uint32Array.of(577_680_360, 1_388_166_613, 1_801_265_926));
  });

  test("estimates how much two sets share, without leaning to either side", () => {
    const errors = [0, 0.2, 0.5, 0.8].flatMap((part) =>
      Array.from({ length: 50 }, (_, seed) => {
        const [a, b] = setsWith(300, 300 * part, seed).map(sketchOf);
        const resemblance = part / (2 - part);
        const error = resemblanceOf(a!, b!) - resemblance;
        // Four standard deviations of a binomial estimate.
        expect(Math.abs(error)).toBeLessThanOrEqual(
          4 * Math.sqrt((resemblance * (1 - resemblance)) / PERMUTATIONS) + 1e-9,
        );
        return error;
      }),
    );
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.01);
  });

  test("knows a part of a set for contained in the whole", () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const [whole] = setsWith(600, 0, seed);
      const half = new Set([...whole].slice(0, 300));
      expect(containmentOf(sketchOf(half), sketchOf(whole))).toBeGreaterThan(0.75);
    }
  });

  test("of nothing resembles nothing that has anything", () => {
    expect(resemblanceOf(sketchOf(new Set()), sketchOf(new Set([1])))).toBe(0);
    expect(containmentOf(sketchOf(new Set()), sketchOf(new Set([1])))).toBe(0);
  });
});

describe("bands", () => {
  test("have keys that are safe integers and differ between bands", () => {
    const keys = bandKeysOf(sketchOf(new Set([7])));
    expect(keys).toHaveLength(BANDS);
    expect(new Set(keys).size).toBe(BANDS);
    for (const key of keys) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });

  test("are shared as often as the curve says", () => {
    for (const [shared, resemblance] of [
      [55, 0.1],
      [100, 0.2],
      [138, 0.3],
      [200, 0.5],
    ] as const) {
      const runs = 300;
      let met = 0;
      for (let seed = 0; seed < runs; seed += 1) {
        const [a, b] = setsWith(300, shared, seed).map((set) => new Set(bandKeysOf(sketchOf(set))));
        if (!a!.isDisjointFrom(b!)) met += 1;
      }
      // Three standard deviations.
      expect(Math.abs(met / runs - chanceOfMeeting(resemblance))).toBeLessThan(0.09);
    }
  });

  test("let whatever may be a third of another text be found", () => {
    const chances = [0.05, 0.1, 0.2, 0.3, 0.5].map((at) => Math.round(chanceOfMeeting(at) * 1_000) / 1_000);
    expect(chances).toEqual([0.148, 0.474, 0.927, 0.998, 1]);
  });
});
