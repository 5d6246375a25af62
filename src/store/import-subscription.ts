import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { REMOVED } from "../core/subscription.ts";
import type { Subscribed } from "../core/subscription-store.ts";
import { isSameWish } from "../core/subscriptions/same.ts";
import { LOOK_BACK } from "./delivery-store.ts";
import { subscriptionFrom } from "./delivery-rows.ts";
import type { Transaction } from "./documents.ts";
import type { TenantStore } from "./tenant-store.ts";

/** The part of {@link TenantStore} that takes subscriptions in from elsewhere. */
export function createImport(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Pick<TenantStore, "importSubscription"> {
  const ofChannel = database.prepare("SELECT * FROM subscriptions WHERE tenant = ? AND channel = ?");
  const count = database.prepare("SELECT count(*) AS count FROM subscriptions WHERE tenant = ?");
  const away = database.prepare("SELECT 1 FROM departures WHERE tenant = ?");
  const insert = database.prepare(
    `INSERT INTO subscriptions (id, tenant, channel, at, zone, days, query, quiet, language, creator_id, creator_name,
       created_at, since, cursor, last_local_date, state, paused_because)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT coalesce(max(added_seq), 0) FROM versions WHERE added_at <= ?), ?, ?, ?) RETURNING *`,
  );
  return {
    importSubscription: (wanted, { inChannel, inTenant }) =>
      transaction((): Subscribed => {
        const { tenant, channel } = wanted.channel;
        const { at, zone, query, language, createdBy, lastLocalDate } = wanted;
        const [days, quiet] = [JSON.stringify(wanted.days), wanted.quiet ? 1 : 0];
        const content = [tenant, channel, at, zone, days, query, quiet, language] as const;
        const here = ofChannel.all(tenant, channel).map(subscriptionFrom);
        const same = here.find((one) => isSameWish(one, wanted));
        if (same !== undefined) return { outcome: "same", subscription: same };
        if (here.length >= inChannel) return { outcome: "full", of: "inChannel" };
        if (Number(count.get(tenant)!["count"]) >= inTenant) return { outcome: "full", of: "inTenant" };
        const isAway = wanted.state === "active" && away.get(tenant) !== undefined;
        const row = insert.get(
          randomBytes(12).toString("base64url"),
          ...content,
          createdBy.id,
          createdBy.name,
          wanted.createdAt,
          now(),
          now() - LOOK_BACK,
          lastLocalDate,
          isAway ? "paused" : wanted.state,
          isAway ? REMOVED : wanted.pausedBecause,
        );
        return { outcome: "made", subscription: subscriptionFrom(row!) };
      }),
  };
}
