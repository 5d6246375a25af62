import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChannelRef } from "../../src/core/subscription.ts";
import { runDeliveries } from "../../src/delivery/loop.ts";
import type { PostPort } from "../../src/delivery/port.ts";
import { ENTRY, startProcess } from "../../test/delivery/process.ts";
import { SimClock } from "../../test/delivery/sim-clock.ts";
import { wanted } from "../../test/delivery/subscribed.ts";
import { percentile } from "../lib/load.ts";
import { chanceFrom } from "./fates.ts";
import { createStrictSide } from "./strict-side.ts";

/** 09:00 in Seoul on 2026-03-10, and the minute before. */
const DUE = Date.UTC(2026, 2, 10);
const BEFORE = DUE - 60_000;
/** Milliseconds after which whatever has not come does not count as late any more, but as lost. */
const PATIENCE = 60 * 60_000;
/** Milliseconds between two looks at whether all have come. */
const LOOK = 1_000;
/** Subscriptions that are looked at in a turn of the event loop: all of them are in no time, as it counts here. */
const IN_TURN = 200;
/** Channels of a Discord server, and of a Slack workspace. */
const IN_TENANT = { discord: 4, slack: 100 };

/** How late digests came. */
export interface Lateness {
  readonly platform: PostPort["platform"];
  readonly channels: number;
  readonly sent: number;
  /** Those that were taken more than once. */
  readonly twice: number;
  /** Seconds after the time that they were due. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** Answers with 429. */
  readonly limited: number;
  /** Most posts in one second, over everything. */
  readonly perSecond: number;
}

/** Lets the bot's own loop deliver to so many channels that are due at one minute, on simulated time. */
export async function measureLateness(
  platform: PostPort["platform"],
  channels: number,
  seed: number,
): Promise<Lateness> {
  const clock = new SimClock(BEFORE);
  clock.turns += 2 * Math.ceil(channels / IN_TURN);
  const side = createStrictSide(platform, clock, chanceFrom(seed));
  const folder = mkdtempSync(join(tmpdir(), "korea-desk-bench-"));
  try {
    const far = { platform, port: () => side.port };
    const bot = await startProcess({ path: join(folder, "store.db"), clock, platforms: [far] });
    await bot.store.save("builtin", [ENTRY]);
    for (let n = 0; n < channels; n += 1)
      await bot.store.createSubscription({ ...wanted(platform), channel: channelOf(platform, n) });
    const stop = new AbortController();
    const look = (): void => {
      const isOver = side.keys.size >= channels || clock.time > DUE + PATIENCE;
      if (isOver) stop.abort();
      else clock.after(LOOK, look);
    };
    look();
    await clock.drive(runDeliveries(bot.parts, stop.signal));
    bot.store.close();
    const late = side.taken.map((at) => (at - DUE) / 1_000).toSorted((a, b) => a - b);
    return {
      platform,
      channels,
      sent: side.keys.size,
      twice: late.length - side.keys.size,
      p50: rounded(percentile(late, 50)),
      p99: rounded(percentile(late, 99)),
      most: rounded(late.at(-1) ?? Number.NaN),
      limited: side.limited(),
      perSecond: mostWithin(side.taken, 1_000),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function channelOf(platform: PostPort["platform"], n: number): ChannelRef {
  const tenant = Math.floor(n / IN_TENANT[platform]);
  return {
    tenant: platform === "discord" ? `discord:guild:${tenant}` : `slack:team:T${tenant}`,
    channel: `c${n}`,
  };
}

/** Most of the times, which are in order, in any span of so many milliseconds. */
function mostWithin(times: readonly number[], span: number): number {
  let [most, from] = [0, 0];
  for (const [index, at] of times.entries()) {
    while (times[from]! <= at - span) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
