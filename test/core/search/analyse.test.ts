import { describe, expect, it } from "vitest";
import { analyse, termsOf } from "../../../src/core/search/analyse.ts";

describe("termsOf", () => {
  it.each([
    ["The sanctions of the Council", ["sanction", "council"]],
    ["negotiating negotiated negotiates", ["negoti"]],
    ["Kim's visit doesn't wait", ["kim", "visit", "doesn", "wait"]],
    ["Élysée café", ["elyse", "cafe"]],
    ["ＫＣＮＡ", ["kcna"]],
    ["Resolution 2,397 and 3.5", ["resolut", "2397", "3.5"]],
    ["the U.S. and US", ["us"]],
    ["it IT", ["it"]],
    ["denuclearization", ["denuclear"]],
    ["of the and", []],
    ["!? … —", []],
    ["", []],
  ])("of %j are %j", (text, terms) => expect(termsOf(text)).toEqual(terms));

  it("of Korean, Chinese and Japanese are pairs of characters, a single one itself", () => {
    expect(termsOf("비핵화를")).toEqual(["비핵", "핵화", "화를"]);
    expect(termsOf("无核化 核")).toEqual(["无核", "核化", "核"]);
    expect(termsOf("サミット")).toEqual(["サミ", "ミッ", "ット"]);
    expect(termsOf("𠮷野家")).toEqual(["𠮷野", "野家"]);
  });

  it("parts scripts that stand together", () => {
    expect(termsOf("THAAD배치2016년")).toEqual(["thaad", "배치", "2016", "년"]);
  });

  it("are the same for composed and decomposed Korean", () => {
    expect(termsOf("비핵화".normalize("NFC"))).toEqual(["비핵", "핵화"]);
    expect(termsOf("ﾋﾞ")).toEqual(["ヒ", "ﾞ".normalize("NFKC")]);
  });
});

describe("analyse", () => {
  it("says where each term stands in the text as it was given", () => {
    const text = "The U.S. and 비핵화, Élysée 𠮷野";
    expect(analyse(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ["us", "U.S."],
      ["비핵", "비핵"],
      ["핵화", "핵화"],
      ["elyse", "Élysée"],
      ["𠮷野", "𠮷野"],
    ]);
  });
});
