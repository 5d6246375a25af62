import { rmSync } from "node:fs";
import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { whileBusy } from "./busy.ts";
import { openStore, type StoreOptions } from "./sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Opens a copy of the store, to see what would become of something: what is done to it is gone when it is closed. Where
 * there is no store yet, the copy is an empty one.
 *
 * @throws what {@link openStore} throws, and where there is no room for the copy among temporary files.
 */
export async function openCopy({ path, now }: StoreOptions): Promise<Store> {
  if (!(await isThere(path))) return openStore({ path: ":memory:", now });
  const folder = await mkdtemp(join(tmpdir(), "korea-desk-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, "store.db");
    await whileBusy(() => {
      const original = new DatabaseSync(path, { readOnly: true });
      try {
        original.prepare("VACUUM INTO ?").run(copy);
      } finally {
        original.close();
      }
    });
    const store = await openStore({ path: copy, now });
    return {
      ...store,
      close() {
        store.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
