import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Subscription } from "../../src/core/subscription.ts";
import { expectEnding } from "./expected.ts";
import { CALENDAR, CLOCKS, EDITS } from "./matrix.ts";
import { World } from "./world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: World;
let made: Subscription[] = [];
beforeAll(async () => {
  world = await World.open("2026-03-01T12:00Z", ["discord", "slack"]);
  await world.start();
});
afterEach(async () => {
  for (const { id, channel } of made) await world.store.removeSubscription(channel.tenant, id);
  made = [];
});
afterAll(() => world.close());

/** One on each platform. */
async function subscribe(given: { zone?: string; at?: string } = {}): Promise<Subscription[]> {
  made = await Promise.all(world.sides.map((side) => world.subscribe(side, given)));
  return made;
}

/** When digests came, on each platform. */
async function posts(): Promise<(readonly number[])[]> {
  return (await Promise.all(made.map((one) => world.outcome(one)))).map((outcome) => outcome.posts);
}

/** 09:00 in Seoul on the next day, and half an hour before it now. */
async function untilHalfPastEight(): Promise<number> {
  const due = Math.ceil(world.clock.now() / DAY) * DAY + DAY;
  await world.jumpTo(due - HOUR / 2);
  return due;
}

describe("a digest comes once for every local date", () => {
  test.each(CALENDAR)("through $day", async ({ zone, at, from, comes }) => {
    expect(world.clock.now()).toBeLessThan(Date.parse(from));
    await world.jumpTo(Date.parse(from));
    await subscribe({ zone, at });
    const times = comes.map((time) => Date.parse(time));
    for (const [index, time] of times.entries()) {
      await world.jumpTo(time - MINUTE);
      expect((await posts()).map(({ length }) => length)).toEqual([index, index]);
      await world.jumpTo(time);
      await world.workOff();
    }
    // An hour that comes twice has no second digest.
    for (let hour = 1; hour <= 3; hour += 1) await world.jumpTo(times.at(-1)! + hour * HOUR);
    expect(await posts()).toEqual([times, times]);
  });
});

describe("a digest comes once where the clock is set", () => {
  test.each(CLOCKS)("$set", async ({ by, after, post }) => {
    const due = await untilHalfPastEight();
    for (const subscription of await subscribe())
      if (post !== undefined) world.next("post", subscription, post);
    await world.untilTime(due + after);
    world.setCalendar(by);
    await world.untilTime(due + 3 * HOUR);
    world.setCalendar(0);
    await world.workOff();
    await world.untilTime(due + 8 * HOUR);
    for (const subscription of made) await expectEnding(world, subscription, { state: "sent", posts: 1 });
  });
});

describe("a date comes once where the schedule is edited", () => {
  test.each(EDITS)("to $edit", async ({ edit }) => {
    const due = await untilHalfPastEight();
    await subscribe();
    await world.untilTime(due + HOUR / 2);
    for (const { id, channel } of made) await world.store.editSubscription(channel.tenant, id, edit);
    for (let hour = 1; hour <= 84; hour += 1) await world.jumpTo(due + hour * HOUR);
    for (const subscription of made) {
      const { deliveries, posts: came } = await world.outcome(subscription);
      const dates = deliveries.map(({ localDate }) => localDate);
      expect(dates).toEqual([...new Set(dates)]);
      expect(deliveries.map(({ state }) => state)).toEqual(dates.map(() => "sent"));
      expect(came.length).toBe(dates.length);
      // By then the schedule has come round twice, whatever the zone.
      expect(came.length).toBeGreaterThanOrEqual(3);
    }
  });
});
