import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const one = entryOf("Words.", { id: "a", title: "One" });
const dated = entryOf("Words.", { id: "a", title: "One", author: "Jane Doe" });
const other = entryOf("Other words.", { id: "a", title: "One" });

test("a version knows where a feed had its words from", async () => {
  const store = await openStore({ path: ":memory:", now: () => 0 });
  const sources = async () => (await store.versions("a")).map(({ textSource }) => textSource);
  await store.save("import", [one], { textSource: "summary" });
  expect(await sources()).toEqual(["summary"]);
  // The same words from a better source are as good as that, and stay so.
  const before = await store.lastChange();
  expect(await store.save("import", [one], { textSource: "page" })).toEqual(["unchanged"]);
  expect(await store.save("import", [one], { textSource: "content" })).toEqual(["unchanged"]);
  expect([await sources(), await store.lastChange()]).toEqual([["page"], before]);
  await store.save("import", [other], { textSource: "content" });
  expect(await sources()).toEqual(["page", "content"]);
  // A person vouches for them.
  await store.save("import", [other]);
  expect(await store.save("import", [other], { textSource: "page" })).toEqual(["unchanged"]);
  expect(await sources()).toEqual(["page", undefined]);
  await store.save("import", [dated], { textSource: "content" });
  await store.save("import", [one]);
  expect(await sources()).toEqual(["page", undefined, undefined]);
  store.close();
});

test("a store from before knows it of what feeds brought", async () => {
  const path = join(folderWith(), "store.db");
  const now = () => 0;
  const first = await openStore({ path, now });
  const hand = entryOf("By hand.", { id: "a", title: "One" });
  const mine = entryOf("Mine.", { id: "b", title: "Two" });
  await first.save("import", [one], { announce: true });
  await first.save("import", [hand, mine]);
  const item = { hash: "", updated: null, url: null, title: null, pageFailures: 0, pageAt: null };
  for (const [key, textSource] of [
    ["1", "summary"],
    ["2", "page"],
    ["3", null],
  ] as const) {
    await first.keepFeedItem("https://example.com/rss", { ...item, key, documentId: "a", textSource });
  }
  first.close();
  const database = new DatabaseSync(path);
  const steps = Number(database.prepare("PRAGMA user_version").get()!["user_version"]);
  // As it was before the step that this is about, and before those after it.
  database.exec(
    `DROP TABLE departures; DROP TABLE deliveries; DROP TABLE subscriptions; DROP INDEX versions_by_time;
     ALTER TABLE versions DROP COLUMN text_source; PRAGMA user_version = ${steps - 3}`,
  );
  database.close();
  const second = await openStore({ path, now });
  const sources = async (id: string) => (await second.versions(id)).map(({ textSource }) => textSource);
  expect([await sources("a"), await sources("b")]).toEqual([["page", undefined], [undefined]]);
  second.close();
});
