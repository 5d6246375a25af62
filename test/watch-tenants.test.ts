import { expect, test } from "vitest";
import type { Tenant } from "../src/core/tenant.ts";
import { KEPT_AFTER_LEAVING, purgeWhenDue } from "../src/purge-tenants.ts";
import { openStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { watchTenants } from "../src/watch-tenants.ts";
import { wanted } from "./delivery/subscribed.ts";

const TENANT: Tenant = "slack:team:t1";

/** A store with a subscription of {@link TENANT}, and a log that remembers. */
async function scene(change: (store: Store) => Partial<Store> = () => ({})) {
  const clock = { now: 0 };
  const store = await openStore({ path: ":memory:", now: () => clock.now });
  await store.createSubscription(wanted("slack"));
  const lines: string[] = [];
  const write = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  const log = { info: write, warn: write, error: write };
  const pauses: number[] = [];
  const tenants = await watchTenants({
    store: { ...store, ...change(store) },
    log,
    wait: (ms) => {
      pauses.push(ms);
      return pauses.length > 2 ? Promise.reject(new Error("stopping")) : Promise.resolve();
    },
  });
  return { store, clock, log, lines, pauses, ...tenants };
}

/** Goes wrong the first times. */
function failing<A extends unknown[], T>(times: number, run: (...args: A) => Promise<T>) {
  let left = times;
  return (...args: A): Promise<T> => (left-- > 0 ? Promise.reject(new Error("full")) : run(...args));
}

test("a tenant is away from the moment on that this is told, and things are written down in their order", async () => {
  const { watch, isAway, store } = await scene();
  const told = [watch.left(TENANT), watch.returned(TENANT), watch.left(TENANT)];
  expect(isAway(TENANT)).toBe(true);
  await Promise.all(told);
  expect([isAway(TENANT), await store.awayTenants()]).toEqual([true, [TENANT]]);
  await watch.returned(TENANT);
  expect([isAway(TENANT), await store.awayTenants()]).toEqual([false, []]);
  store.close();
});

test("who is away is known from the store at the start", async () => {
  const { store, log } = await scene();
  await store.tenantLeft(TENANT);
  const { isAway } = await watchTenants({ store, log, wait: () => Promise.resolve() });
  expect([isAway(TENANT), isAway("slack:team:t2")]).toEqual([true, false]);
  store.close();
});

test("what cannot be written down is tried again, and what came later waits for it", async () => {
  const { watch, isAway, store, pauses, lines } = await scene(({ tenantReturned }) => ({
    tenantReturned: failing(2, tenantReturned),
  }));
  await watch.left(TENANT);
  await Promise.all([watch.returned(TENANT), watch.left(TENANT)]);
  expect(pauses).toEqual([1_000, 2_000]);
  expect([isAway(TENANT), await store.awayTenants()]).toEqual([true, [TENANT]]);
  expect(lines.filter((line) => line.includes("trying again"))).toEqual([
    'who left or came back cannot be written down, trying again {"error":"full","seconds":1}',
    'who left or came back cannot be written down, trying again {"error":"full","seconds":2}',
  ]);
  store.close();
});

test("a stop while trying again ends it without a rejection; nothing is posted all the same", async () => {
  const { watch, isAway, store, lines } = await scene(() => ({
    tenantLeft: () => Promise.reject(new Error("full")),
  }));
  await watch.left(TENANT);
  expect([isAway(TENANT), await store.awayTenants()]).toEqual([true, []]);
  expect(lines.at(-1)).toBe('who left or came back was not written down {"error":"stopping"}');
  store.close();
});

test("a list of one kind says nothing of other kinds", async () => {
  const { watch, isAway, store } = await scene();
  await watch.present("discord:guild", []);
  expect(isAway(TENANT)).toBe(false);
  await watch.present("slack:team", []);
  expect(isAway(TENANT)).toBe(true);
  await watch.present("slack:team", [TENANT]);
  expect(isAway(TENANT)).toBe(false);
  store.close();
});

test("30 days after a removal all is deleted, told as a number; what came back is kept", async () => {
  const { store, clock, log, lines } = await scene();
  const other: Tenant = "discord:guild:g1";
  await store.createSubscription(wanted("discord"));
  for (const tenant of [TENANT, other]) await store.tenantLeft(tenant);
  clock.now = KEPT_AFTER_LEAVING;
  expect(await purgeWhenDue(store, clock.now, log)).toBe(0);
  await store.tenantReturned(other);
  clock.now += 1;
  expect(await purgeWhenDue(store, clock.now, log)).toBe(1);
  expect(await purgeWhenDue(store, clock.now, log)).toBe(0);
  expect((await store.tenants()).map(({ tenant }) => tenant)).toEqual([other]);
  expect(lines).toEqual(['deleted what was kept of tenants that left 30 days ago {"tenants":1}']);
  store.close();
});
