import { setTimeout as delay } from "node:timers/promises";

/** SQLite's result code for a database that another connection has locked (https://sqlite.org/rescode.html#busy). */
const SQLITE_BUSY = 5;
/** Milliseconds between two tries. */
const PAUSE = 25;
/** Milliseconds for all tries together: for work that may take its time, and for what a person waits for. */
const PATIENCE = 10_000;
export const PERSONS_PATIENCE = 1_000;

/**
 * Runs a transaction, again while another process holds the lock. SQLite's own waiting would freeze the event loop, and
 * with it every answer that a platform waits for.
 */
export async function whileBusy<T>(run: () => T, patience = PATIENCE): Promise<T> {
  const started = performance.now();
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() - started >= patience) throw error;
    }
    await delay(PAUSE);
  }
}

/** Whether SQLite refused because another connection held the lock. */
export function isBusy(error: unknown): boolean {
  // The lower eight bits are the result code, what is above them says more about it.
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}
