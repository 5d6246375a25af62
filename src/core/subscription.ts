import type { Weekday } from "./digest/weekday.ts";
import type { Reply } from "./reply.ts";
import type { Tenant } from "./tenant.ts";

/** A channel of a platform. */
export interface ChannelRef {
  readonly tenant: Tenant;
  /** The platform's id. */
  readonly channel: string;
}

/** A channel's wish for a digest at an hour of its days. */
export interface Subscription {
  /** Random, URL-safe. */
  readonly id: string;
  readonly channel: ChannelRef;
  /** Local time of day, `HH:MM`. */
  readonly at: string;
  /** IANA zone. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** In the grammar of `search`; `null` for everything. */
  readonly query: string | null;
  /** Silence on a day without news. */
  readonly quiet: boolean;
  readonly language: "en" | "ko";
  readonly createdBy: { readonly id: string; readonly name: string | null };
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Moment at which the schedule was created, last changed or resumed; milliseconds since 1970. */
  readonly since: number;
  /** The last local date for which there is a delivery, `YYYY-MM-DD`. */
  readonly lastLocalDate: string | null;
  /** The `added_seq` up to which documents are not new any more. */
  readonly cursor: number;
  readonly state: "active" | "paused";
  /** A reason for people. */
  readonly pausedBecause: string | null;
}

/** How far a delivery is. */
export type DeliveryState = "pending" | "sending" | "sent" | "verify" | "skipped" | "failed" | "unknown";

/** One digest of one subscription for one local date. */
export interface Delivery {
  readonly id: string;
  readonly subscription: string;
  /** `YYYY-MM-DD` in the subscription's zone. */
  readonly localDate: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly late: boolean;
  readonly state: DeliveryState;
  /** Found again in the channel's history. */
  readonly key: string;
  /** What is sent, frozen at the first attempt; `null` before. */
  readonly payload: Reply | null;
  readonly attempts: number;
  /** Nothing is tried before; milliseconds since 1970. */
  readonly notBefore: number;
  /** Until then one process alone works on it; milliseconds since 1970. */
  readonly leaseUntil: number | null;
  /** Counts claims: what an earlier one writes is refused. */
  readonly fence: number;
  /** Why it is in its state, for people. */
  readonly detail: string | null;
}
