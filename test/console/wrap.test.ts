import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { wrap, type Piece } from "../../src/console/wrap.ts";

const plain = (text: string): Piece => ({ text, style: "plain" });
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const textOf = (lines: Piece[][]) => lines.map((line) => line.map(({ text }) => text).join(""));

test("lines break between words", () => {
  expect(textOf(wrap([plain("one two three four")], 9))).toEqual(["one two ", "three ", "four"]);
});

test("Hangul takes two columns a syllable", () => {
  expect(textOf(wrap([plain("한반도 비핵화 선언")], 13))).toEqual(["한반도 비핵화 ", "선언"]);
});

test("a word wider than a line is broken inside", () => {
  expect(textOf(wrap([plain("abcdefgh")], 3))).toEqual(["abc", "def", "gh"]);
});

test("a style inside a word is no place to break it", () => {
  const pieces: Piece[] = [plain("see "), { text: "Kim", style: "mark" }, plain("'s visit")];
  expect(wrap(pieces, 8)).toEqual([
    [plain("see ")],
    [{ text: "Kim", style: "mark" }, plain("'s ")],
    [plain("visit")],
  ]);
});

test("line ends in the text stay", () => {
  expect(textOf(wrap([plain("a\n\nb")], 80))).toEqual(["a", "", "b"]);
});

test("a character wider than the line stands alone, whole", () => {
  expect(textOf(wrap([plain("a한👨‍👩‍👧b")], 1))).toEqual(["a", "한", "👨‍👩‍👧", "b"]);
});

test("nothing is one empty line, and spaces may hang over the edge", () => {
  expect(wrap([], 5)).toEqual([[]]);
  expect(textOf(wrap([plain("abc     def")], 3))).toEqual(["abc     ", "def"]);
});

test("nothing is dropped, and no line is wider than asked but for spaces and single wide characters", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", " ", "\n", "한", "金", "👨‍👩‍👧", "é", "\u00a0", "-"),
    maxLength: 80,
  });
  const style = fc.constantFrom<Piece["style"]>("plain", "mark");
  const pieces = fc.array(fc.record({ text, style }), { maxLength: 4 });
  fc.assert(
    fc.property(pieces, fc.integer({ min: 1, max: 30 }), (some, width) => {
      const lines = textOf(wrap(some, width));
      expect(lines.join("")).toBe(
        some
          .map((piece) => piece.text)
          .join("")
          .replaceAll("\n", ""),
      );
      const bare = lines.map((line) => line.trimEnd());
      const wide = bare.filter((line) => stringWidth(line) > width);
      expect(wide.filter((line) => [...graphemes.segment(line)].length > 1)).toEqual([]);
    }),
  );
});
