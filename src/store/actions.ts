import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { DeskStore } from "../core/desk.ts";
import type { RawValues } from "../core/reply.ts";
import type { Transaction } from "./documents.ts";
import { PERSONS_PATIENCE, whileBusy } from "./busy.ts";

/** Milliseconds for which an action is kept. */
export const ACTION_LIFE = 90 * 24 * 60 * 60 * 1_000;

/** Tenant, key, command, values as JSON. */
type Row = [string, string, string, string];

/** The part of the store that keeps actions: commands with values, under the hash of both. */
export function createActions(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Pick<DeskStore, "keepAction" | "keptAction"> {
  const insert = database.prepare(
    `INSERT INTO actions (tenant, key, command, given, kept_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tenant, key) DO UPDATE SET kept_at = excluded.kept_at`,
  );
  const get = database.prepare(
    "SELECT command, given FROM actions WHERE tenant = ? AND key = ? AND kept_at >= ?",
  );
  // A reply keeps all its actions at once: they share one transaction, which costs far more than what it writes.
  let waiting: Row[] = [];
  let written: Promise<void> | null = null;
  const write = (): Promise<void> =>
    Promise.resolve().then(() => {
      const rows = waiting;
      waiting = [];
      written = null;
      return transaction(() => {
        for (const row of rows) insert.run(...row, now());
      }, PERSONS_PATIENCE);
    });

  return {
    async keepAction(tenant, { command, values }) {
      const sorted = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const given = JSON.stringify(Object.fromEntries(sorted));
      const key = createHash("sha256").update(`${command}\n${given}`).digest("base64url").slice(0, 22);
      waiting.push([tenant, key, command, given]);
      written ??= write();
      await written;
      return key;
    },
    keptAction: (tenant, key) =>
      whileBusy(() => {
        const row = get.get(tenant, key, now() - ACTION_LIFE);
        if (row === undefined) return null;
        return { command: String(row["command"]), values: JSON.parse(String(row["given"])) as RawValues };
      }, PERSONS_PATIENCE),
  };
}
