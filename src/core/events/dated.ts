import { firstDay, lastDay, parsePartialDate, type PartialDate } from "../partial-date.ts";
import type { EventRecord, Reference } from "../reference.ts";

/** An event with its dates read. */
export interface DatedEvent {
  readonly record: EventRecord;
  readonly date: PartialDate;
  /** Last day or month of what lasted longer; `null` where it did not. */
  readonly end: PartialDate | null;
}

/**
 * The events of the reference base, oldest first. One whose date is none cannot be placed in time and is left out; the
 * operator was told of it when the base was read.
 */
export function datedEvents({ events }: Reference): DatedEvent[] {
  return events
    .flatMap((record): DatedEvent[] => {
      const date = parsePartialDate(record.date);
      if (date === null) return [];
      const end = record.end === undefined ? null : parsePartialDate(record.end);
      return [{ record, date, end: end !== null && lastDay(end) > lastDay(date) ? end : null }];
    })
    .sort(oldestFirst);
}

/** First day on which the event can have happened, as `Y-M-D`. */
export function firstDayOf({ date }: DatedEvent): string {
  return firstDay(date);
}

/** Last day on which it can have happened. */
export function lastDayOf({ date, end }: DatedEvent): string {
  return lastDay(end ?? date);
}

/**
 * By the first day that is possible; what is dated less precisely comes before what is dated to that very day: an event
 * of “June 2018” stands before all of June, where nobody takes it to follow one of them. Newest first is the exact
 * reverse.
 */
function oldestFirst(a: DatedEvent, b: DatedEvent): number {
  return firstDayOf(a).localeCompare(firstDayOf(b)) || a.date.length - b.date.length;
}
