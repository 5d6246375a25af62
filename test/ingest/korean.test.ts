import { beforeAll, describe, expect, it } from "vitest";
import type { Morphology } from "../../src/core/search/morphology.ts";
import { isKorean } from "../../src/core/search/morphology.ts";
import { loadMorphology } from "../../src/ingest/korean.ts";

let morphology: Morphology;
beforeAll(async () => {
  morphology = await loadMorphology();
});

const formsOf = (text: string) => morphology(text).map(({ form }) => form);
/** Each morpheme with the word it was found in. */
const found = (text: string) =>
  morphology(text).map(({ form, start, end }) => [form, text.slice(start, end)]);

describe("the analysis of Korean", () => {
  it("finds a word whatever particle follows", () => {
    for (const text of ["김정은이 말했다", "김정은을 만났다", "김정은의 서한", "김정은과 시진핑"]) {
      expect(formsOf(text)).toContain("김정은");
    }
    expect(formsOf("만나서")).toEqual(formsOf("만났다"));
  });

  it("finds what is joined of several nouns whole, and its nouns", () => {
    expect(found("비핵화를 논의")).toEqual([
      ["비핵", "비핵화를"],
      ["비핵화", "비핵화를"],
      ["논의", "논의"],
    ]);
  });

  it("leaves particles, endings and words out that stand in every text", () => {
    expect(formsOf("그것은 것이 있다. 하지만 이번 경우에 대하여 말하였다")).toEqual(["말"]);
    expect(formsOf("Nothing here is Korean, 2018.")).toEqual([]);
    expect(formsOf("")).toEqual([]);
  });

  it("says where in UTF-16 units, whatever comes before", () => {
    const plain = found("한반도 비핵화를 위한 회담");
    expect(plain.map(([, word]) => word)).toEqual(["한반도", "비핵화를", "비핵화를", "회담"]);
    for (const before of ["👍 ", "👨\u200D👩\u200D👧🏽 ", "𠮷野家 ", "e\u0301 ", "\u200B "]) {
      expect(found(`${before}한반도 비핵화를 위한 회담`)).toEqual(plain);
    }
  });

  it("takes composed and decomposed letters, and lone halves of characters, without failing", () => {
    for (const text of [
      "비핵화".normalize("NFD"),
      "\uD83D 회담",
      "회담\uDC4D",
      "\u0000회담",
      "회담\n\n\n회담",
    ]) {
      for (const { start, end } of morphology(text)) {
        expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
      }
    }
    expect(formsOf("회담\n\n회담")).toEqual(["회담", "회담"]);
  });

  it("reads a long text sentence by sentence, all of it and each part alike", () => {
    const sentence = "👍 김정은 위원장은 한반도 비핵화를 위한 회담에서 말했다. ";
    const count = Math.ceil(5_000 / sentence.length);
    const once = morphology(sentence);
    const all = morphology(sentence.repeat(count));
    expect(all).toHaveLength(once.length * count);
    expect(all).toEqual(
      Array.from({ length: count }, (_, index) =>
        once.map(({ form, start, end }) => ({
          form,
          start: start + index * sentence.length,
          end: end + index * sentence.length,
        })),
      ).flat(),
    );
  });

  it("reads 5,000 characters without a space", () => {
    const all = morphology("비핵화".repeat(1_667));
    expect(all.length).toBeGreaterThan(0);
    expect(all.every(({ start, end }) => start < end && end <= 5_001)).toBe(true);
    // No piece is longer than 200 units, and so is no word.
    expect(all.every(({ form, start, end }) => form.length <= 200 && end - start <= 200)).toBe(true);
    expect(all.at(-1)!.end).toBe(5_001);
  });

  it("keeps its place where it cuts a character in two", () => {
    const text = `${"가".repeat(199)}👍 회담이 열렸다`;
    expect(found(text).at(-2)).toEqual(["회담", "회담이"]);
  });
});

describe("isKorean", () => {
  it.each([
    ["한반도 비핵화", true],
    ["핵", true],
    ["THAAD 배치", false],
    ["THAAD 배치를", true],
    ["The Korean word 회담 means summit", false],
    ["2018 12 25 일", true],
    ["English", false],
    ["", false],
    ["!?", false],
  ])("%j: %s", (text, expected) => expect(isKorean(text)).toBe(expected));
});
