import { describe, expect, it } from "vitest";
import { Library } from "../../../src/core/library.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { demandsOf } from "../../../src/core/search/demands.ts";
import type { Filters } from "../../../src/core/search/filters.ts";
import { parseQuery } from "../../../src/core/search/grammar.ts";
import { Lexicon } from "../../../src/core/search/lexicon.ts";
import { wordsOf } from "../../../src/core/search/words.ts";
import { OUTLETS } from "../samples.ts";

const analyser = new Analyser({
  lexicon: new Lexicon([
    { id: "entity/kju", forms: ["Kim Jong Un", "김정은", "金正恩"] },
    { id: "entity/us", forms: ["US", "United States", "미국"] },
    { id: "entity/thaad", forms: ["THAAD", "사드"] },
    { id: "term/thaad", forms: ["THAAD", "사드"] },
  ]),
});

function demands(query: string, filters: Filters = {}) {
  const parsed = parseQuery(query);
  if (parsed.type === "mistake") throw new Error(parsed.reason);
  return demandsOf(parsed, filters, new Library(OUTLETS, { analyser }));
}

/** Whether a passage with these words meets the demands of a query. */
function allows(query: string, words: string, filters: Filters = {}): boolean {
  const { required, excluded, meets } = demands(query, filters);
  // Single characters are found wherever they stand.
  const characters = wordsOf(words).flatMap(({ folded, single }) => (single ? [folded] : []));
  const terms = [...analyser.termsOf(words), ...characters];
  return (
    required.every((group) => group.some((term) => terms.includes(term))) &&
    !excluded.some((term) => terms.includes(term)) &&
    (meets === null || meets(words))
  );
}

function expectAllowed(cases: readonly (readonly [string, string, boolean])[]): void {
  expect(cases.map(([query, words]) => [query, words, allows(query, words)])).toEqual(cases);
}

describe("demandsOf", () => {
  it("demands nothing of free words", () => {
    expect(demands("Kim Jong Un met Xi OR")).toEqual({ required: [], excluded: [], meets: null });
  });

  it("tells by terms alone what they can tell", () => {
    expect(demands("summit OR talks -Trump")).toEqual({
      required: [["summit", "talk"]],
      excluded: ["trump"],
      meets: null,
    });
    expect(demands("THAAD", { about: ["entity/thaad", "term/thaad"] })).toEqual({
      required: [["@entity/thaad", "@term/thaad"]],
      excluded: [],
      meets: null,
    });
  });

  it("demands phrases word for word", () => {
    expectAllowed([
      ['"end of war"', "They declared an end of war today.", true],
      ['"end of war"', "END OF\nWAR, they said", true],
      ['"end of war"', "the war of an end", false],
      ['"end of war"', "end of the war", false],
      ['"end of war"', "the end of warm days", false],
      ['"end of war"', "the end of wars", false],
      ['"the of"', "the of", true],
      ['"the of"', "of the", false],
      ['"end of war" "two"', "end of war", false],
      ['"end of war" "two"', "two ends, and an end of war", true],
      ['"?!"', "anything", true],
      ['"2,397"', "Resolution 2397", true],
      ['"a a b"', "a a a b", true],
    ]);
  });

  it("demands Korean phrases character by character, spaces or not", () => {
    expectAllowed([
      ['"한반도 비핵화"', "한반도 비핵화를 위한", true],
      ['"한반도 비핵화"', "비핵화 한반도", false],
      ['"비핵"', "한반도 비핵화", true],
      ['"핵"', "한반도 비핵화", true],
      ['"비화"', "한반도 비핵화", false],
    ]);
  });

  it("takes a phrase as it is written, under no other name", () => {
    expectAllowed([
      ['"Kim Jong Un"', "김정은이 말했다", false],
      ['"Kim Jong Un"', "Kim Jong Un spoke", true],
      ['talks -"Kim Jong Un"', "talks of 김정은", true],
      ['talks -"Kim Jong Un"', "talks of Kim Jong Un", false],
      ['talks -"Kim Un"', "talks of Kim Jong Un", true],
      ['"Kim Jong Un" OR "Xi"', "김정은이 말했다", false],
    ]);
  });

  it("demands one of each group of alternatives", () => {
    expectAllowed([
      ["summit OR talks", "the talks", true],
      ["summit OR talks", "a summit", true],
      ["summit OR talks", "a meeting", false],
      ["summit OR talks Hanoi OR Singapore", "talks in Hanoi", true],
      ["summit OR talks Hanoi OR Singapore", "talks in Seoul", false],
      ['summit OR "trade war"', "the trade war", true],
      ['summit OR "trade war"', "a summit", true],
      ['summit OR "trade war"', "a war of trade", false],
      ["summit OR 비핵화", "한반도 비핵화를", true],
      ["summit OR 비핵화", "비핵 지대화", false],
    ]);
  });

  it("takes an alternative that is a name under all its names", () => {
    expectAllowed([
      ["summit OR 김정은", "Kim Jong Un spoke", true],
      ["summit OR 金正恩", "김정은이 말했다", true],
      ["summit OR 김정은", "Kim spoke", false],
      ["summit OR 미국", "the United States", true],
      ["summit OR US", "미국이", true],
      ['"trade war" OR 김정은', "Kim Jong Un spoke", true],
    ]);
  });

  it("excludes words in all their forms, and no others", () => {
    expectAllowed([
      ["talks -sanctions", "talks on a sanction", false],
      ["talks -sanctions", "talks", true],
      ["talks -비핵화", "talks on 한반도 비핵화를", false],
      ["talks -비핵화", "talks on 비핵 지대화", true],
      ["talks -핵", "talks on 비핵화", false],
      ["talks -Jong-un", "talks with Kim Jong-un", false],
      ["talks -Jong-un", "talks with Jong the un", true],
    ]);
  });

  it("excludes a name under all its names", () => {
    expectAllowed([
      ["talks -US", "talks with the United States", false],
      ["talks -US", "미국과 talks", false],
      ["talks -미국", "talks with the US", false],
      ["talks -THAAD", "사드 talks", false],
      ["talks -김정은", "talks with Kim Jong Un", false],
      ["talks -金正恩", "김정은 talks", false],
      ["talks -김정은", "talks with Kim", true],
    ]);
  });

  it("demands what about: names under any name", () => {
    const about = { about: ["entity/kju"] };
    expect(
      ["Kim Jong Un spoke", "김정은이", "Kim spoke"].map((words) => allows("talks", words, about)),
    ).toEqual([true, true, false]);
  });
});
