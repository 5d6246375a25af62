import type { Subscription } from "../../core/subscription.ts";
import type { Store } from "../../store/store.ts";

/** Subscriptions of all tenants, or of one as it was typed: by tenant, oldest first. */
export async function allSubscriptions(
  store: Pick<Store, "subscribedTenants" | "subscriptionsOf">,
  only: string | undefined,
): Promise<Subscription[]> {
  const tenants = await store.subscribedTenants();
  const chosen = only === undefined ? tenants : tenants.filter((tenant) => tenant === only);
  return (await Promise.all(chosen.map((tenant) => store.subscriptionsOf(tenant)))).flat();
}
