import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bot } from "./bot.ts";
import { expectEnding } from "./expected.ts";
import type { Ending } from "./row-types.ts";
import { World } from "./world.ts";

const ONCE: Ending = { state: "sent", posts: 1 };
const DAY = 24 * 60 * 60_000;

describe.each(["discord", "slack"] as const)("a digest on %s comes once where the store", (platform) => {
  let world: World;
  let bot: Bot;
  let due = Date.parse("2026-03-10T00:00Z");
  beforeAll(async () => {
    world = await World.open("2026-03-09T23:58Z", [platform]);
    bot = await world.start();
  });
  afterAll(() => world.close());

  /** Locks the store as another process would, until the bot has met the lock. */
  function lock(): Promise<void> {
    const other = new DatabaseSync(world.path);
    other.exec("BEGIN IMMEDIATE");
    return bot.busy().then(() => other.close());
  }

  test("is locked when it is due", async () => {
    const made = await world.subscribe(world.sides[0]!);
    await world.jumpTo(due - 60_000);
    const locked = lock();
    world.advance(60_000);
    await locked;
    await world.workOff();
    await expectEnding(world, made, ONCE);
  });

  test("is locked when its outcome is to be written down", async () => {
    due += DAY;
    await world.jumpTo(due - 60_000);
    const made = await world.subscribe(world.sides[0]!);
    let locked: Promise<void> | undefined;
    world.next("post", made, { answer: "status", status: 503, taken: true }, () => void (locked = lock()));
    await world.untilTime(due);
    // What is owed is looked for every five seconds only.
    await world.until(() => locked !== undefined);
    await world.workOff();
    await locked;
    await expectEnding(world, made, ONCE);
  });

  test("has no room for more", async () => {
    due += DAY;
    await world.jumpTo(due - 60_000);
    const before = bot.log.all.length;
    // So many that their deliveries need further pages.
    const made = [];
    for (let n = 0; n < 60; n += 1) made.push(await world.subscribe(world.sides[0]!));
    await bot.fill(true);
    await world.untilTime(due + 120_000);
    const errors = bot.log.all.slice(before).filter(({ level }) => level === "error");
    expect(errors.map(({ facts }) => String(facts["error"]))).toContainEqual(
      expect.stringContaining("database or disk is full"),
    );
    await bot.fill(false);
    await world.untilTime(due + 300_000);
    await world.workOff();
    for (const one of made) await expectEnding(world, one, ONCE);
  });
});
