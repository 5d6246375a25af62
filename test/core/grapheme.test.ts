import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
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

describe("in any text", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const codes = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
  const printed = [...codes(0, 0x2ff), ...codes(0x2010, 0x2027)];

  /** Compares with what the segmenter says of every offset. */
  const check = (text: string) => {
    const borders = new Set(Array.from(segmenter.segment(text), ({ index }) => index).concat(text.length, 0));
    const snap = graphemeSnap(text);
    for (let at = 0; at <= text.length; at += 1) {
      const [before, after] = [at, at];
      let [first, last] = [before, after];
      while (!borders.has(first)) first -= 1;
      while (!borders.has(last)) last += 1;
      if (graphemeBorderAtOrBefore(text, at) !== first) return false;
      const { start, end } = snap.widen({ start: at, end: at });
      if (start !== first || end !== last) return false;
    }
    return true;
  };

  test("no two Latin letters, controls but a carriage return, or printed signs of punctuation are one", () => {
    const apart = printed.filter((one) => one !== "\r");
    for (const one of apart) {
      const pairs = apart.map((other) => one + other).join("");
      expect([one, Array.from(segmenter.segment(pairs)).length]).toEqual([one, pairs.length]);
    }
  });

  test("borders are those of the segmenter", () => {
    const character = fc.oneof(
      fc.constantFrom(
        ..."a e \u0301 \r \n \u200d \u200b © ❤ \ufe0f 🇰 🇷 각 ᄀ ᅡ ’ — \u00ad \u0600".split(" "),
        " ",
      ),
      fc.constantFrom(...printed),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (all) => check(all.join(""))),
      { numRuns: 1_000 },
    );
  });
});
