import type { Weekday } from "../core/digest/weekday.ts";
import type { Reply } from "../core/reply.ts";
import type { Delivery, DeliveryState, Moment, Subscription } from "../core/subscription.ts";
import type { Tenant } from "../core/tenant.ts";
import { numberIn, textIn } from "./row.ts";

/** A row of the table of subscriptions. */
export function subscriptionFrom(row: Record<string, unknown>): Subscription {
  return {
    id: String(row["id"]),
    channel: { tenant: String(row["tenant"]) as Tenant, channel: String(row["channel"]) },
    at: String(row["at"]),
    zone: String(row["zone"]),
    days: JSON.parse(String(row["days"])) as Weekday[],
    query: textIn(row, "query"),
    quiet: row["quiet"] === 1,
    language: row["language"] === "ko" ? "ko" : "en",
    createdBy: { id: String(row["creator_id"]), name: textIn(row, "creator_name") },
    createdAt: Number(row["created_at"]),
    since: Number(row["since"]),
    lastLocalDate: textIn(row, "last_local_date"),
    cursor: Number(row["cursor"]),
    state: row["state"] === "paused" ? "paused" : "active",
    pausedBecause: textIn(row, "paused_because"),
  };
}

/** A row of the table of deliveries; `thaw` makes a reply of a frozen one. */
export function deliveryFrom(row: Record<string, unknown>, thaw: (frozen: string) => Reply | null): Delivery {
  const payload = textIn(row, "payload");
  return {
    id: String(row["id"]),
    subscription: String(row["subscription"]),
    localDate: String(row["local_date"]),
    dueAt: Number(row["due_at"]),
    late: row["late"] === 1,
    state: String(row["state"]) as DeliveryState,
    key: String(row["key"]),
    payload: payload === null ? null : thaw(payload),
    attempts: Number(row["attempts"]),
    notBefore: Number(row["not_before"]),
    leaseUntil: numberIn(row, "lease_until"),
    fence: Number(row["fence"]),
    detail: textIn(row, "detail"),
    why: textIn(row, "why"),
    first: momentIn(row, "first"),
    last: momentIn(row, "last"),
    checks: Number(row["checks"]),
    message: textIn(row, "message"),
  };
}

function momentIn(row: Record<string, unknown>, name: "first" | "last"): Moment | null {
  const [at, up] = [numberIn(row, `${name}_at`), numberIn(row, `${name}_up`)];
  return at === null || up === null ? null : { at, up };
}
