import { describe, expect, test } from "vitest";
import { runBatch } from "../../bench/deliveries/batch.ts";
import { chanceFrom, fateOf } from "../../bench/deliveries/fates.ts";
import { measureLateness } from "../../bench/deliveries/lateness.ts";

/** What `npm run bench:deliveries` measures, with fewer deliveries and more that goes wrong. */
describe.each(["discord", "slack"] as const)("deliveries on %s through crashes and faults", (platform) => {
  test.each([true, false])("come once, or are told as unknown (history readable: %s)", async (readable) => {
    const tally = await runBatch({ platform, readable, deliveries: 12, seed: 5, crashes: 0.05, faults: 0.4 });
    expect(tally).toMatchObject({ duplicates: 0, lost: 0, wrong: [] });
    expect(tally.sent + tally.unknown).toBe(12);
    expect(tally.unknown).toBe(readable ? 0 : tally.unknownSurfaced);
    // So much went wrong that it mattered.
    expect(tally.crashes).toBeGreaterThan(3);
    expect(Object.keys(tally.faults).length).toBeGreaterThan(2);
  });

  test("come in time and within the limits where many are due at once", async () => {
    const { sent, twice, p99, limited } = await measureLateness(platform, 300, 5);
    expect([sent, twice, limited]).toEqual([300, 0, 0]);
    expect(p99).toBeLessThanOrEqual(platform === "discord" ? 15 : 65);
  });
});

test("what goes wrong hangs on the seed alone, with the probability that is asked for", () => {
  const draw = (seed: number) =>
    Array.from({ length: 2_000 }, (_, n) => fateOf(chanceFrom(seed), 0.08, "post", n, 1).sort);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const wrong = draw(3).filter((sort) => sort !== null);
  expect(wrong.length / 2_000).toBeCloseTo(0.08, 1);
  expect(new Set(wrong).size).toBe(9);
});
