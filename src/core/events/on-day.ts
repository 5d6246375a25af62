import { firstDay, lastDay, parsePartialDate, partsOf } from "../partial-date.ts";
import { firstDayOf, lastDayOf, type DatedEvent } from "./dated.ts";
import { dayOf, type Day } from "./period.ts";

/** Every day that a year can have. */
const DAYS: readonly Day[] = Array.from({ length: 366 }, (_, index) => {
  const date = new Date(Date.UTC(2000, 0, index + 1));
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});

/** Whether an event happened on this day of some year, or was going on; what is dated to a month or year never did. */
export function isOn(event: DatedEvent, { month, day }: Day): boolean {
  const first = dayOf(event.date);
  if (first === null) return false;
  const isPeriod = event.end !== null && dayOf(event.end) !== null;
  if (!isPeriod) return first.month === month && first.day === day;
  return inSomeYear(event, `-${two(month)}-${two(day)}`);
}

/** Whether all that is settled of an event's date is a month, and that it is this one or has this one in it. */
export function isInMonth(event: DatedEvent, month: number): boolean {
  const parts = partsOf(event.date);
  return parts.month !== undefined && parts.day === undefined && inSomeYear(event, `-${two(month)}`);
}

/** Whether the event's days overlap with this day or month (`-MM-DD` or `-MM`) of a year. */
function inSomeYear(event: DatedEvent, rest: string): boolean {
  const first = firstDayOf(event);
  const last = lastDayOf(event);
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    // Not every year has a 29 February.
    const date = parsePartialDate(`${String(year).padStart(4, "0")}${rest}`);
    if (date !== null && firstDay(date) <= last && lastDay(date) >= first) return true;
  }
  return false;
}

/** The days of the year with events that are nearest to a day; `null` where no other day has any. */
export interface NearestDays {
  readonly before: Day | null;
  readonly after: Day | null;
}

/** The nearest days before and after this one on which something happened, the year closed to a circle. */
export function nearestDays(events: readonly DatedEvent[], { month, day }: Day): NearestDays {
  const at = DAYS.findIndex((one) => one.month === month && one.day === day);
  const walk = (step: number): Day | null => {
    for (let far = 1; far < DAYS.length; far += 1) {
      const there = DAYS[(at + step * far + DAYS.length * far) % DAYS.length]!;
      if (events.some((event) => isOn(event, there))) return there;
    }
    return null;
  };
  return { before: walk(-1), after: walk(1) };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
