import type { Schedule } from "../../../src/core/digest/schedule.ts";
import { WEEK, type Weekday } from "../../../src/core/digest/weekday.ts";

/** A schedule, every day where no days are given. */
export function scheduleOf(at: string, zone: string, days: Iterable<Weekday> = WEEK): Schedule {
  return { at, zone, days: new Set(days) };
}

/** Milliseconds since 1970 as ISO 8601 in UTC, to the minute; `null` as it is. */
export function iso(instant: number | null): string | null {
  return instant === null ? null : `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

/** Milliseconds since 1970. */
export function ms(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`${text} is no instant`);
  return instant;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
