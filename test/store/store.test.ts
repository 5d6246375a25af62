import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACTION_LIFE } from "../../src/store/actions.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const one = entryOf("First words.", { id: "a", title: "One" });
const oneRevised = entryOf("Other words.", { id: "a", title: "One" });
const oneRetitled = entryOf("First words.", { id: "a", title: "Uno" });
const two = entryOf("Second words.", { id: "b", title: "Two" });

describe.each([
  ["in memory", () => ":memory:"],
  ["in a file", () => join(folderWith(), "store.db")],
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
    expect(await store.version("a", hash8(one))).toEqual(one);
    expect(await store.version("a", hash8(oneRevised))).toEqual(oneRevised);
    expect(await store.version("b", hash8(one))).toBeNull();
    expect(await store.version("a", "%_______")).toBeNull();
    store.close();
  });

  test("words that come back are the newest version again", async () => {
    const store = await open();
    expect(await store.save("import", [one])).toEqual(["imported"]);
    expect(await store.save("import", [oneRevised])).toEqual(["revised"]);
    expect(await store.save("import", [one])).toEqual(["revised"]);
    expect(await store.save("import", [one])).toEqual(["unchanged"]);
    expect(await store.entries()).toEqual([one]);
    store.close();
  });

  test("all is saved or nothing, and the store can be used afterwards", async () => {
    const store = await open();
    const broken = { ...two, document: { ...two.document, date: 1n as never } };
    await expect(store.save("import", [one, broken])).rejects.toThrow(TypeError);
    expect(await store.entries()).toEqual([]);
    expect(await store.save("import", [one])).toEqual(["imported"]);
    store.close();
  });

  test("one document twice in one go is saved once", async () => {
    const store = await open();
    expect(await store.save("import", [one, one, oneRevised])).toEqual(["imported", "unchanged", "revised"]);
    expect(await store.entries()).toEqual([oneRevised]);
    store.close();
  });

  test("a document withdrawn by its own source comes back with the words it has now", async () => {
    const store = await open();
    await store.save("builtin", [one, two]);
    expect(await store.save("builtin", [], { complete: true })).toEqual([]);
    expect(await store.entries()).toEqual([]);
    expect(await store.save("builtin", [oneRevised, two])).toEqual(["imported", "imported"]);
    expect(await store.entries()).toEqual([oneRevised, two]);
    store.close();
  });

  test("withdrawing leaves the documents of other sources alone", async () => {
    const store = await open();
    await store.save("import", [one]);
    await store.save("builtin", [two], { complete: true });
    await store.save("folder:/x", [], { complete: true });
    expect(await store.entries()).toEqual([one, two]);
    store.close();
  });

  test("a document belongs to one source until it is withdrawn there", async () => {
    const store = await open();
    await store.save("builtin", [one, two]);
    expect(await store.save("import", [oneRevised])).toEqual(["refused"]);
    expect(await store.entries()).toEqual([one, two]);
    await store.save("builtin", [two], { complete: true });
    expect(await store.entries()).toEqual([two]);
    expect(await store.version("a", one.version.sha256.slice(0, 8))).toEqual(one);
    expect(await store.save("import", [oneRevised])).toEqual(["imported"]);
    expect(await store.entries()).toEqual([oneRevised, two]);
    store.close();
  });

  test("old words keep what was known of them then", async () => {
    const store = await open();
    const alice = entryOf("First words.", { id: "a", author: "Alice" });
    const bob = entryOf("Other words.", { id: "a", author: "Bob" });
    await store.save("import", [alice, two]);
    await store.save("import", [bob]);
    expect(await store.version("a", alice.version.sha256.slice(0, 8))).toEqual(alice);
    expect(await store.version("a", bob.version.sha256.slice(0, 8))).toEqual(bob);
    store.close();
  });

  test("without `complete` nothing is withdrawn", async () => {
    const store = await open();
    await store.save("builtin", [one, two]);
    await store.save("builtin", [two]);
    expect(await store.entries()).toEqual([one, two]);
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

  test("actions kept at the same time are all kept, each for its tenant", async () => {
    const store = await open();
    const tenants = ["console", "slack:team:T1", "discord:guild:1"] as const;
    const wanted = tenants.flatMap((tenant) =>
      [0, 5, 10].map((offset) => ({
        tenant,
        call: { command: "search", values: { query: tenant, offset } },
      })),
    );
    const keys = await Promise.all(wanted.map(({ tenant, call }) => store.keepAction(tenant, call)));
    expect(new Set(keys).size).toBe(9);
    const found = wanted.map(({ tenant }, index) => store.keptAction(tenant, keys[index]!));
    expect(await Promise.all(found)).toEqual(wanted.map(({ call }) => call));
    expect(await store.keptAction("console", keys[8]!)).toBeNull();
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

describe("morphemes", () => {
  const found = new Map([
    ["hash1", [{ form: "회담", start: 0, end: 3 }]],
    ["hash2", []],
  ]);

  test("are kept for one analysis, and what another found is forgotten", async () => {
    const store = await openStore({ path: ":memory:", now: () => 0 });
    expect(await store.morphemes("a 1")).toEqual(new Map());
    await store.keepMorphemes("a 1", found);
    await store.keepMorphemes("a 1", new Map([["hash3", [{ form: "핵", start: 1, end: 2 }]]]));
    expect(await store.morphemes("a 1")).toEqual(
      new Map([...found, ["hash3", [{ form: "핵", start: 1, end: 2 }]]]),
    );
    expect(await store.morphemes("a 2")).toEqual(new Map());
    await store.keepMorphemes("a 2", found);
    expect([await store.morphemes("a 1"), await store.morphemes("a 2")]).toEqual([new Map(), found]);
    store.close();
  });
});
