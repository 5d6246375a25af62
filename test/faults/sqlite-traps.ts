import { DatabaseSync, StatementSync, type SQLInputValue } from "node:sqlite";
import { isBusy } from "../../src/store/busy.ts";
import type { Point, Trap, Write } from "./protocol.ts";

/** How the statements of the store begin that write a delivery's way down. */
const WRITES: readonly (readonly [Write, RegExp])[] = [
  ["claim", /^UPDATE deliveries SET lease_until = \?, fence = fence \+ 1/u],
  ["freeze", /^UPDATE deliveries SET payload = \?/u],
  ["sending", /^UPDATE deliveries SET state = 'sending'/u],
  ["end", /^UPDATE deliveries SET state = \?, detail = \?, message = \?/u],
];

/** What can be done to every connection that this process opens with SQLite. */
export interface SqliteTraps {
  set(trap: Trap): void;
  /** Leaves no room for another page, or as much as there ever was. */
  fill(full: boolean): void;
}

/** The most pages there can be: https://sqlite.org/pragma.html#pragma_max_page_count */
const NO_LIMIT = 4_294_967_294;

/**
 * Watches what goes to SQLite. At its trap a process gets the signal in the midst of the call, as nothing but a machine
 * could do it: `trapped` tells of it, `busy` of a lock that was met.
 */
export function watchSqlite(tell: { trapped(): void; busy(): void }): SqliteTraps {
  const databases = new Set<DatabaseSync>();
  let trap: Trap | null = null;
  let written: { write: Write; tenants: readonly unknown[] } | null = null;

  const pass = (side: Point["side"]): void => {
    if (trap?.side !== side || trap.write !== written?.write || !written.tenants.includes(trap.tenant))
      return;
    const { signal } = trap;
    trap = null;
    tell.trapped();
    process.kill(process.pid, signal);
  };
  for (const name of ["get", "run"] as const) {
    const real: (...given: SQLInputValue[]) => unknown = StatementSync.prototype[name];
    Object.defineProperty(StatementSync.prototype, name, {
      value(this: StatementSync, ...given: SQLInputValue[]) {
        const write = WRITES.find(([, sql]) => sql.test(this.sourceSQL))?.[0];
        if (write === undefined) return real.call(this, ...given);
        written = { write, tenants: given };
        pass("before");
        const result = real.call(this, ...given);
        pass("uncommitted");
        return result;
      },
    });
  }
  const exec = DatabaseSync.prototype.exec;
  Object.defineProperty(DatabaseSync.prototype, "exec", {
    value(this: DatabaseSync, sql: string) {
      databases.add(this);
      try {
        exec.call(this, sql);
      } catch (error) {
        if (isBusy(error)) tell.busy();
        throw error;
      }
      if (sql === "BEGIN IMMEDIATE") written = null;
      if (sql === "COMMIT") pass("committed");
    },
  });
  return {
    set: (next) => void (trap = next),
    fill(full) {
      for (const database of databases) {
        if (!database.isOpen) continue;
        const pages = Number(database.prepare("PRAGMA page_count").get()!["page_count"]);
        exec.call(database, `PRAGMA max_page_count = ${full ? pages : NO_LIMIT}`);
      }
    },
  };
}
