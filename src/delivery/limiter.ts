import type { ChannelRef } from "../core/subscription.ts";
import { CHANNEL_EVERY, DISCORD_PER_SECOND, SLACK_PER_MINUTE } from "./spread.ts";

/** Keeps posts within what platforms allow. Times are milliseconds of the machine's own clock. */
export interface Limiter {
  /** Milliseconds until the channel may be posted to; 0 for now. */
  waitFor(channel: ChannelRef): number;
  /** The same, and where it is 0 the post is counted. */
  take(channel: ChannelRef): number;
}

/** At most `max` in any `span` milliseconds. */
interface Window {
  readonly max: number;
  readonly span: number;
  /** Times of the last ones, the oldest first. */
  readonly times: number[];
}

/** Windows that are remembered before those that are over are forgotten. */
const WINDOWS_MAX = 10_000;

/** A limiter over all that this process posts. `up` gives milliseconds that nobody can set. */
export function createLimiter(up: () => number): Limiter {
  const windows = new Map<string, Window>();
  const windowOf = (key: string, max: number, span: number): Window => {
    let window = windows.get(key);
    if (window === undefined) windows.set(key, (window = { max, span, times: [] }));
    return window;
  };
  const windowsOf = ({ tenant, channel }: ChannelRef): Window[] => [
    windowOf(JSON.stringify([tenant, channel]), 1, CHANNEL_EVERY),
    tenant.startsWith("slack:")
      ? windowOf(tenant, SLACK_PER_MINUTE, 60_000)
      : windowOf("discord", DISCORD_PER_SECOND, 1_000),
  ];
  const forget = (now: number): void => {
    if (windows.size <= WINDOWS_MAX) return;
    for (const [key, { times, span }] of windows) if ((times.at(-1) ?? 0) + span <= now) windows.delete(key);
  };
  const longest = (all: readonly Window[], now: number): number =>
    Math.max(...all.map((window) => waitIn(window, now)));
  return {
    waitFor: (channel) => longest(windowsOf(channel), up()),
    take: (channel) => {
      const now = up();
      forget(now);
      const all = windowsOf(channel);
      const wait = longest(all, now);
      if (wait === 0) for (const { times } of all) times.push(now);
      return wait;
    },
  };
}

function waitIn({ max, span, times }: Window, now: number): number {
  while (times.length > 0 && times[0]! + span <= now) times.shift();
  return times.length < max ? 0 : times[times.length - max]! + span - now;
}
