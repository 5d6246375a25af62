import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyExcerpt } from "../../src/core/excerpt.ts";
import type { Subscription } from "../../src/core/subscription.ts";
import { openStore } from "../../src/store/sqlite.ts";
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
  "not accepted, answered with 503": { accepted: null, answer: "unclear" },
  "429 with 1 s": { accepted: null, answer: "again", pause: 1_000 },
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

/** Stores with one subscription: to copy one is far faster than to make it anew for each of some thousand cases. */
const templates = mkdtempSync(join(tmpdir(), "korea-desk-test-"));
afterAll(() => rmSync(templates, { recursive: true }));
const subscriptions = new Map<string, Subscription>();
beforeAll(async () => {
  for (const platform of ["discord", "slack"] as const) {
    const store = await openStore({ path: join(templates, `${platform}.db`), now: () => BEFORE });
    await store.save("builtin", [ENTRY]);
    subscriptions.set(platform, await store.createSubscription(wanted(platform)));
    store.close();
  }
});

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
  copyFileSync(join(templates, `${platform}.db`), path);
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
  const { id, channel } = subscriptions.get(platform)!;
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
  await clock.pass(61_000);
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

type Ended = Awaited<ReturnType<typeof deliverWith>>;

/** What is not as it should be; `null` where all is. */
function wrongIn(ended: Ended, { fate, readable }: Pick<Case, "fate" | "readable">): string | null {
  const { delivery, others, subscription, unknown, messages } = ended;
  const { state, detail } = delivery;
  if (others.length > 0) return "there is another delivery";
  if (messages.length > 1) return `${messages.length} messages (${state}: ${detail})`;
  if (subscription?.lastLocalDate !== "2026-03-10") return "the date is not settled";
  const mayBeRefused = fate.answer === "permanent";
  if (state === "sent") {
    if (messages[0]?.id !== delivery.message) return "it says that it was sent, and it was not";
    if (subscription.state !== "active") return "the subscription is paused";
  } else if (state === "unknown") {
    // Only where nobody can tell, and the operator sees it.
    if (readable && !mayBeRefused) return `unknown, though the history can be read (${detail})`;
    if (unknown[0]?.id !== delivery.id) return "nobody is told that it is unknown";
  } else if (state === "failed" && mayBeRefused) {
    if (messages.length > 0 || subscription.state !== "paused") return "it failed, and did not";
    return null;
  } else return `${state} (${detail})`;
  return subscription.cursor === 1 ? null : "the cursor did not move";
}

describe.each(Object.entries(FATES))("a request that is %s", (_, fate) => {
  describe.each(["discord", "slack"] as const)("on %s", (platform) => {
    test.each([true, false])(
      "is one message through a mishap at every step (history readable: %s)",
      async (readable) => {
        const wrong: string[] = [];
        const steps = new Set<number>();
        for (const mishap of MISHAPS) {
          for (let at = 1; ; at += 1) {
            const ended = await deliverWith({ platform, fate, readable, mishap, at });
            if (!ended.happened) break;
            steps.add(at);
            const what = wrongIn(ended, { fate, readable });
            if (what !== null) wrong.push(`${mishap} call ${at}: ${what}`);
          }
        }
        expect(wrong).toEqual([]);
        // Looking for subscriptions and deliveries, settling, claiming, composing, freezing, starting, posting, ending.
        expect(steps.size).toBeGreaterThan(8);
      },
      120_000,
    );
  });
});
