import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldText } from "../../../src/core/check/fold.ts";
import { graphemesIn } from "../../../src/core/check/graphemes.ts";

describe("what is compared as the same", () => {
  it.each([
    ["case", "Kim JONG Un", "kim jong un"],
    ["case that changes length", "STRASSE", "straße"],
    ["a final sigma", "ΟΔΟΣ", "οδός".normalize("NFD").replace(/\u0301/gu, "")],
    ["quotation marks", "“a” ‘b’ «c» 「d」 „e‟ `f´", `'a' "b" "c" "d" "e" 'f'`],
    ["dashes", "a-b c–d e—f g−h i‑j k--l", "a—b c-d e-f g-h i-j k-l"],
    ["minus signs", "by −5 or –5 or －5", "by -5 or -5 or -5"],
    ["a span of numbers", "2017–2018, 5 - 6", "2017-2018, 5 – 6"],
    ["spaces around a dash", "peace — real peace", "peace—real peace"],
    ["white space", "a  b\n\nc\u00A0d\u3000e", "a b c d e"],
    ["no space in Korean", "비핵화 의지를 확인했다", "비핵화의지를확인했다"],
    ["no space in Chinese", "无核化 进程", "无核化进程"],
    ["Hangul taken apart", "비핵화".normalize("NFD"), "비핵화"],
    ["accents taken apart", "e\u0301te", "éte"],
    ["full width", "Ｋｉｍ，１２", "kim,12"],
    ["ligatures", "ﬁnal oﬃce", "final office"],
    ["what is not seen", "de\u00ADnu\u200Bke \u202Enow\uFEFF", "denuke now"],
    ["an ellipsis in one character", "so… on", "so... on"],
  ])("%s", (_, one, other) => expect(foldText(one)).toBe(foldText(other)));

  it.each([
    ["words parted", "a part", "apart"],
    ["numbers", "10²", "102"],
    ["fractions", "1½", "11/2"],
    ["a number parted from the next", "in group 3. 5 ships", "in group 3.5 ships"],
    ["digits parted beside Hangul", "1 2개", "12개"],
    ["accents", "resume", "résumé"],
    ["hyphens left out", "co-operate", "cooperate"],
    ["hyphens for spaces", "North-Korean", "North Korean"],
    ["marks left out", "“new” path", "new path"],
    ["full stops", "U.S.", "US"],
    ["a minus", "it rose -5 percent", "it rose—5 percent"],
    ["feet and inches", "5′", "5″"],
    ["feet and inches, typed", "5' tall", '5" tall'],
  ])("but not %s", (_, one, other) => expect(foldText(one)).not.toBe(foldText(other)));
});

describe("fold", () => {
  it("knows where each unit comes from", () => {
    const { text, starts, ends } = fold("A ﬁn —", [{ start: 0, end: 6 }]);
    expect(text).toBe("a fin-");
    expect(starts).toEqual([0, 1, 2, 2, 3, 5]);
    expect(ends).toEqual([1, 2, 3, 3, 4, 6]);
  });

  it("puts a space between ranges, and a gap that nothing has where there is none", () => {
    const ranges = [{ start: 0, end: 3 }, null, { start: 4, end: 7 }, { start: 8, end: 11 }];
    expect(fold("one two six", ranges).text).toBe("one\u0000two six");
    expect(foldText("\u0000")).toBe("");
  });

  it("gives the same for what it gave", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const once = foldText(text);
        expect(once.includes("\u0000")).toBe(false);
        expect(fold(text, [{ start: 0, end: text.length }]).starts).toHaveLength(once.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("graphemesIn", () => {
  const unit = fc.oneof(
    fc.constantFrom(
      ..."a b “ ” 한 国 \u0301 \u200D 👩 🇰 🇷 \r \n \u1100 \u1161 \u0600 \u302A ー - .".split(" "),
      " ",
    ),
    fc.string({ unit: "binary", maxLength: 2 }),
  );

  it("gives what the segmenter gives", () => {
    const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join("");
        const found = [...graphemesIn(text, { start: 0, end: text.length })].map(({ start }) => start);
        expect(found).toEqual(Array.from(segmenter.segment(text), ({ index }) => index));
      }),
      { numRuns: 2_000 },
    );
  });
});
