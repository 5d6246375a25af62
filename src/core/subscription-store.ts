import type { Delivery, Subscription } from "./subscription.ts";
import type { SubscriptionLimits } from "./subscriptions/limits.ts";
import type { Tenant } from "./tenant.ts";

/** What a new subscription is made of. */
export type NewSubscription = Pick<
  Subscription,
  "channel" | "at" | "zone" | "days" | "query" | "quiet" | "language" | "createdBy"
>;

/** What of a subscription can be edited; what is absent stays. */
export type SubscriptionEdit = Partial<
  Pick<Subscription, "at" | "zone" | "days" | "query" | "quiet" | "language">
>;

/** What a delivery is made of when it is due. */
export interface SettledDelivery {
  readonly localDate: string;
  readonly dueAt: number;
  readonly late: boolean;
  readonly notBefore: number;
}

/** What a subscription owes, to be written down. */
export interface Settlement {
  readonly send: SettledDelivery | null;
  /** Local dates that are not sent any more, oldest first, with the times at which they were due. */
  readonly skipped: readonly { readonly localDate: string; readonly dueAt: number }[];
  readonly why: string;
}

/** What became of the wish to subscribe. */
export type Subscribed =
  /** `same`: the channel had one already that is just like it. */
  | { readonly outcome: "made" | "same"; readonly subscription: Subscription }
  | { readonly outcome: "full"; readonly of: keyof SubscriptionLimits };

/** The part of the store that people change through commands. Every method is one short transaction. */
export interface SubscriptionStore {
  /** Subscribes a channel, from now on; what came in the last 24 h is new for its first digest. */
  createSubscription(wanted: NewSubscription): Promise<Subscription>;
  /** The same, unless the channel has such a one already or there are too many; looked at and made in one step. */
  subscribe(wanted: NewSubscription, limits: SubscriptionLimits): Promise<Subscribed>;
  subscription(tenant: Tenant, id: string): Promise<Subscription | null>;
  /** Those of a channel, or of all channels of the tenant, oldest first. */
  subscriptionsOf(tenant: Tenant, channel?: string): Promise<Subscription[]>;
  /**
   * Other times or zones hold from now on. `null` where there is no such subscription.
   *
   * @throws {SameSubscriptionError} where the channel has another one that would post the same then; looked at in the same step.
   */
  editSubscription(tenant: Tenant, id: string, edit: SubscriptionEdit): Promise<Subscription | null>;
  /** What was not sent yet is skipped. `false` where there is none that is active. */
  pauseSubscription(tenant: Tenant, id: string, because: string | null): Promise<boolean>;
  /** Goes on with the next time from now. `false` where there is none that is paused. */
  resumeSubscription(tenant: Tenant, id: string): Promise<boolean>;
  /** The same for all that are paused because of `REMOVED`; tells how many. None while the bot is away. */
  resumeRemoved(tenant: Tenant): Promise<number>;
  /** With all its deliveries. */
  removeSubscription(tenant: Tenant, id: string): Promise<boolean>;
  /**
   * Makes the delivery and records what is skipped, together with the last local date of the subscription. `false`, and
   * nothing is written, where its schedule, state or last date are not those of `known` any more.
   */
  settle(known: Subscription, settlement: Settlement): Promise<boolean>;
  /** Deliveries of a subscription, the newest date first; without what they say. */
  deliveriesOf(tenant: Tenant, subscription: string, limit: number): Promise<Delivery[]>;
  /** Ids of the quotes of the day that a subscription had, the oldest first. */
  quotesOfDay(tenant: Tenant, subscription: string): Promise<string[]>;
}
