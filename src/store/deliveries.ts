import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Subscription } from "../core/subscription.ts";
import { whileBusy } from "./busy.ts";
import { deliveryFrom } from "./delivery-rows.ts";
import { DELIVERY_LEASE, type DeliveryStore } from "./delivery-store.ts";
import { createDeliverySteps, type DeliverySteps } from "./delivery-steps.ts";
import type { Transaction } from "./documents.ts";
import { numberIn } from "./row.ts";
import type { Tenant } from "../core/tenant.ts";

/** The part of {@link DeliveryStore} that keeps deliveries. */
export type Deliveries = DeliverySteps &
  Pick<
    DeliveryStore,
    | "settle"
    | "dueDeliveries"
    | "nextDelivery"
    | "nextDeliveries"
    | "deliveriesOf"
    | "unknownDeliveries"
    | "quotesOfDay"
  >;

/** Milliseconds that a clock is set back by which was wrong, and not only adjusted. */
const CLOCK_WRONG = 24 * 60 * 60_000;

/** Makes it. */
export function createDeliveries(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Deliveries {
  const settled = database.prepare(
    `UPDATE subscriptions SET last_local_date = ?
     WHERE tenant = ? AND id = ? AND state = 'active' AND at = ? AND zone = ? AND days = ? AND since = ?
       AND last_local_date IS ?`,
  );
  // A date that was delivered before an export, an import or a repair by hand stays delivered. One that a clock which was ahead
  // has skipped, without any request, was skipped at a time that has not come.
  const insert = database.prepare(
    `INSERT INTO deliveries (id, tenant, subscription, local_date, due_at, late, state, key, not_before, detail, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (subscription, local_date) DO UPDATE SET id = excluded.id, due_at = excluded.due_at, late = excluded.late,
       state = excluded.state, key = excluded.key, not_before = excluded.not_before, detail = excluded.detail,
       ended_at = excluded.ended_at
     WHERE state = 'skipped' AND attempts = 0 AND cursor_before IS NULL AND why IS NULL AND ended_at > ?`,
  );
  // A lease that ends later than one can is from before the clock was set back.
  const due = database.prepare(
    `SELECT d.id, d.tenant, d.not_before, s.channel FROM deliveries d
     JOIN subscriptions s ON s.tenant = d.tenant AND s.id = d.subscription
     WHERE d.state IN ('pending', 'sending', 'verify') AND d.not_before <= ? AND (d.not_before, d.id) > (?, ?)
       AND (d.lease_until IS NULL OR d.lease_until <= ? OR d.lease_until > ?)
     ORDER BY d.not_before, d.id LIMIT ?`,
  );
  const next = database.prepare(
    `SELECT min(max(not_before, coalesce(lease_until, 0))) AS at FROM deliveries
     WHERE state IN ('pending', 'sending', 'verify')`,
  );
  const nextOfTenants = database.prepare(
    `SELECT tenant, min(max(not_before, coalesce(lease_until, 0))) AS at FROM deliveries
     WHERE state IN ('pending', 'sending', 'verify') AND due_at <= ? GROUP BY tenant`,
  );
  const ofSubscription = database.prepare(
    "SELECT * FROM deliveries WHERE tenant = ? AND subscription = ? ORDER BY local_date DESC LIMIT ?",
  );
  const unknown = database.prepare(
    `SELECT d.*, s.channel FROM deliveries d JOIN subscriptions s ON s.tenant = d.tenant AND s.id = d.subscription
     WHERE d.state = 'unknown' ORDER BY d.due_at DESC LIMIT ?`,
  );
  const quotes = database.prepare(
    `SELECT quote_of_day FROM deliveries
     WHERE tenant = ? AND subscription = ? AND quote_of_day IS NOT NULL ORDER BY local_date`,
  );

  return {
    settle: (known, { send, skipped, why }) =>
      transaction(() => {
        const last = send?.localDate ?? skipped.at(-1)?.localDate;
        if (last === undefined || Number(settled.run(last, ...asKnown(known)).changes) === 0) return false;
        const add = (
          state: "pending" | "skipped",
          { localDate, dueAt }: { localDate: string; dueAt: number },
          [late, notBefore, detail]: [boolean, number, string | null],
        ): void =>
          void insert.run(
            randomId(),
            known.channel.tenant,
            known.id,
            localDate,
            dueAt,
            late ? 1 : 0,
            state,
            randomId(),
            notBefore,
            detail,
            state === "skipped" ? now() : null,
            now() + CLOCK_WRONG,
          );
        for (const one of skipped) add("skipped", one, [true, one.dueAt, why]);
        if (send !== null) add("pending", send, [send.late, send.notBefore, null]);
        return true;
      }),
    dueDeliveries: (after, limit) =>
      whileBusy(() => {
        const from = after ?? { notBefore: Number.MIN_SAFE_INTEGER, id: "" };
        const rows = due.all(now(), from.notBefore, from.id, now(), now() + DELIVERY_LEASE, limit);
        return rows.map((row) => ({
          id: String(row["id"]),
          channel: { tenant: String(row["tenant"]) as Tenant, channel: String(row["channel"]) },
          notBefore: Number(row["not_before"]),
        }));
      }),
    nextDelivery: () => whileBusy(() => numberIn(next.get()!, "at")),
    nextDeliveries: (dueBy) =>
      whileBusy(() =>
        nextOfTenants
          .all(dueBy)
          .map((row) => ({ tenant: String(row["tenant"]) as Tenant, at: Number(row["at"]) })),
      ),
    deliveriesOf: (tenant, subscription, limit) =>
      whileBusy(() =>
        ofSubscription.all(tenant, subscription, limit).map((row) => deliveryFrom(row, () => null)),
      ),
    unknownDeliveries: (limit) =>
      whileBusy(() =>
        unknown.all(limit).map((row) => ({
          ...deliveryFrom(row, () => null),
          channel: { tenant: String(row["tenant"]) as Tenant, channel: String(row["channel"]) },
        })),
      ),
    quotesOfDay: (tenant, subscription) =>
      whileBusy(() => quotes.all(tenant, subscription).map((row) => String(row["quote_of_day"]))),
    ...createDeliverySteps(database, transaction, now),
  };
}

function asKnown({ id, channel, at, zone, days, since, lastLocalDate }: Subscription) {
  return [channel.tenant, id, at, zone, JSON.stringify(days), since, lastLocalDate] as const;
}

/** 22 characters: a Discord nonce has at most 25 (https://discord.com/developers/docs/resources/message#create-message). */
function randomId(): string {
  return randomBytes(16).toString("base64url");
}
