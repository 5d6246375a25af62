import type { DatabaseSync } from "node:sqlite";
import type { Transaction } from "./documents.ts";
import type { TenantStore } from "./tenant-store.ts";

/** Every table with rows of a tenant, those first whose rows hang on rows of others. */
const TABLES = ["deliveries", "subscriptions", "actions", "departures"] as const;

/** The part of {@link TenantStore} that deletes all of a tenant. */
export function createPurge(
  database: DatabaseSync,
  transaction: Transaction,
): Pick<TenantStore, "purgeTenant"> {
  const left = database.prepare("SELECT 1 FROM departures WHERE tenant = ? AND left_at < ?");
  const empty = TABLES.map((table) => ({
    table,
    statement: database.prepare(
      table === "deliveries"
        ? // By their subscriptions, which they have an index for: years of everybody's are not looked through.
          `DELETE FROM deliveries WHERE subscription IN (SELECT id FROM subscriptions WHERE tenant = ?)`
        : `DELETE FROM ${table} WHERE tenant = ?`,
    ),
  }));
  /** What is deleted is overwritten in the file, too: https://sqlite.org/pragma.html#pragma_secure_delete */
  const securely = <T>(run: () => T): T => {
    database.exec("PRAGMA secure_delete = ON");
    try {
      return run();
    } finally {
      database.exec("PRAGMA secure_delete = OFF");
    }
  };
  return {
    async purgeTenant(tenant, leftBefore) {
      const purged = await transaction(() => {
        if (leftBefore !== undefined && left.get(tenant, leftBefore) === undefined) return null;
        const counts = securely(
          () =>
            new Map<(typeof TABLES)[number], number>(
              empty.map(({ table, statement }) => [table, Number(statement.run(tenant).changes)]),
            ),
        );
        if ([...counts.values()].every((count) => count === 0)) return null;
        return {
          subscriptions: counts.get("subscriptions")!,
          deliveries: counts.get("deliveries")!,
          actions: counts.get("actions")!,
        };
      });
      // From the log into the file itself, as far as nobody else reads what was before.
      if (purged !== null) database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return purged;
    },
  };
}
