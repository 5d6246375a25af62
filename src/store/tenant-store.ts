import type { Subscription } from "../core/subscription.ts";
import type { Tenant } from "../core/tenant.ts";
import type { NewSubscription, Subscribed } from "../core/subscription-store.ts";
import type { SubscriptionLimits } from "../core/subscriptions/limits.ts";

/** What the store keeps of a tenant, in numbers. */
export interface TenantSummary {
  readonly tenant: Tenant;
  readonly subscriptions: number;
  /** Those of them that are not paused. */
  readonly active: number;
  /** Commands behind buttons. */
  readonly actions: number;
  /** When the bot was removed, milliseconds since 1970; `null` where it was not. */
  readonly leftAt: number | null;
}

/** How much was deleted. */
export interface Purged {
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly actions: number;
}

/** A subscription from elsewhere: it goes on after its last local date. */
export type ImportedSubscription = NewSubscription &
  Pick<Subscription, "createdAt" | "state" | "pausedBecause" | "lastLocalDate">;

/** A part of {@link Store}: tenants as a whole. Every method is one short transaction. */
export interface TenantStore {
  /**
   * The bot was removed: remembers when (the first time stays) and pauses what is active, because of
   * `REMOVED`; what was not sent yet is skipped. Tells how many were paused, and whether that was news.
   */
  tenantLeft(tenant: Tenant): Promise<{ readonly paused: number; readonly first: boolean }>;
  /** The bot is back: nothing is purged. Its subscriptions stay paused. `false` where it was not away. */
  tenantReturned(tenant: Tenant): Promise<boolean>;
  /** Tenants that the bot was removed from. */
  awayTenants(): Promise<Tenant[]>;
  /** Tenants with subscriptions, paused ones too. */
  subscribedTenants(): Promise<Tenant[]>;
  /** All of whom anything is kept, by name. */
  tenants(): Promise<TenantSummary[]>;
  /** Those that the bot was removed from before a time (milliseconds since 1970) and has not come back to. */
  tenantsToPurge(leftBefore: number): Promise<Tenant[]>;
  /**
   * Deletes everything that is kept of a tenant. With `leftBefore`, only where the bot was removed before that time and
   * has not come back. `null` where there is nothing to delete.
   */
  purgeTenant(tenant: Tenant, leftBefore?: number): Promise<Purged | null>;
  /**
   * Subscribes a channel as it was subscribed elsewhere, from now on; paused while the bot is away. `same` where
   * the channel has one that would post the same digest twice, `full` where there are too many.
   */
  importSubscription(wanted: ImportedSubscription, limits: SubscriptionLimits): Promise<Subscribed>;
}
