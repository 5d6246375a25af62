import { describe, expect, it } from "vitest";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { wordsOf } from "../../../src/core/search/words.ts";

const lexicon = new Lexicon(
  [
    { id: "kju", forms: ["Kim Jong Un", "Kim Jong-un", "김정은", "金正恩", "Ким Чен Ын", "Supreme Leader"] },
    { id: "us", forms: ["US", "United States", "미국"] },
    { id: "sanction", forms: ["sanctions", "UN sanctions"] },
    { id: "workers", forms: ["Workers' Party of Korea"] },
    { id: "korea", forms: ["Korea", "한"] },
  ],
  ["Supreme Leader"],
);
const namings = (text: string, typed?: boolean) =>
  lexicon.namings(wordsOf(text), typed).map(({ start, end, ids }) => [text.slice(start, end), ...ids]);

describe("Lexicon", () => {
  it.each([
    [
      "Kim Jong-un met Kim Jong Un",
      [
        ["Kim Jong-un", "kju"],
        ["Kim Jong Un", "kju"],
      ],
    ],
    ["KIM JONG UN", [["KIM JONG UN", "kju"]]],
    [
      "김정은이 金正恩을",
      [
        ["김정은", "kju"],
        ["金正恩", "kju"],
      ],
    ],
    ["Ким Чен Ын", [["Ким Чен Ын", "kju"]]],
    [
      "the sanction and UN sanctions",
      [
        ["sanction", "sanction"],
        ["UN sanctions", "sanction"],
      ],
    ],
    ["the Workers\u2019 Party of Korea", [["Workers\u2019 Party of Korea", "workers"]]],
  ])("finds every form in %j, the longest first", (text, found) => expect(namings(text)).toEqual(found));

  it("takes short forms in capitals only as they are written", () => {
    expect(namings("US and U.S.")).toEqual([
      ["US", "us"],
      ["U.S.", "us"],
    ]);
    expect(namings("let us go")).toEqual([]);
  });

  it("leaves ambiguous forms, single characters and parts of words alone", () => {
    expect(namings("the Supreme Leader")).toEqual([]);
    expect(namings("한")).toEqual([]);
    expect(namings("Koreatown")).toEqual([]);
  });

  it("takes a name of one word in lower case only from who types", () => {
    expect([namings("korea"), namings("korea", true), namings("Korea")]).toEqual([
      [],
      [["korea", "korea"]],
      [["Korea", "korea"]],
    ]);
    expect([namings("us", true), namings("kim jong un")]).toEqual([[], [["kim jong un", "kju"]]]);
  });

  it("finds terms by any form of their words, names only as they are", () => {
    expect(namings("sanctioned")).toEqual([["sanctioned", "sanction"]]);
    expect(namings("united state")).toEqual([]);
  });

  it("finds an entry by how its name sounds, where no other sounds so", () => {
    const heard = new Lexicon(
      [
        { id: "kju", forms: ["Kim Jong Un", "김정은"] },
        { id: "kji", forms: ["Kim Jong Il"] },
        { id: "a", forms: ["Choe Son Hui"] },
        { id: "b", forms: ["Choi Seon-hui"] },
        { id: "boss", forms: ["Dear Leader"] },
        { id: "ri", forms: ["Ri"] },
      ],
      ["Dear Leader"],
    );
    const sounding = (letters: string) => heard.sounding(letters);
    expect(["kimjungoon", "Kim Jong-eun", "kimjongill"].map(sounding)).toEqual(["kju", "kju", "kji"]);
    // Two sound so; ambiguous; too short; like nothing.
    expect(["choesonhui", "dearleader", "ri", "volleyball", "", "김정은"].map(sounding)).toEqual(
      Array(6).fill(null),
    );
  });

  it("gives every form of every entry", () => {
    expect(
      new Lexicon([
        { id: "a", forms: ["A b", "c"] },
        { id: "d", forms: ["e"] },
      ]).allForms(),
    ).toEqual(["A b", "c", "e"]);
    expect(new Lexicon().allForms()).toEqual([]);
  });

  it("gives the forms of an entry, its name first", () => {
    expect(lexicon.formsOf("us")).toEqual(["US", "United States", "미국"]);
    expect(lexicon.formsOf("nobody")).toEqual([]);
  });
});
