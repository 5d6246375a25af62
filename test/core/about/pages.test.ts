import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageAt } from "../../../src/core/about/pages.ts";

describe("pageAt", () => {
  it("takes as many as fit, and tells where the page before begins", () => {
    const costs = [40, 40, 40, 90, 10, 10, 10];
    expect(pageAt(0, costs, 100, 5)).toEqual({ first: 0, next: 2, previous: null });
    expect(pageAt(2, costs, 100, 5)).toEqual({ first: 2, next: 3, previous: 0 });
    expect(pageAt(3, costs, 100, 5)).toEqual({ first: 3, next: 5, previous: 1 });
    expect(pageAt(4, costs, 100, 2)).toEqual({ first: 4, next: 6, previous: 3 });
  });

  it("shows one item however much it costs", () => {
    expect(pageAt(0, [500, 500], 100, 5)).toEqual({ first: 0, next: 1, previous: null });
    expect(pageAt(1, [500, 500], 100, 5)).toEqual({ first: 1, next: 2, previous: 0 });
  });

  it("shows every item in either direction", () => {
    const costs = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 6 }), (costs, max) => {
        const forward = new Set<number>();
        let last = 0;
        for (let at = 0; at < costs.length;) {
          const page = pageAt(at, costs, 300, max);
          for (let item = page.first; item < page.next; item += 1) forward.add(item);
          expect(page.next - page.first).toBeLessThanOrEqual(max);
          last = at;
          at = page.next;
        }
        expect(forward.size).toBe(costs.length);
        let place: number | null = last;
        let before = costs.length;
        while (place !== null) {
          const page = pageAt(place, costs, 300, max);
          expect(page.next).toBeGreaterThanOrEqual(before);
          before = place;
          place = page.previous;
        }
        expect(before).toBe(0);
      }),
    );
  });
});
