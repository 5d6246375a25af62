import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyExcerpt } from "../../src/core/excerpt.ts";
import { folderWith } from "../folder.ts";
import { FarSide, FINE, type Fate } from "./far-side.ts";
import { ENTRY, startProcess, workThrough, type Mishap } from "./process.ts";
import { SimClock } from "./sim-clock.ts";
import { wanted } from "./subscribed.ts";

/** 08:59 in Seoul on 2026-03-10. */
const BEFORE = Date.UTC(2026, 2, 9, 23, 59);

/** What a platform does with the first request. */
const FATES: Record<string, Fate> = {
  "accepted and answered": FINE,
  "accepted, never answered": { accepted: 0, answer: null },
  "accepted nearly 60 s after the deadline, never answered": { accepted: 69_999, answer: null },
  "accepted, connection reset": { accepted: 0, answer: "throws" },
  "accepted, answered with 503": { accepted: 0, answer: "unclear" },
  "not accepted, never answered": { accepted: null, answer: null },
  "not accepted, answered with 503": { accepted: null, answer: "unclear" },
  "429 with 1 s": { accepted: null, answer: "again", pause: 1_000 },
  "429 with an hour": { accepted: null, answer: "again", pause: 3_600_000 },
  "a channel that is gone": { accepted: null, answer: "permanent" },
};
const MISHAPS: readonly NonNullable<Mishap>[] = [
  "dies before",
  "dies after",
  "fails before",
  "fails after",
  "stopped before",
  "stopped after",
];

interface Case {
  readonly platform: "discord" | "slack";
  readonly fate: Fate;
  readonly readable: boolean;
  readonly mishap: NonNullable<Mishap>;
  readonly at: number;
}

/** Delivers one digest with a mishap at one call, and looks at what is in the channel and in the store. */
async function deliverWith({ platform, fate, readable, mishap, at }: Case) {
  const clock = new SimClock(BEFORE);
  const farSide = new FarSide(platform, clock);
  Object.assign(farSide, { fates: [fate], readable });
  const path = join(folderWith(), "store.db");
  const parts = { path, clock, platforms: [farSide] };
  let happened = false;
  const first = await startProcess({
    ...parts,
    mishap: (call) => {
      if (call !== at) return null;
      happened = true;
      return mishap;
    },
  });
  await first.store.save("builtin", [ENTRY]);
  const { id, channel } = await first.store.createSubscription(wanted(platform));
  clock.time += 60_000;
  // One that is stopped is overtaken by a second process while it stands still.
  const second = mishap.startsWith("stopped") ? await startProcess(parts) : null;
  if (second === null) await workThrough(first, clock);
  else {
    const beside = async () => {
      await clock.wait(61_000);
      for (let pass = 0; pass < 12; pass += 1) {
        await second.run(new AbortController().signal);
        await clock.wait(20_000);
      }
    };
    await clock.drive(Promise.all([first.run(new AbortController().signal), beside()]));
  }
  if (!first.isDead()) first.store.close();
  second?.store.close();
  // What follows a crash: another process, later.
  clock.time += 61_000;
  const last = await startProcess(parts);
  await workThrough(last, clock);
  // And what may still appear after all is over.
  await clock.pass(300_000);
  const [delivery, ...others] = await last.store.deliveriesOf(channel.tenant, id, 10);
  const subscription = await last.store.subscription(channel.tenant, id);
  const unknown = await last.store.unknownDeliveries(10);
  last.store.close();
  for (const { reply } of farSide.messages)
    for (const block of reply.blocks) if (block.type === "quote") verifyExcerpt(block.excerpt);
  return { happened, delivery: delivery!, others, subscription, unknown, messages: farSide.messages };
}

describe.each(Object.entries(FATES))("a request that is %s", (name, fate) => {
  describe.each(["discord", "slack"] as const)("on %s", (platform) => {
    test.each([true, false])(
      "is one message through a mishap at every step (history readable: %s)",
      async (readable) => {
        const unknown = new Set<string>();
        for (const mishap of MISHAPS) {
          for (let at = 1; ; at += 1) {
            const { happened, delivery, others, messages, subscription, ...seen } = await deliverWith({
              platform,
              fate,
              readable,
              mishap,
              at,
            });
            if (!happened) break;
            const what = `${mishap} call ${at}: ${delivery.state} (${delivery.detail})`;
            expect(others, what).toEqual([]);
            expect(messages.length, what).toBeLessThanOrEqual(1);
            if (delivery.state === "sent") {
              expect(
                messages.map(({ id }) => id),
                what,
              ).toEqual([delivery.message]);
              expect(subscription!.state, what).toBe("active");
            } else if (delivery.state === "unknown") {
              // Only where nobody can tell, and the operator sees it.
              expect(readable && fate.answer !== "permanent", what).toBe(false);
              expect(
                seen.unknown.map(({ id }) => id),
                what,
              ).toEqual([delivery.id]);
              unknown.add(what);
            } else {
              expect([delivery.state, name], what).toEqual(["failed", "a channel that is gone"]);
              expect([messages.length, subscription!.state], what).toEqual([0, "paused"]);
            }
            expect(subscription!.lastLocalDate, what).toBe("2026-03-10");
            if (messages.length > 0 || delivery.state === "unknown")
              expect(subscription!.cursor, what).toBe(1);
          }
        }
        // With a history that can be read, everything is known in the end.
        if (readable && fate.answer !== "permanent") expect([...unknown]).toEqual([]);
      },
    );
  });
});
