import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite.ts";
import { dateOf, entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const ANNOUNCED = { announce: true };
const NINTH = Date.UTC(2026, 5, 9, 12);
const SINCE = dateOf("2026-06-02");

/** A document of this date. */
const on = (id: string, date: string | null, body = `Words of ${id}.`) =>
  entryOf(body, { id, date: date === null ? null : dateOf(date) });

describe.each([
  ["in memory", () => ":memory:"],
  ["in a file", () => join(folderWith(), "store.db")],
])("news of a store %s", (_, pathOf) => {
  async function opened(start = NINTH) {
    let now = start;
    const store = await openStore({ path: pathOf(), now: () => now });
    return {
      store,
      setNow: (to: number) => (now = to),
      newIds: async (cursor = 0, since = SINCE) =>
        (await store.newsSince(cursor, since)).news.map(({ document }) => document.id),
    };
  }

  test("are what was announced, in the order in which it came, once", async () => {
    const { store } = await opened();
    await store.save("import", [on("quiet", "2026-06-09")]);
    await store.save("import", [on("b", "2026-06-09"), on("a", "2026-06-08")], ANNOUNCED);
    const { news, cursor } = await store.newsSince(0, SINCE);
    expect(news.map(({ document, addedSeq }) => [document.id, addedSeq])).toEqual([
      ["b", 2],
      ["a", 3],
    ]);
    expect(cursor).toBe(3);
    expect(await store.newsSince(cursor, SINCE)).toEqual({ news: [], cursor });
    await store.save("import", [on("c", "2026-06-09")], ANNOUNCED);
    expect((await store.newsSince(cursor, SINCE)).news).toEqual([
      { document: on("c", "2026-06-09").document, addedSeq: 4 },
    ]);
    store.close();
  });

  test("are not what came long before the week, as where a subscription was paused for months", async () => {
    const { store, setNow, newIds } = await opened(Date.UTC(2026, 1, 1));
    await store.save("import", [on("long-ago", "2026"), on("ahead", "2026-06-08")], ANNOUNCED);
    // Where the day began first, it began ten hours before that of Greenwich, and more.
    setNow(Date.UTC(2026, 5, 1, 12));
    await store.save("import", [on("first", "2026-06-02")], ANNOUNCED);
    setNow(NINTH);
    await store.save("import", [on("last", "2026-06-09")], ANNOUNCED);
    expect(await newIds()).toEqual(["first", "last"]);
    setNow(Date.UTC(2026, 8, 1));
    expect(await store.newsSince(0, dateOf("2026-08-25"))).toEqual({ news: [], cursor: 4 });
    store.close();
  });

  test("are none of them lost where the clock is set back", async () => {
    const { store, setNow, newIds } = await opened();
    await store.save("import", [on("early", "2026-06-09")], ANNOUNCED);
    setNow(NINTH - 3_600_000);
    await store.save("import", [on("late", "2026-06-09")], ANNOUNCED);
    expect(await newIds()).toEqual(["early", "late"]);
    store.close();
  });

  test("a revision is no new document, announced or not, and what is told is known of it now", async () => {
    const { store, newIds } = await opened();
    await store.save("import", [on("old", "2026-06-09")]);
    await store.save("import", [on("new", "2026-06-09")], ANNOUNCED);
    await store.save("import", [on("old", "2026-06-09", "Other words.")], ANNOUNCED);
    await store.save("import", [on("new", "2026-06-07", "Other words.")]);
    const { news, cursor } = await store.newsSince(0, SINCE);
    expect(news).toEqual([{ document: on("new", "2026-06-07").document, addedSeq: 2 }]);
    expect(cursor).toBe(4);
    expect(await newIds(2)).toEqual([]);
    store.close();
  });

  test("what is withdrawn is none, and not new again when it comes back", async () => {
    const { store, newIds } = await opened();
    const both = [on("a", "2026-06-09"), on("b", "2026-06-09")];
    await store.save("builtin", both, ANNOUNCED);
    const { cursor } = await store.newsSince(0, SINCE);
    await store.save("builtin", both.slice(1), { complete: true });
    expect(await newIds()).toEqual(["b"]);
    await store.save("builtin", [on("a", "2026-06-09", "Other words.")], ANNOUNCED);
    expect(await newIds(cursor)).toEqual([]);
    store.close();
  });

  test("is what was published since a day as far as its date can tell; without one it counts by when it came", async () => {
    const { store, setNow, newIds } = await opened(Date.UTC(2026, 5, 1, 23, 59));
    await store.save("import", [on("undated-early", null)], ANNOUNCED);
    setNow(Date.UTC(2026, 5, 2));
    const dated = ["2026-06-01", "2026-06-02", "2026-06", "2026-05", "2026", "2025", "2027"];
    await store.save(
      "import",
      dated.map((date) => on(date, date)),
      ANNOUNCED,
    );
    await store.save("import", [on("undated", null)], ANNOUNCED);
    expect(await newIds()).toEqual(["2026-06-02", "2026-06", "2026", "2027", "undated"]);
    expect(await newIds(0, dateOf("2026-06"))).toContain("2026-06-01");
    store.close();
  });

  test("the cursor of a time stands before what came at it, and never goes back", async () => {
    const { store, setNow } = await opened();
    expect(await store.newsCursorAt(NINTH)).toBe(0);
    expect(await store.newsSince(7, SINCE)).toEqual({ news: [], cursor: 7 });
    await store.save("import", [on("a", null)]);
    setNow(NINTH + 1_000);
    await store.save("import", [on("b", null), on("c", null)]);
    const at = (time: number) => store.newsCursorAt(time);
    expect([await at(NINTH), await at(NINTH + 1), await at(NINTH + 1_000), await at(NINTH + 1_001)]).toEqual([
      0, 1, 1, 3,
    ]);
    store.close();
  });
});
