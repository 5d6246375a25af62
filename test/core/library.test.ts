import { describe, expect, it } from "vitest";
import { examplesFor } from "../../src/core/examples.ts";
import { search } from "../../src/core/search/search.ts";
import { entryOf, libraryOf } from "./samples.ts";

describe("Library", () => {
  it("gives documents by id and in the order in which they came", () => {
    const entries = [entryOf("One.", { id: "b" }), entryOf("Two.", { id: "a" })];
    const library = libraryOf(entries);
    expect(library.size).toBe(2);
    expect(Array.from(library.documents(), ({ id }) => id)).toEqual(["b", "a"]);
    expect(library.get("a")).toBe(entries[1]);
    expect([library.get("c"), library.get("__proto__"), library.get("")]).toEqual([null, null, null]);
  });

  it("replaces a document with the same id, in the index too", () => {
    const library = libraryOf([
      entryOf("The summit.\n\nA treaty."),
      entryOf("Another summit.", { id: "other" }),
    ]);
    library.add(entryOf("A ceasefire."));
    const found = (query: string) =>
      search(library, { query, limit: 9 }).excerpts.map(({ excerpt }) => excerpt.text);
    expect(library.size).toBe(2);
    expect([found("summit"), found("treaty"), found("ceasefire")]).toEqual([
      ["Another summit."],
      [],
      ["A ceasefire."],
    ]);
  });
});

describe("examplesFor", () => {
  it("gives at most three questions that the documents answer, in the language asked", () => {
    const library = libraryOf([
      entryOf(
        "China backed the sanctions of 2017. The Hanoi summit brought no agreement.\n\n김정은과 시진핑",
      ),
      entryOf("Kim Jong Un spoke of a new path.", { id: "2" }),
      entryOf("Kim made his first visit to Beijing in March 2018.", { id: "3" }),
    ]);
    expect(examplesFor(library, "en")).toEqual([
      "Kim's first visit to Beijing in March 2018",
      "China and the sanctions of 2017",
      "new path Kim Jong Un",
    ]);
    expect(examplesFor(library, "ko")).toEqual(["김정은 시진핑"]);
    expect(examplesFor(libraryOf([]), "en")).toEqual([]);
  });
});
