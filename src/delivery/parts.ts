import type { Logger } from "../core/logger.ts";
import type { ChannelRef, Delivery, Moment, Subscription } from "../core/subscription.ts";
import type { Tenant } from "../core/tenant.ts";
import type { DeliveryStore, FrozenDigest } from "../store/delivery-store.ts";
import type { Limiter } from "./limiter.ts";
import type { PostPort } from "./port.ts";

/** What was composed: the digest, and what the store keeps of it. */
export type Composed = Omit<FrozenDigest, "late">;

/** Something that happened to a delivery, for metrics. */
export interface DeliveryEvent {
  readonly platform: PostPort["platform"];
  /** The state that it came into. */
  readonly state: Delivery["state"];
  /** Milliseconds between the time that it was due and now. */
  readonly lateness: number;
  readonly delivery: Pick<Delivery, "id" | "subscription" | "localDate">;
  readonly channel: ChannelRef;
  /** Why, for people; `null` where there is nothing to say. */
  readonly detail: string | null;
}

/** Local dates of a subscription that are over and will not be delivered. */
export interface MissedDates {
  readonly subscription: Pick<Subscription, "id" | "channel">;
  /** `YYYY-MM-DD`, the oldest first: the last of them. */
  readonly dates: readonly string[];
  /** How many were missed before those. */
  readonly before: number;
}

/** What deliveries need. */
export interface DeliveryParts {
  readonly store: DeliveryStore;
  /** The platform of a tenant; `null` where it is not served now: its digests wait. */
  portOf(tenant: Tenant): PostPort | null;
  /** Composes a digest with what is known now; whatever it throws is tried again. */
  compose(subscription: Subscription, localDate: string, late: boolean): Promise<Composed>;
  /** Both clocks, read together. */
  moment(): Moment;
  /** Waits; rejects where the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  readonly limiter: Limiter;
  /** Deliveries that are worked on at once; 32 where it is absent. */
  readonly atOnce?: number;
  /** Told once, after a subscription was paused because its digest cannot be posted. */
  paused?(subscription: Subscription, because: string): Promise<void>;
  /** Told of every state that a delivery comes into. */
  observe?(event: DeliveryEvent): void;
  /** Told of dates that were settled as missed, of which nothing else is told. */
  onMissed?(missed: MissedDates): void;
  readonly log: Logger;
}
