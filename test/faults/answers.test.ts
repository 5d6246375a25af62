import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Subscription } from "../../src/core/subscription.ts";
import { expectEnding } from "./expected.ts";
import { ANSWERS } from "./matrix.ts";
import { endingOn } from "./row-types.ts";
import { World } from "./world.ts";

describe.each(["discord", "slack"] as const)("a digest on %s that meets", (platform) => {
  let world: World;
  const made = new Map<string, Subscription>();
  const met = new Map<string, number>();
  // All of them at once, each in a channel of its own: one process.
  beforeAll(async () => {
    world = await World.open("2026-03-09T23:59Z", [platform]);
    const [side] = world.sides;
    for (const { fault, posts = [], looks = [], channel } of ANSWERS) {
      const subscription = await world.subscribe(side!);
      made.set(fault, subscription);
      const count = () => void met.set(fault, (met.get(fault) ?? 0) + 1);
      for (const answer of posts) world.next("post", subscription, answer, count);
      for (const answer of looks) world.next("history", subscription, answer);
      const id = subscription.channel.channel;
      if (channel === "removed") side!.remove(id);
      if (channel === "forbidden") side!.forbid(id);
      if (channel === "hidden") side!.hide(id);
    }
    await world.start();
    await world.untilTime(Date.parse("2026-03-10T00:00Z"));
    await world.workOff();
    // What would come twice has the time to.
    await world.untilTime(world.clock.now() + 300_000);
  });
  afterAll(() => world.close());

  test.each(ANSWERS)("$fault ends as it should", async ({ fault, posts = [], ends }) => {
    expect(met.get(fault) ?? 0).toBe(posts.length);
    const ending = endingOn(ends, platform);
    if (ending !== null) await expectEnding(world, made.get(fault)!, ending);
  });

  test("a refusal is told to whoever made it, once, but for that of the token", () => {
    const refused = ANSWERS.filter(({ channel }) => channel === "removed" || channel === "forbidden");
    expect(world.sides[0]!.notices()).toBe(refused.length);
  });

  test("anything is well-formed", () => {
    expect(world.sides[0]!.violations()).toEqual([]);
  });
});

test.each(["before it is sent", "in the middle of a request"])(
  "a digest on discord comes once where Discord goes away %s, for 20 minutes",
  async (when) => {
    const world = await World.open("2026-03-09T23:59Z", ["discord"]);
    onTestFinished(() => world.close());
    const [side] = world.sides;
    const made = await world.subscribe(side!);
    await world.start();
    if (when === "before it is sent") await side!.listen!(false);
    else world.next("post", made, { answer: "reset" }, () => void side!.listen!(false));
    await world.untilTime(Date.parse("2026-03-10T00:20Z"));
    const { deliveries } = await world.outcome(made);
    expect(deliveries.map(({ state }) => state)).toEqual([
      when === "before it is sent" ? "pending" : "verify",
    ]);
    await side!.listen!(true);
    await world.workOff();
    await expectEnding(world, made, { state: "sent", posts: 1, after: 20 * 60_000 });
  },
);
