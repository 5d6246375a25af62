import { afterEach, describe, expect, test } from "vitest";
import type { Tenant } from "../../../src/core/tenant.ts";
import { ENDINGS } from "../../../src/slack/endings.ts";
import { openStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { watchTenants } from "../../../src/watch-tenants.ts";
import { wanted } from "../../delivery/subscribed.ts";
import { manualClock } from "../../peers/clock.ts";
import { MODES, running } from "./harness.ts";

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

const OWN: Tenant = "slack:team:T0KOREA01";
const OTHER: Tenant = "slack:team:T0OTHER";

/** A running app, and a store in which its workspace and another are subscribed; the own one was left before. */
async function subscribed(mode: (typeof MODES)[number]) {
  const clock = manualClock();
  const store = await openStore({ path: ":memory:", now: clock.now });
  stores.push(store);
  for (const tenant of [OWN, OTHER])
    await store.createSubscription({ ...wanted("slack"), channel: { tenant, channel: "C1" } });
  await store.tenantLeft(OWN);
  const lines: string[] = [];
  const log = { info: write, warn: write, error: write };
  function write(facts: object, message: string) {
    lines.push(`${message} ${JSON.stringify(facts)}`);
  }
  const wait = () => Promise.reject(new Error("nothing is tried again here"));
  const tenants = await watchTenants({ store, log, wait });
  const { watch } = tenants;
  /** Resolves when something that was told of a tenant is written down. */
  const told = new Map<Tenant, () => void>();
  const set = await running(mode, {
    clock,
    workspaces: [{ id: "T0KOREA01" }],
    parts: {
      now: clock.now,
      tenants: {
        ...watch,
        left: (tenant) => watch.left(tenant).then(() => told.get(tenant)?.()),
      },
    },
  });
  const written = (tenant: Tenant) => new Promise<void>((resolve) => told.set(tenant, resolve));
  const state = async (tenant: Tenant) => {
    const [one] = await store.subscriptionsOf(tenant);
    return [one!.state, one!.pausedBecause, tenants.isAway(tenant)];
  };
  return { ...set, clock, store, state, written, lines };
}

const BACK = ["paused", "removed", false];
const ACTIVE = ["active", null, false];
const REMOVED = ["paused", "removed", true];

describe.each(MODES)("in %s mode", (mode) => {
  test.each([
    ["app_uninstalled", { type: "app_uninstalled" }, ENDINGS.account_inactive],
    ["tokens_revoked", { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } }, ENDINGS.token_revoked],
  ])(
    "%s pauses all and ends the platform; nothing more is asked with the token",
    async (_, event, ending) => {
      const { peer, app, store, state } = await subscribed(mode);
      // The app is installed again, as its accepted token shows.
      expect(await state(OWN)).toEqual(BACK);
      await store.resumeRemoved(OWN);
      expect(await state(OWN)).toEqual(ACTIVE);
      peer.workspace.tokenState = "token_revoked";
      const asked = peer.requests.length;
      expect(await peer.event(event).ack()).toEqual({ ok: true, body: undefined });
      expect(await app.ended).toEqual(ending);
      expect([await state(OWN), await state(OTHER)]).toEqual([REMOVED, ACTIVE]);
      await app.stop();
      expect(peer.requests.length).toBe(asked);
    },
  );
});

test("tokens of people that are revoked are none of the bot's, and other workspaces end nothing", async () => {
  const { peer, app, state, written } = await subscribed("socket");
  await peer.event({ type: "tokens_revoked", tokens: { oauth: ["U0PERSON"] } }).ack();
  await peer.event({ type: "tokens_revoked", tokens: {} }).ack();
  const other = written(OTHER);
  await peer.event({ type: "app_uninstalled" }, { team: "T0OTHER" }).ack();
  await other;
  expect([await state(OWN), await state(OTHER)]).toEqual([BACK, REMOVED]);
  expect((await peer.slash({ command: "/korea", text: "Beijing" }).message()).text).toMatch(/^7 excerpts/u);
  await app.stop();
  expect(await app.ended).toBeNull();
});

test("a removal that is told late is believed only where Slack refuses the token", async () => {
  const { peer, app, clock, log, state } = await subscribed("socket");
  // As redelivered after the app was installed again and started: the event is older than the accepted token.
  clock.advance(-60_000);
  await peer.event({ type: "app_uninstalled" }).ack();
  await log.until("an old removal was told again; the token is accepted");
  expect(await state(OWN)).toEqual(BACK);
  peer.workspace.tokenState = "account_inactive";
  await peer.event({ type: "app_uninstalled" }).ack();
  expect(await app.ended).toEqual(ENDINGS.account_inactive);
  expect(await state(OWN)).toEqual(REMOVED);
});
