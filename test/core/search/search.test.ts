import { describe, expect, it } from "vitest";
import { MAX_QUERY, search } from "../../../src/core/search/search.ts";
import { MAX_TERMS } from "../../../src/core/search/question.ts";
import { dateOf, entryOf, libraryOf } from "../samples.ts";

const library = libraryOf([
  entryOf("Kim Jong Un met Xi Jinping in Beijing.\n\nThe sanctions stayed in force.", {
    id: "a",
    date: dateOf("2018-03-28"),
  }),
  entryOf("Beijing and Pyongyang exchanged letters.", { id: "b", date: dateOf("2019"), kind: "official" }),
  entryOf("한반도 비핵화를 위한 회담이 Beijing 에서 열렸다.", { id: "c", language: "ko" }),
]);

function found(query: string, more: Partial<Parameters<typeof search>[1]> = {}): string[] {
  return search(library, { query, limit: 10, ...more }).excerpts.map(({ document }) => document.id);
}

describe("search", () => {
  it("finds passages by any form of their words", () => {
    const { total, excerpts, searchedAlso, shortened } = search(library, { query: "sanction", limit: 10 });
    expect([total, searchedAlso, shortened]).toEqual([1, [], false]);
    expect(excerpts[0]!.excerpt.text).toBe("The sanctions stayed in force.");
    expect(excerpts[0]!.document).toBe(library.get("a")!.document);
    expect(excerpts[0]!.score).toBeGreaterThan(0);
  });

  it("finds Korean whatever particle follows", () => {
    expect([found("비핵화"), found("회담이"), found("비핵화의")]).toEqual([["c"], ["c"], ["c"]]);
  });

  it("puts the passage with more of the words first", () => {
    expect(found("Xi Beijing")[0]).toBe("a");
    expect(found("Pyongyang letters Beijing")[0]).toBe("b");
  });

  it("does not take a passage with one word of many for an answer", () => {
    expect(found("Beijing olympic opening ceremony stadium")).toEqual([]);
  });

  it("orders by date where asked, undated last", () => {
    expect(found("Beijing", { sort: "newest" })).toEqual(["b", "a", "c"]);
    expect(found("Beijing", { sort: "oldest" })).toEqual(["a", "b", "c"]);
  });

  it("filters before it counts and pages", () => {
    expect(found("Beijing", { filters: { kind: "official" } })).toEqual(["b"]);
    expect(search(library, { query: "Beijing", filters: { kind: "official" }, limit: 0 })).toEqual({
      total: 1,
      excerpts: [],
      searchedAlso: [],
      more: false,
      shortened: false,
      filters: { kind: "official" },
      searchable: true,
    });
    expect(found("Beijing", { filters: { kind: "editorial" } })).toEqual([]);
  });

  it("gives a page", () => {
    const all = found("Beijing");
    expect(all).toHaveLength(3);
    expect(found("Beijing", { offset: 1, limit: 1 })).toEqual([all[1]]);
    expect(found("Beijing", { offset: 2, limit: 5 })).toEqual([all[2]]);
    expect(found("Beijing", { offset: 3 })).toEqual([]);
  });

  it("leaves the end of a long query out, and says so", () => {
    const shortened = (query: string) => search(library, { query, limit: 1 }).shortened;
    expect([shortened("x".repeat(MAX_QUERY)), shortened("x".repeat(MAX_QUERY + 1))]).toEqual([false, true]);
    expect(found(`sanctions ${" ".repeat(MAX_QUERY)} Pyongyang`)).toEqual(["a"]);
  });

  it("searches the rarest words of a very wordy query, and says so", () => {
    const word = (index: number) =>
      `w${String.fromCodePoint(97 + Math.floor(index / 26), 97 + (index % 26))}x`;
    const words = Array.from({ length: MAX_TERMS + 1 }, (_, index) => word(index));
    const wordy = libraryOf([
      entryOf(words.join(" "), { id: "all" }),
      entryOf(`${words[0]} again`, { id: "common" }),
    ]);
    const ask = (some: readonly string[]) => search(wordy, { query: some.join(" "), limit: 5 });
    expect(ask(words.slice(1))).toMatchObject({ shortened: false, total: 1 });
    expect(ask(words)).toMatchObject({ shortened: true, total: 1 });
  });

  it("finds nothing for nothing, and for words that objects have by themselves", () => {
    expect([found(""), found("constructor"), found("__proto__"), found("the of")]).toEqual([[], [], [], []]);
  });
});

describe("copies of a text", () => {
  const noise = Array.from({ length: 400 }, (_, at) =>
    entryOf(`Unrelated weather note number ${at} about rain over hill ${at}.`, { id: `noise${at}` }),
  );
  const inOrder = (...entries: ReturnType<typeof entryOf>[]) =>
    search(libraryOf([...noise, ...entries]), { query: "freight corridor Haeju", limit: 100 }).excerpts.map(
      ({ document }) => document.id,
    );
  const copy = (text: string, id: string, date: string) => ({
    ...entryOf(text, { id, date: dateOf(date) }),
    story: "story",
  });

  it("keep equal scores wherever they stand, so that the first one published answers for all", () => {
    const text =
      "Envoys discussed the freight corridor near Haeju and agreed on customs rules for all who pass.";
    for (const better of [27, 28, 29]) {
      const others = Array.from({ length: better }, (_, at) =>
        entryOf(`Freight corridor Haeju: freight corridor, report w${at} x${at} y${at}.`, { id: `b${at}` }),
      );
      const copies = ["03", "02", "01"].map((day) => copy(text, `copy-${day}`, `2019-03-${day}`));
      const found = inOrder(...others, ...copies).filter((id) => id.startsWith("copy"));
      expect([better, found]).toEqual([better, ["copy-01"]]);
    }
  });

  it("do not raise each other above a better answer", () => {
    const best =
      "The freight corridor to Haeju reopens, port officials said; trains will run each week from May.";
    const other =
      "Haeju fishermen saw a long freight train on the corridor in spring while the regional council of elders " +
      "met to discuss fish quotas and boats.";
    const copies = Array.from({ length: 5 }, (_, at) => copy(other, `wire${at}`, `2019-03-0${at + 1}`));
    expect(inOrder(entryOf(best, { id: "best" }), ...copies)).toEqual(["best", "wire0"]);
  });
});

describe("more", () => {
  const many = Array.from({ length: 520 }, (_, at) =>
    entryOf(`The corridor opened. Note ${at}.`, { id: `${at}` }),
  );

  it("is there where as many answer as are looked at, and may be behind them", () => {
    const { total, more } = search(libraryOf(many), { query: "corridor", limit: 1 });
    expect([total, more]).toEqual([500, true]);
    expect(search(libraryOf(many.slice(20)), { query: "corridor", limit: 1 }).more).toBe(false);
  });

  it("is not where the last that is looked at does not answer", () => {
    const best = entryOf("Freight, customs and ferries: Haeju corridor.", { id: "best" });
    const { total, more } = search(libraryOf([...many, best]), {
      query: "freight customs ferries Haeju corridor",
      limit: 1,
    });
    expect([total, more]).toEqual([1, false]);
  });
});

describe("searchable", () => {
  it.each([
    ["Kim", true],
    ["핵", true],
    ["IT", true],
    ["2018", true],
    ["the of and", false],
    ["?!", false],
    ["", false],
    [`${" ".repeat(MAX_QUERY)}Kim`, false],
  ])("%j: %s", (query, expected) => expect(search(library, { query, limit: 1 }).searchable).toBe(expected));
});
