import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostPort } from "../../src/delivery/port.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { ENTRY, startProcess, type BotProcess, type ProcessParts } from "../../test/delivery/process.ts";
import { SimClock } from "../../test/delivery/sim-clock.ts";
import { wanted } from "../../test/delivery/subscribed.ts";
import { chanceFrom, fateOf } from "./fates.ts";
import { SIDES } from "./sides.ts";
import { openWay } from "./way.ts";

/** 08:59 in Seoul on 2026-03-10: a minute before they are due. */
const BEFORE = Date.UTC(2026, 2, 9, 23, 59);
/** Processes over one store, and deliveries that each has in hand: a crash loses all of them. */
const PROCESSES = 3;
const AT_ONCE = 2;
/** Milliseconds of simulated time after which a process that died is started again. */
const RESTART = 1_000;
const NO_STOP = new AbortController().signal;

/** What is tried. */
export interface BatchOptions {
  readonly platform: PostPort["platform"];
  readonly readable: boolean;
  readonly deliveries: number;
  readonly seed: number;
  /** Probability of a crash at a call of the store, the composition or a port. */
  readonly crashes: number;
  /** Probability that a request to the platform goes wrong. */
  readonly faults: number;
}

/** What came of it. */
export interface Tally {
  sent: number;
  /** Channels with more than one message. */
  duplicates: number;
  /** Neither sent nor known to be unknown: skipped, failed, still open, or said to be sent and not there. */
  lost: number;
  unknown: number;
  /** Unknown ones that the operator is shown. */
  unknownSurfaced: number;
  crashes: number;
  /** Requests, and those of them that something happened to, by its sort. */
  requests: number;
  faults: Record<string, number>;
  /** Duplicates and losses in words. */
  readonly wrong: string[];
}

/** Delivers a digest to each of so many channels, through processes that die and requests that go wrong. */
export async function runBatch(options: BatchOptions): Promise<Tally> {
  const { platform, readable, seed } = options;
  const chance = chanceFrom(seed);
  const clock = new SimClock(BEFORE);
  const side = await SIDES[platform]({ clock, channels: options.deliveries, readable });
  const way = await openWay(side.base, clock);
  clock.busy = way.busy;
  const folder = mkdtempSync(join(tmpdir(), "korea-desk-bench-"));
  const path = join(folder, "store.db");
  const tally = emptyTally();
  try {
    const asked = new Map<string, number>();
    const indexOf = new Map(side.channels.map(({ channel }, index) => [channel, index]));
    const fate = (kind: "post" | "look", channel: string) => {
      const number = (asked.get(channel) ?? 0) + 1;
      asked.set(channel, number);
      const drawn = fateOf(chance, options.faults, kind, indexOf.get(channel)!, number);
      tally.requests += 1;
      if (drawn.sort !== null) tally.faults[drawn.sort] = (tally.faults[drawn.sort] ?? 0) + 1;
      return drawn;
    };
    const far = {
      platform,
      port: (store: BotProcess["store"]) => way.port((url) => side.port(url, store), fate),
    };
    const setUp = await openStore({ path, now: clock.now });
    await setUp.save("builtin", [ENTRY]);
    for (const channel of side.channels) await setUp.createSubscription({ ...wanted(platform), channel });
    clock.time += 60_000;

    let lives = 0;
    const live = async (): Promise<void> => {
      for (;;) {
        const life = (lives += 1);
        const parts: ProcessParts = { path, clock, platforms: [far], atOnce: AT_ONCE };
        const mishap: ProcessParts["mishap"] = (call) => {
          if (chance("crash", life, call) >= options.crashes) return null;
          tally.crashes += 1;
          return chance("when", life, call) < 0.5 ? "dies before" : "dies after";
        };
        const bot = await startProcess({ ...parts, mishap });
        if ((await Promise.race([bot.died, workOff(bot, clock)])) === "done") return bot.store.close();
        await clock.wait(RESTART);
      }
    };
    await clock.drive(Promise.all(Array.from({ length: PROCESSES }, live)));
    // What may still appear after all is over.
    await clock.pass(300_000);

    const surfaced = new Set(
      (await setUp.unknownDeliveries(options.deliveries)).map(({ subscription }) => subscription),
    );
    for (const { id, channel } of await setUp.subscriptionsOf(side.channels[0]!.tenant)) {
      const deliveries = await setUp.deliveriesOf(channel.tenant, id, 2);
      const posted = side.posted(channel.channel);
      const state = deliveries.length === 1 ? deliveries[0]!.state : `${deliveries.length} deliveries`;
      const told = `${platform}, seed ${seed}, channel ${indexOf.get(channel.channel)}: ${state}, ${posted} messages`;
      if (posted > 1) tally.duplicates += 1;
      if (state === "unknown") {
        tally.unknown += 1;
        if (surfaced.has(id)) tally.unknownSurfaced += 1;
      } else if (state === "sent" && posted > 0) tally.sent += 1;
      else tally.lost += 1;
      if (posted > 1 || (state !== "unknown" && (state !== "sent" || posted === 0))) tally.wrong.push(told);
    }
    setUp.close();
    return tally;
  } finally {
    await way.close();
    await side.close();
    rmSync(folder, { recursive: true });
  }
}

/** Passes, and the time between them, until nothing is open. */
async function workOff(bot: BotProcess, clock: SimClock): Promise<"done"> {
  for (;;) {
    const { next } = await bot.run(NO_STOP);
    if (next === null) return "done";
    await clock.wait(Math.max(next - clock.now(), 250));
  }
}

function emptyTally(): Tally {
  return {
    sent: 0,
    duplicates: 0,
    lost: 0,
    unknown: 0,
    unknownSurfaced: 0,
    crashes: 0,
    requests: 0,
    faults: {},
    wrong: [],
  };
}

/** Two tallies together. */
export function together(one: Tally, two: Tally): Tally {
  const faults = { ...one.faults };
  for (const [sort, count] of Object.entries(two.faults)) faults[sort] = (faults[sort] ?? 0) + count;
  return {
    sent: one.sent + two.sent,
    duplicates: one.duplicates + two.duplicates,
    lost: one.lost + two.lost,
    unknown: one.unknown + two.unknown,
    unknownSurfaced: one.unknownSurfaced + two.unknownSurfaced,
    crashes: one.crashes + two.crashes,
    requests: one.requests + two.requests,
    faults,
    wrong: [...one.wrong, ...two.wrong],
  };
}
