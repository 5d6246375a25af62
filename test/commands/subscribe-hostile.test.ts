import fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { REPLY_MAX, costOfAll } from "../../src/core/budget.ts";
import { nextDue } from "../../src/core/digest/schedule.ts";
import type { RawValues, Reply } from "../../src/core/reply.ts";
import { QUERY_MAX } from "../../src/core/subscriptions/limits.ts";
import { MANAGER, NOON, worldAt } from "../core/subscriptions-world.ts";

const NAMES = commands.map(({ name }) => name).filter((name) => name.startsWith("subscri"));
const KEYS = ["at", "timezone", "days", "query", "quiet", "language", "all", "page", "confirm"];

const raw = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 700 }),
  fc.constantFrom(
    "09:00",
    "24:00",
    "Seoul",
    "대한민국",
    "UTC+5:45",
    "Asia/Kathmandu",
    "월~금",
    "fri-mon",
    "ko",
    "yes",
  ),
  fc.constantFrom('"end of war', "country:KR", "to:2018 x", "the", "\u0000", "\uD800", "a".repeat(5_000)),
  fc.integer(),
  fc.boolean(),
);
const values = fc.dictionary(fc.constantFrom(...KEYS), raw, { noNullPrototype: true });

function small(answer: Reply): void {
  expect(costOfAll(answer.blocks)).toBeLessThanOrEqual(REPLY_MAX);
  const rows = Math.ceil(answer.actions.length / 5);
  const quotes = answer.blocks.filter(({ type }) => type === "quote").length;
  expect(1 + quotes + rows + answer.actions.length).toBeLessThanOrEqual(30);
}

test("whatever is given, nothing breaks, and what is kept can be delivered", async () => {
  const step = fc.record({
    command: fc.constantFrom(...NAMES),
    values,
    at: fc.nat(),
    locale: fc.constantFrom("en", "ko"),
    name: fc.string({ unit: "binary", maxLength: 200 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const world = await worldAt();
      await world.ask("/korea subscribe summit");
      for (const { command, values, at, locale, name } of steps) {
        const known = await world.list();
        const id = known[at % Math.max(known.length, 1)]?.id ?? "none";
        const given: RawValues = { ...values, id };
        const answer = await world.run({ command, values: given }, { ...MANAGER, locale, name });
        if (answer.type === "reply") small(answer);
        world.clock.now += 1 + (at % 90_000_000);
      }
      expect(world.reported).toEqual([]);
      for (const one of await world.list()) {
        expect(one.at).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
        expect(nextDue({ ...one, days: new Set(one.days) }, NOON).at).toBeGreaterThan(NOON);
        expect(one.days).toEqual([...new Set(one.days)].toSorted((a, b) => a - b));
        expect(["en", "ko"]).toContain(one.language);
        const query = one.query ?? "everything";
        expect(query.length).toBeLessThanOrEqual(QUERY_MAX);
        expect(query.trim()).toBe(query);
        expect(query).not.toBe("");
      }
      world.store.close();
    }),
    { numRuns: 150 },
  );
});

test("a list of the longest there can be fits one answer", async () => {
  const world = await worldAt();
  const hostile = { ...MANAGER, name: "*_~`".repeat(60) };
  for (let hour = 10; hour < 14; hour += 1) {
    const values = {
      query: `${"*_~`|<@1>".repeat(60)} ${hour}`.slice(0, 495),
      at: `${hour}:59`,
      timezone: "America/Argentina/ComodRivadavia",
      days: "Mon,Tue,Wed,Thu,Sat,Sun",
    };
    await world.run({ command: "subscribe", values }, hostile);
    world.clock.now += 1;
  }
  const all = await world.list();
  expect(all).toHaveLength(4);
  for (const one of all) {
    // The longest of what can be told of deliveries, and of a pause.
    for (const [localDate, state, detail] of [
      ["2026-11-27", "unknown", "the channel's history could not be read"],
      ["2026-11-28", "skipped", "missed, and 999999999 before"],
    ] as const) {
      const known = (await world.store.subscription(MANAGER.tenant, one.id))!;
      const send = { localDate, dueAt: NOON, late: false, notBefore: NOON };
      await world.store.settle(known, { send, skipped: [], why: "" });
      const [due] = await world.store.dueDeliveries(null, 9);
      await world.store.stepDelivery((await world.store.claimDelivery(due!))!, { state, detail });
    }
    await world.store.pauseSubscription(MANAGER.tenant, one.id, "forbidden: x");
  }
  // One more was paused by a removal of the bot, which every page tells.
  await world.run({ command: "subscribe", values: { at: "9" } }, hostile);
  await world.store.tenantLeft(MANAGER.tenant);
  for (const locale of ["en", "ko"]) {
    const list = await world.ask("/korea subscriptions all:yes page:1", { ...hostile, locale });
    small(list);
    expect(list.actions).toHaveLength(18);
  }
});
