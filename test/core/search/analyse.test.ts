import { describe, expect, it } from "vitest";
import { Analyser, plainTokens } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import type { Morphology } from "../../../src/core/search/morphology.ts";
import { wordsOf } from "../../../src/core/search/words.ts";

const plain = new Analyser();
const termsOf = (text: string) => plain.termsOf(text);

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
    expect(plain.analyse(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ["us", "U.S."],
      ["비핵", "비핵"],
      ["핵화", "핵화"],
      ["elyse", "Élysée"],
      ["𠮷野", "𠮷野"],
    ]);
  });

  it("adds days and months, whose terms no word has", () => {
    const text = "On 28 March 2018, and in 2018년 4월";
    const dates = plain.analyse(text).filter(({ term }) => term.startsWith("#"));
    expect(dates.map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ["#2018-03", "28 March 2018"],
      ["#2018-03-28", "28 March 2018"],
      ["#2018-04", "2018년 4월"],
    ]);
  });

  it("adds a term for each entry that is named, over the words that name it", () => {
    const lexicon = new Lexicon([
      { id: "entity/kju", forms: ["Kim Jong Un", "김정은"] },
      { id: "entity/thaad", forms: ["THAAD"] },
      { id: "term/thaad", forms: ["THAAD"] },
      { id: "entity/hanoi", forms: ["Hanoi"] },
    ]);
    const analyser = new Analyser({ lexicon });
    const names = (text: string, typed?: boolean) =>
      analyser
        .analyse(text, typed)
        .filter(({ term }) => analyser.isName(term))
        .map(({ term, start, end }) => [term, text.slice(start, end)]);
    expect(names("김정은이 THAAD")).toEqual([
      ["@entity/kju", "김정은"],
      ["@entity/thaad", "THAAD"],
      ["@term/thaad", "THAAD"],
    ]);
    // Who types need not write capitals where a name of one word begins.
    expect([names("hanoi"), names("hanoi", true)]).toEqual([[], [["@entity/hanoi", "hanoi"]]]);
    expect(["@entity/kju", "@entity/other", "entity/kju", "@"].map((term) => analyser.isName(term))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("adds the morphemes of Korean texts, and asks for those of no others", () => {
    const asked: string[] = [];
    const morphology: Morphology = (text) => {
      asked.push(text);
      return [{ form: "회담", start: 0, end: 3 }];
    };
    const analyser = new Analyser({ morphology });
    expect(analyser.termsOf("회담이")).toEqual(["회담", "담이", "%회담"]);
    expect(analyser.termsOf("The summit, in Korean 회담, was held")).not.toContain("%회담");
    expect(analyser.termsOf("The summit")).toEqual(["summit"]);
    expect(asked).toEqual(["회담이"]);
  });
});

describe("find", () => {
  it("says where given terms stand, names, days and morphemes too", () => {
    const morphology: Morphology = () => [{ form: "회담", start: 0, end: 3 }];
    const analyser = new Analyser({ lexicon: new Lexicon([{ id: "kju", forms: ["김정은"] }]), morphology });
    const text = "회담이 2018년 4월 김정은";
    const found = (...terms: string[]) =>
      analyser.find(text, new Set(terms)).map(({ term, start, end }) => [term, text.slice(start, end)]);
    expect(found("@kju")).toEqual([["@kju", "김정은"]]);
    expect(found("#2018-04")).toEqual([["#2018-04", "2018년 4월"]]);
    expect(found("%회담", "담이")).toEqual([
      ["담이", "담이"],
      ["%회담", "회담이"],
    ]);
    expect([found(), found("%다른", "@other", "없다")]).toEqual([[], []]);
  });
});

describe("plainTokens", () => {
  it("are the terms of words alone", () => {
    const lexicon = new Lexicon([{ id: "x", forms: ["Hanoi"] }]);
    expect(plainTokens(wordsOf("Hanoi on 28 March 2018")).map(({ term }) => term)).toEqual([
      "hanoi",
      "28",
      "march",
      "2018",
    ]);
    expect(new Analyser({ lexicon }).termsOf("Hanoi")).toEqual(["hanoi", "@x"]);
  });
});
