import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/core/document.ts";
import { OWN_OUTLET } from "../../src/core/outlet.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { entryOf } from "../core/samples.ts";
import {
  GREETING,
  KOREAN,
  NOTICE,
  OTHER_GREETING,
  OTHER_NOTICE,
  OTHER_REPORT,
  REPORT,
  edited,
  without,
} from "../core/stories/texts.ts";
import { folderWith } from "../folder.ts";

const open = (path = ":memory:") => openStore({ path, now: () => 0 });
const of = (id: string, body: string, outletId = "xinhua") => entryOf(body, { id, outletId });

/** Story by id of the documents that are in one. */
async function storiesIn(store: Store): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await store.entries()).flatMap(({ document, story }) =>
      story === undefined ? [] : [[document.id, story]],
    ),
  );
}

const HALF = REPORT.slice(0, REPORT.length / 2);

describe("stories in a store", () => {
  test("copies of one text are one, named after the first document; others are in none", async () => {
    const store = await open();
    await store.save("import", [of("other", OTHER_REPORT), of("whole", REPORT), of("half", HALF, "yonhap")]);
    await store.save("import", [
      of("again", `${REPORT}\n\n(END)`),
      of("greeting", GREETING),
      of("next", OTHER_GREETING),
    ]);
    await store.save("import", [of("notice", NOTICE), of("notice2", OTHER_NOTICE), of("ko", KOREAN)]);
    await store.save("folder:/x", [of("ko2", without(KOREAN, 2))]);
    expect(await storiesIn(store)).toEqual({
      whole: "whole",
      half: "whole",
      again: "whole",
      ko: "ko",
      ko2: "ko",
    });
    store.close();
  });

  test("whose story became another one counts as changed, and only that", async () => {
    const store = await open();
    await store.save("import", [of("a", REPORT), of("b", OTHER_REPORT)]);
    const { seq } = await store.changesSince(0, 10);
    await store.save("import", [of("c", HALF)]);
    const { changed, seq: next } = await store.changesSince(seq, 10);
    expect(changed.map(({ document, story }) => [document.id, story])).toEqual([
      ["c", "a"],
      ["a", "a"],
    ]);
    await store.save("import", [of("d", REPORT)]);
    const later = await store.changesSince(next, 10);
    expect(later.changed.map(({ document }) => document.id)).toEqual(["d"]);
    await store.save("import", [of("d", REPORT)]);
    expect((await store.changesSince(later.seq, 10)).changed).toEqual([]);
    store.close();
  });

  test("a revised document leaves one and joins another", async () => {
    const store = await open();
    await store.save("import", [of("a", REPORT), of("b", REPORT), of("c", OTHER_REPORT)]);
    expect(await storiesIn(store)).toEqual({ a: "a", b: "a" });
    const { seq } = await store.changesSince(0, 10);
    await store.save("import", [of("a", OTHER_REPORT)]);
    expect(await storiesIn(store)).toEqual({ a: "a", c: "a" });
    const { changed } = await store.changesSince(seq, 10);
    expect(Object.fromEntries(changed.map(({ document, story }) => [document.id, story]))).toEqual({
      a: "a",
      b: undefined,
      c: "a",
    });
    store.close();
  });

  test("a document that brought others together parts them as it leaves", async () => {
    const store = await open();
    const halves = [of("first", HALF), of("second", REPORT.slice(REPORT.length / 2))];
    await store.save("import", halves);
    expect(await storiesIn(store)).toEqual({});
    await store.save("import", [of("whole", REPORT)]);
    expect(await storiesIn(store)).toEqual({ first: "first", second: "first", whole: "first" });
    await store.save("import", [of("whole", OTHER_REPORT)]);
    expect(await storiesIn(store)).toEqual({});
    store.close();
  });

  test("what is withdrawn is in none, and joins again as it comes back", async () => {
    const store = await open();
    await store.save("builtin", [of("a", REPORT), of("b", REPORT)]);
    await store.save("import", [of("c", REPORT)]);
    await store.save("builtin", [of("b", REPORT)], { complete: true });
    expect(await storiesIn(store)).toEqual({ b: "b", c: "b" });
    await store.save("builtin", [], { complete: true });
    expect(await storiesIn(store)).toEqual({});
    await store.save("import", [of("d", without(REPORT, 2))]);
    expect(await storiesIn(store)).toEqual({ c: "c", d: "c" });
    await store.save("builtin", [of("a", REPORT)], { complete: true });
    expect(await storiesIn(store)).toEqual({ a: "a", c: "a", d: "a" });
    store.close();
  });

  test("our own words are in none, also where a document becomes ours or ceases to be", async () => {
    const store = await open();
    await store.save("import", [of("a", REPORT, OWN_OUTLET), of("b", REPORT), of("c", REPORT, OWN_OUTLET)]);
    expect(await storiesIn(store)).toEqual({});
    await store.save("import", [of("a", REPORT)]);
    expect(await storiesIn(store)).toEqual({ a: "a", b: "a" });
    await store.save("import", [of("b", REPORT, OWN_OUTLET)]);
    expect(await storiesIn(store)).toEqual({});
    store.close();
  });

  test("short texts are one only where their words are the same, and not where there are next to none", async () => {
    const store = await open();
    const notice = "The ministry said on Friday that it had nothing to add to what was published in March.";
    await store.save("import", [
      of("a", notice),
      of("b", notice.toUpperCase()),
      of("c", notice.replace("March", "May")),
    ]);
    await store.save("import", [
      of("d", "Read more here."),
      of("e", "Read more here."),
      of("f", ""),
      of("g", ""),
    ]);
    expect(await storiesIn(store)).toEqual({ a: "a", b: "a" });
    store.close();
  });

  test("hold hundreds of copies, and an edited one is found among them", async () => {
    const store = await open();
    await store.save(
      "import",
      Array.from({ length: 260 }, (_, at) => of(`copy-${at}`, REPORT)),
    );
    expect(new Set(Object.values(await storiesIn(store)))).toEqual(new Set(["copy-0"]));
    expect(Object.keys(await storiesIn(store))).toHaveLength(260);
    const { seq } = await store.changesSince(0, 1_000);
    await store.save("import", [of("copy-0", OTHER_REPORT)]);
    expect((await store.changesSince(seq, 1_000)).changed).toHaveLength(260);
    await store.save("import", [of("edited", edited(REPORT, 0.05, 1))]);
    const after = await storiesIn(store);
    expect([after["copy-0"], after["copy-1"], after["copy-259"], after["edited"]]).toEqual([
      undefined,
      "copy-1",
      "copy-1",
      "copy-1",
    ]);
    store.close();
  });

  test("are none of documents that have nothing but boilerplate in common, however many", async () => {
    const store = await open();
    const own = (at: number) => Array.from({ length: 70 }, (_, word) => `w${at * 97 + word}x`).join(" ");
    const many = Array.from({ length: 230 }, (_, at) => of(`doc-${at}`, `${own(at)}\n\n${GREETING}`));
    await store.save("import", many);
    expect(await storiesIn(store)).toEqual({});
    // Bands that so many share are not looked at, and all the others still are.
    await store.save("import", [of("copy", without(`${own(3)}\n\n${GREETING}`, 2))]);
    expect(await storiesIn(store)).toEqual({ "doc-3": "doc-3", copy: "doc-3" });
    store.close();
  });

  test("are the same after the store was closed, and go on", async () => {
    const path = join(folderWith(), "store.db");
    const first = await open(path);
    await first.save("import", [of("a", REPORT)]);
    first.close();
    const second = await open(path);
    await second.save("import", [of("b", edited(REPORT, 0.08, 3))]);
    expect(await storiesIn(second)).toEqual({ a: "a", b: "a" });
    second.close();
  });
});

/** A store as the step leaves it that had documents before there were stories. */
async function storeOfBefore(entries: readonly Entry[]): Promise<Store> {
  const path = join(folderWith(), "store.db");
  const first = await open(path);
  await first.save("import", entries);
  first.close();
  const database = new DatabaseSync(path);
  database.exec("DELETE FROM bands; DELETE FROM signatures; UPDATE documents SET unread = 1");
  database.close();
  return open(path);
}

test("documents from before there were stories are placed bit by bit with what is saved later", async () => {
  const unlike = Array.from({ length: 24 }, (_, at) => of(`n-${at}`, `Number ${at}`));
  const store = await storeOfBefore([
    of("a", REPORT),
    of("own", REPORT, OWN_OUTLET),
    ...unlike,
    of("z", HALF),
  ]);
  expect(await storiesIn(store)).toEqual({});
  const { seq } = await store.changesSince(0, 100);
  await store.save("import", [of("new", without(REPORT, 1))]);
  expect(await storiesIn(store)).toEqual({ a: "a", new: "a" });
  expect((await store.changesSince(seq, 100)).changed.map(({ document }) => document.id)).toEqual([
    "a",
    "new",
  ]);
  await store.save("import", []);
  expect(await storiesIn(store)).toEqual({ a: "a", new: "a", z: "a" });
  store.close();
});

test("our own records from before do not keep others waiting, and an idle turn places as many as it will", async () => {
  const own = Array.from({ length: 70 }, (_, at) => of(`own-${at}`, `${REPORT} ${at}`, OWN_OUTLET));
  const store = await storeOfBefore([...own, of("a", REPORT), of("b", HALF), of("c", OTHER_REPORT)]);
  const { seq } = await store.changesSince(0, 100);
  expect(await store.catchUpStories(2)).toBe(1);
  expect(await storiesIn(store)).toEqual({ a: "a", b: "a" });
  expect((await store.changesSince(seq, 100)).changed.map(({ document }) => document.id).toSorted()).toEqual([
    "a",
    "b",
  ]);
  expect(await store.catchUpStories(2)).toBe(0);
  expect(await store.catchUpStories(2)).toBe(0);
  await store.save("import", [of("d", OTHER_REPORT)]);
  expect(await storiesIn(store)).toEqual({ a: "a", b: "a", c: "c", d: "c" });
  store.close();
});

test("very long texts are compared by their first 200,000 characters", async () => {
  const store = await open();
  const text = (from: number) =>
    Array.from(
      { length: 6_000 },
      (_, at) => `${"long".repeat(10)}${String(from + at).padStart(6, "0")}`,
    ).join(" ");
  const beginning = text(0);
  expect(beginning.length).toBeGreaterThan(200_000);
  await store.save("import", [
    of("a", `${beginning} ${text(100_000)}`),
    of("b", `${beginning} ${text(200_000)} ${text(300_000)}`),
    of("c", text(400_000)),
  ]);
  expect(await storiesIn(store)).toEqual({ a: "a", b: "a" });
  store.close();
});

describe("the order in which documents come", () => {
  const texts: readonly [string, string][] = [
    ["whole", REPORT],
    ["half", HALF],
    ["rest", REPORT.slice(REPORT.length / 2)],
    ["dropped", without(REPORT, 3)],
    ["edited", edited(REPORT, 0.06, 7)],
    ["other", OTHER_REPORT],
    ["greeting", GREETING],
    ["greeting2", OTHER_GREETING],
    ["ko", KOREAN],
    ["ko2", without(KOREAN, 1)],
  ];
  const together = [
    ["dropped", "edited", "half", "rest", "whole"],
    ["ko", "ko2"],
  ];

  /** Ids by story, whatever the stories are called. */
  const groupsIn = async (store: Store) => {
    const stories = Object.entries(await storiesIn(store));
    const groups = Map.groupBy(stories, ([, story]) => story).values();
    return Array.from(groups, (group) => group.map(([id]) => id).toSorted()).toSorted((a, b) =>
      a[0]!.localeCompare(b[0]!),
    );
  };

  test("does not matter, nor what they were before they were revised", async () => {
    const bodies = fc.constantFrom(...texts.map(([, body]) => body), "Nothing yet.");
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...texts], { minLength: texts.length }),
        fc.array(bodies, { minLength: texts.length, maxLength: texts.length }),
        async (order, earlier) => {
          const store = await open();
          const before: Entry[] = order.map(([id], at) => of(id, earlier[at]!));
          await store.save("import", before.slice(0, 6));
          for (const [id, body] of order) await store.save("import", [of(id, body)]);
          expect(await groupsIn(store)).toEqual(together);
          for (const [id, story] of Object.entries(await storiesIn(store))) {
            const members = (await groupsIn(store)).find((group) => group.includes(id));
            expect(members).toContain(story);
          }
          store.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
