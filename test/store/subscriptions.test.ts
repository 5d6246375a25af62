import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { excerptOf } from "../../src/core/excerpt.ts";
import { reply } from "../../src/core/reply.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { entryOf } from "../core/samples.ts";
import { wanted } from "../delivery/subscribed.ts";
import { folderWith } from "../folder.ts";

const HOUR = 3_600_000;
const OTHER: Tenant = "discord:guild:other";
const TENANT: Tenant = "discord:guild:g1";

async function storeAt(start = 1_000 * HOUR) {
  const clock = { now: start };
  const path = join(folderWith(), "store.db");
  const store = await openStore({ path, now: () => clock.now });
  return { store, clock, path };
}

/** A store with one pending delivery. */
async function oneDelivery() {
  const world = await storeAt();
  const subscription = await world.store.createSubscription(wanted("discord"));
  const { now } = world.clock;
  await world.store.settle(subscription, {
    send: { localDate: "2026-03-10", dueAt: now, late: false, notBefore: now },
    skipped: [{ localDate: "2026-03-09", dueAt: now - 24 * HOUR }],
    why: "missed",
  });
  const [due] = await world.store.dueDeliveries(null, 10);
  return { ...world, subscription, due: due! };
}

describe("a subscription", () => {
  test("begins with what came in the last 24 hours", async () => {
    const { store, clock } = await storeAt();
    await store.save("import", [entryOf("Old.", { id: "a/old" })]);
    clock.now += 25 * HOUR;
    await store.save("import", [entryOf("New.", { id: "a/new" })]);
    clock.now += HOUR;
    const made = await store.createSubscription(
      wanted("discord", { query: "Kim from:2018", quiet: true, days: [1, 5] }),
    );
    expect(made).toMatchObject({
      cursor: 1,
      query: "Kim from:2018",
      quiet: true,
      days: [1, 5],
      since: clock.now,
      lastLocalDate: null,
      state: "active",
    });
    expect(await store.subscription(TENANT, made.id)).toEqual(made);
    store.close();
  });

  test("is nobody else's", async () => {
    const { store } = await storeAt();
    const { id } = await store.createSubscription(wanted("discord"));
    expect(await store.subscription(OTHER, id)).toBeNull();
    expect(await store.subscriptionsOf(OTHER)).toEqual([]);
    expect(await store.subscriptionsOf(TENANT, "c2")).toEqual([]);
    expect(await store.editSubscription(OTHER, id, { at: "10:00" })).toBeNull();
    expect(await store.pauseSubscription(OTHER, id, null)).toBe(false);
    expect(await store.removeSubscription(OTHER, id)).toBe(false);
    expect(await store.deliveriesOf(OTHER, id, 10)).toEqual([]);
    expect((await store.subscriptionsOf(TENANT, "c1")).map((one) => one.id)).toEqual([id]);
    store.close();
  });

  test("holds from an edit of its time on, not of its query", async () => {
    const { store, clock } = await storeAt();
    const { id, since } = await store.createSubscription(wanted("discord"));
    clock.now += HOUR;
    expect(
      (await store.editSubscription(TENANT, id, { query: "Kim", days: [1, 2, 3, 4, 5, 6, 7] }))!.since,
    ).toBe(since);
    expect((await store.editSubscription(TENANT, id, { zone: "Asia/Tokyo" }))!.since).toBe(clock.now);
    store.close();
  });
});

describe("a delivery", () => {
  test("is made once, and only for the schedule that was reckoned with", async () => {
    const { store, subscription, clock } = await oneDelivery();
    const send = { localDate: "2026-03-11", dueAt: clock.now, late: false, notBefore: clock.now };
    // As another process would that read the subscription before.
    expect(await store.settle(subscription, { send, skipped: [], why: "" })).toBe(false);
    const now = (await store.subscription(TENANT, subscription.id))!;
    expect(now.lastLocalDate).toBe("2026-03-10");
    await store.editSubscription(TENANT, now.id, { at: "11:00" });
    expect(await store.settle(now, { send, skipped: [], why: "" })).toBe(false);
    expect(
      (await store.deliveriesOf(TENANT, now.id, 9)).map(({ localDate, state }) => [localDate, state]),
    ).toEqual([
      ["2026-03-10", "pending"],
      ["2026-03-09", "skipped"],
    ]);
    store.close();
  });

  test("is one worker's until its lease ends; who was overtaken writes nothing", async () => {
    const { store, due, clock } = await oneDelivery();
    const first = (await store.claimDelivery(due))!;
    expect(await store.claimDelivery(due)).toBeNull();
    expect(await store.dueDeliveries(null, 10)).toEqual([]);
    clock.now += 60_000;
    const second = (await store.claimDelivery(due))!;
    expect([first.delivery.fence, second.delivery.fence]).toEqual([1, 2]);
    const digest = { reply: reply([]), cursor: 5, why: "", quoteOfDay: null, late: false };
    expect(await store.freezeDelivery(first, digest)).toBeNull();
    expect(await store.startSending(first, { at: 1, up: 1 }, false)).toBeNull();
    expect(await store.stepDelivery(first, { state: "sent", message: "m" })).toBe(false);
    expect(await store.giveUpDelivery(first, "failed", "gone")).toBe(false);
    expect((await store.subscription(TENANT, second.subscription.id))!.cursor).toBe(0);
    expect((await store.freezeDelivery(second, digest))!.delivery.payload).toEqual(reply([]));
    expect((await store.subscription(TENANT, second.subscription.id))!.cursor).toBe(5);
    store.close();
  });

  test("that arrived still says why it had no news", async () => {
    const { store, due, subscription } = await oneDelivery();
    const claim = (await store.claimDelivery(due))!;
    const digest = { reply: reply([]), cursor: 5, why: "noMatch 12", quoteOfDay: null, late: false };
    const frozen = (await store.freezeDelivery(claim, digest))!;
    const sending = (await store.startSending(frozen, { at: 1, up: 1 }, false))!;
    await store.stepDelivery(sending, { state: "pending", notBefore: 0, detail: "asked to wait" });
    const again = (await store.claimDelivery(due))!;
    await store.stepDelivery(again, { state: "sent", message: "m" });
    const [sent, skipped] = await store.deliveriesOf(TENANT, subscription.id, 9);
    expect(sent).toMatchObject({ state: "sent", detail: null, why: "noMatch 12" });
    expect(skipped).toMatchObject({ state: "skipped", detail: "missed", why: null });
    store.close();
  });

  test("that was being sent when its holder got lost is verified", async () => {
    const { store, due, clock } = await oneDelivery();
    const claim = (await store.claimDelivery(due))!;
    await store.startSending(claim, { at: clock.now, up: 7 }, false);
    clock.now += 60_000;
    const { delivery } = (await store.claimDelivery(due))!;
    expect([delivery.state, delivery.first]).toEqual(["verify", { at: clock.now - 60_000, up: 7 }]);
    store.close();
  });

  test("whose quoted document is gone fails and is not quoted wrongly; one never had is refused", async () => {
    const { store, due, clock, path, subscription } = await oneDelivery();
    const entry = entryOf("Words of it.", { id: "a/one" });
    const quote = reply([
      { type: "quote", excerpt: excerptOf(entry.version, 0, 5), citation: [], actions: [] },
    ]);
    const digest = { reply: quote, cursor: 9, why: "", quoteOfDay: null, late: false };
    const claim = (await store.claimDelivery(due))!;
    await expect(store.freezeDelivery(claim, digest)).rejects.toThrow("is not kept");
    expect((await store.subscription(TENANT, subscription.id))!.cursor).toBe(0);
    await store.save("import", [entry]);
    expect((await store.freezeDelivery(claim, digest))!.delivery.payload).toEqual(quote);
    const other = new DatabaseSync(path);
    other.exec("UPDATE versions SET sha256 = 'x'");
    other.close();
    clock.now += 60_000;
    expect(await store.claimDelivery(due)).toBeNull();
    expect((await store.deliveriesOf(TENANT, subscription.id, 1))[0]).toMatchObject({
      state: "failed",
      detail: "a document that it quotes is not kept any more",
    });
    store.close();
  });

  test("goes with its subscription", async () => {
    const { store, due, subscription } = await oneDelivery();
    const claim = (await store.claimDelivery(due))!;
    await store.removeSubscription(TENANT, subscription.id);
    expect(await store.stepDelivery(claim, { state: "sent", message: "m" })).toBe(false);
    expect([await store.dueDeliveries(null, 9), await store.nextDelivery()]).toEqual([[], null]);
    store.close();
  });
});

describe("news of a digest that was frozen", () => {
  const digest = { reply: reply([]), cursor: 5, why: "", quoteOfDay: null, late: false };

  /** One that went out and was refused for now, and the cursor as it is at any time. */
  async function refused() {
    const world = await oneDelivery();
    const { store, due, subscription } = world;
    const frozen = (await store.freezeDelivery((await store.claimDelivery(due))!, digest))!;
    const sending = (await store.startSending(frozen, { at: 1, up: 1 }, false))!;
    const cursor = async () => (await store.subscription(TENANT, subscription.id))!.cursor;
    expect(await cursor()).toBe(5);
    const putBack = () =>
      store.stepDelivery(sending, { state: "pending", notBefore: 0, detail: "asked to wait" });
    return { ...world, sending, cursor, putBack };
  }

  test("are new again where it was surely not posted", async () => {
    const missed = await refused();
    await missed.putBack();
    const again = (await missed.store.claimDelivery(missed.due))!;
    await missed.store.stepDelivery(again, { state: "skipped", detail: "missed" });
    expect(await missed.cursor()).toBe(0);
    const paused = await refused();
    await paused.putBack();
    await paused.store.pauseSubscription(TENANT, paused.subscription.id, null);
    expect(await paused.cursor()).toBe(0);
    const given = await refused();
    await given.store.giveUpDelivery(given.sending, "failed", "gone: no channel");
    expect(await given.cursor()).toBe(0);
    for (const { store } of [missed, paused, given]) store.close();
  });

  test("are not where it may have been posted", async () => {
    const sent = await refused();
    await sent.store.stepDelivery(sent.sending, { state: "sent", message: "m" });
    expect(await sent.cursor()).toBe(5);
    const unknown = await refused();
    await unknown.store.stepDelivery(unknown.sending, { state: "unknown", detail: "" });
    expect(await unknown.cursor()).toBe(5);
    const given = await refused();
    await given.store.giveUpDelivery(given.sending, "unknown", "gone: no channel");
    expect(await given.cursor()).toBe(5);
    // On its way: what a pause finds there may arrive.
    const paused = await refused();
    await paused.store.pauseSubscription(TENANT, paused.subscription.id, null);
    expect(await paused.cursor()).toBe(5);
    for (const { store } of [sent, unknown, given, paused]) store.close();
  });

  test("stay told where a later digest went on from there, and come back as far as all of them were skipped", async () => {
    const { store, clock, subscription, sending, putBack, cursor } = await refused();
    await putBack();
    await store.settle((await store.subscription(TENANT, subscription.id))!, {
      send: { localDate: "2026-03-11", dueAt: clock.now, late: false, notBefore: clock.now },
      skipped: [],
      why: "",
    });
    const later = (await store.dueDeliveries(null, 9)).find(({ id }) => id !== sending.delivery.id)!;
    const claim = (await store.claimDelivery(later))!;
    await store.freezeDelivery(claim, { ...digest, cursor: 9 });
    const first = (await store.claimDelivery({ ...later, id: sending.delivery.id }))!;
    await store.stepDelivery(first, { state: "skipped", detail: "missed" });
    expect(await cursor()).toBe(9);
    store.close();
    const both = await refused();
    await both.putBack();
    await both.store.settle((await both.store.subscription(TENANT, both.subscription.id))!, {
      send: { localDate: "2026-03-11", dueAt: clock.now, late: false, notBefore: clock.now },
      skipped: [],
      why: "",
    });
    const next = (await both.store.dueDeliveries(null, 9)).find(({ id }) => id !== both.due.id)!;
    await both.store.freezeDelivery((await both.store.claimDelivery(next))!, { ...digest, cursor: 9 });
    await both.store.pauseSubscription(TENANT, both.subscription.id, null);
    expect(await both.cursor()).toBe(0);
    both.store.close();
  });

  test("of silence are told: nothing of them was wanted", async () => {
    const { store, due, subscription } = await oneDelivery();
    const claim = (await store.claimDelivery(due))!;
    await store.freezeDelivery(claim, { ...digest, reply: null, why: "noMatch 5" });
    expect((await store.subscription(TENANT, subscription.id))!.cursor).toBe(5);
    store.close();
  });
});
