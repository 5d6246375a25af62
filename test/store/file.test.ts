import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { StoreUnavailableError, openDesk, openOwnStore } from "../../src/compose.ts";
import { NewerStoreError } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";
import { configOf } from "../config-of.ts";

const one = entryOf("First words.", { id: "a", title: "One" });
const oneRevised = entryOf("Other words.", { id: "a", title: "One" });
const two = entryOf("Second words.", { id: "b", title: "Two" });

const freshFile = () => join(folderWith(), "store.db");
const configIn = (dataDir: string) => configOf({ dataDir });

test("a file keeps everything when it is opened again, and what was added gets ever higher numbers", async () => {
  const path = freshFile();
  const first = await openStore({ path, now: () => 7 });
  await first.save("import", [one, two]);
  const key = await first.keepAction("console", { command: "help", values: {} });
  first.close();

  const second = await openStore({ path, now: () => 8 });
  expect(await second.entries()).toEqual([one, two]);
  expect(await second.version("b", two.version.sha256.slice(0, 8))).toEqual(two);
  expect(await second.keptAction("console", key)).toEqual({ command: "help", values: {} });
  await second.save("import", [oneRevised]);
  await second.save("import", [one]);
  second.close();

  const database = new DatabaseSync(path);
  const rows = database
    .prepare("SELECT added_seq, document_id, added_at FROM versions ORDER BY added_seq")
    .all();
  database.close();
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, "a", 7],
    [2, "b", 7],
    [3, "a", 8],
    [4, "a", 8],
  ]);
});

test("a number is not given out again, even where the newest version is gone", async () => {
  const path = freshFile();
  const first = await openStore({ path, now: () => 0 });
  await first.save("import", [one, two]);
  first.close();
  const database = new DatabaseSync(path);
  database.exec("DELETE FROM versions WHERE document_id = 'b'; DELETE FROM documents WHERE id = 'b'");
  database.close();
  const second = await openStore({ path, now: () => 0 });
  await second.save("import", [two]);
  second.close();
  const again = new DatabaseSync(path);
  const newest = again.prepare("SELECT max(added_seq) AS seq FROM versions").get();
  again.close();
  expect(newest).toEqual({ seq: 3 });
});

test("two programs may have one store open, and each finds what the other saved", async () => {
  const path = freshFile();
  const first = await openStore({ path, now: () => 0 });
  const second = await openStore({ path, now: () => 0 });
  expect(await first.save("import", [one])).toEqual(["imported"]);
  expect(await second.save("import", [one, two])).toEqual(["unchanged", "imported"]);
  expect(await first.entries()).toEqual([one, two]);
  first.close();
  second.close();
});

test("a store of a newer program is refused and left as it is", async () => {
  const path = freshFile();
  const database = new DatabaseSync(path);
  database.exec("PRAGMA user_version = 99");
  database.close();
  const before = readFileSync(path);
  const opening = openStore({ path, now: () => 0 });
  await expect(opening).rejects.toThrow(
    /^the store has format 99, this program knows formats up to \d{1,2}$/u,
  );
  await expect(opening).rejects.toBeInstanceOf(NewerStoreError);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  ["no database", { "korea-desk.db": "x".repeat(5_000) }, "", "file is not a database"],
  ["a folder in its place", { "korea-desk.db/x": "" }, "", "unable to open database file"],
])("%s: told with what to do", async (_, files, below, reason) => {
  const dataDir = join(folderWith(files), below);
  const path = join(dataDir, "korea-desk.db");
  const told = new StoreUnavailableError(
    `The store ${path} cannot be used: ${reason}. Check the disk and the folder's permissions, put a backup in its place, or set DATA_DIR to another folder.`,
  );
  await expect(openOwnStore(configIn(dataDir))).rejects.toThrow(told);
  await expect(openDesk(configIn(dataDir))).rejects.toThrow(told);
});

test("a store of a newer program is told of by the desk, too", async () => {
  const dataDir = folderWith();
  const database = new DatabaseSync(join(dataDir, "korea-desk.db"));
  database.exec("PRAGMA user_version = 99");
  database.close();
  await expect(openOwnStore(configIn(dataDir))).rejects.toThrow(
    /cannot be used: the store has format 99, this program knows formats up to \d+\. Check/u,
  );
});

test("a file where the data folder should be is told of", async () => {
  const dataDir = join(folderWith({ data: "" }), "data");
  await expect(openOwnStore(configIn(dataDir))).rejects.toThrow(
    `The store ${join(dataDir, "korea-desk.db")} cannot be used: EEXIST: file already exists, mkdir '${dataDir}'.`,
  );
});
