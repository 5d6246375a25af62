import { describe, expect, it } from "vitest";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { corrections } from "../../../src/core/search/correct.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { createMiniSearchIndex } from "../../../src/core/search/minisearch-index.ts";
import { wordsOf } from "../../../src/core/search/words.ts";
import { entryOf } from "../samples.ts";

const lexicon = new Lexicon([
  { id: "entity/kju", forms: ["Kim Jong Un", "김정은"] },
  { id: "entity/kji", forms: ["Kim Jong Il"] },
  { id: "entity/hanoi", forms: ["Hanoi Summit"] },
]);
const analyser = new Analyser({ lexicon });
const index = createMiniSearchIndex(analyser);
index.add(
  entryOf("The conference in Hanoi was about sanctions; Kim spoke of a summit.", {
    paraphrases: ["negotiatons with the hermit"],
  }),
);

/** What is typed, what it is told to be and the terms searched for it. */
const corrected = (query: string) =>
  corrections(wordsOf(query), index, lexicon).map(({ start, end, shown, terms }) => [
    query.slice(start, end),
    shown,
    ...terms,
  ]);

describe("corrections", () => {
  it("spells a word as the passages do", () => {
    expect(corrected("the confrence on sancitons")).toEqual([
      ["confrence", "conference", "confer"],
      ["sancitons", "sanctions", "sanction"],
    ]);
  });

  it("leaves alone what the passages or paraphrases have, in any form, and what is no term", () => {
    expect(corrected("conferences sanctioning Kim's hermit negotiatons the THE xylophone 2018")).toEqual([]);
    expect(corrected("회담 한반도")).toEqual([]);
    expect(corrected("")).toEqual([]);
  });

  it("knows a name by its sound, one unknown word at least in it", () => {
    expect(corrected("Kim Jung Oon speech")).toEqual([["Kim Jung Oon", "Kim Jong Un", "@entity/kju"]]);
    expect(corrected("kimjungun")).toEqual([["kimjungun", "Kim Jong Un", "@entity/kju"]]);
    expect(corrected("Kim Chong-il")).toEqual([["Kim Chong-il", "Kim Jong Il", "@entity/kji"]]);
    // Written right it is the lexicon's.
    expect(corrected("Kim Jong Un")).toEqual([]);
  });

  it("knows a name once its words are spelt right", () => {
    expect(corrected("Hanoi sumnit")).toEqual([
      ["sumnit", "summit", "summit"],
      ["Hanoi sumnit", "Hanoi Summit", "@entity/hanoi"],
    ]);
  });

  it("corrects nothing where there is nothing to correct it by", () => {
    const empty = createMiniSearchIndex(new Analyser());
    expect(corrections(wordsOf("confrence Kim Jung Oon"), empty, new Lexicon())).toEqual([]);
  });
});
