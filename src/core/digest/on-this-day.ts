import { datedEvents, firstDayOf, type DatedEvent } from "../events/dated.ts";
import { itemOf } from "../events/item.ts";
import { isOn } from "../events/on-day.ts";
import { dayOf } from "../events/period.ts";
import type { PartialDate } from "../partial-date.ts";
import { strong, type Action, type Block } from "../reply.ts";
import type { Known } from "./show-item.ts";
import { digestPageMessages } from "./page.ts";

/** What happened on this day in earlier years, and the button that tells more. */
export interface OnThisDay {
  /** Blocks with so many events at most; none where there are none. */
  blocks(count: number): Block[];
  readonly actions: readonly Action[];
}

/**
 * Events of the reference base that happened on the day of the date in an earlier year: those of a single day before those
 * that went on, the oldest first.
 */
export function onThisDay(date: PartialDate, known: Known): OnThisDay {
  const say = digestPageMessages(known.m);
  const day = dayOf(date)!;
  const events = datedEvents(known.library.reference).filter(
    (event) => isOn(event, day) && firstDayOf(event).slice(0, 4) < date.slice(0, 4),
  );
  const isPeriod = ({ end }: DatedEvent) => Number(end !== null);
  const chosen = events.toSorted((a, b) => isPeriod(a) - isPeriod(b));
  return {
    blocks: (count) =>
      chosen.length === 0 || count === 0
        ? []
        : [
            { type: "text", spans: [strong(say.onThisDay)] },
            { type: "list", items: chosen.slice(0, count).map((event) => itemOf(event, known.m)) },
          ],
    actions: events.length === 0 ? [] : [{ label: say.moreOnThisDay, command: "today", values: { date } }],
  };
}
