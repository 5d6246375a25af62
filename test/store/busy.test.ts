import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { whileBusy } from "../../src/store/busy.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { folderWith } from "../folder.ts";

const one = entryOf("First words.", { id: "a" });

/** Another process that holds the lock of the store: a second connection of its own. */
function holdLock(path: string): { release(): void } {
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  return {
    release() {
      other.exec("COMMIT");
      other.close();
    },
  };
}

/** As many turns of the event loop; each is one in which an answer could have been sent. */
function turns(count: number): Promise<void> {
  return new Promise((resolve) => {
    const turn = (left: number) => (left === 0 ? resolve() : setImmediate(turn, left - 1));
    turn(count);
  });
}

test("while another process writes, saving waits without stopping the event loop", async () => {
  const path = join(folderWith(), "store.db");
  const store = await openStore({ path, now: () => 0 });
  const lock = holdLock(path);
  const order: string[] = [];
  const saving = store.save("import", [one]).then((saved) => order.push(...saved));
  await turns(20);
  order.push("turned");
  // Readers do not wait for a writer.
  expect(await store.entries()).toEqual([]);
  lock.release();
  await saving;
  expect(order).toEqual(["turned", "imported"]);
  expect(await store.entries()).toEqual([one]);
  store.close();
});

test("an action is kept after the lock is gone, too", async () => {
  const path = join(folderWith(), "store.db");
  const store = await openStore({ path, now: () => 0 });
  const lock = holdLock(path);
  const keeping = store.keepAction("console", { command: "help", values: {} });
  await turns(5);
  lock.release();
  expect(await store.keptAction("console", await keeping)).toEqual({ command: "help", values: {} });
  store.close();
});

test("a new store that another process is just making is opened after it", async () => {
  const path = join(folderWith(), "store.db");
  const lock = holdLock(path);
  const opening = openStore({ path, now: () => 0 });
  await turns(5);
  lock.release();
  const store = await opening;
  expect(await store.save("import", [one])).toEqual(["imported"]);
  store.close();
});

const failing = (errcode: number) => Object.assign(new Error(`code ${errcode}`), { errcode });

test.each([
  ["SQLITE_BUSY", 5],
  ["SQLITE_BUSY_RECOVERY", 261],
  ["SQLITE_BUSY_SNAPSHOT", 517],
])("%s is tried again", async (_, code) => {
  const tries: (() => string)[] = [
    () => {
      throw failing(code);
    },
    () => "done",
  ];
  expect(await whileBusy(() => tries.shift()!())).toBe("done");
  expect(tries).toEqual([]);
});

test.each([
  ["a full disk", failing(13)],
  ["a table that is locked by ourselves", failing(6)],
  ["a defect", new TypeError("no")],
])("%s is no reason to try again", async (_, error) => {
  let tries = 0;
  const run = () => {
    tries += 1;
    throw error;
  };
  await expect(whileBusy(run)).rejects.toBe(error);
  expect(tries).toBe(1);
});
