import { uptime } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../core/clock.ts";

/** Milliseconds by which the system's uptime may be coarse: whole seconds on macOS, hundredths on Linux. */
const COARSE = 1_000;

/** Whole milliseconds since the machine was started, in steps of one, from a clock that stands still while the machine sleeps. */
export function createUptime(seconds: () => number, ticks: () => number): () => number {
  let ahead = seconds() * 1_000 - ticks();
  return () => {
    const fine = ticks();
    const now = seconds() * 1_000 - fine;
    // More than can be told from rounding: the machine slept.
    if (now - ahead > COARSE) ahead = now;
    return Math.floor(fine + ahead);
  };
}

/** The machine's own time. The uptime counts its sleep (`CLOCK_BOOTTIME`), `performance.now` is fine (`CLOCK_MONOTONIC`). */
export function realClock(): Clock {
  const up = createUptime(uptime, () => performance.now());
  return {
    now: Date.now,
    moment: () => ({ at: Date.now(), up: up() }),
    wait: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  };
}
