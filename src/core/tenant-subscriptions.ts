import { dueOn, type Schedule } from "./digest/schedule.ts";
import { whatIsDue } from "./digest/catch-up.ts";
import type { Delivery, Subscription } from "./subscription.ts";
import type {
  NewSubscription,
  Subscribed,
  SubscriptionEdit,
  SubscriptionStore,
} from "./subscription-store.ts";
import { LIMITS } from "./subscriptions/limits.ts";
import type { Tenant } from "./tenant.ts";

/** Subscriptions of one tenant; nothing of another one can be reached through it. */
export interface TenantSubscriptions {
  /** Subscribes a channel of the tenant from now on, unless it has such a subscription or too many. */
  subscribe(wanted: Omit<NewSubscription, "channel"> & { readonly channel: string }): Promise<Subscribed>;
  get(id: string): Promise<Subscription | null>;
  /** Those of a channel, or of all channels, oldest first. */
  list(channel?: string): Promise<Subscription[]>;
  /** What is due already by the old schedule is written down first. `null` and throws as the store does. */
  edit(id: string, edit: SubscriptionEdit): Promise<Subscription | null>;
  /** `false` where there is none that is active. */
  pause(id: string): Promise<boolean>;
  /** `false` where there is none that is paused. */
  resume(id: string): Promise<boolean>;
  /** Resumes all that were paused because the bot was removed, and tells how many; none while it is away. */
  resumeRemoved(): Promise<number>;
  remove(id: string): Promise<boolean>;
  /** Deliveries, the newest date first; without what they say. */
  deliveries(id: string, limit: number): Promise<Delivery[]>;
  /** Ids of the quotes of the day that it had, the oldest first. */
  quotesOfDay(id: string): Promise<string[]>;
}

/** Those of a tenant. `now` gives milliseconds since 1970. */
export function subscriptionsOfTenant(
  tenant: Tenant,
  store: SubscriptionStore,
  now: () => number,
): TenantSubscriptions {
  return {
    subscribe: ({ channel, ...wanted }) =>
      store.subscribe({ ...wanted, channel: { tenant, channel } }, LIMITS),
    get: (id) => store.subscription(tenant, id),
    list: (channel) => store.subscriptionsOf(tenant, channel),
    async edit(id, edit) {
      const known = await store.subscription(tenant, id);
      if (known === null) return null;
      await settleBefore(known, store, now());
      return store.editSubscription(tenant, id, edit);
    },
    pause: (id) => store.pauseSubscription(tenant, id, null),
    resume: (id) => store.resumeSubscription(tenant, id),
    resumeRemoved: () => store.resumeRemoved(tenant),
    remove: (id) => store.removeSubscription(tenant, id),
    deliveries: (id, limit) => store.deliveriesOf(tenant, id, limit),
    quotesOfDay: (id) => store.quotesOfDay(tenant, id),
  };
}

/** An edit in the seconds between a time and the next look at what is due must not lose that time. */
async function settleBefore(known: Subscription, store: SubscriptionStore, now: number): Promise<void> {
  if (known.state !== "active") return;
  const { at, zone, days, since, lastLocalDate } = known;
  const when: Schedule = { at, zone, days: new Set(days) };
  const { send, skipped, skippedBefore } = whatIsDue(when, now, { since, lastLocalDate });
  if (send === null && skipped.length === 0) return;
  await store.settle(known, {
    send: send === null ? null : { ...send, notBefore: Math.max(send.dueAt, send.late ? now : 0) },
    skipped: skipped.map((localDate) => ({ localDate, dueAt: dueOn(when, localDate)! })),
    why: skippedBefore === 0 ? "missed" : `missed, and ${skippedBefore} before`,
  });
}
