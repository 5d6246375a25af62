import type { Weekday } from "./digest/weekday.ts";
import type { Reply } from "./reply.ts";
import type { Tenant } from "./tenant.ts";

/** A channel of a platform. */
export interface ChannelRef {
  readonly tenant: Tenant;
  /** The platform's id. */
  readonly channel: string;
}

/** {@link Subscription.pausedBecause} where the bot was removed from the tenant. */
export const REMOVED = "removed";

/** A channel that gets a digest, and when. Times are milliseconds since 1970. */
export interface Subscription {
  /** Random, URL-safe. */
  readonly id: string;
  readonly channel: ChannelRef;
  /** `HH:MM`, in the zone. */
  readonly at: string;
  /** Name in the IANA database. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** In the grammar of `search/grammar.ts`; `null` for everything. */
  readonly query: string | null;
  /** Silence on a day without news. */
  readonly quiet: boolean;
  readonly language: "en" | "ko";
  readonly createdBy: { readonly id: string; readonly name: string | null };
  readonly createdAt: number;
  /** Moment that the schedule was created, last changed or resumed: times before it are not owed. */
  readonly since: number;
  /** Last local date (`YYYY-MM-DD`) for which there is a delivery, in whatever state; `null` where there is none. */
  readonly lastLocalDate: string | null;
  /** `added_seq` of the version up to which documents are not new any more. */
  readonly cursor: number;
  readonly state: "active" | "paused";
  /** A reason for people; `null` where it is active or nobody gave one. */
  readonly pausedBecause: string | null;
}

/** `docs/delivery.md` has the diagram. The first three and `verify` are open, the others final. */
export type DeliveryState = "pending" | "sending" | "sent" | "verify" | "skipped" | "failed" | "unknown";

/**
 * A moment on two clocks: the calendar's, which can be set, and the machine's since it was started, which cannot. In whole
 * milliseconds, since the store keeps them.
 */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds since the machine was started, times of sleep and of stopped processes included. */
  readonly up: number;
}

/** The digest of one subscription for one local date. Times are milliseconds since 1970. */
export interface Delivery {
  readonly id: string;
  /** Id of the subscription. */
  readonly subscription: string;
  readonly localDate: string;
  readonly dueAt: number;
  /** Whether it is marked late. */
  readonly late: boolean;
  readonly state: DeliveryState;
  /** Random, URL-safe, 22 characters: found again in the channel's history, and fits a Discord nonce (25). */
  readonly key: string;
  /** Frozen with the first attempt; `null` before, and when the delivery is final. */
  readonly payload: Reply | null;
  /** Messages that were tried to be posted; trying one again with its nonce is no other. */
  readonly attempts: number;
  /** Nothing is done before. */
  readonly notBefore: number;
  readonly leaseUntil: number | null;
  /** Number of the last claim: whoever holds an earlier one writes nothing any more. */
  readonly fence: number;
  /** Why it is in its state, for people. */
  readonly detail: string | null;
  /** Why the digest says what it says, such as that nothing matched; `null` where none was frozen. */
  readonly why: string | null;
  /** First and last request of the last attempt; `null` where nothing may have reached the platform. */
  readonly first: Moment | null;
  readonly last: Moment | null;
  /** How often the history was looked at without an answer. */
  readonly checks: number;
  /** The platform's id of the message that was sent. */
  readonly message: string | null;
}
