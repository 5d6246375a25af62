import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const one = entryOf("First words.", { id: "a", title: "One" });
const oneRevised = entryOf("Other words.", { id: "a", title: "One" });
const two = entryOf("Second words.", { id: "b", title: "Two" });

describe("what changed in a store", () => {
  test("is told once, in the order of the changes", async () => {
    const store = await openStore({ path: ":memory:", now: () => 0 });
    expect(await store.lastChange()).toBe(0);
    expect(await store.changesSince(0, 10)).toEqual({ seq: 0, changed: [], withdrawn: [] });
    await store.save("import", [one, two]);
    const first = await store.changesSince(0, 10);
    expect(first).toEqual({ seq: 2, changed: [one, two], withdrawn: [] });
    expect(await store.changesSince(first.seq, 10)).toEqual({ seq: 2, changed: [], withdrawn: [] });
    await store.save("import", [oneRevised, two]);
    expect(await store.changesSince(first.seq, 10)).toEqual({ seq: 3, changed: [oneRevised], withdrawn: [] });
    expect(await store.lastChange()).toBe(3);
    store.close();
  });

  test("is told in parts of a given size", async () => {
    const store = await openStore({ path: ":memory:", now: () => 0 });
    await store.save("import", [one, two]);
    const first = await store.changesSince(0, 1);
    expect(first).toEqual({ seq: 1, changed: [one], withdrawn: [] });
    expect(await store.changesSince(first.seq, 1)).toEqual({ seq: 2, changed: [two], withdrawn: [] });
    store.close();
  });

  test("what is withdrawn and what comes back are changes", async () => {
    const store = await openStore({ path: ":memory:", now: () => 0 });
    await store.save("builtin", [one, two]);
    await store.save("builtin", [two], { complete: true });
    const withdrawn = await store.changesSince(2, 10);
    expect(withdrawn).toEqual({ seq: 3, changed: [], withdrawn: ["a"] });
    await store.save("builtin", [one, two], { complete: true });
    expect(await store.changesSince(withdrawn.seq, 10)).toEqual({ seq: 4, changed: [one], withdrawn: [] });
    store.close();
  });

  test("is seen by another connection", async () => {
    const path = join(folderWith(), "store.db");
    const running = await openStore({ path, now: () => 0 });
    const importing = await openStore({ path, now: () => 0 });
    await importing.save("import", [one]);
    importing.close();
    expect(await running.changesSince(0, 10)).toEqual({ seq: 1, changed: [one], withdrawn: [] });
    running.close();
  });
});

test("all versions of a document, oldest first, with the time at which each came", async () => {
  let now = 1_000;
  const store = await openStore({ path: ":memory:", now: () => now });
  await store.save("import", [one]);
  now = 2_000;
  await store.save("import", [oneRevised, two]);
  expect(await store.versions("a")).toEqual([
    { ...one, addedAt: 1_000 },
    { ...oneRevised, addedAt: 2_000 },
  ]);
  expect(await store.versions("c")).toEqual([]);
  store.close();
});

test("a document is found by the words that it has now", async () => {
  const store = await openStore({ path: ":memory:", now: () => 0 });
  const twin = entryOf("First words.", { id: "c", title: "Twin" });
  await store.save("import", [one, twin]);
  expect(await store.idsWithWords("import", one.version.sha256)).toEqual(["a", "c"]);
  expect(await store.idsWithWords("builtin", one.version.sha256)).toEqual([]);
  await store.save("import", [oneRevised]);
  expect(await store.idsWithWords("import", one.version.sha256)).toEqual(["c"]);
  store.close();
});

test("a headline that changed alone makes a version; what else is known of a document does not", async () => {
  let now = 1_000;
  const store = await openStore({ path: ":memory:", now: () => now });
  const retitled = entryOf("First words.", { id: "a", title: "Uno" });
  const dated = entryOf("First words.", { id: "a", title: "Uno", author: "Kim Min-ji" });
  await store.save("import", [one]);
  now = 2_000;
  expect(await store.save("import", [retitled])).toEqual(["revised"]);
  now = 3_000;
  expect(await store.save("import", [dated])).toEqual(["updated"]);
  expect(await store.versions("a")).toEqual([
    { ...one, addedAt: 1_000 },
    { ...dated, addedAt: 2_000 },
  ]);
  expect(await store.entries()).toEqual([dated]);
});
