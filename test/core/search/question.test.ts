import { describe, expect, it } from "vitest";
import { Library } from "../../../src/core/library.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { search } from "../../../src/core/search/search.ts";
import { OUTLETS, entryOf } from "../samples.ts";

const lexicon = new Lexicon([
  { id: "entity/kju", forms: ["Kim Jong Un", "김정은", "金正恩"] },
  { id: "term/denuke", forms: ["denuclearization", "비핵화", "无核化", "denuke"] },
]);
const library = new Library(OUTLETS, lexicon);
for (const [id, body] of Object.entries({
  visit: "Kim Jong Un went to Beijing on 28 March 2018 and stayed for three days.",
  denuke: "Denuclearization is understood in several ways by those who ask for it.",
  other: "A conference about something else was held in Singapore in May 2019.",
})) {
  library.add(entryOf(body, { id, title: id }));
}
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
    const twice = new Library(
      OUTLETS,
      new Lexicon([
        { id: "entity/thaad", forms: ["THAAD", "사드"] },
        { id: "term/thaad", forms: ["THAAD", "사드"] },
      ]),
    );
    twice.add(entryOf("THAAD was deployed.", { id: "a" }));
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
