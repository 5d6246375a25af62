import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Subscription } from "../../src/core/subscription.ts";
import type { Bot } from "./bot.ts";
import { expectEnding } from "./expected.ts";
import { STOPS } from "./matrix.ts";
import type { Ending } from "./row-types.ts";
import { dueSoon, haltAt } from "./rows.ts";
import { World } from "./world.ts";

const ONCE: Ending = { state: "sent", posts: 1 };
/** Milliseconds for which a process stands still: longer than its lease. */
const STOPPED = 90_000;

// Windows has no such signal.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix.each(["discord", "slack"] as const)("a process on %s that stands still for 90 s", (platform) => {
  let world: World;
  let [first, second]: Bot[] = [];
  const all: Subscription[] = [];
  beforeAll(async () => {
    world = await World.open("2026-03-09T15:10Z", [platform]);
    [first, second] = await Promise.all([world.start(), world.start()]);
    second.frozen = true;
  });
  afterAll(() => world.close());

  test.each(STOPS)("$stopped is overtaken, and does nothing more", async ({ at }) => {
    const made = await dueSoon(world);
    all.push(made);
    await haltAt(world, first!, made, { place: at, signal: "SIGSTOP" });
    second!.frozen = false;
    world.advance(STOPPED);
    await world.workOff();
    await expectEnding(world, made, ONCE);
    first!.resume();
    await world.untilTime(world.clock.now() + 300_000);
    second!.frozen = true;
    await expectEnding(world, made, ONCE);
  });

  test("is one of two that work side by side", async () => {
    second!.frozen = false;
    const made = await Promise.all(Array.from({ length: 20 }, () => dueSoon(world)));
    all.push(...made);
    await world.until(async () => {
      const outcomes = await Promise.all(made.map((one) => world.outcome(one)));
      return outcomes.every(({ deliveries }) => deliveries[0]?.state === "sent");
    });
    const fences = (await Promise.all(made.map((one) => world.outcome(one)))).map(
      ({ deliveries }) => deliveries[0]!.fence,
    );
    // Each was claimed by one of them, once.
    expect(new Set(fences)).toEqual(new Set([1]));
  });

  test("has posted nothing twice when all is over", async () => {
    await world.untilTime(world.clock.now() + 300_000);
    for (const made of all) await expectEnding(world, made, ONCE);
    expect(first!.log.all.filter(({ level }) => level === "error")).toEqual([]);
  });
});
