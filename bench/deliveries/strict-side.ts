import type { PostPort } from "../../src/delivery/port.ts";
import type { SimClock } from "../../test/delivery/sim-clock.ts";
import type { Chance } from "./fates.ts";

/** How many requests a platform takes in how many milliseconds, by what it counts. */
interface Limit {
  readonly max: number;
  readonly span: number;
  of(tenant: string, channel: string): string;
}

/**
 * Discord's 50 a second over everything and Slack's "several hundred" a minute in a workspace, here 300; and one a
 * second in a channel on both. Sources stand in `src/delivery/spread.ts`.
 */
const LIMITS: Readonly<Record<PostPort["platform"], readonly Limit[]>> = {
  discord: [
    { max: 50, span: 1_000, of: () => "all" },
    { max: 1, span: 1_000, of: (_, channel) => channel },
  ],
  slack: [
    { max: 300, span: 60_000, of: (tenant) => tenant },
    { max: 1, span: 1_000, of: (tenant, channel) => `${tenant} ${channel}` },
  ],
};
/** Milliseconds that a request is on its way, and again its answer: from, and below. */
const WAY = { from: 30, below: 200 };

/** A platform that takes every post within its limits and refuses all others. */
export interface StrictSide {
  readonly port: PostPort;
  /** Times at which posts were taken, milliseconds since 1970. */
  readonly taken: number[];
  /** Keys of deliveries that were taken. */
  readonly keys: ReadonlySet<string>;
  limited(): number;
}

/** Makes one, on simulated time and without a network. */
export function createStrictSide(
  platform: PostPort["platform"],
  clock: SimClock,
  chance: Chance,
): StrictSide {
  const windows = new Map<string, number[]>();
  const taken: number[] = [];
  const keys = new Set<string>();
  let [limited, requests] = [0, 0];
  /** Whether it is within the limits, and counted then. */
  const isTaken = (tenant: string, channel: string): boolean => {
    const counted = LIMITS[platform].map(({ of, ...limit }) => {
      const key = `${limit.span} ${of(tenant, channel)}`;
      const times = (windows.get(key) ?? []).filter((at) => at > clock.time - limit.span);
      windows.set(key, times);
      return { ...limit, times };
    });
    if (counted.some(({ times, max }) => times.length >= max)) return false;
    for (const { times } of counted) times.push(clock.time);
    return true;
  };
  const post: PostPort["post"] = async ({ channel: { tenant, channel }, key }) => {
    const number = (requests += 1);
    // In whole milliseconds, as clocks tell them.
    const onTheWay = (what: string) => WAY.from + Math.floor(chance(what, number) * (WAY.below - WAY.from));
    await clock.wait(onTheWay("there"));
    const isFine = isTaken(tenant, channel);
    if (isFine) {
      taken.push(clock.time);
      keys.add(key);
    } else limited += 1;
    await clock.wait(onTheWay("back"));
    return isFine ? { outcome: "sent", message: `m${number}` } : { outcome: "again", after: 1_000 };
  };
  return {
    port: {
      platform,
      post,
      repost: platform === "discord" ? post : null,
      verify: () => Promise.resolve({ found: false }),
    },
    taken,
    keys,
    limited: () => limited,
  };
}
