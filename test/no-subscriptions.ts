import type { SubscriptionStore } from "../src/core/subscription-store.ts";

/** A store without subscriptions, for tests of commands that have nothing to do with them: any other use of it fails. */
export const NO_SUBSCRIPTIONS: SubscriptionStore = {
  createSubscription: refuse,
  subscribe: refuse,
  subscription: async () => null,
  subscriptionsOf: async () => [],
  editSubscription: refuse,
  pauseSubscription: refuse,
  resumeSubscription: refuse,
  resumeRemoved: refuse,
  removeSubscription: refuse,
  settle: refuse,
  deliveriesOf: refuse,
  quotesOfDay: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error("This test has no subscriptions"));
}
