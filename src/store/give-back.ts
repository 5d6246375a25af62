import type { DatabaseSync } from "node:sqlite";

/**
 * Makes new again, inside the caller's transaction, what open deliveries of a subscription would have told: they end
 * without having been posted, and the next digest tells it. Where a later digest has moved the cursor on since, it stays.
 * `delivery` is the id of one of them; all that are pending where it is absent.
 */
export type GiveBack = (tenant: string, subscription: string, delivery?: string) => void;

/** Makes it. */
export function createGiveBack(database: DatabaseSync): GiveBack {
  // The last one first: what it began after is where the one before it ended.
  const ofPending = database.prepare(
    `SELECT cursor_before, cursor_after FROM deliveries
     WHERE tenant = ? AND subscription = ? AND state = 'pending' AND cursor_before IS NOT NULL ORDER BY local_date DESC`,
  );
  const ofOne = database.prepare(
    `SELECT cursor_before, cursor_after FROM deliveries
     WHERE tenant = ? AND subscription = ? AND id = ? AND cursor_before IS NOT NULL`,
  );
  const restore = database.prepare(
    "UPDATE subscriptions SET cursor = ? WHERE tenant = ? AND id = ? AND cursor = ?",
  );
  return (tenant, subscription, delivery) => {
    const rows =
      delivery === undefined
        ? ofPending.all(tenant, subscription)
        : ofOne.all(tenant, subscription, delivery);
    for (const { cursor_before: before, cursor_after: after } of rows)
      restore.run(before!, tenant, subscription, after!);
  };
}
