/** UTF-16 units that the query of a subscription may have: it is searched every day, and repeated in each digest. */
export const QUERY_MAX = 500;

/** How many subscriptions there can be. */
export interface SubscriptionLimits {
  readonly inChannel: number;
  readonly inTenant: number;
}

/** More of them would be noise in a channel, and a burden on everybody else in a tenant. */
export const LIMITS: SubscriptionLimits = { inChannel: 10, inTenant: 200 };
