import { DatabaseSync } from "node:sqlite";
import { createActions } from "./actions.ts";
import { whileBusy } from "./busy.ts";
import { createDeliveries } from "./deliveries.ts";
import { createDocuments, type Transaction } from "./documents.ts";
import { createFeeds } from "./feeds.ts";
import { createForget } from "./forget.ts";
import { createImport } from "./import-subscription.ts";
import { migrate } from "./migrations.ts";
import { createMorphemes } from "./morphemes.ts";
import { createNews } from "./news.ts";
import { createPurge } from "./purge.ts";
import type { Store } from "./store.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { createTenants } from "./tenants.ts";

/** Milliseconds for which SQLite itself waits for a lock, with the event loop standing still. */
const SQLITE_WAIT = 5;

/** Where the store keeps its data, and the time it writes down. */
export interface StoreOptions {
  /** A file, or `:memory:` for one that ends with the process. */
  path: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Opens the store and brings it up to date.
 *
 * @throws {NewerStoreError} where a newer program wrote it, and SQLite's own error where the file cannot be opened or
 *   is no database.
 */
export async function openStore({ path, now }: StoreOptions): Promise<Store> {
  const database = new DatabaseSync(path, { timeout: SQLITE_WAIT });
  try {
    await whileBusy(() => {
      // First of all: the journal mode is written into the file, and a newer program's file stays as it is.
      migrate(database);
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    });
  } catch (error) {
    database.close();
    throw error;
  }
  const transaction: Transaction = (run, patience) =>
    whileBusy(() => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = run();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    }, patience);
  const forget = createForget(database, transaction, now);
  try {
    await forget.forgetOld();
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    ...forget,
    ...createDocuments(database, transaction, now),
    ...createActions(database, transaction, now),
    ...createMorphemes(database, transaction),
    ...createNews(database),
    ...createFeeds(database, transaction, now),
    ...createSubscriptions(database, transaction, now),
    ...createDeliveries(database, transaction, now),
    ...createTenants(database, transaction, now),
    ...createPurge(database, transaction),
    ...createImport(database, transaction, now),
    close: () => database.close(),
  };
}
