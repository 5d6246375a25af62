import { describe, expect, test } from "vitest";
import { oneEachStory } from "../../../src/core/stories/one-each.ts";
import { search } from "../../../src/core/search/search.ts";
import { Stories } from "../../../src/core/stories/stories.ts";
import { dateOf, documentOf, entryOf, libraryOf } from "../samples.ts";

/** Paragraphs of one report: what most of the copies say. */
const PARAGRAPHS = [
  "The two delegations met for three hours on Tuesday at the northern end of the old bridge.",
  "Neither side would say afterwards whether a date for another round had been set or even discussed.",
  "A clerk of the border office counted eleven cars going north and nine coming back.",
];
/** What only a round-up has that quotes the report. */
const OWN =
  "Fishing boats from the eastern harbour stayed ashore all week because of a warning of high waves.";
const BODIES: Record<string, string> = { a9: [OWN, ...PARAGRAPHS].join("\n\n") };
const bodyOf = (id: string) => BODIES[id] ?? PARAGRAPHS.join("\n\n");

/** An answer of a document of this id with a passage of its; the story of `a1` is `a`, a capital is in none. */
function answer(id: string, score: number, date: string | null = null, said = PARAGRAPHS[0]!) {
  const start = bodyOf(id).indexOf(said);
  return {
    document: documentOf({ id, date: date === null ? null : dateOf(date) }),
    passage: { start, end: start + said.length },
    score,
  };
}
const storyOf = (id: string) => (/^[a-z]/u.test(id) ? id[0]! : null);
const known = { storyOf, bodyOf };
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
    expect(ids(oneEachStory(answers, known))).toEqual(["A", "a1", "b1", "A"]);
  });

  test("all that the chosen copy says stays, and what the others say as well goes", () => {
    const answers = [answer("a2", 9), answer("a1", 8), answer("B", 7), answer("a2", 6), answer("a1", 5)];
    expect(ids(oneEachStory(answers, known))).toEqual(["a2", "B", "a2"]);
  });

  test("of equals is the one published first; then the order counts", () => {
    const answers = [
      answer("a1", 8, "2019-02"),
      answer("B", 8),
      answer("a2", 8, "2019-01-31"),
      answer("a3", 8),
    ];
    expect(ids(oneEachStory(answers, known))).toEqual(["B", "a2"]);
    expect(ids(oneEachStory([answer("a3", 8), answer("a1", 8)], known))).toEqual(["a3"]);
    expect(ids(oneEachStory([answer("a3", 8), answer("a1", 8, "2019")], known))).toEqual(["a1"]);
  });

  test("and what only another copy says stays, with that copy", () => {
    const answers = [
      answer("a1", 9),
      answer("a9", 8, null, OWN),
      answer("a9", 7, null, PARAGRAPHS[0]),
      answer("a1", 6, null, PARAGRAPHS[2]),
      answer("a9", 5, null, PARAGRAPHS[2]),
    ];
    expect(oneEachStory(answers, known)).toEqual([answers[0], answers[1], answers[3]]);
  });

  test("of what several others say beside it the best one tells", () => {
    BODIES["a8"] = BODIES["a9"]!;
    const answers = [answer("a1", 9), answer("a8", 7, null, OWN), answer("a9", 8, null, OWN)];
    expect(ids(oneEachStory(answers, known))).toEqual(["a1", "a9"]);
  });

  test("a passage with a word edited or another case is said already, one with a new sentence is not", () => {
    const edited = PARAGRAPHS[0]!.replace("delegations", "Teams");
    const longer = `${PARAGRAPHS[0]} Snow had closed the road to the west since Sunday.`;
    Object.assign(BODIES, { a3: edited, a4: longer, a5: "THE TWO Delegations", a6: "The two mayors" });
    const said = ["a3", "a4", "a5", "a6"].map((id, at) => answer(id, 8 - at, null, bodyOf(id)));
    expect(ids(oneEachStory([answer("a1", 9), ...said], known))).toEqual(["a1", "a4", "a6"]);
  });

  test("a sentence that was added to a long passage is not said already", () => {
    const long = [...PARAGRAPHS, ...PARAGRAPHS].join(" ");
    Object.assign(BODIES, { b1: long.replace("eleven", "12"), b2: `${long} ${OWN}`, b3: long });
    Object.assign(BODIES, {
      c1: "회담은 세 시간 동안 다리 북쪽 끝에서 열렸고 다음 날짜는 정하지 않았다. ".repeat(6),
    });
    Object.assign(BODIES, {
      c2: `${BODIES["c1"]}어선들은 높은 파도 때문에 이번 주 내내 동쪽 항구에 머물렀다고 한다.`,
      c3: BODIES["c1"]!.replace("세 시간", "네 시간"),
    });
    const said = ["b1", "b2", "b3", "c1", "c2", "c3"].map((id, at) => answer(id, 8 - at, null, bodyOf(id)));
    expect(ids(oneEachStory(said, known))).toEqual(["b1", "b2", "c1", "c2"]);
  });

  test("past what is read of long documents only the same letters are left out", () => {
    const long = `${PARAGRAPHS.join("\n\n")}\n\n${"x ".repeat(200_000)}`;
    Object.assign(BODIES, { l1: long, l2: PARAGRAPHS[0]!, l3: PARAGRAPHS[0]!.toUpperCase() });
    const answers = [answer("l1", 9), answer("l2", 8), answer("l3", 7, null, BODIES["l3"])];
    expect(ids(oneEachStory(answers, known))).toEqual(["l1", "l3"]);
  });

  test("changes nothing where there are no stories", () => {
    const answers = [answer("A", 2), answer("B", 1)];
    expect(oneEachStory(answers, { storyOf: () => null, bodyOf })).toBe(answers);
  });
});

describe("a search", () => {
  test("finds what only a round-up says that quotes a whole wire item", () => {
    const library = libraryOf([
      { ...entryOf(PARAGRAPHS.join("\n\n"), { id: "wire", title: "Border talks" }), story: "wire" },
      {
        ...entryOf([...PARAGRAPHS, OWN].join("\n\n"), { id: "round-up", title: "Border talks: the week" }),
        story: "wire",
      },
    ]);
    const found = (query: string) =>
      search(library, { query, limit: 9 }).excerpts.map(({ document, excerpt }) => [
        document.id,
        excerpt.text,
      ]);
    expect(found("fishing boats ashore")).toEqual([["round-up", OWN]]);
    expect(found("eleven cars going north")).toEqual([["wire", PARAGRAPHS[2]]]);
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
