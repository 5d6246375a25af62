import type { Reply } from "../core/reply.ts";
import type { ChannelRef, Delivery, Moment, Subscription } from "../core/subscription.ts";
import type { SubscriptionStore } from "../core/subscription-store.ts";
import type { Tenant } from "../core/tenant.ts";

/** Milliseconds for which a claim holds: nobody else works on the delivery meanwhile. */
export const DELIVERY_LEASE = 60_000;
/** Milliseconds for which the first digest of a subscription looks back: 24 h. */
export const LOOK_BACK = 24 * 60 * 60_000;

/** Where a delivery is in the order in which deliveries become due. */
export interface DueDelivery {
  readonly id: string;
  readonly channel: ChannelRef;
  readonly notBefore: number;
}

/** A delivery that is the caller's until its lease ends, with the subscription as it is now. */
export interface Claim {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
}

/** What was composed for a delivery. */
export interface FrozenDigest {
  /** `null` for silence. */
  readonly reply: Reply | null;
  /** Up to which version documents are not new any more. */
  readonly cursor: number;
  /** What became of it, for people: told where it is silent. */
  readonly why: string;
  /** Id of the quote of the day that it shows; `null` where it has none. */
  readonly quoteOfDay: string | null;
  readonly late: boolean;
}

/** How a delivery goes on. */
export type Step =
  | { readonly state: "sent"; readonly message: string }
  | { readonly state: "skipped"; readonly detail: string }
  | { readonly state: "unknown"; readonly detail: string }
  /** Nothing reached the platform. */
  | { readonly state: "pending"; readonly notBefore: number; readonly detail: string | null }
  | {
      readonly state: "verify";
      readonly notBefore: number;
      readonly detail: string | null;
      /** Whether the history was asked and did not answer. */
      readonly checked?: boolean;
      /** The moment of the last request anew, where neither clock can tell how long ago it was. */
      readonly last?: Moment;
    };

/**
 * A part of {@link Store}: subscriptions and deliveries. Every method is one short transaction. Those that take a
 * {@link Claim} do nothing and give `false` where it is not the last one any more, or the delivery was removed.
 */
export interface DeliveryStore extends SubscriptionStore {
  /** Active ones of all tenants, in the order of their ids, from the one after `after`. */
  activeSubscriptions(after: string, limit: number): Promise<Subscription[]>;

  /** Open deliveries of all tenants that are due and nobody's, in the order of their time, after one. */
  dueDeliveries(after: Pick<DueDelivery, "id" | "notBefore"> | null, limit: number): Promise<DueDelivery[]>;
  /** When the next open delivery can be claimed, milliseconds since 1970; `null` where none is open. */
  nextDelivery(): Promise<number | null>;
  /** The same for each tenant, of those whose digests were due by a time (milliseconds since 1970). */
  nextDeliveries(dueBy: number): Promise<readonly { readonly tenant: Tenant; readonly at: number }[]>;
  /**
   * Takes a due delivery for {@link DELIVERY_LEASE}. One whose last holder got lost while sending is to be verified. `null`
   * where it is not due, final or somebody else's.
   */
  claimDelivery(due: Pick<DueDelivery, "id" | "channel">): Promise<Claim | null>;
  /**
   * Keeps what was composed and moves the subscription's cursor, in one transaction. Where it is silent the delivery
   * is skipped.
   *
   * @throws {MisquoteError} where the store does not have the documents that it quotes.
   */
  freezeDelivery(claim: Claim, digest: FrozenDigest): Promise<Claim | null>;
  /**
   * Writes down, safe from a loss of power, that a request goes out at this moment: for another attempt, or once more
   * for the same.
   */
  startSending(claim: Claim, moment: Moment, again: boolean): Promise<Claim | null>;
  /** Writes down what became of it and gives the delivery back. */
  stepDelivery(claim: Claim, step: Step): Promise<boolean>;
  /** The delivery ends, and the subscription is paused with a reason: `failed` where it was surely not sent. */
  giveUpDelivery(claim: Claim, state: "failed" | "unknown", because: string): Promise<boolean>;
  /** Of all tenants, those of which nobody knows whether they arrived, the newest first, without what they say: for the operator. */
  unknownDeliveries(limit: number): Promise<(Delivery & { readonly channel: ChannelRef })[]>;
}
