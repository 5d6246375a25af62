import { describe, expect, it } from "vitest";
import { graphemeBorderAtOrBefore, graphemeSnap, isGraphemeBorder } from "../../src/core/grapheme.ts";

// a, e with an accent, the flag of South Korea, b: borders at 0, 1, 3, 7, 8.
const TEXT = "ae\u0301🇰🇷b";

describe("grapheme borders", () => {
  it("are where a person sees one character end", () => {
    const borders = Array.from({ length: TEXT.length + 1 }, (_, offset) => offset).filter((offset) =>
      isGraphemeBorder(TEXT, offset),
    );
    expect(borders).toEqual([0, 1, 3, 7, 8]);
  });

  it("are looked for backwards, offsets outside clamped", () => {
    expect([-3, 0, 2, 3, 6, 7, 8, 99].map((at) => graphemeBorderAtOrBefore(TEXT, at))).toEqual([
      0, 0, 1, 3, 3, 7, 8, 8,
    ]);
    expect(graphemeBorderAtOrBefore("", 5)).toBe(0);
  });
});

describe("graphemeSnap", () => {
  const snap = graphemeSnap(TEXT);

  it("shrinks a range to whole graphemes", () => {
    expect(snap.shrink({ start: 1, end: 7 })).toEqual({ start: 1, end: 7 });
    expect(snap.shrink({ start: 2, end: 8 })).toEqual({ start: 3, end: 8 });
    expect(snap.shrink({ start: 0, end: 5 })).toEqual({ start: 0, end: 3 });
    expect(snap.shrink({ start: 4, end: 6 })).toEqual({ start: 7, end: 7 });
  });

  it("widens a range to whole graphemes", () => {
    expect(snap.widen({ start: 1, end: 7 })).toEqual({ start: 1, end: 7 });
    expect(snap.widen({ start: 2, end: 4 })).toEqual({ start: 1, end: 7 });
    expect(snap.widen({ start: 8, end: 8 })).toEqual({ start: 8, end: 8 });
  });
});
