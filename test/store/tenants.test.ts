import { DatabaseSync } from "node:sqlite";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Tenant } from "../../src/core/tenant.ts";
import type { NewSubscription } from "../../src/core/subscription-store.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { LIMITS } from "../../src/core/subscriptions/limits.ts";
import { openStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import type { ImportedSubscription } from "../../src/store/tenant-store.ts";
import { wanted } from "../delivery/subscribed.ts";
import { folderWith } from "../folder.ts";

const DAY = 24 * 3_600_000;
const TENANT: Tenant = "discord:guild:g1";
const OTHER: Tenant = "discord:guild:g2";

async function storeAt(now = 1_000 * DAY) {
  const clock = { now };
  const path = join(folderWith(), "store.db");
  const open = () => openStore({ path, now: () => clock.now });
  return { store: await open(), clock, path, open };
}

function wantedBy(tenant: Tenant, given: Partial<Omit<NewSubscription, "channel">> = {}): NewSubscription {
  return { ...wanted("discord", given), channel: { tenant, channel: "c1" } };
}

/** Fills every table that a tenant has rows in. */
async function fill(store: Store, tenant: Tenant, now: number) {
  const subscription = await store.createSubscription(wantedBy(tenant, { query: `secret of ${tenant}` }));
  await store.settle(subscription, {
    send: { localDate: "2026-03-10", dueAt: now, late: false, notBefore: now },
    skipped: [{ localDate: "2026-03-09", dueAt: now - DAY }],
    why: "missed",
  });
  await store.keepAction(tenant, { command: "search", values: { query: `asked by ${tenant}` } });
  return subscription;
}

const states = async (store: Store, tenant: Tenant) =>
  (await store.subscriptionsOf(tenant)).map(({ state, pausedBecause }) => [state, pausedBecause]);

/** The subscription that an import made; `null` where it made none. */
async function taken(
  store: Store,
  wanted: ImportedSubscription,
  limits = LIMITS,
): Promise<Subscription | null> {
  const came = await store.importSubscription(wanted, limits);
  return came.outcome === "made" ? came.subscription : null;
}

describe("a tenant that the bot was removed from", () => {
  test("has what is active paused, and what was not sent is not", async () => {
    const { store, clock } = await storeAt();
    const { id } = await fill(store, TENANT, clock.now);
    const own = await store.createSubscription(wantedBy(TENANT));
    await store.pauseSubscription(TENANT, own.id, null);
    await fill(store, OTHER, clock.now);
    expect(await store.tenantLeft(TENANT)).toEqual({ paused: 1, first: true });
    expect(await store.subscription(TENANT, id)).toMatchObject({ state: "paused", pausedBecause: "removed" });
    expect(await store.subscription(TENANT, own.id)).toMatchObject({ state: "paused", pausedBecause: null });
    expect(await states(store, OTHER)).toEqual([["active", null]]);
    expect((await store.deliveriesOf(TENANT, id, 9)).map(({ state, detail }) => [state, detail])).toEqual([
      ["skipped", "paused"],
      ["skipped", "missed"],
    ]);
    expect((await store.dueDeliveries(null, 9)).map(({ channel }) => channel.tenant)).toEqual([OTHER]);
    expect([await store.awayTenants(), await store.subscribedTenants()]).toEqual([[TENANT], [TENANT, OTHER]]);
    store.close();
  });

  test("left when it first did, however often that is told", async () => {
    const { store, clock } = await storeAt();
    await fill(store, TENANT, clock.now);
    const left = clock.now;
    await store.tenantLeft(TENANT);
    clock.now += DAY;
    // Made by somebody who uses the bot there without it being a member.
    await store.createSubscription(wantedBy(TENANT));
    expect(await store.tenantLeft(TENANT)).toEqual({ paused: 1, first: false });
    expect(await store.tenants()).toEqual([
      { tenant: TENANT, subscriptions: 2, active: 0, actions: 1, leftAt: left },
    ]);
    store.close();
  });

  test("has nothing resumed until it is back and a person says so; then from that time on", async () => {
    const { store, clock } = await storeAt();
    await fill(store, TENANT, clock.now);
    const other = await store.createSubscription(wantedBy(TENANT));
    await store.pauseSubscription(TENANT, other.id, "gone: 10003");
    await store.tenantLeft(TENANT);
    expect(await store.resumeRemoved(TENANT)).toBe(0);
    clock.now += DAY;
    expect(await store.tenantReturned(TENANT)).toBe(true);
    expect(await store.tenantReturned(TENANT)).toBe(false);
    expect((await states(store, TENANT)).map(([state]) => state)).toEqual(["paused", "paused"]);
    expect(await store.resumeRemoved(OTHER)).toBe(0);
    expect(await store.resumeRemoved(TENANT)).toBe(1);
    const [resumed] = (await store.subscriptionsOf(TENANT)).filter(({ state }) => state === "active");
    expect(resumed).toMatchObject({ since: clock.now, pausedBecause: null, lastLocalDate: "2026-03-10" });
    store.close();
  });

  test("that is one in a store from before is remembered like any other", async () => {
    const { store, path, open, clock } = await storeAt();
    await fill(store, TENANT, clock.now);
    store.close();
    const database = new DatabaseSync(path);
    const steps = Number(database.prepare("PRAGMA user_version").get()!["user_version"]);
    database.exec(`DROP TABLE departures; PRAGMA user_version = ${steps - 1}`);
    database.close();
    const again = await open();
    expect(await states(again, TENANT)).toEqual([["active", null]]);
    expect(await again.tenantLeft(TENANT)).toEqual({ paused: 1, first: true });
    expect(await again.awayTenants()).toEqual([TENANT]);
    again.close();
  });
});

describe("purging a tenant", () => {
  test("empties every table that has a tenant in it, and touches nobody else's rows", async () => {
    const { store, path, clock } = await storeAt();
    for (const tenant of [TENANT, OTHER]) {
      await fill(store, tenant, clock.now);
      await store.tenantLeft(tenant);
    }
    const rowsOf = () => {
      const database = new DatabaseSync(path, { readOnly: true });
      const tables = database
        .prepare(
          `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
           WHERE m.type = 'table' AND c.name = 'tenant' ORDER BY m.name`,
        )
        .all()
        .map((row) => String(row["name"]));
      const found = tables.map((table) => ({
        table,
        mine: database.prepare(`SELECT * FROM ${table} WHERE tenant = ?`).all(TENANT),
        others: database.prepare(`SELECT * FROM ${table} WHERE tenant <> ?`).all(TENANT),
      }));
      database.close();
      return found;
    };
    const before = rowsOf();
    // A table that this test does not fill would prove nothing.
    expect(before.filter(({ mine, others }) => mine.length === 0 || others.length === 0)).toEqual([]);
    expect(before.length).toBeGreaterThanOrEqual(4);
    expect(await store.purgeTenant(TENANT)).toEqual({ subscriptions: 1, deliveries: 2, actions: 1 });
    expect(rowsOf()).toEqual(before.map((one) => ({ ...one, mine: [] })));
    expect(await store.purgeTenant(TENANT)).toBeNull();
    store.close();
  });

  test("leaves no words of it in the files", async () => {
    const { store, path, clock } = await storeAt();
    await fill(store, TENANT, clock.now);
    await fill(store, OTHER, clock.now);
    await store.purgeTenant(TENANT);
    const files = () => ["", "-wal"].map((end) => readFileSync(`${path}${end}`).toString("latin1")).join("");
    expect(files()).not.toContain(`secret of ${TENANT}`);
    expect(files()).not.toContain(`asked by ${TENANT}`);
    expect(files()).toContain(`secret of ${OTHER}`);
    store.close();
  });

  test("because it left is only done where it left before, and is not back", async () => {
    const { store, clock } = await storeAt();
    const left = clock.now;
    for (const tenant of [TENANT, OTHER]) {
      await fill(store, tenant, left);
      await store.tenantLeft(tenant);
    }
    expect(await store.tenantsToPurge(left)).toEqual([]);
    expect(await store.purgeTenant(TENANT, left)).toBeNull();
    expect(await store.tenantsToPurge(left + 1)).toEqual([TENANT, OTHER]);
    // Between the look and the purge.
    await store.tenantReturned(OTHER);
    expect(await store.purgeTenant(OTHER, left + 1)).toBeNull();
    expect(await store.purgeTenant(TENANT, left + 1)).toEqual({
      subscriptions: 1,
      deliveries: 2,
      actions: 1,
    });
    expect((await store.tenants()).map(({ tenant }) => tenant)).toEqual([OTHER]);
    store.close();
  });
});

describe("a subscription from elsewhere", () => {
  const given = {
    ...wantedBy(TENANT, { query: "Kim" }),
    createdAt: 7,
    state: "active",
    pausedBecause: null,
    lastLocalDate: "2026-03-10",
  } as const;

  test("is not taken where there are as many as there can be", async () => {
    const { store } = await storeAt();
    await store.importSubscription(given, { inChannel: 1, inTenant: 2 });
    const next = { ...given, query: "Moon" };
    const full = async (one: ImportedSubscription, inChannel: number, inTenant: number) =>
      (await store.importSubscription(one, { inChannel, inTenant })).outcome;
    expect(await full(given, 1, 1)).toBe("same");
    expect(await store.importSubscription(next, { inChannel: 1, inTenant: 2 })).toEqual({
      outcome: "full",
      of: "inChannel",
    });
    const elsewhere = { ...given, channel: { tenant: TENANT, channel: "c2" } };
    expect(await store.importSubscription(elsewhere, { inChannel: 1, inTenant: 1 })).toEqual({
      outcome: "full",
      of: "inTenant",
    });
    expect(await full(elsewhere, 1, 2)).toBe("made");
  });

  test("goes on after its last date, from now on", async () => {
    const { store, clock } = await storeAt();
    const made = (await taken(store, given))!;
    expect(made).toMatchObject({ ...given, since: clock.now });
    expect(await store.subscription(TENANT, made.id)).toEqual(made);
    store.close();
  });

  test("is not made where the channel has one of the same content, whatever its state", async () => {
    const { store } = await storeAt();
    const { id } = (await taken(store, given))!;
    await store.pauseSubscription(TENANT, id, null);
    expect(await taken(store, given)).toBeNull();
    // Both would post on every day with news.
    expect(await taken(store, { ...given, quiet: !given.quiet })).toBeNull();
    for (const other of [
      { query: null },
      { at: "10:00" },
      { days: [1] },
      { language: "ko" },
      { zone: "Asia/Tokyo" },
      { channel: { tenant: TENANT, channel: "c2" } },
      { channel: { tenant: OTHER, channel: "c1" } },
    ] as const) {
      expect(await taken(store, { ...given, ...other })).not.toBeNull();
      expect(await taken(store, { ...given, ...other })).toBeNull();
    }
    store.close();
  });

  test("is paused while the bot is away, and keeps the reason that it came with", async () => {
    const { store } = await storeAt();
    await store.tenantLeft(TENANT);
    const away = (await taken(store, given))!;
    expect([away.state, away.pausedBecause]).toEqual(["paused", "removed"]);
    const paused = { ...given, at: "10:00", state: "paused", pausedBecause: "gone: 10003" } as const;
    expect(await taken(store, paused)).toMatchObject({ pausedBecause: "gone: 10003" });
    store.close();
  });
});
