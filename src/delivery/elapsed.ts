import type { Moment } from "../core/subscription.ts";

/** Between how many milliseconds and how many have passed. */
export interface Elapsed {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Milliseconds by which the two clocks may drift apart without anybody setting one. */
const DRIFT = 2_000;

/**
 * How long ago a moment was. The calendar's clock may have been set meanwhile, and the machine's begins anew with each
 * start: where both agree the answer is exact, else it is as wide as what they say. `null` where neither can tell.
 */
export function elapsedSince(then: Moment, now: Moment): Elapsed | null {
  const [byCalendar, byMachine] = [now.at - then.at, now.up - then.up];
  const said = [byCalendar, byMachine].filter((ms) => ms >= 0);
  if (said.length === 0) return null;
  const agree = said.length === 2 && Math.abs(byCalendar - byMachine) <= DRIFT;
  return { atLeast: Math.min(...said), atMost: agree ? Math.max(...said) : Number.POSITIVE_INFINITY };
}

/** Milliseconds that a platform's clock may be behind ours. */
export const CLOCK_ERROR = 65 * 60_000;

/**
 * A time (milliseconds since 1970) that is surely before a message of that moment came, by the platform's clock: ours may
 * have been an hour ahead then, or be it now.
 */
export function surelyBefore(then: Moment, now: Moment): number {
  const wasSet = now.at - now.up - (then.at - then.up);
  // Where the machine was started anew its clock says nothing.
  const corrected = now.up >= then.up ? Math.min(0, wasSet) : 0;
  return then.at + corrected - CLOCK_ERROR;
}
