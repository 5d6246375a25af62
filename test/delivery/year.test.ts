import { join } from "node:path";
import { expect, test } from "vitest";
import type { Weekday } from "../../src/core/digest/weekday.ts";
import { ZONES, isOn } from "../core/digest/awkward-zones.ts";
import { localClock } from "../core/digest/local-clock.ts";
import { folderWith } from "../folder.ts";
import { FarSide } from "./far-side.ts";
import { ENTRY, startProcess, workThrough, type ProcessParts } from "./process.ts";
import { SimClock } from "./sim-clock.ts";
import { wanted } from "./subscribed.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Times between two looks, gone through again and again: less than the 6 h within which a digest is sent. */
const PAUSES = [5 * 60 + 2, 37, 4 * 60 + 48, 5 * 60 + 31, 3 * 60 + 13].map((minutes) => minutes * MINUTE);
/** A process dies at each of so many calls of the store and the platform, and the next one goes on. */
const DIES_AT = 97;
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const SOME_DAYS: readonly Weekday[] = [1, 3, 6, 7];

// In turn each of both platforms, and all or some of the days.
const YEARS = ZONES.flatMap(([zone, year, touched], index) => {
  const platform = index % 2 === 0 ? ("discord" as const) : ("slack" as const);
  return { zone, year, at: touched.at(-1)!, platform, days: index % 3 === 2 ? SOME_DAYS : EVERY_DAY };
});

test.each(YEARS)(
  "a year in $zone ($year) at $at on $platform has one message for each of its dates",
  { timeout: 120_000 },
  async ({ zone, year, at, platform, days }) => {
    const clock = new SimClock(Date.UTC(year, 0, 1) - 2 * DAY);
    const farSide = new FarSide(platform, clock);
    let calls = 0;
    const parts: ProcessParts = {
      path: join(folderWith(), "store.db"),
      clock,
      platforms: [farSide],
      mishap: () => {
        calls += 1;
        if (calls % DIES_AT !== 0) return null;
        return calls % (2 * DIES_AT) === 0 ? "dies before" : "dies after";
      },
    };
    let bot = await startProcess(parts);
    let deaths = 0;
    await bot.store.save("builtin", [ENTRY]);
    await bot.store.createSubscription(wanted(platform, { zone, at, days }));
    for (let look = 0; clock.time < Date.UTC(year + 1, 0, 1) + 2 * DAY; look += 1) {
      await workThrough(bot, clock);
      while (bot.isDead()) {
        deaths += 1;
        bot = await startProcess(parts);
        await workThrough(bot, clock);
      }
      await clock.pass(PAUSES[look % PAUSES.length]!);
    }
    bot.store.close();
    const posted = farSide.messages.map(({ reply: { blocks } }) => {
      const [heading] = blocks;
      return heading?.type === "heading" ? heading.spans[0]!.text.slice(0, 10) : "";
    });
    const wantedDates = localClock(zone)
      .datesOf(year)
      .filter((date) => isOn(date, days));
    expect(posted.filter((date) => date.startsWith(`${year}-`))).toEqual(wantedDates);
    expect(deaths).toBeGreaterThan(20);
  },
);
