import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Side } from "../../../src/core/compare/compare.ts";
import { pagesOf, type FitsPage, type Part } from "../../../src/core/compare/pages.ts";
import { positionOf } from "../records.ts";

/** A side with so many positions. */
function sideOf(key: string, positions: number): Side {
  return {
    group: {
      key,
      label: () => key,
      always: true,
      field: null,
      documents: () => false,
      positions: () => false,
    },
    excerpt: null,
    positions: Array.from({ length: positions }, (_, at) => positionOf({ id: `${key}${at}`, who: key })),
  };
}

/** As many lines as there is room for: one a side, one a position. */
const lines =
  (room: number): FitsPage =>
  (parts) =>
    parts.reduce((sum, { count, begins }) => sum + count + Number(begins), 0) <= room;

function shown(pages: readonly Part[][]): string[] {
  return pages.map((page) =>
    page
      .map(
        ({ side, begins, first, count }) => `${begins ? "" : "+"}${side.group.key}${first}-${first + count}`,
      )
      .join(" "),
  );
}

describe("pages of a comparison", () => {
  it("give each side its best position, and a second one where there is room", () => {
    const sides = [sideOf("a", 3), sideOf("b", 0), sideOf("c", 1), sideOf("d", 2)];
    expect(shown(pagesOf(sides, lines(99)))).toEqual(["a0-2 b0-0 c0-1 d0-2"]);
    expect(shown(pagesOf(sides, lines(8)))).toEqual(["a0-2 b0-0 c0-1 d0-1"]);
    expect(shown(pagesOf(sides, lines(5)))).toEqual(["a0-1 b0-0 c0-1", "d0-2"]);
  });

  it("show a side whose excerpt fills the page without its positions", () => {
    expect(shown(pagesOf([sideOf("a", 2), sideOf("b", 1)], lines(1)))).toEqual(["a0-0", "b0-0"]);
  });

  it("show all positions of a side alone", () => {
    expect(shown(pagesOf([sideOf("a", 5)], lines(3)))).toEqual(["a0-2", "+a2-5"]);
    expect(shown(pagesOf([sideOf("a", 2)], lines(1)))).toEqual(["a0-0", "+a0-1", "+a1-2"]);
    expect(shown(pagesOf([sideOf("a", 0)], lines(1)))).toEqual(["a0-0"]);
    expect(pagesOf([], lines(1))).toEqual([]);
  });

  it("keep the order, show every side once and never more than fits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 2, max: 12 }),
        (counts, room) => {
          const sides = counts.map((count, at) => sideOf(`s${at}-`, count));
          const pages = pagesOf(sides, lines(room));
          expect(pages.flat().map(({ side }) => side)).toEqual(sides);
          expect(pages.every((page) => page.length > 0 && lines(room)(page, 0))).toBe(true);
          expect(pages.flat().every(({ side, count }) => count >= Math.min(1, side.positions.length))).toBe(
            true,
          );
        },
      ),
    );
  });
});
