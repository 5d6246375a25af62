import { describe, expect, it } from "vitest";
import { Translations } from "../../../src/core/search/translations.ts";
import { wordsOf } from "../../../src/core/search/words.ts";

const translations = new Translations([
  { en: ["sanctions", "sanction"], ko: ["제재"], zh: ["制裁"] },
  { en: ["trade war"], ko: ["무역 전쟁", "무역전쟁"], zh: ["贸易战"] },
  { en: ["trade"], ko: ["무역"], zh: ["贸易"] },
  { en: ["nuclear"], ko: ["핵"], zh: ["核"] },
  { en: ["kernel"], ko: ["핵"], zh: ["内核"] },
]);

const toEnglish = (text: string) =>
  translations
    .toEnglish(wordsOf(text))
    .map(({ start, end, english }) => [text.slice(start, end), english.map((stems) => stems.join(" "))]);

describe("toEnglish", () => {
  it.each<[string, [string, string[]][]]>([
    ["대북 제재를 논의", [["제재", ["sanction"]]]],
    ["对朝制裁", [["制裁", ["sanction"]]]],
    ["무역전쟁이", [["무역전쟁", ["trade war"]]]],
    ["무역 전쟁", [["무역 전쟁", ["trade war"]]]],
    ["무역이", [["무역", ["trade"]]]],
    [
      "贸易战和贸易",
      [
        ["贸易战", ["trade war"]],
        ["贸易", ["trade"]],
      ],
    ],
  ])("knows the words of %j, the longest first", (text, found) => expect(toEnglish(text)).toEqual(found));

  it("knows a single character only where it stands alone, and all that it means", () => {
    expect(toEnglish("핵 문제")).toContainEqual(["핵", ["nuclear", "kernel"]]);
    expect(toEnglish("비핵화").flatMap(([, english]) => english)).toEqual([]);
    expect(toEnglish("内核")).toEqual([["内核", ["kernel"]]]);
  });

  it("knows a single character between names and words, and in no word of more", () => {
    const verbs = new Translations([
      { en: ["meet"], ko: [], zh: ["见"] },
      { en: ["missile"], ko: [], zh: ["导弹"] },
      { en: ["fire"], ko: [], zh: ["射"] },
    ]);
    const english = (text: string, ...names: string[]) =>
      verbs
        .toEnglish(
          wordsOf(text),
          names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })),
        )
        .filter(({ english: found }) => found.length > 0)
        .map(({ start, end }) => text.slice(start, end));
    expect(english("特朗普见金正恩", "特朗普", "金正恩")).toEqual(["见"]);
    expect(english("平壤射導彈", "平壤")).toEqual(["導彈", "射"]);
    expect(english("金正恩意见", "金正恩")).toEqual([]);
    expect(english("特朗普见金正恩")).toEqual([]);
    const total = new Translations([
      { en: ["domestic"], ko: ["국내"], zh: [] },
      { en: ["production"], ko: ["생산"], zh: [] },
      { en: ["gun"], ko: ["총"], zh: [] },
    ]);
    expect(total.toEnglish(wordsOf("국내총생산"))).toHaveLength(2);
  });

  it("takes no halves of words for a word", () => {
    const halves = new Translations([
      { en: ["regret"], ko: ["후회"], zh: [] },
      { en: ["abroad"], ko: ["국외"], zh: [] },
      { en: ["diplomacy"], ko: ["외교"], zh: [] },
      { en: ["how many"], ko: ["몇 명"], zh: [] },
      { en: ["defection"], ko: ["탈북"], zh: [] },
    ]);
    const english = (text: string, name?: string) =>
      halves
        .toEnglish(
          wordsOf(text),
          name === undefined ? [] : [{ start: text.indexOf(name), end: text.indexOf(name) + name.length }],
        )
        .map(({ start, end }) => text.slice(start, end));
    expect(english("오후 회의")).toEqual([]);
    expect(english("왜 후회하나")).toEqual(["후회"]);
    expect(english("중국 외교부", "중국")).toEqual(["외교"]);
    expect(english("중국외교부")).toEqual(["국외"]);
    expect(english("군인이 몇 명 왔나")).toEqual(["몇 명"]);
    // 탈북 is a word though 북한 is a name.
    expect(english("탈북한 사람", "북한")).toEqual(["탈북"]);
  });

  it("judges a form by what stands before it, after one that was none too", () => {
    const words = new Translations([
      { en: ["five"], ko: ["국오"], zh: [] },
      { en: ["meeting"], ko: ["오회"], zh: [] },
    ]);
    expect(words.toEnglish(wordsOf("중국오 회의"), [{ start: 0, end: 2 }])).toEqual([]);
  });

  it("knows a character by its simplified form", () => {
    const words = new Translations([{ en: ["plutonium"], ko: [], zh: ["鈽"] }]);
    expect(words.ofOne("钸")).toEqual([["plutonium"]]);
    expect(words.toEnglish(wordsOf("鈽"))).toHaveLength(1);
  });

  it("knows nothing of other words", () => {
    expect(toEnglish("sanctions against Pyongyang")).toEqual([]);
    expect(toEnglish("")).toEqual([]);
    expect(new Translations().toEnglish(wordsOf("제재"))).toEqual([]);
  });
});

describe("fromEnglish", () => {
  it("gives the forms of a stem in both languages", () => {
    expect(translations.fromEnglish("sanction")).toEqual(["제재", "制裁"]);
    expect(translations.fromEnglish("nuclear")).toEqual(["핵", "核"]);
  });

  it("has none for the words of a phrase, for other words and for what objects have by themselves", () => {
    expect(translations.fromEnglish("war")).toEqual([]);
    expect(translations.fromEnglish("trade")).toEqual(["무역", "贸易"]);
    expect(
      ["volleybal", "", "constructor", "__proto__"].map((stem) => translations.fromEnglish(stem)),
    ).toEqual([[], [], [], []]);
  });
});
