import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isAscii, wordsOf } from "../../../src/core/search/words.ts";

/** What a word is, as one pattern: abbreviations, numbers with separators, and letters and digits of any script. */
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu;

const pieces = fc.constantFrom(
  ..."a b K S U x 1 2 9 19th U.S. K. 2,397 1.5 2397 , . .. ’ ‘ – — … ‐ - ' \" / ( ) é É e\u0301 ß µ ª ² ٣ ñ 김 정은 核 か ㆒ 😀 \u{1D400} \u200d \u00a0 \n \t _ @".split(
    " ",
  ),
  " ",
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 20 }).map((all) => all.join("")),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
);

/** The runs of words that touch as they were cut: those of Hangul and Han are cut further. */
function cover(found: readonly { start: number; end: number }[]): number[] {
  return found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
}

describe("the words of a text", () => {
  test("are what the pattern says, whichever way they are found", () => {
    fc.assert(
      fc.property(text, (all) => {
        const expected = Array.from(all.matchAll(WORD), ({ 0: word, index }) => ({
          start: index,
          end: index + word.length,
        }));
        const found = wordsOf(all);
        expect(cover(found)).toEqual(cover(expected));
        // A word never goes beyond one of the pattern, and is cut where a script without spaces begins or ends only.
        const starts = new Set(expected.map(({ start }) => start));
        for (const [at, word] of found.entries()) {
          const joined = word.single || found[at - 1]?.single === true;
          expect(joined || starts.has(word.start)).toBe(true);
        }
        const ends = new Set(found.map(({ start, end }) => `${start}-${end}`));
        const ascii = expected.filter(({ start, end }) => isAscii(all.slice(start, end)));
        expect(ascii.filter(({ start, end }) => !ends.has(`${start}-${end}`))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of ASCII are folded as the same words beside letters of other scripts are", () => {
    const ascii = fc.stringMatching(/^[A-Za-z0-9.,' -]{0,30}$/);
    fc.assert(
      fc.property(ascii, (all) => {
        for (const { folded, capitals, initial, start, end } of wordsOf(all)) {
          const word = all.slice(start, end);
          const plain = word.replaceAll(".", "");
          expect(folded).toBe((/^\d/u.test(word) ? word.replaceAll(",", "") : plain).toLowerCase());
          expect(capitals).toBe(plain.length > 1 && plain === plain.toUpperCase() && /[A-Z]/u.test(plain));
          expect(initial).toBe(!/^[a-z]/u.test(plain));
        }
      }),
    );
  });

  it.each<[string, string[]]>([
    ["U.S. and U.N.'s K. Kim", ["us", "and", "un", "s", "k", "kim"]],
    ["the 19th of 2,397 and 1.5", ["the", "19", "th", "of", "2397", "and", "1.5"]],
    ["Kim’s café – cafe\u0301, and…so", ["kim", "s", "cafe", "cafe", "and", "so"]],
    ["covid19 x² 2²", ["covid19", "x2", "22"]],
    ["Kim김정은Un", ["kim", "김", "정", "은", "un"]],
  ])("of %j are %j", (all, folded) => {
    expect(wordsOf(all).map((word) => word.folded)).toEqual(folded);
  });
});
