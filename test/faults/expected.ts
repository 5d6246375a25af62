import { expect } from "vitest";
import type { Subscription } from "../../src/core/subscription.ts";
import type { Ending } from "./row-types.ts";
import type { World } from "./world.ts";

/** Checks that a subscription's one delivery has ended so, and that whoever must know of it does. */
export async function expectEnding(world: World, made: Subscription, ending: Ending): Promise<void> {
  const { subscription, deliveries, posts } = await world.outcome(made);
  const { state, posts: count, detail = null, after, paused = false, late } = ending;
  expect({ deliveries: deliveries.map((one) => [one.state, one.detail]), posts: posts.length }).toEqual({
    deliveries: [[state, detail]],
    posts: count,
  });
  const { id, dueAt } = deliveries[0]!;
  if (late !== undefined) expect(deliveries[0]!.late).toBe(late);
  if (after !== undefined) expect(posts[0]! - dueAt).toBeGreaterThanOrEqual(after);
  expect([subscription.state, subscription.pausedBecause]).toEqual(
    paused ? ["paused", detail] : ["active", null],
  );
  const log = world.bots.flatMap(({ log: { all } }) => all);
  const told = (message: string) =>
    log.filter(({ message: said, facts }) => said === message && facts["delivery"] === id).length;
  expect(told("a subscription was paused")).toBe(paused ? 1 : 0);
  const unknown = (await world.store.unknownDeliveries(100)).filter((one) => one.id === id);
  expect(unknown.length).toBe(state === "unknown" ? 1 : 0);
}
