import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyExcerpt } from "../../src/core/excerpt.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { runDeliveries } from "../../src/delivery/loop.ts";
import type { NewSubscription } from "../../src/core/subscription-store.ts";
import { folderWith } from "../folder.ts";
import { FarSide, type Fate } from "./far-side.ts";
import { ENTRY, startProcess, workThrough, type BotProcess, type ProcessParts } from "./process.ts";
import { SimClock } from "./sim-clock.ts";
import { wanted } from "./subscribed.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NO_STOP = new AbortController().signal;

interface World {
  readonly clock: SimClock;
  readonly farSide: FarSide;
  readonly bot: BotProcess;
  readonly subscription: Subscription;
  readonly parts: ProcessParts;
}

/** A process dies with the answer of a platform in its hand. */
const diesWhenAnswered: ProcessParts["mishap"] = (_, name) =>
  name === "stepDelivery" ? "dies before" : null;

/** A bot with one subscription, made at a moment. */
async function worldAt(
  moment: string,
  given: Partial<Omit<NewSubscription, "channel">> = {},
  more: Partial<ProcessParts> = {},
  platform: "discord" | "slack" = "discord",
): Promise<World> {
  const clock = new SimClock(Date.parse(moment));
  const farSide = new FarSide(platform, clock);
  const parts = { path: join(folderWith(), "store.db"), clock, platforms: [farSide], ...more };
  const bot = await startProcess(parts);
  await bot.store.save("builtin", [ENTRY]);
  const subscription = await bot.store.createSubscription(wanted(platform, given));
  return { clock, farSide, bot, subscription, parts };
}

/** Works from the current moment to another, with a look every 10 minutes. */
async function liveUntil({ clock, bot }: World, moment: string): Promise<void> {
  const until = Date.parse(moment);
  while (clock.time < until) {
    await clock.drive(bot.run(NO_STOP));
    await clock.pass(Math.min(10 * MINUTE, until - clock.time));
  }
  await clock.drive(bot.run(NO_STOP));
}

/** Headings of the messages, with their times. */
function posts({ farSide }: World): string[] {
  return farSide.messages.map(({ at, reply }) => {
    const [heading] = reply.blocks;
    const words = heading?.type === "heading" ? heading.spans.map((span) => span.text).join("") : "";
    return `${new Date(at).toISOString().slice(0, 16)}Z ${words}`;
  });
}

/** Deliveries, the oldest first. */
async function states({ bot, subscription: { id, channel } }: World): Promise<string[]> {
  const all = await bot.store.deliveriesOf(channel.tenant, id, 20);
  return all
    .map(({ localDate, state, detail }) => `${localDate} ${state}${detail === null ? "" : `: ${detail}`}`)
    .reverse();
}

describe("times", () => {
  test("come once each day, with the excerpt that was frozen", async () => {
    const world = await worldAt("2026-03-09T23:50Z");
    await liveUntil(world, "2026-03-12T01:00Z");
    expect(posts(world)).toEqual([
      "2026-03-10T00:00Z 2026-03-10",
      "2026-03-11T00:00Z 2026-03-11",
      "2026-03-12T00:00Z 2026-03-12",
    ]);
    const quotes = world.farSide.messages.flatMap(({ reply }) =>
      reply.blocks.flatMap((block) => (block.type === "quote" ? [block.excerpt] : [])),
    );
    for (const excerpt of quotes) verifyExcerpt(excerpt);
    expect(quotes.map(({ text }) => text)).toEqual(Array.from({ length: 3 }, () => "ministers met"));
  });

  test.each([
    [
      "Europe/London",
      "01:30",
      "2026-03-28T12:00Z",
      "2026-03-30T12:00Z",
      ["2026-03-29T01:30Z", "2026-03-30T00:30Z"],
    ],
    [
      "Europe/London",
      "01:30",
      "2026-10-24T12:00Z",
      "2026-10-26T12:00Z",
      ["2026-10-25T00:30Z", "2026-10-26T01:30Z"],
    ],
    [
      "America/New_York",
      "02:30",
      "2026-03-07T12:00Z",
      "2026-03-09T12:00Z",
      ["2026-03-08T07:30Z", "2026-03-09T06:30Z"],
    ],
    [
      "Australia/Lord_Howe",
      "02:10",
      "2026-10-03T12:00Z",
      "2026-10-05T12:00Z",
      ["2026-10-03T15:40Z", "2026-10-04T15:10Z"],
    ],
    [
      "Asia/Seoul",
      "09:00",
      "2028-02-28T12:00Z",
      "2028-03-01T12:00Z",
      ["2028-02-29T00:00Z", "2028-03-01T00:00Z"],
    ],
  ])("in %s at %s come once through the change of %s", async (zone, at, from, until, expected) => {
    const world = await worldAt(from, { zone, at });
    await liveUntil(world, until);
    expect(posts(world).map((post) => post.slice(0, 17))).toEqual(expected);
  });

  test.each([HOUR, -HOUR])("are told once where the clock is set by %s ms around them", async (by) => {
    for (const when of [-5 * MINUTE, 5 * MINUTE]) {
      const world = await worldAt("2026-03-09T23:00Z");
      world.clock.after(HOUR + when, () => void (world.clock.error = by));
      world.clock.after(3 * HOUR, () => void (world.clock.error = 0));
      await liveUntil(world, "2026-03-10T12:00Z");
      expect(await states(world)).toEqual(["2026-03-10 sent"]);
      expect(world.farSide.messages).toHaveLength(1);
    }
  });

  test("that an edit moves to another zone or hour do not bring a date twice", async () => {
    for (const edit of [
      { zone: "America/New_York" },
      { at: "18:00" },
      { zone: "Pacific/Honolulu", at: "23:00" },
    ]) {
      const world = await worldAt("2026-03-09T23:55Z");
      await liveUntil(world, "2026-03-10T00:30Z");
      const { id, channel } = world.subscription;
      await world.bot.store.editSubscription(channel.tenant, id, edit);
      await liveUntil(world, "2026-03-12T12:00Z");
      const dates = posts(world).map((post) => post.slice(18, 28));
      expect(dates).toEqual([...new Set(dates)]);
      expect(dates.slice(0, 2)).toEqual(["2026-03-10", "2026-03-11"]);
    }
  });

  test("5 h ago are sent late, 7 h ago are skipped and told", async () => {
    const late = await worldAt("2026-03-09T23:00Z");
    late.clock.time += 6 * HOUR;
    await late.clock.drive(late.bot.run(NO_STOP));
    expect(posts(late)).toEqual(["2026-03-10T05:00Z 2026-03-10 late"]);
    const skipped = await worldAt("2026-03-09T23:00Z");
    skipped.clock.time += 8 * HOUR;
    await skipped.clock.drive(skipped.bot.run(NO_STOP));
    expect([posts(skipped), await states(skipped)]).toEqual([[], ["2026-03-10 skipped: missed"]]);
  });

  test("7 h ago of a digest that was being sent are verified, and not sent any more where it is not there", async () => {
    for (const accepted of [0, null]) {
      const world = await worldAt("2026-03-09T23:59Z", {}, { mishap: diesWhenAnswered });
      world.farSide.fates = [{ accepted, answer: "unclear" }];
      world.clock.time += MINUTE;
      await workThrough(world.bot, world.clock);
      world.clock.time += 7 * HOUR;
      const bot = await startProcess({ ...world.parts, mishap: () => null });
      await workThrough(bot, world.clock);
      expect(await states({ ...world, bot })).toEqual([
        accepted === 0 ? "2026-03-10 sent" : "2026-03-10 skipped: missed",
      ]);
      expect(world.farSide.messages).toHaveLength(accepted === 0 ? 1 : 0);
    }
  });
});

describe("a calendar that was far ahead for a while", () => {
  test.each([10, 400, 20_000])("by %i days silences nothing, and brings nothing twice", async (days) => {
    const world = await worldAt("2026-03-09T23:50Z");
    const { clock, bot } = world;
    await liveUntil(world, "2026-03-10T01:00Z");
    clock.error = days * 24 * HOUR;
    // Not much more than one look.
    await clock.drive(bot.run(NO_STOP));
    await clock.pass(10 * MINUTE);
    await clock.drive(bot.run(NO_STOP));
    const wrong = posts(world).length;
    clock.error = 0;
    await liveUntil(world, "2026-03-13T01:00Z");
    expect([posts(world)[0], ...posts(world).slice(wrong)]).toEqual([
      "2026-03-10T00:00Z 2026-03-10",
      "2026-03-11T00:00Z 2026-03-11",
      "2026-03-12T00:00Z 2026-03-12",
      "2026-03-13T00:00Z 2026-03-13",
    ]);
  });

  test("or behind brings nothing twice", async () => {
    const world = await worldAt("2026-03-09T23:50Z");
    await liveUntil(world, "2026-03-16T01:00Z");
    world.clock.error = -5 * 24 * HOUR;
    await liveUntil(world, "2026-03-16T04:00Z");
    world.clock.error = 0;
    await liveUntil(world, "2026-03-18T01:00Z");
    const dates = posts(world).map((line) => line.split(" ")[1]);
    expect(dates).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18].map((day) => `2026-03-${day}`));
  });
});

describe("a platform", () => {
  const AGAIN = (pause: number): Fate => ({ accepted: null, answer: "again", pause });

  test.each([1_000, HOUR])("that asks to wait %s ms is asked again then, and not before", async (pause) => {
    const world = await worldAt("2026-03-09T23:59Z");
    world.farSide.fates = [AGAIN(pause)];
    world.clock.time += MINUTE;
    await workThrough(world.bot, world.clock);
    const [first, second] = world.farSide.arrived;
    expect([world.farSide.arrived.length, second! - first!]).toEqual([2, pause]);
    expect(await states(world)).toEqual(["2026-03-10 sent"]);
  });

  test("that asks to wait for ever gets nothing after six hours", async () => {
    const world = await worldAt("2026-03-09T23:59Z");
    world.farSide.fates = Array.from({ length: 10 }, () => AGAIN(Number.POSITIVE_INFINITY));
    world.farSide.fates.push(AGAIN(7 * HOUR));
    world.clock.time += MINUTE;
    await workThrough(world.bot, world.clock);
    expect([await states(world), posts(world)]).toEqual([["2026-03-10 skipped: missed"], []]);
  });

  test("that refuses for good pauses the subscription, which is told once; resumed it goes on", async () => {
    const world = await worldAt("2026-03-09T23:59Z");
    world.farSide.fates = [{ accepted: null, answer: "permanent" }];
    await liveUntil(world, "2026-03-11T12:00Z");
    const { id, channel } = world.subscription;
    expect(await states(world)).toEqual(["2026-03-10 failed: gone: no such channel"]);
    expect(world.bot.told).toEqual([`${id} gone: no such channel`]);
    expect(await world.bot.store.resumeSubscription(channel.tenant, id)).toBe(true);
    await liveUntil(world, "2026-03-12T01:00Z");
    expect(await states(world)).toEqual(["2026-03-10 failed: gone: no such channel", "2026-03-12 sent"]);
  });

  test.each([
    ["whose history does not answer for 50 minutes", 50, "2026-03-10 sent"],
    ["whose history never answers", 400, "2026-03-10 unknown: the channel's history could not be read"],
  ])("%s is asked again, as long as a digest would be sent", async (_, looks, state) => {
    for (const platform of ["discord", "slack"] as const) {
      const world = await worldAt("2026-03-09T23:59Z", {}, {}, platform);
      // No request comes through, nor can it be looked at, until the nonce is forgotten.
      const unclear: Fate = { accepted: null, answer: "unclear" };
      world.farSide.fates = Array.from({ length: platform === "discord" ? 80 : 1 }, () => unclear);
      world.farSide.looks = Array.from({ length: looks }, () => ({ found: "later", after: MINUTE }));
      world.clock.time += MINUTE;
      await workThrough(world.bot, world.clock);
      const sent = state.endsWith("sent");
      expect([platform, await states(world), world.farSide.messages.length]).toEqual([
        platform,
        [state],
        sent ? 1 : 0,
      ]);
      expect(world.clock.time).toBeLessThan(Date.parse("2026-03-10T06:30Z"));
    }
  });

  test("whose history does not answer is asked ten times at least, however late it is", async () => {
    for (const [looks, state] of [
      [9, "2026-03-10 skipped: missed"],
      [10, "2026-03-10 unknown: the channel's history could not be read"],
    ] as const) {
      const world = await worldAt("2026-03-09T23:59Z", {}, { mishap: diesWhenAnswered }, "slack");
      world.farSide.fates = [{ accepted: null, answer: "unclear" }];
      world.farSide.looks = Array.from({ length: looks }, () => ({ found: "later", after: MINUTE }));
      world.clock.time += MINUTE;
      await workThrough(world.bot, world.clock);
      world.clock.time += 7 * HOUR;
      const bot = await startProcess({ ...world.parts, mishap: () => null });
      await workThrough(bot, world.clock);
      expect(await states({ ...world, bot })).toEqual([state]);
    }
  });

  test("that is not served keeps its digests waiting, up to six hours", async () => {
    const world = await worldAt("2026-03-09T23:59Z");
    const without = await startProcess({ ...world.parts, platforms: [] });
    world.clock.time += 2 * HOUR;
    expect(await world.clock.drive(without.run(NO_STOP))).toEqual({ next: null });
    await world.clock.drive(world.bot.run(NO_STOP));
    expect(posts(world)).toEqual(["2026-03-10T01:59Z 2026-03-10 late"]);
  });
});

describe("a digest", () => {
  test("of silence is skipped with the reason, and what it looked at is not new any more", async () => {
    const world = await worldAt(
      "2026-03-09T23:59Z",
      { quiet: true },
      {
        compose: () => Promise.resolve({ reply: null, cursor: 7, why: "no new documents", quoteOfDay: null }),
      },
    );
    await liveUntil(world, "2026-03-10T01:00Z");
    expect([await states(world), posts(world)]).toEqual([["2026-03-10 skipped: no new documents"], []]);
    const { id, channel } = world.subscription;
    expect((await world.bot.store.subscription(channel.tenant, id))!.cursor).toBe(7);
  });

  test("that cannot be composed is tried again, and stops no other", async () => {
    let tries = 0;
    const world = await worldAt(
      "2026-03-09T23:59Z",
      {},
      {
        compose: ({ channel: { channel } }, localDate) => {
          if (channel === "c1" && (tries += 1) < 3) throw new Error("a defect");
          return Promise.resolve({
            reply: {
              type: "reply",
              blocks: [{ type: "heading", spans: [{ type: "text", text: `${channel} ${localDate}` }] }],
              actions: [],
            },
            cursor: 1,
            why: "",
            quoteOfDay: null,
          });
        },
      },
    );
    await world.bot.store.createSubscription(wanted("discord", { channel: "c2" }));
    world.clock.time += MINUTE;
    await workThrough(world.bot, world.clock);
    expect(posts(world).map((post) => post.slice(18))).toEqual(["c2 2026-03-10", "c1 2026-03-10"]);
  });

  test("that is being composed when its subscription is paused or removed is not sent", async () => {
    for (const change of ["pause", "remove"] as const) {
      let act: () => Promise<unknown> = () => Promise.resolve();
      const world = await worldAt(
        "2026-03-09T23:59Z",
        {},
        {
          compose: async () => {
            await act();
            return {
              reply: { type: "reply", blocks: [], actions: [] },
              cursor: 1,
              why: "",
              quoteOfDay: null,
            };
          },
        },
      );
      const { id, channel } = world.subscription;
      const { store } = world.bot;
      act = () =>
        change === "pause"
          ? store.pauseSubscription(channel.tenant, id, null)
          : store.removeSubscription(channel.tenant, id);
      await liveUntil(world, "2026-03-10T01:00Z");
      expect([await states(world), posts(world)]).toEqual([
        change === "pause" ? ["2026-03-10 skipped: paused"] : [],
        [],
      ]);
    }
  });

  test("waits for a store that another process has locked", async () => {
    const world = await worldAt("2026-03-09T23:59Z");
    world.clock.time += MINUTE;
    const other = new DatabaseSync(world.parts.path);
    other.exec("BEGIN IMMEDIATE");
    const pass = world.bot.run(NO_STOP);
    // The lock ends when the first try has met it.
    setImmediate(() => setImmediate(() => other.exec("ROLLBACK")));
    await pass;
    other.close();
    expect(await states(world)).toEqual(["2026-03-10 sent"]);
  });
});

describe("a stop", () => {
  test("claims nothing more and lets what is being sent end", async () => {
    const world = await worldAt("2026-03-09T23:59Z");
    world.farSide.fates = [{ accepted: 0, answer: "sent", after: 8_000 }];
    world.clock.time += MINUTE;
    const stop = new AbortController();
    world.clock.after(2_000, () => stop.abort());
    const from = world.clock.time;
    await world.clock.drive(runDeliveries(world.bot.parts, stop.signal));
    expect(world.clock.time - from).toBe(8_000);
    expect(await states(world)).toEqual(["2026-03-10 sent"]);
  });

  test("ends after 15 s whatever does not", async () => {
    const world = await worldAt("2026-03-09T23:59Z", {}, { compose: () => new Promise(() => undefined) });
    world.clock.time += MINUTE;
    const stop = new AbortController();
    world.clock.after(2_000, () => stop.abort());
    const from = world.clock.time;
    await world.clock.drive(runDeliveries(world.bot.parts, stop.signal));
    expect(world.clock.time - from).toBe(17_000);
    expect(await states(world)).toEqual(["2026-03-10 pending"]);
  });
});
