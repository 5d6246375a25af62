import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { NewSubscription, Subscribed } from "../core/subscription-store.ts";
import { SameSubscriptionError, isSameWish } from "../core/subscriptions/same.ts";
import { whileBusy } from "./busy.ts";
import { LOOK_BACK, type DeliveryStore } from "./delivery-store.ts";
import { subscriptionFrom } from "./delivery-rows.ts";
import type { Transaction } from "./documents.ts";
import { createGiveBack } from "./give-back.ts";

/** The part of {@link DeliveryStore} that keeps subscriptions. */
export type Subscriptions = Pick<
  DeliveryStore,
  | "createSubscription"
  | "subscribe"
  | "subscription"
  | "subscriptionsOf"
  | "editSubscription"
  | "pauseSubscription"
  | "resumeSubscription"
  | "removeSubscription"
  | "activeSubscriptions"
>;

/** Pauses a subscription inside the caller's transaction; what was not sent yet is skipped, and its news are new again. */
export function createPause(
  database: DatabaseSync,
  now: () => number,
): (tenant: string, id: string, because: string | null) => boolean {
  const pause = database.prepare(
    `UPDATE subscriptions SET state = 'paused', paused_because = ?
     WHERE tenant = ? AND id = ? AND state = 'active'`,
  );
  // Another fence, so that whoever is composing one sends nothing.
  const skip = database.prepare(
    `UPDATE deliveries SET state = 'skipped', detail = 'paused', payload = NULL, lease_until = NULL, fence = fence + 1,
       ended_at = ?
     WHERE tenant = ? AND subscription = ? AND state = 'pending'`,
  );
  const giveBack = createGiveBack(database);
  return (tenant, id, because) => {
    if (Number(pause.run(because, tenant, id).changes) === 0) return false;
    giveBack(tenant, id);
    skip.run(now(), tenant, id);
    return true;
  };
}

/** Makes it. */
export function createSubscriptions(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Subscriptions {
  const insert = database.prepare(
    `INSERT INTO subscriptions (id, tenant, channel, at, zone, days, query, quiet, language, creator_id, creator_name,
       created_at, since, cursor, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active') RETURNING *`,
  );
  // The last version from before the time that is looked back: numbers grow with the time that they were added at.
  const cursorAt = database.prepare(
    "SELECT coalesce(max(added_seq), 0) AS cursor FROM versions WHERE added_at <= ?",
  );
  const one = database.prepare("SELECT * FROM subscriptions WHERE tenant = ? AND id = ?");
  const all = database.prepare("SELECT * FROM subscriptions WHERE tenant = ? ORDER BY created_at, id");
  const ofChannel = database.prepare(
    "SELECT * FROM subscriptions WHERE tenant = ? AND channel = ? ORDER BY created_at, id",
  );
  const count = database.prepare("SELECT count(*) AS count FROM subscriptions WHERE tenant = ?");
  const active = database.prepare(
    "SELECT * FROM subscriptions WHERE state = 'active' AND id > ? ORDER BY id LIMIT ?",
  );
  const edit = database.prepare(
    `UPDATE subscriptions SET at = ?, zone = ?, days = ?, query = ?, quiet = ?, language = ?, since = ?
     WHERE tenant = ? AND id = ? RETURNING *`,
  );
  const resume = database.prepare(
    `UPDATE subscriptions SET state = 'active', paused_because = NULL, since = ?
     WHERE tenant = ? AND id = ? AND state = 'paused'`,
  );
  const remove = database.prepare("DELETE FROM subscriptions WHERE tenant = ? AND id = ?");
  const pause = createPause(database, now);

  const create = ({ channel, at, zone, days, query, quiet, language, createdBy }: NewSubscription) => {
    const cursor = Number(cursorAt.get(now() - LOOK_BACK)!["cursor"]);
    const row = insert.get(
      randomBytes(12).toString("base64url"),
      channel.tenant,
      channel.channel,
      at,
      zone,
      JSON.stringify(days),
      query,
      quiet ? 1 : 0,
      language,
      createdBy.id,
      createdBy.name,
      now(),
      now(),
      cursor,
    );
    return subscriptionFrom(row!);
  };

  return {
    createSubscription: (wanted) => transaction(() => create(wanted)),
    subscribe: (wanted, { inChannel, inTenant }) =>
      transaction((): Subscribed => {
        const { tenant, channel } = wanted.channel;
        const here = ofChannel.all(tenant, channel).map(subscriptionFrom);
        const same = here.find((one) => isSameWish(one, wanted));
        if (same !== undefined) return { outcome: "same", subscription: same };
        if (here.length >= inChannel) return { outcome: "full", of: "inChannel" };
        if (Number(count.get(tenant)!["count"]) >= inTenant) return { outcome: "full", of: "inTenant" };
        return { outcome: "made", subscription: create(wanted) };
      }),
    subscription: (tenant, id) =>
      whileBusy(() => {
        const row = one.get(tenant, id);
        return row === undefined ? null : subscriptionFrom(row);
      }),
    subscriptionsOf: (tenant, channel) =>
      whileBusy(() => {
        const rows = channel === undefined ? all.all(tenant) : ofChannel.all(tenant, channel);
        return rows.map(subscriptionFrom);
      }),
    editSubscription: (tenant, id, changes) =>
      transaction(() => {
        const row = one.get(tenant, id);
        if (row === undefined) return null;
        const before = subscriptionFrom(row);
        const after = { ...before, ...changes };
        const others = ofChannel.all(tenant, before.channel.channel).map(subscriptionFrom);
        if (others.some((other) => other.id !== id && isSameWish(other, after)))
          throw new SameSubscriptionError("the channel has such a subscription");
        const isSameTime =
          before.at === after.at &&
          before.zone === after.zone &&
          JSON.stringify(before.days) === JSON.stringify(after.days);
        const edited = edit.get(
          after.at,
          after.zone,
          JSON.stringify(after.days),
          after.query,
          after.quiet ? 1 : 0,
          after.language,
          isSameTime ? before.since : now(),
          tenant,
          id,
        );
        return subscriptionFrom(edited!);
      }),
    pauseSubscription: (tenant, id, because) => transaction(() => pause(tenant, id, because)),
    resumeSubscription: (tenant, id) => transaction(() => Number(resume.run(now(), tenant, id).changes) > 0),
    removeSubscription: (tenant, id) => transaction(() => Number(remove.run(tenant, id).changes) > 0),
    activeSubscriptions: (after, limit) => whileBusy(() => active.all(after, limit).map(subscriptionFrom)),
  };
}
