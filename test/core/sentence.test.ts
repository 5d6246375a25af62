import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/core/sentence.ts";

function sentences(text: string, language = "en"): string[] {
  return sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
}

describe("sentencesOf", () => {
  it("parts sentences without the white space between them", () => {
    expect(sentences("  One went.  Two stayed! Did three?  ")).toEqual([
      "One went.",
      "Two stayed!",
      "Did three?",
    ]);
  });

  it("does not end a sentence after an abbreviation or an initial", () => {
    expect(sentences("Mr. Kim met Gen. Ri. Then J. Kerry left.")).toEqual([
      "Mr. Kim met Gen. Ri.",
      "Then J. Kerry left.",
    ]);
    expect(sentences("The U.S. Embassy said so. No. 7 was first.")).toEqual([
      "The U.S. Embassy said so.",
      "No. 7 was first.",
    ]);
    expect(sentences("It was on Jan. 6. He knew.")).toEqual(["It was on Jan. 6.", "He knew."]);
  });

  it("keeps what closes a quotation with its sentence", () => {
    expect(sentences("“It went well.” He left. (So did she.) They met.")).toEqual([
      "“It went well.”",
      "He left.",
      "(So did she.)",
      "They met.",
    ]);
  });

  it("does not end a sentence at the end of a line", () => {
    expect(sentences("The two\nsides met.\nThey spoke.")).toEqual(["The two\nsides met.", "They spoke."]);
  });

  it("parts Korean, Chinese and Japanese", () => {
    expect(sentences("회담이 열렸다. 합의는 없었다. 왜?", "ko")).toEqual([
      "회담이 열렸다.",
      "합의는 없었다.",
      "왜?",
    ]);
    expect(sentences("会谈举行。没有协议！", "zh-Hans")).toEqual(["会谈举行。", "没有协议！"]);
    expect(sentences("会談した。合意なし。", "ja")).toEqual(["会談した。", "合意なし。"]);
  });

  it("gives a text without a full stop whole, and nothing for white space", () => {
    expect(sentences("no full stop here")).toEqual(["no full stop here"]);
    expect(sentences(" \n ")).toEqual([]);
    expect(sentences("")).toEqual([]);
  });

  it.each(["unknown", "", "no such tag", "x-1"])(
    "takes the language %j for none in particular",
    (language) => {
      expect(sentences("One. Two.", language)).toEqual(["One.", "Two."]);
    },
  );
});
