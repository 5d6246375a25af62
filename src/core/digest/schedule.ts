import { Temporal } from "temporal-polyfill";
import type { Weekday } from "./weekday.ts";

/** When a subscription is due: at a time of day in a zone, on some days of the week. */
export interface Schedule {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly at: string;
  /** Name in the IANA database, as `parseZone` gives it. */
  readonly zone: string;
  /** At least one. */
  readonly days: ReadonlySet<Weekday>;
}

/** One time that a schedule is due. */
export interface Due {
  /** `YYYY-MM-DD` in the zone of the schedule: what a delivery is known by. */
  readonly localDate: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Days tried for the next or the latest time: a week, a chosen date that did not exist in the zone (then the same weekday
 * a week on), and a day at either end for hours that a change of the clock moved over midnight.
 */
const DAYS_TRIED = 17;

/**
 * The instant (milliseconds since 1970) that is due on a local date (`YYYY-MM-DD`); `null` where its weekday is not
 * chosen, or the zone left the date out, as Pacific/Apia did 2011-12-30.
 *
 * A time that the clock jumps over is moved on by the length of the jump; of a time that comes twice the first is meant:
 * https://tc39.es/proposal-temporal/docs/timezone.html, disambiguation `compatible`, also that of RFC 5545 section 3.3.5.
 */
export function dueOn(schedule: Schedule, localDate: string): number | null {
  return instantOf(schedule, Temporal.PlainDate.from(localDate));
}

/**
 * The first time after an instant (milliseconds since 1970) whose local date comes after `settled`, the last date that
 * needs no more delivery.
 *
 * @throws {RangeError} where no weekday is chosen, the zone is not known, or the instant lies outside of ECMAScript's time.
 */
export function nextDue(schedule: Schedule, after: number, settled: string | null = null): Due {
  const around = localDateAt(schedule, after).subtract({ days: 1 });
  const open = settled === null ? around : Temporal.PlainDate.from(settled).add({ days: 1 });
  const from = Temporal.PlainDate.compare(open, around) > 0 ? open : around;
  for (let days = 0; days < DAYS_TRIED; days += 1) {
    const date = from.add({ days });
    const at = instantOf(schedule, date);
    if (at !== null && at > after) return { localDate: date.toString(), at };
  }
  throw new RangeError("a schedule without a weekday is never due");
}

/**
 * The last time that is not after `notAfter` and after `since` (both milliseconds since 1970); `null` where there is none.
 * What is due is looked for backwards from now, so that no minute in which nothing ran can lose it.
 *
 * @throws {RangeError} where the zone is not known or an instant lies outside of ECMAScript's time.
 */
export function latestDue(schedule: Schedule, notAfter: number, since: number): Due | null {
  // Where the clock goes back over midnight, tomorrow's first minutes have been while it is still today.
  const from = localDateAt(schedule, notAfter).add({ days: 1 });
  for (let days = 0; days < DAYS_TRIED; days += 1) {
    const date = from.subtract({ days });
    const at = instantOf(schedule, date);
    if (at === null || at > notAfter) continue;
    return at > since ? { localDate: date.toString(), at } : null;
  }
  return null;
}

function localDateAt({ zone }: Schedule, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf({ at, zone, days }: Schedule, date: Temporal.PlainDate): number | null {
  if (!days.has(date.dayOfWeek as Weekday)) return null;
  // The start of a day that was left out is the start of the next one.
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return null;
  return date.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds;
}
