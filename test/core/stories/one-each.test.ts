import { describe, expect, test } from "vitest";
import { oneEachStory } from "../../../src/core/stories/one-each.ts";
import { Stories } from "../../../src/core/stories/stories.ts";
import { dateOf, documentOf, entryOf, libraryOf } from "../samples.ts";

/** An answer of a document of this id; the story of `a1` is `a`, a capital is in none. */
function answer(id: string, score: number, date: string | null = null) {
  return { document: documentOf({ id, date: date === null ? null : dateOf(date) }), score };
}
const storyOf = (id: string) => (/^[a-z]/u.test(id) ? id[0]! : null);
const ids = (answers: readonly { document: { id: string } }[]) => answers.map(({ document }) => document.id);

describe("one document answers for each story", () => {
  test("is the best one; documents in none keep all of theirs", () => {
    const answers = [
      answer("A", 9),
      answer("a1", 8),
      answer("b1", 7),
      answer("a2", 6),
      answer("A", 5),
      answer("b2", 4),
    ];
    expect(ids(oneEachStory(answers, storyOf))).toEqual(["A", "a1", "b1", "A"]);
  });

  test("all that the chosen copy says stays, and what the others say as well goes", () => {
    const answers = [answer("a2", 9), answer("a1", 8), answer("B", 7), answer("a2", 6), answer("a1", 5)];
    expect(ids(oneEachStory(answers, storyOf))).toEqual(["a2", "B", "a2"]);
  });

  test("of equals is the one published first; then the order counts", () => {
    const answers = [
      answer("a1", 8, "2019-02"),
      answer("B", 8),
      answer("a2", 8, "2019-01-31"),
      answer("a3", 8),
    ];
    expect(ids(oneEachStory(answers, storyOf))).toEqual(["B", "a2"]);
    expect(ids(oneEachStory([answer("a3", 8), answer("a1", 8)], storyOf))).toEqual(["a3"]);
    expect(ids(oneEachStory([answer("a3", 8), answer("a1", 8, "2019")], storyOf))).toEqual(["a1"]);
  });

  test("changes nothing where there are no stories", () => {
    const answers = [answer("A", 2), answer("B", 1)];
    expect(oneEachStory(answers, () => null)).toBe(answers);
  });
});

describe("stories of documents", () => {
  test("are left and joined", () => {
    const stories = new Stories();
    stories.set("a", "a");
    stories.set("b", "a");
    stories.set("c", "a");
    expect(stories.othersOf("b").toSorted()).toEqual(["a", "c"]);
    stories.set("b", undefined);
    stories.set("c", "d");
    expect([stories.of("a"), stories.of("b"), stories.of("c")]).toEqual(["a", null, "d"]);
    expect([stories.othersOf("a"), stories.othersOf("b"), stories.othersOf("c")]).toEqual([[], [], []]);
    stories.remove("a");
    stories.remove("never there");
    expect(stories.of("a")).toBeNull();
  });

  test("are told by a library in the order of dates, then of ids", () => {
    const of = (id: string, date: string | null, story?: string) => ({
      ...entryOf("Some words.", { id, date: date === null ? null : dateOf(date) }),
      ...(story === undefined ? {} : { story }),
    });
    const library = libraryOf([
      of("u", null, "s"),
      of("late", "2019-02", "s"),
      of("b", "2019-01-02", "s"),
      of("a", "2019-01-02", "s"),
      of("alone", "2018"),
    ]);
    expect(ids(library.sameStory("u").map((document) => ({ document })))).toEqual(["a", "b", "late"]);
    expect(library.sameStory("alone")).toEqual([]);
    expect(library.sameStory("nowhere")).toEqual([]);
    expect([library.storyOf("u"), library.storyOf("alone")]).toEqual(["s", null]);
    library.add(of("b", "2019-01-02"));
    for (const _ of library.removing("a"));
    expect(ids(library.sameStory("u").map((document) => ({ document })))).toEqual(["late"]);
    expect(library.storyOf("a")).toBeNull();
  });
});
