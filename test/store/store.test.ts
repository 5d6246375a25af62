import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { ACTION_LIFE } from "../../src/store/actions.ts";
import { NewerStoreError } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "korea-desk-store-"));
  folders.push(folder);
  return join(folder, "store.db");
}

const one = entryOf("First words.", { id: "a", title: "One" });
const oneRevised = entryOf("Other words.", { id: "a", title: "One" });
const oneRetitled = entryOf("First words.", { id: "a", title: "Uno" });
const two = entryOf("Second words.", { id: "b", title: "Two" });

describe.each([
  ["in memory", () => ":memory:"],
  ["in a file", freshFile],
])("a store %s", (_, pathOf) => {
  const open = (now = () => 0) => openStore({ path: pathOf(), now });

  test("tells what became of each document, and gives all in the order in which they first came", async () => {
    const store = await open();
    expect(await store.save("import", [two, one])).toEqual(["imported", "imported"]);
    expect(await store.save("import", [one, two])).toEqual(["unchanged", "unchanged"]);
    expect(await store.save("import", [oneRevised])).toEqual(["revised"]);
    expect(await store.entries()).toEqual([two, oneRevised]);
    expect(await store.save("import", [oneRetitled])).toEqual(["revised"]);
    expect(await store.entries()).toEqual([two, oneRetitled]);
    store.close();
  });

  test("keeps every version, found by the beginning of its hash", async () => {
    const store = await open();
    await store.save("import", [one]);
    await store.save("import", [oneRevised]);
    const hash8 = (entry: typeof one) => entry.version.sha256.slice(0, 8);
    expect(await store.version("a", hash8(one))).toEqual(one.version);
    expect(await store.version("a", hash8(oneRevised))).toEqual(oneRevised.version);
    expect(await store.version("b", hash8(one))).toBeNull();
    expect(await store.version("a", "%_______")).toBeNull();
    store.close();
  });

  test("a document belongs to one source until it is withdrawn there", async () => {
    const store = await open();
    await store.save("builtin", [one, two]);
    expect(await store.save("import", [oneRevised])).toEqual(["refused"]);
    expect(await store.entries()).toEqual([one, two]);
    await store.save("builtin", [two], { complete: true });
    expect(await store.entries()).toEqual([two]);
    expect(await store.find("a")).toBeNull();
    expect(await store.version("a", one.version.sha256.slice(0, 8))).toEqual(one.version);
    expect(await store.save("import", [oneRevised])).toEqual(["imported"]);
    expect(await store.entries()).toEqual([oneRevised, two]);
    store.close();
  });

  test("without `complete` nothing is withdrawn", async () => {
    const store = await open();
    await store.save("builtin", [one, two]);
    await store.save("builtin", [two]);
    expect(await store.entries()).toEqual([one, two]);
    expect(await store.find("b")).toEqual(two.document);
    store.close();
  });

  test("an action has one key whatever the order of its values, and is its tenant's alone", async () => {
    const store = await open();
    const key = await store.keepAction("slack:team:T1", {
      command: "search",
      values: { query: "한반도", offset: 5 },
    });
    expect(key).toMatch(/^[\w-]{22}$/u);
    expect(
      await store.keepAction("slack:team:T1", { command: "search", values: { offset: 5, query: "한반도" } }),
    ).toBe(key);
    expect(await store.keptAction("slack:team:T1", key)).toEqual({
      command: "search",
      values: { query: "한반도", offset: 5 },
    });
    expect(await store.keptAction("slack:team:T2", key)).toBeNull();
    expect(
      await store.keepAction("slack:team:T1", { command: "read", values: { query: "한반도", offset: 5 } }),
    ).not.toBe(key);
    store.close();
  });

  test("an action is kept for 90 days from when it was last shown", async () => {
    let now = 0;
    const store = await open(() => now);
    const keep = () => store.keepAction("console", { command: "help", values: {} });
    const key = await keep();
    now = ACTION_LIFE;
    expect(await store.keptAction("console", key)).not.toBeNull();
    await keep();
    now = 2 * ACTION_LIFE;
    expect(await store.keptAction("console", key)).not.toBeNull();
    now += 1;
    expect(await store.keptAction("console", key)).toBeNull();
    store.close();
  });
});

test("a file keeps everything when it is opened again, and what was added gets ever higher numbers", async () => {
  const path = freshFile();
  const first = await openStore({ path, now: () => 7 });
  await first.save("import", [one, two]);
  const key = await first.keepAction("console", { command: "help", values: {} });
  first.close();

  const second = await openStore({ path, now: () => 8 });
  expect(await second.entries()).toEqual([one, two]);
  expect(await second.keptAction("console", key)).toEqual({ command: "help", values: {} });
  await second.save("import", [oneRevised]);
  second.close();

  const database = new DatabaseSync(path);
  const rows = database
    .prepare("SELECT added_seq, document_id, added_at FROM versions ORDER BY added_seq")
    .all();
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, "a", 7],
    [2, "b", 7],
    [3, "a", 8],
  ]);
  database.close();
});

test("a store of a newer program is refused and left as it is", async () => {
  const path = freshFile();
  const database = new DatabaseSync(path);
  database.exec("PRAGMA user_version = 99");
  database.close();
  await expect(openStore({ path, now: Date.now })).rejects.toThrow(NewerStoreError);
});

test("while another process writes, saving waits without stopping the event loop", async () => {
  const path = freshFile();
  const store = await openStore({ path, now: () => 0 });
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const saving = store.save("import", [one]);
  let turns = 0;
  // Each turn of the event loop that comes while the other holds the lock is one that an answer could have used.
  await new Promise<void>((resolve) => {
    const turn = () => {
      turns += 1;
      if (turns < 20) setImmediate(turn);
      else resolve();
    };
    setImmediate(turn);
  });
  other.exec("COMMIT");
  other.close();
  expect(await saving).toEqual(["imported"]);
  expect(turns).toBe(20);
  store.close();
});
