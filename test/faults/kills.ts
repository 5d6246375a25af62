import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "./bot.ts";
import { expectEnding } from "./expected.ts";
import { KILLS } from "./matrix.ts";
import { endingOn } from "./row-types.ts";
import { dueSoon, haltAt } from "./rows.ts";
import { World } from "./world.ts";

/** Milliseconds after which a process that was killed is started again. */
const RESTART = 2_000;

/** Kills processes at every place of the matrix. Platforms have files of their own, which run side by side. */
export function describeKills(platform: "discord" | "slack"): void {
  describe(`a process on ${platform} that is killed`, () => {
    let world: World;
    let [bot, spare]: Bot[] = [];
    beforeAll(async () => {
      // Ten minutes after midnight in Seoul: no row comes to another day.
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
      async ({ deaths, hidden, ends }) => {
        const made = await dueSoon(world, hidden);
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
      },
    );

    test("posts nothing that is not well-formed", () => {
      expect(world.sides[0]!.violations()).toEqual([]);
    });
  });
}
