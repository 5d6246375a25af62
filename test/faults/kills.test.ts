import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "./bot.ts";
import { expectEnding } from "./expected.ts";
import { KILLS } from "./matrix.ts";
import { endingOn } from "./row-types.ts";
import { dueSoon, haltAt } from "./rows.ts";
import { World } from "./world.ts";

/** Rows of a platform come one after the other. */
const IN_ORDER = { concurrent: false };
/** Milliseconds after which a process that was killed is started again. */
const RESTART = 2_000;

// Side by side: most of the time a process is being started.
describe.concurrent.each(["discord", "slack"] as const)("a process on %s that is killed", (platform) => {
  let world: World;
  let [bot, spare]: Bot[] = [];
  beforeAll(async () => {
    world = await World.open("2026-03-09T15:10Z", [platform]);
    bot = await world.start();
    spare = world.prepare();
  });
  afterAll(async () => {
    await spare?.kill();
    await world.close();
  });

  test.each(KILLS.filter(({ ends }) => endingOn(ends, platform) !== null))(
    "$killed",
    IN_ORDER,
    async ({ first, deaths, hidden, ends }) => {
      const made = await dueSoon(world, hidden);
      if (first !== undefined) world.next("post", made, first);
      for (const { at, down = RESTART, reboot = false } of deaths) {
        await haltAt(world, bot!, made, { place: at, signal: "SIGKILL" });
        if (reboot) world.reboot();
        world.advance(down);
        bot = await world.start(spare);
        spare = world.prepare();
      }
      await world.workOff();
      // What would come twice has the time to.
      await world.untilTime(world.clock.now() + 300_000);
      await expectEnding(world, made, endingOn(ends, platform)!);
      // It would come again a day later, in the midst of another row.
      await world.store.removeSubscription(made.channel.tenant, made.id);
    },
  );

  test("posts nothing that is not well-formed", IN_ORDER, () => {
    expect(world.sides[0]!.violations()).toEqual([]);
  });
});
