import { GatewayDispatchEvents } from "discord-api-types/v10";
import { afterEach, expect, test } from "vitest";
import type { Tenant } from "../../../src/core/tenant.ts";
import { openStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { watchTenants, type Tenants } from "../../../src/watch-tenants.ts";
import { wanted } from "../../delivery/subscribed.ts";
import { read, scene } from "./harness.ts";

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

const tenantOf = (guild: { id: string }): Tenant => `discord:guild:${guild.id}`;

/** A peer with two servers, and a store in which both and a Slack workspace are subscribed. */
async function subscribed() {
  const set = await scene({ guilds: [{ name: "First" }, { name: "Second" }] });
  const store = await openStore({ path: ":memory:", now: () => 0 });
  stores.push(store);
  const other = set.peer.addGuild({ name: "Third" });
  const tenants: Tenants = await watchTenants({
    store,
    log: set.log,
    wait: () => Promise.reject(new Error("nothing is tried again here")),
  });
  const subscribe = (tenant: Tenant) =>
    store.createSubscription({ ...wanted("discord"), channel: { tenant, channel: "c1" } });
  for (const tenant of [tenantOf(set.peer.guild), tenantOf(other), "slack:team:T1"] as const)
    await subscribe(tenant);
  const state = async (tenant: Tenant) => {
    const [one] = await store.subscriptionsOf(tenant);
    return [one!.state, one!.pausedBecause, tenants.isAway(tenant)];
  };
  return { ...set, store, other, tenants, subscribe, state };
}

const ACTIVE = ["active", null, false];
const REMOVED = ["paused", "removed", true];
const removed = (tenant: Tenant) =>
  `info the bot was removed; subscriptions are paused ${JSON.stringify({ tenant, paused: 1 })}`;
const back = (tenant: Tenant) => `info the bot is back ${JSON.stringify({ tenant })}`;

test("a bot that is removed from a server pauses its subscriptions; back again, a click resumes them", async () => {
  const { peer, log, start, store, tenants, state, other } = await subscribed();
  await start({ tenants: tenants.watch });
  const gone = tenantOf(peer.guild);
  const again = structuredClone(peer.guild);
  peer.removeGuild(peer.guild.id);
  await log.until(removed(gone));
  expect(await state(gone)).toEqual(REMOVED);
  expect([await state(tenantOf(other)), await state("slack:team:T1")]).toEqual([ACTIVE, ACTIVE]);
  peer.gateway.dispatch(GatewayDispatchEvents.GuildCreate, again, again.id);
  await log.until(back(gone));
  expect(await state(gone)).toEqual(["paused", "removed", false]);
  expect(await store.resumeRemoved(gone)).toBe(1);
  expect(await state(gone)).toEqual(ACTIVE);
});

test("an outage is no removal", async () => {
  const { peer, log, start, tenants, state, other } = await subscribed();
  await start({ tenants: tenants.watch });
  const { id } = peer.guild;
  peer.gateway.dispatch(GatewayDispatchEvents.GuildDelete, { id, unavailable: true }, id);
  // What comes after it has been heard, so it was heard too.
  peer.removeGuild(other.id);
  await log.until(removed(tenantOf(other)));
  expect(await state(tenantOf(peer.guild))).toEqual(ACTIVE);
  // It ends with the bot taken out.
  peer.removeGuild(id);
  await log.until(removed(tenantOf(peer.guild)));
  expect(await state(tenantOf(peer.guild))).toEqual(REMOVED);
});

test("what happened while the bot was down is known when it is ready, and servers in an outage are there", async () => {
  const { peer, log, start, store, tenants, state, subscribe, other } = await subscribed();
  const gone: Tenant = "discord:guild:1";
  await subscribe(gone);
  // Of people who brought the bot along: no removal tells of them, and nothing of theirs is lost.
  await store.keepAction("discord:guild:2", { command: "help", values: {} });
  await tenants.watch.left(tenantOf(other));
  await start({ tenants: tenants.watch });
  await log.until(removed(gone));
  await log.until(back(tenantOf(other)));
  expect(await state(gone)).toEqual(REMOVED);
  // The far side lists each server as unavailable, as Discord does.
  expect([await state(tenantOf(peer.guild)), await state("slack:team:T1")]).toEqual([ACTIVE, ACTIVE]);
  expect(await store.awayTenants()).toEqual([gone]);
});

test("so is what happened in a session that could not be resumed", async () => {
  const { peer, log, start, tenants, state, other } = await subscribed();
  await start({ tenants: tenants.watch });
  const gone = tenantOf(other);
  const again = structuredClone(other);
  peer.gateway.forgetSessions();
  peer.removeGuild(other.id);
  peer.gateway.cut();
  await log.until(removed(gone));
  expect(await state(gone)).toEqual(REMOVED);
  peer.gateway.dispatch(GatewayDispatchEvents.GuildCreate, again, again.id);
  await log.until(back(gone));
  expect(await state(tenantOf(peer.guild))).toEqual(ACTIVE);
  const answer = await peer.command({ name: "korea search", options: { query: "Beijing" } }).message();
  expect(read(answer)[0]).toMatch(/^### 7 excerpts/u);
});
