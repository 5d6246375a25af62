import { openOwnStore } from "../../src/compose.ts";
import type { Config } from "../../src/config.ts";
import type { NewSubscription } from "../../src/core/subscription-store.ts";
import type { Delivery, Subscription } from "../../src/core/subscription.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { dateOf, entryOf } from "../core/samples.ts";
import { wanted } from "../delivery/subscribed.ts";

/** Ten seconds before nine in Seoul on 10 March 2026. */
export const BEFORE_NINE = Date.UTC(2026, 2, 9, 23, 59, 50);

/** What came as news on the day before, and its words. */
export const WORDS = "The envoys agreed to keep the hotline open through the winter.";
const NEWS = entryOf(`${WORDS}\n\nNothing else was said.`, {
  id: "news/hotline",
  title: "Hotline stays open",
  date: dateOf("2026-03-09"),
});

/** A subscription to everything, daily at nine in Seoul. */
export function daily(
  tenant: Tenant,
  channel: string,
  given: Partial<NewSubscription> = {},
): NewSubscription {
  return { ...wanted("discord"), channel: { tenant, channel }, ...given };
}

/** Puts news and subscriptions into the store of a data folder, at a time. */
export async function subscribe(
  config: Config,
  all: readonly NewSubscription[],
  at = BEFORE_NINE,
): Promise<Subscription[]> {
  const store = await openOwnStore(config, () => at);
  await store.save("import", [NEWS], { announce: true });
  const made: Subscription[] = [];
  for (const one of all) made.push(await store.createSubscription(one));
  store.close();
  return made;
}

/** The deliveries of subscriptions, as the store of a data folder has them. */
export async function deliveriesOf(
  config: Config,
  subscriptions: readonly Subscription[],
): Promise<Delivery[]> {
  const store = await openOwnStore(config);
  const all: Delivery[] = [];
  for (const { channel, id } of subscriptions)
    all.push(...(await store.deliveriesOf(channel.tenant, id, 10)));
  store.close();
  return all;
}

/** Tenants of which something is kept in the store of a data folder. */
export async function tenantsOf(config: Config): Promise<Tenant[]> {
  const store = await openOwnStore(config);
  const all = (await store.tenants()).map(({ tenant }) => tenant);
  store.close();
  return all;
}
