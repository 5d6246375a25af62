import { settledBy } from "../core/digest/catch-up.ts";
import { nextDue } from "../core/digest/schedule.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";

/** Subscriptions that are read at once. */
const PAGE = 200;

/** When the next digest is due or an open one can be worked on, milliseconds since 1970; `null` where there is none. */
export async function nextTime(
  store: Pick<DeliveryStore, "activeSubscriptions" | "nextDelivery">,
  now: number,
): Promise<number | null> {
  const times: number[] = [];
  const open = await store.nextDelivery();
  if (open !== null) times.push(open);
  for (let after = ""; ;) {
    const page = await store.activeSubscriptions(after, PAGE);
    for (const { at, zone, days, since, lastLocalDate } of page) {
      const when = { at, zone, days: new Set(days) };
      times.push(nextDue(when, Math.max(now, since), settledBy(lastLocalDate, when, now)).at);
    }
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
