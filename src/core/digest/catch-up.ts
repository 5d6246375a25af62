import { Temporal } from "temporal-polyfill";
import { dueOn, latestDue, nextDue, type Due, type Schedule } from "./schedule.ts";
import type { Weekday } from "./weekday.ts";

/** What comes this many milliseconds after its time is still sent: 6 h. */
export const SENT_WITHIN = 6 * 60 * 60_000;
/** What comes more milliseconds after its time is marked late: 10 min, twice what the spread at a full hour takes. */
export const ON_TIME_WITHIN = 10 * 60_000;
/** Dates left out that are listed one by one; of older ones only the number is told. */
export const SKIPPED_MAX = 366;

/** Where a subscription stands. */
export interface Standing {
  /** Milliseconds since 1970 from which the schedule holds: its creation, its last change or the end of a pause. */
  readonly since: number;
  /** The last local date (`YYYY-MM-DD`) that was delivered or recorded as skipped, in whatever zone; `null` where none was. */
  readonly lastLocalDate: string | null;
}

/** What a schedule owes. */
export interface Owed {
  /** The digest to send now. */
  readonly send: { readonly localDate: string; readonly dueAt: number; readonly late: boolean } | null;
  /** Local dates whose time has passed too long ago, oldest first: the last {@link SKIPPED_MAX} of them. */
  readonly skipped: readonly string[];
  /** How many were skipped before those. */
  readonly skippedBefore: number;
}

const NOTHING: Owed = { send: null, skipped: [], skippedBefore: 0 };

/** Days by which the date at the other end of the world, from where a zone may have been edited, is ahead. */
const AHEAD_MAX = 2;

/**
 * The last settled date as far as it can be true at an instant (milliseconds since 1970). One that lies further ahead is from a
 * clock that was wrong for a while: it would silence the channel until then. That no date is delivered twice all the same hangs
 * on its row alone.
 */
export function settledBy(lastLocalDate: string | null, { zone }: Schedule, now: number): string | null {
  if (lastLocalDate === null) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  if (lastLocalDate <= today.add({ days: AHEAD_MAX }).toString()) return lastLocalDate;
  return today.subtract({ days: 1 }).toString();
}

/**
 * What a schedule owes at an instant (milliseconds since 1970): of all times since the last settled date the latest, where it is no
 * more than 6 h ago; all others are skipped. Whoever asks records `send` and `skipped` as settled before asking again.
 *
 * Dates are owed in their order and only once, whatever the zone: after an edit that moves the zone westward, the date
 * that was delivered comes again on the clocks there, and is not owed again. Times before `since` are not owed: a time
 * set to an hour that has passed today begins tomorrow. The work is bounded however long nothing ran.
 */
export function whatIsDue(schedule: Schedule, now: number, { since, lastLocalDate: last }: Standing): Owed {
  const lastLocalDate = settledBy(last, schedule, now);
  const latest = latestDue(schedule, now, since);
  if (latest === null || (lastLocalDate !== null && latest.localDate <= lastLocalDate)) return NOTHING;
  const first = nextDue(schedule, since, lastLocalDate);
  const late = now - latest.at;
  const isSent = late <= SENT_WITHIN;
  return {
    send: isSent ? { localDate: latest.localDate, dueAt: latest.at, late: late > ON_TIME_WITHIN } : null,
    ...skippedBetween(schedule, first, latest, isSent),
  };
}

/** Local dates from `first` to `latest` that are due, without the latter where it is sent. */
function skippedBetween(
  schedule: Schedule,
  first: Due,
  latest: Due,
  isSent: boolean,
): { skipped: readonly string[]; skippedBefore: number } {
  const from = Temporal.PlainDate.from(first.localDate);
  let date = Temporal.PlainDate.from(latest.localDate);
  if (isSent) date = date.subtract({ days: 1 });
  const skipped: string[] = [];
  for (; Temporal.PlainDate.compare(date, from) >= 0; date = date.subtract({ days: 1 })) {
    if (skipped.length === SKIPPED_MAX) break;
    const text = date.toString();
    if (dueOn(schedule, text) !== null) skipped.push(text);
  }
  return { skipped: skipped.reverse(), skippedBefore: chosenBetween(schedule, from, date) };
}

/** How many dates from one to another, both inclusive, lie on a chosen weekday; by the calendar, without looking at each. */
function chosenBetween({ days }: Schedule, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const total = from.until(to, { largestUnit: "days" }).days + 1;
  if (total <= 0) return 0;
  const rest = Array.from({ length: total % 7 }, (_, day) => from.add({ days: day }).dayOfWeek as Weekday);
  return Math.floor(total / 7) * days.size + rest.filter((day) => days.has(day)).length;
}
