import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { MisquoteError } from "../core/excerpt.ts";
import { freezeReply } from "../core/frozen-reply.ts";
import { deliveryFrom, subscriptionFrom } from "./delivery-rows.ts";
import { DELIVERY_LEASE, type Claim, type DeliveryStore, type Step } from "./delivery-store.ts";
import type { Transaction } from "./documents.ts";
import { createGiveBack } from "./give-back.ts";
import { createPause } from "./subscriptions.ts";
import { createThaw } from "./thaw.ts";

/** The part of {@link DeliveryStore} that a delivery goes through once it is claimed. */
export type DeliverySteps = Pick<
  DeliveryStore,
  "claimDelivery" | "freezeDelivery" | "startSending" | "stepDelivery" | "giveUpDelivery"
>;

/** Makes it. Every write names the fence of its claim: whoever was overtaken writes nothing. */
export function createDeliverySteps(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): DeliverySteps {
  const thaw = createThaw(database);
  const pause = createPause(database, now);
  const giveBack = createGiveBack(database);
  const durably = createDurably(database);
  const subscriptionOf = database.prepare("SELECT * FROM subscriptions WHERE tenant = ? AND id = ?");
  const take = database.prepare(
    `UPDATE deliveries SET lease_until = ?, fence = fence + 1, state = iif(state = 'sending', 'verify', state)
     WHERE tenant = ? AND id = ? AND state IN ('pending', 'sending', 'verify') AND not_before <= ?
       AND (lease_until IS NULL OR lease_until <= ? OR lease_until > ?)
     RETURNING *`,
  );
  const abandon = database.prepare(
    `UPDATE deliveries SET state = iif(first_at IS NULL, 'failed', 'unknown'), detail = ?, payload = NULL,
       lease_until = NULL, ended_at = ?
     WHERE tenant = ? AND id = ? RETURNING state, subscription`,
  );
  const held = "WHERE tenant = ? AND id = ? AND fence = ?";
  const freeze = database.prepare(
    `UPDATE deliveries SET payload = ?, why = ?, quote_of_day = ?, late = ?, lease_until = ?,
       cursor_before = (SELECT cursor FROM subscriptions s WHERE s.tenant = deliveries.tenant AND s.id = subscription)
       ${held} AND state = 'pending' AND payload IS NULL RETURNING *`,
  );
  const moveCursor = database.prepare(
    "UPDATE subscriptions SET cursor = max(cursor, ?) WHERE tenant = ? AND id = ?",
  );
  const movedCursor = database.prepare(
    "UPDATE deliveries SET cursor_after = max(cursor_before, ?) WHERE tenant = ? AND id = ?",
  );
  const start = database.prepare(
    `UPDATE deliveries SET state = 'sending', attempts = attempts + 1, first_at = ?, first_up = ?, last_at = ?,
       last_up = ?, checks = 0, lease_until = ? ${held} AND state IN ('pending', 'verify') RETURNING *`,
  );
  const startAgain = database.prepare(
    `UPDATE deliveries SET state = 'sending', last_at = ?, last_up = ?, lease_until = ?
     ${held} AND state = 'verify' RETURNING *`,
  );
  const end = database.prepare(
    `UPDATE deliveries SET state = ?, detail = ?, message = ?, payload = NULL, lease_until = NULL, ended_at = ? ${held}
       AND state IN ('pending', 'sending', 'verify')`,
  );
  const putBack = database.prepare(
    `UPDATE deliveries SET state = 'pending', not_before = ?, detail = ?, first_at = NULL, first_up = NULL,
       last_at = NULL, last_up = NULL, lease_until = NULL ${held} AND state IN ('pending', 'sending', 'verify')`,
  );
  const verify = database.prepare(
    `UPDATE deliveries SET state = 'verify', not_before = ?, detail = ?, checks = checks + ?,
       last_at = coalesce(?, last_at), last_up = coalesce(?, last_up), lease_until = NULL ${held}
       AND state IN ('sending', 'verify')`,
  );

  const names = ({ delivery, subscription }: Claim) =>
    [subscription.channel.tenant, delivery.id, delivery.fence] as const;
  const claimFrom = (row: Record<string, unknown>): Claim => {
    const subscription = subscriptionOf.get(String(row["tenant"]), String(row["subscription"]))!;
    return { delivery: deliveryFrom(row, thaw), subscription: subscriptionFrom(subscription) };
  };
  const claimOrNull = (row: Record<string, unknown> | undefined) =>
    row === undefined ? null : claimFrom(row);
  const finish = (claim: Claim, state: string, detail: string | null, message: string | null) => {
    if (Number(end.run(state, detail, message, now(), ...names(claim)).changes) === 0) return false;
    const { delivery, subscription } = claim;
    // Surely not posted; `unknown` may have been.
    if (state === "skipped" || state === "failed")
      giveBack(subscription.channel.tenant, subscription.id, delivery.id);
    return true;
  };
  const write = (claim: Claim, step: Step): boolean => {
    if (step.state === "sent") return finish(claim, "sent", null, step.message);
    if (step.state === "skipped" || step.state === "unknown")
      return finish(claim, step.state, step.detail, null);
    const wait: [number, string | null] = [step.notBefore, step.detail];
    if (step.state === "pending") return Number(putBack.run(...wait, ...names(claim)).changes) > 0;
    const more: SQLInputValue[] = [
      step.checked === true ? 1 : 0,
      step.last?.at ?? null,
      step.last?.up ?? null,
    ];
    return Number(verify.run(...wait, ...more, ...names(claim)).changes) > 0;
  };

  return {
    claimDelivery: ({ id, channel: { tenant } }) =>
      transaction(() => {
        const row = take.get(now() + DELIVERY_LEASE, tenant, id, now(), now(), now() + DELIVERY_LEASE);
        if (row === undefined) return null;
        try {
          return claimFrom(row);
        } catch (error) {
          if (!(error instanceof MisquoteError)) throw error;
          // Trying again would not bring back a document that is gone; a wrong quote is worse than none.
          const because = "a document that it quotes is not kept any more";
          const ended = abandon.get(because, now(), tenant, id)!;
          if (ended["state"] === "failed") giveBack(tenant, String(ended["subscription"]), id);
          return null;
        }
      }),
    freezeDelivery: (claim, { reply, cursor, why, quoteOfDay, late }) =>
      transaction(() => {
        const { tenant } = claim.subscription.channel;
        if (reply === null) {
          if (!finish(claim, "skipped", why, null)) return null;
          moveCursor.run(cursor, tenant, claim.subscription.id);
          return { ...claim, delivery: { ...claim.delivery, state: "skipped" as const, detail: why } };
        }
        const row = freeze.get(
          freezeReply(reply),
          why,
          quoteOfDay,
          late ? 1 : 0,
          now() + DELIVERY_LEASE,
          ...names(claim),
        );
        if (row === undefined) return null;
        movedCursor.run(cursor, tenant, claim.delivery.id);
        moveCursor.run(cursor, tenant, claim.subscription.id);
        return claimFrom(row);
      }),
    startSending: (claim, { at, up }, again) =>
      durably(() =>
        transaction(() => {
          const until = now() + DELIVERY_LEASE;
          if (again) return claimOrNull(startAgain.get(at, up, until, ...names(claim)));
          return claimOrNull(start.get(at, up, at, up, until, ...names(claim)));
        }),
      ),
    stepDelivery: (claim, step) => transaction(() => write(claim, step)),
    giveUpDelivery: (claim, state, because) =>
      transaction(() => {
        if (!finish(claim, state, because, null)) return false;
        pause(claim.subscription.channel.tenant, claim.subscription.id, because);
        return true;
      }),
  };
}

/**
 * Runs transactions so that their commits survive a loss of power: in WAL mode `NORMAL` waits for no disk
 * (https://sqlite.org/pragma.html#pragma_synchronous). What is written before a request must not be forgotten after it.
 */
function createDurably(database: DatabaseSync): <T>(run: () => Promise<T>) => Promise<T> {
  let running = 0;
  return async (run) => {
    if (running++ === 0) database.exec("PRAGMA synchronous = FULL");
    try {
      return await run();
    } finally {
      if (--running === 0) database.exec("PRAGMA synchronous = NORMAL");
    }
  };
}
