import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DeliveryState } from "../../src/core/subscription.ts";
import { runDeliveries } from "../../src/delivery/loop.ts";
import { folderWith } from "../folder.ts";
import { FarSide, type Fate } from "./far-side.ts";
import { ENTRY, startProcess, workThrough, type Mishap } from "./process.ts";
import { SimClock } from "./sim-clock.ts";
import { wanted } from "./subscribed.ts";

const HOUR = 3_600_000;
/** 06:00 in Seoul on 2026-03-10. */
const START = Date.UTC(2026, 2, 9, 21);
/** Days that are lived through. */
const DAYS = 2;

const answered: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>({ accepted: 0, answer: "sent", after: 200 }) },
  {
    weight: 2,
    arbitrary: fc.record({
      accepted: fc.constant(null),
      answer: fc.constant("again" as const),
      pause: fc.constantFrom(1_000, HOUR),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      accepted: fc.constantFrom(null, 0, 5_000, 69_000),
      answer: fc.constantFrom(null, "throws" as const, "unclear" as const),
      after: fc.constantFrom(100, 8_000),
    }),
  },
);
const mishap = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Mishap>(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Mishap>(
      "dies before",
      "dies after",
      "fails before",
      "fails after",
      "stopped before",
      "stopped after",
    ),
  },
);
const scenario = fc.record({
  readable: fc.boolean(),
  fates: fc.array(answered, { maxLength: 12 }),
  mishaps: fc.array(mishap, { minLength: 20, maxLength: 120 }),
  /** When the calendar's clock is set, milliseconds from the start, and how wrong it is then. */
  settings: fc.array(
    fc.tuple(fc.integer({ min: 0, max: DAYS * 24 * HOUR }), fc.constantFrom(-HOUR, 0, HOUR)),
    {
      maxLength: 3,
    },
  ),
});

const noMishaps = (count: number): Mishap[] => Array.from({ length: count }, () => null);

/** What was found once: a request made again that was read when its nonce was forgotten. */
const FOUND = {
  readable: false,
  fates: [
    { accepted: 5_000, answer: null, after: 100 },
    { accepted: null, answer: "again", pause: 1_000 },
    { accepted: 69_000, answer: null, after: 8_000 },
    { accepted: 0, answer: "sent", after: 200 },
    { accepted: 0, answer: "unclear", after: 100 },
    { accepted: 0, answer: "sent", after: 200 },
  ] satisfies Fate[],
  mishaps: [
    ...noMishaps(11),
    "dies before",
    ...noMishaps(10),
    "stopped after",
    ...noMishaps(3),
    "stopped after",
    ...noMishaps(11),
    "fails after",
    ...noMishaps(4),
  ] satisfies Mishap[],
  settings: [] as [number, number][],
};

test.each(["discord", "slack"] as const)(
  "on %s, two processes under random mishaps, faults and clocks post every date once, or tell that they do not know",
  async (platform) => {
    const seen = new Set<DeliveryState>();
    await fc.assert(
      fc.asyncProperty(scenario, async ({ readable, fates, mishaps, settings }) => {
        const clock = new SimClock(START);
        const farSide = new FarSide(platform, clock);
        Object.assign(farSide, { readable, fates: [...fates] });
        const path = join(folderWith(), "store.db");
        // What happens to the calls of both, in the order in which they are made, from each due minute on.
        let left = [...mishaps];
        const next = (_: number, name: string): Mishap =>
          name === "activeSubscriptions" || name === "dueDeliveries" ? null : (left.pop() ?? null);
        const parts = { path, clock, platforms: [farSide], mishap: next };

        const setUp = await startProcess({ ...parts, mishap: () => null });
        await setUp.store.save("builtin", [ENTRY]);
        const subscriptions = [
          await setUp.store.createSubscription(wanted(platform)),
          await setUp.store.createSubscription(wanted(platform, { channel: "c2", at: "09:00" })),
          await setUp.store.createSubscription(wanted(platform, { channel: "c2", at: "13:30" })),
        ];
        for (const [after, error] of settings) clock.after(after, () => void (clock.error = error));

        const stop = new AbortController();
        // A process lives until it dies, and another one takes its place a minute later.
        const live = async (): Promise<void> => {
          while (!stop.signal.aborted) {
            const process = await startProcess(parts);
            // Looking 4 times a second for two days would take a long time to test.
            const wait = (ms: number, signal?: AbortSignal) => clock.wait(ms === 250 ? 55_000 : ms, signal);
            await Promise.race([runDeliveries({ ...process.parts, wait }, stop.signal), process.died]);
            if (!process.isDead()) process.store.close();
            else await clock.wait(60_000);
          }
        };
        clock.after(DAYS * 24 * HOUR, () => stop.abort());
        clock.after(24 * HOUR, () => (left = [...mishaps].reverse()));
        await clock.drive(Promise.all([live(), live()]));
        clock.error = 0;
        await workThrough({ ...setUp, run: setUp.run }, clock);
        await clock.pass(300_000);

        const posted = new Map<string, number>();
        for (const { key } of farSide.messages) posted.set(key, (posted.get(key) ?? 0) + 1);
        const unknown = new Set((await setUp.store.unknownDeliveries(100)).map(({ id }) => id));
        for (const { id, channel } of subscriptions) {
          const deliveries = await setUp.store.deliveriesOf(channel.tenant, id, 10);
          const dates = deliveries.map(({ localDate }) => localDate).filter((date) => date < "2026-03-12");
          expect(dates).toEqual(["2026-03-11", "2026-03-10"]);
          for (const delivery of deliveries) {
            const { key, state, detail } = delivery;
            seen.add(state);
            const count = posted.get(key) ?? 0;
            const isTold =
              state === "sent" ? count === 1 : !readable && unknown.has(delivery.id) && count < 2;
            // Anything else shows what it is.
            expect([isTold, `${state} ${count} ${detail}`]).toEqual([
              true,
              expect.stringMatching(/^(?:sent|unknown) /u),
            ]);
          }
        }
        setUp.store.close();
      }),
      { numRuns: 12, interruptAfterTimeLimit: 30_000, examples: [[FOUND]] },
    );
    // The faults were such that it mattered.
    expect([...seen].toSorted()).toEqual(["sent", "unknown"]);
  },
  120_000,
);
