import { describe, expect, it } from "vitest";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { readQuestion } from "../../../src/core/search/question.ts";
import { search } from "../../../src/core/search/search.ts";
import { Translations } from "../../../src/core/search/translations.ts";
import { loadMorphology } from "../../../src/ingest/korean.ts";
import { entryOf, libraryOf } from "../samples.ts";

const lexicon = new Lexicon([
  { id: "entity/kju", forms: ["Kim Jong Un", "김정은", "金正恩"] },
  { id: "term/denuke", forms: ["denuclearization", "비핵화", "无核化", "denuke"] },
]);
const translations = new Translations([{ en: ["conference"], ko: ["회의"], zh: ["会议"] }]);
const library = libraryOf(
  Object.entries({
    visit: "Kim Jong Un went to Beijing on 28 March 2018 and stayed for three days.",
    denuke: "Denuclearization is understood in several ways by those who ask for it.",
    other: "A conference about something else was held in Singapore in May 2019.",
  }).map(([id, body]) => entryOf(body, { id, title: id })),
  { analyser: new Analyser({ lexicon }), translations },
);
const ask = (query: string) => {
  const { excerpts, searchedAlso } = search(library, { query, limit: 5 });
  return { first: excerpts[0]?.document.id, searchedAlso };
};

describe("a question", () => {
  it("finds names whatever the script, and says what was searched", () => {
    expect(ask("김정은이")).toEqual({ first: "visit", searchedAlso: ["Kim Jong Un", "金正恩"] });
    expect(ask("金正恩")).toEqual({ first: "visit", searchedAlso: ["Kim Jong Un", "김정은"] });
    expect(ask("비핵화의 의미")).toMatchObject({ first: "denuke" });
    expect(ask("denuke")).toMatchObject({ first: "denuke" });
  });

  it("tells a name once that two things share", () => {
    const both = new Lexicon([
      { id: "entity/thaad", forms: ["THAAD", "사드"] },
      { id: "term/thaad", forms: ["THAAD", "사드"] },
    ]);
    const twice = libraryOf([entryOf("THAAD was deployed.", { id: "a" })], {
      analyser: new Analyser({ lexicon: both }),
    });
    expect(search(twice, { query: "사드", limit: 1 }).searchedAlso).toEqual(["THAAD"]);
  });

  it("corrects a word that no passage has, and says so", () => {
    expect(ask("confrence")).toEqual({ first: "other", searchedAlso: ["conference"] });
    expect(ask("Bejing")).toEqual({ first: "visit", searchedAlso: ["beijing"] });
  });

  it("finds days and months however they are written", () => {
    for (const query of ["March 2018", "2018년 3월", "2018年3月28日", "2018-03-28"]) {
      expect(ask(query).first).toBe("visit");
    }
  });

  it("marks what matched under any name", () => {
    const { excerpts } = search(library, { query: "김정은", limit: 1 });
    const { text, highlights } = excerpts[0]!.excerpt;
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(["Kim Jong Un"]);
  });

  it("that nothing answers is not answered", () => {
    expect(ask("xylophone quark").first).toBeUndefined();
    expect(ask("무지개 고양이").first).toBeUndefined();
  });
});

describe("readQuestion", () => {
  const read = (words: string, more: Partial<Parameters<typeof readQuestion>[0]> = {}) =>
    readQuestion({ words, ...more }, library);
  const termsOf = (words: string, more?: Partial<Parameters<typeof readQuestion>[0]>) =>
    read(words, more)
      .terms.map(({ term }) => term)
      .toSorted();

  it("knows the terms that a passage has, and what else is wanted", () => {
    const { terms, wanted, shortened } = read("Beijing volleyball");
    expect(terms).toEqual([{ term: "beij", weight: 1 }]);
    expect(wanted.map((one) => one.terms)).toEqual([["beij"], ["volleybal"]]);
    // That nothing is known of a word says most.
    expect(wanted[1]!.weight).toBe(wanted[0]!.weight * 2);
    expect(shortened).toBe(false);
  });

  it("counts a word more that is repeated, but never much more", () => {
    const weightOf = (words: string) => read(words).terms[0]!.weight;
    expect(weightOf("Beijing Beijing")).toBe((2 * 9) / 10);
    expect(weightOf("Beijing ".repeat(500))).toBeLessThan(9);
  });

  it("wants nothing of function words and of endless runs of letters", () => {
    expect(read("what about the x".repeat(1)).wanted.map(({ terms }) => terms)).toEqual([["x"]]);
    expect(read("what will have been happening").wanted).toEqual([]);
    expect(read("Seoul vs Beijing, actually").wanted.map(({ terms }) => terms)).toEqual([
      ["seoul"],
      ["beij"],
    ]);
    // Beside other words it need not be shown; alone it is what is asked for.
    expect(read("actual").wanted.map(({ terms }) => terms)).toEqual([["actual"]]);
    expect(read("what does it mean").wanted.map(({ terms }) => terms)).toEqual([["mean"]]);
    expect(read("y".repeat(41)).wanted).toEqual([]);
    expect(read("y".repeat(40)).wanted).toHaveLength(1);
  });

  it("takes a name and the words in it for one thing", () => {
    expect(read("Kim Jong Un Beijing").wanted.map(({ terms }) => terms)).toEqual([
      ["@entity/kju", "kim", "jong", "un"],
      ["beij"],
    ]);
  });

  it("counts each word of a name for half: name and words should not outweigh the rest", () => {
    const weights = Object.fromEntries(
      read("Kim Jong Un Beijing").terms.map(({ term, weight }) => [term, weight] as const),
    );
    expect(weights).toEqual({ "@entity/kju": 0.8, kim: 0.5, jong: 0.5, un: 0.5, beij: 1 });
  });

  it("asks for a name in Hangul as the name and the words of its English form, not by its characters", () => {
    expect(termsOf("김정은")).toEqual(["@entity/kju", "jong", "kim", "un"]);
    expect(read("김정은").terms.find(({ term }) => term === "@entity/kju")!.weight).toBe(1.2);
    expect(read("김정은").terms.find(({ term }) => term === "kim")!.weight).toBe(0.5);
  });

  it("asks in English for what is asked in Korean or Chinese", () => {
    expect(termsOf("회의")).toEqual(["confer"]);
    expect(termsOf("会议")).toEqual(["confer"]);
    expect(ask("싱가포르 회의").first).toBeUndefined();
    expect(ask("회의").first).toBe("other");
  });

  it("keeps the pairs of neighbours in their order", () => {
    expect(read("Beijing the days Kim").pairs).toEqual([
      ["beij", "dai"],
      ["dai", "kim"],
    ]);
    expect(read("Beijing", { quoted: ["three days"] }).pairs).toEqual([["three", "dai"]]);
  });

  it("searches quoted words as they are written, and names by their ids", () => {
    expect(termsOf("", { quoted: ["Kim Jong Un", "confrence"] })).toEqual(["jong", "kim", "un"]);
    const named = read("", { named: ["entity/kju"] });
    expect(named.terms).toEqual([{ term: "@entity/kju", weight: 1.2 }]);
    expect(named.searchedAlso).toEqual(["Kim Jong Un", "김정은"]);
  });

  it("leaves what only asks out", () => {
    const chinese = libraryOf([entryOf("谁访问了北京，什么时候会谈", { id: "zh", language: "zh" })]);
    const terms = (words: string) => readQuestion({ words }, chinese).terms.map(({ term }) => term);
    expect(terms("什么时候北京")).toEqual(["北京"]);
    expect(terms("谁")).toEqual([]);
  });

  it("asks of a Korean question only words that tell", async () => {
    const korean = libraryOf([entryOf("한반도 비핵화를 위한 회담이 열렸다.", { id: "ko", language: "ko" })], {
      analyser: new Analyser({ morphology: await loadMorphology() }),
      translations: new Translations([{ en: ["summit"], ko: ["회담"], zh: [] }]),
    });
    const terms = (words: string) =>
      readQuestion({ words }, korean)
        .terms.map(({ term }) => term)
        .toSorted();
    expect(terms("비핵화를 위한")).toEqual(["%비핵", "%비핵화", "비핵", "핵화", "화를"].toSorted());
    // The Korean texts are asked in Korean for what is asked in English.
    expect(terms("summit")).toEqual(["%회담"]);
  });

  it("asks in English for a Korean verb, and wants no reason where only 왜 asks for one", async () => {
    const closed = libraryOf([entryOf("The complex was shut for a reason.", { id: "en" })], {
      analyser: new Analyser({ morphology: await loadMorphology() }),
      translations: new Translations([
        { en: ["reason"], ko: ["왜"], zh: [] },
        { en: ["shut"], ko: ["닫"], zh: [] },
      ]),
    });
    const { terms, wanted } = readQuestion({ words: "공단은 왜 문을 닫았어?" }, closed);
    expect(terms.find(({ term }) => term === "shut")!.weight).toBe(1.3);
    // 왜 asks: a text may say "reason" and need not.
    expect(terms.map(({ term }) => term)).toContain("reason");
    expect(wanted.flatMap((one) => one.terms)).not.toContain("reason");
    expect(wanted.filter((one) => one.terms.includes("shut"))).toHaveLength(1);
  });

  it("translates the stem of a verb and a noun of one syllable, whatever is joined to them", async () => {
    const texts = libraryOf(
      [entryOf("The office was blown up. His daughter came to the Hanoi summit.", { id: "en" })],
      {
        analyser: new Analyser({
          lexicon: new Lexicon([{ id: "entity/hanoi", forms: ["Hanoi", "하노이"] }]),
          morphology: await loadMorphology(),
        }),
        translations: new Translations([
          { en: ["blown up"], ko: ["터뜨리"], zh: [] },
          { en: ["daughter"], ko: ["딸"], zh: [] },
          { en: ["summit"], ko: ["정상회담"], zh: [] },
          { en: ["came"], ko: ["회담", "하노이"], zh: [] },
        ]),
      },
    );
    const english = (words: string) =>
      readQuestion({ words }, texts)
        .terms.map(({ term }) => term)
        .filter((term) => /^[a-z]/u.test(term));
    expect(english("사무소를 왜 터뜨렸나")).toEqual(["blown"]);
    expect(english("사무소에 온 딸은 누구인가")).toEqual(["daughter"]);
    // Once, though the syllable is searched as well.
    const daughter = readQuestion({ words: "딸은" }, texts).terms.find(({ term }) => term === "daughter");
    expect(daughter!.weight).toBe(1.3);
    expect(english("사무소에서 산 딸기")).toEqual([]);
    // What is translated, or a name, is not taken apart.
    expect(english("정상회담에서")).toEqual(["summit"]);
    expect(english("하노이에서")).toEqual(["hanoi"]);
  });

  it("is the same question whatever the case, and says so where it has too many terms", () => {
    expect(termsOf("BEIJING")).toEqual(termsOf("beijing"));
    expect(read("").terms).toEqual([]);
    expect(read("").wanted).toEqual([]);
  });
});
