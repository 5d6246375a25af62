import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOf } from "../../../src/core/search/best.ts";

const items = (...scores: number[]) => scores.map((score, order) => ({ score, order }));

describe("bestOf", () => {
  it("gives the best first, equal ones in their order", () => {
    expect(bestOf(items(1, 3, 2, 3), 3).map(({ order }) => order)).toEqual([1, 3, 2]);
    expect(bestOf(items(1, 3, 2, 3), Number.POSITIVE_INFINITY).map(({ order }) => order)).toEqual([
      1, 3, 2, 0,
    ]);
    expect(bestOf(items(1, 3, 2, 3), 9).map(({ order }) => order)).toEqual([1, 3, 2, 0]);
    expect([bestOf(items(1, 2), 0), bestOf([], 0), bestOf([], 5)]).toEqual([[], [], []]);
  });

  it("leaves what it is given as it was", () => {
    const given = items(1, 3, 2);
    bestOf(given, 2);
    bestOf(given, 9);
    expect(given).toEqual(items(1, 3, 2));
  });

  it("is the beginning of everything sorted", () => {
    const few = fc.integer({ min: 0, max: 5 });
    const scored = fc.array(fc.oneof(few, fc.double({ noNaN: true })), { maxLength: 200 });
    fc.assert(
      fc.property(scored, fc.nat({ max: 220 }), fc.boolean(), (scores, limit, reversed) => {
        const all = reversed ? items(...scores).reverse() : items(...scores);
        const sorted = all.toSorted((a, b) => b.score - a.score || a.order - b.order);
        expect(bestOf(all, limit)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
