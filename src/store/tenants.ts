import type { DatabaseSync } from "node:sqlite";
import { REMOVED } from "../core/subscription.ts";
import type { SubscriptionStore } from "../core/subscription-store.ts";
import type { Tenant } from "../core/tenant.ts";
import { whileBusy } from "./busy.ts";
import type { Transaction } from "./documents.ts";
import { numberIn } from "./row.ts";
import { createPause } from "./subscriptions.ts";
import type { TenantStore } from "./tenant-store.ts";

/** The part of {@link TenantStore} that knows who left, and what is kept of whom; and what goes on where the bot is back. */
export type Tenants = Omit<TenantStore, "purgeTenant" | "importSubscription"> &
  Pick<SubscriptionStore, "resumeRemoved">;

/** Makes it. */
export function createTenants(database: DatabaseSync, transaction: Transaction, now: () => number): Tenants {
  const leave = database.prepare(
    "INSERT INTO departures (tenant, left_at) VALUES (?, ?) ON CONFLICT (tenant) DO NOTHING",
  );
  const forget = database.prepare("DELETE FROM departures WHERE tenant = ?");
  const active = database.prepare("SELECT id FROM subscriptions WHERE tenant = ? AND state = 'active'");
  const resume = database.prepare(
    `UPDATE subscriptions SET state = 'active', paused_because = NULL, since = ?
     WHERE tenant = ? AND state = 'paused' AND paused_because = ?
       AND tenant NOT IN (SELECT tenant FROM departures)`,
  );
  const away = database.prepare("SELECT tenant FROM departures ORDER BY tenant");
  const subscribed = database.prepare("SELECT DISTINCT tenant FROM subscriptions ORDER BY tenant");
  const leftBefore = database.prepare("SELECT tenant FROM departures WHERE left_at < ? ORDER BY left_at");
  const summaries = database.prepare(
    `SELECT k.tenant, sum(k.subscriptions) AS subscriptions, sum(k.active) AS active, sum(k.actions) AS actions,
       max(d.left_at) AS left_at
     FROM (
       SELECT tenant, count(*) AS subscriptions, sum(state = 'active') AS active, 0 AS actions
         FROM subscriptions GROUP BY tenant
       UNION ALL SELECT tenant, 0, 0, count(*) FROM actions GROUP BY tenant
       UNION ALL SELECT tenant, 0, 0, 0 FROM departures
     ) k LEFT JOIN departures d ON d.tenant = k.tenant
     GROUP BY k.tenant ORDER BY k.tenant`,
  );
  const pause = createPause(database, now);

  return {
    tenantLeft: (tenant) =>
      transaction(() => {
        const first = Number(leave.run(tenant, now()).changes) > 0;
        const ids = active.all(tenant).map((row) => String(row["id"]));
        for (const id of ids) pause(tenant, id, REMOVED);
        return { paused: ids.length, first };
      }),
    tenantReturned: (tenant) => transaction(() => Number(forget.run(tenant).changes) > 0),
    resumeRemoved: (tenant) => transaction(() => Number(resume.run(now(), tenant, REMOVED).changes)),
    awayTenants: () => whileBusy(() => away.all().map(tenantIn)),
    subscribedTenants: () => whileBusy(() => subscribed.all().map(tenantIn)),
    tenantsToPurge: (time) => whileBusy(() => leftBefore.all(time).map(tenantIn)),
    tenants: () =>
      whileBusy(() =>
        summaries.all().map((row) => ({
          tenant: tenantIn(row),
          subscriptions: Number(row["subscriptions"]),
          active: Number(row["active"]),
          actions: Number(row["actions"]),
          leftAt: numberIn(row, "left_at"),
        })),
      ),
  };
}

function tenantIn(row: Record<string, unknown>): Tenant {
  return String(row["tenant"]) as Tenant;
}
