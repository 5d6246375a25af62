import type { DatabaseSync } from "node:sqlite";
import { ACTION_LIFE } from "./actions.ts";
import type { Transaction } from "./documents.ts";
import type { Store } from "./store.ts";

/** Milliseconds for which it is kept what became of a digest: a year, and a month more to look back on that day of last year. */
export const DELIVERY_LIFE = 400 * 24 * 60 * 60 * 1_000;

/** The part of the store that forgets what is kept no longer. */
export function createForget(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Pick<Store, "forgetOld"> {
  const actions = database.prepare("DELETE FROM actions WHERE kept_at < ?");
  // A date is not sent again for that: the subscription knows the last one.
  const deliveries = database.prepare("DELETE FROM deliveries WHERE ended_at < ?");
  return {
    forgetOld: () =>
      transaction(() => {
        actions.run(now() - ACTION_LIFE);
        deliveries.run(now() - DELIVERY_LIFE);
      }),
  };
}
