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
  readonly delivery: Pick<Delivery, "id" | "localDate">;
  readonly channel: ChannelRef;
  /** Why, for people; `null` where there is nothing to say. */
  readonly detail: string | null;
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
  /** Told once, after a subscription was paused because its digest cannot be posted. */
  paused?(subscription: Subscription, because: string): Promise<void>;
  /** Told of every state that a delivery comes into. */
  observe?(event: DeliveryEvent): void;
  readonly log: Logger;
}
