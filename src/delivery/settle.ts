import { setImmediate as nextTurn } from "node:timers/promises";
import { settledBy, whatIsDue, type Owed } from "../core/digest/catch-up.ts";
import { dueOn, nextDue, type Schedule } from "../core/digest/schedule.ts";
import type { Subscription } from "../core/subscription.ts";
import type { DeliveryParts } from "./parts.ts";
import { spreadOf } from "./spread.ts";

/** Subscriptions that are looked at between two turns of the event loop. */
const PAGE = 200;

/** Makes the deliveries that active subscriptions owe. */
export type Settle = (stop: AbortSignal) => Promise<void>;

/** A subscription with what it owes. */
interface Debt {
  readonly subscription: Subscription;
  readonly owed: Owed;
}

/** When a schedule is due next, as long as it says the same and the clock was not set back. */
interface Known {
  readonly schedule: string;
  readonly from: number;
  readonly at: number;
}

/** Makes it. It remembers when each subscription is due next, since that is slow to reckon. */
export function createSettle({
  store,
  portOf,
  moment,
  onMissed,
  log,
}: Pick<DeliveryParts, "store" | "portOf" | "moment" | "onMissed" | "log">): Settle {
  let known = new Map<string, Known>();

  const debtOf = (subscription: Subscription, now: number, remembered: Map<string, Known>): Debt | null => {
    const { id, at, zone, days, since, lastLocalDate } = subscription;
    const schedule = JSON.stringify([at, zone, days, since, lastLocalDate]);
    const before = known.get(id);
    if (before?.schedule === schedule && before.from <= now && now < before.at) {
      remembered.set(id, before);
      return null;
    }
    const when: Schedule = { at, zone, days: new Set(days) };
    const owed = whatIsDue(when, now, { since, lastLocalDate });
    if (owed.send !== null || owed.skipped.length > 0) return { subscription, owed };
    const next = nextDue(when, Math.max(now, since), settledBy(lastLocalDate, when, now));
    remembered.set(id, { schedule, from: now, at: next.at });
    return null;
  };

  const settle = async ({ subscription, owed }: Debt, now: number, spread: number): Promise<void> => {
    const { at, zone, days } = subscription;
    const when: Schedule = { at, zone, days: new Set(days) };
    const { send, skipped, skippedBefore } = owed;
    const isSettled = await store.settle(subscription, {
      // What is late already waits from now on: its own minute is over.
      send: send === null ? null : { ...send, notBefore: (send.late ? now : send.dueAt) + spread },
      skipped: skipped.map((localDate) => ({ localDate, dueAt: dueOn(when, localDate)! })),
      why: skippedBefore === 0 ? "missed" : `missed, and ${skippedBefore} before`,
    });
    if (isSettled && skipped.length > 0) onMissed?.({ subscription, dates: skipped, before: skippedBefore });
  };

  return async (stop) => {
    const now = moment().at;
    const remembered = new Map<string, Known>();
    const debts: Debt[] = [];
    for (let after = ""; !stop.aborted; await nextTurn()) {
      const page = await store.activeSubscriptions(after, PAGE);
      for (const subscription of page) {
        if (portOf(subscription.channel.tenant) === null) continue;
        try {
          const debt = debtOf(subscription, now, remembered);
          if (debt !== null) debts.push(debt);
        } catch (error) {
          // One whose zone this program does not know, say, stops no other.
          log.error({ subscription: subscription.id, error: String(error) }, "a schedule cannot be reckoned");
        }
      }
      if (page.length < PAGE) break;
      after = page.at(-1)!.id;
    }
    known = remembered;
    const crowds = countCrowds(debts);
    for (const [index, debt] of debts.entries()) {
      if (stop.aborted) return;
      const { channel, id } = debt.subscription;
      await settle(debt, now, spreadOf(channel, id, crowds(debt)));
      if (index % PAGE === PAGE - 1) await nextTurn();
    }
  };
}

/** How many come together: those of one minute, and all that are late. */
function countCrowds(debts: readonly Debt[]) {
  const counts = new Map<string, number>();
  const keysOf = ({ subscription: { channel }, owed: { send } }: Debt): [string, string] => {
    const minute = send === null || send.late ? "late" : String(send.dueAt);
    // By the tenant's name: a platform may have ended since.
    const platform = channel.tenant.slice(0, channel.tenant.indexOf(":"));
    return [`${minute} ${platform}`, `${minute} ${channel.tenant}`];
  };
  for (const debt of debts) {
    if (debt.owed.send === null) continue;
    for (const key of keysOf(debt)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (debt: Debt) => {
    const [platform, tenant] = keysOf(debt);
    return { onPlatform: counts.get(platform) ?? 1, inTenant: counts.get(tenant) ?? 1 };
  };
}
