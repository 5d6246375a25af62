import { nameBookOf } from "../about/name-book.ts";
import { idsOf } from "../about/subject.ts";
import type { Library } from "../library.ts";
import { firstDay, lastDay, type PartialDate } from "../partial-date.ts";
import { datedEvents, firstDayOf, lastDayOf, type DatedEvent } from "./dated.ts";
import { namedByEvents } from "./naming.ts";
import type { Topic } from "./topics.ts";

/** What narrows the events; a missing filter lets every event through. */
export interface EventFilters {
  /** Id of a record of whom or what they are about: `entity/ID`, `agreement/ID` or `term/ID`. */
  readonly about?: string;
  readonly topic?: Topic;
  /** Inclusive. An event passes where the days on which it can have happened overlap with those between them. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** The events that pass, oldest first. */
export function eventsThatPass(filters: EventFilters, library: Library): DatedEvent[] {
  const { about, topic, from, to } = filters;
  const named = namedByEvents(library);
  const subject = about === undefined ? null : nameBookOf(library.reference).withId(about);
  const wanted = subject === null ? [] : idsOf(subject);
  return datedEvents(library.reference).filter(
    (event) =>
      (about === undefined || wanted.some((id) => named.get(event.record.id)!.has(id))) &&
      (topic === undefined || event.record.topics.includes(topic)) &&
      (from === undefined || lastDayOf(event) >= firstDay(from)) &&
      (to === undefined || firstDayOf(event) <= lastDay(to)),
  );
}

/** The filters without one of them, and how many events pass then. */
export interface Wider {
  readonly without: EventFilters;
  readonly filters: EventFilters;
  readonly total: number;
}

/**
 * The question without its narrowest filter, where nothing passes all of them: of the filters without which something
 * passes, the one that alone lets fewest through. Both dates are one filter. Where no single one is to blame, all are
 * left out; `null` where there are no events at all.
 */
export function widerThan(filters: EventFilters, library: Library): Wider | null {
  const count = (some: EventFilters) => eventsThatPass(some, library).length;
  const { about, topic, from, to } = filters;
  const parts: EventFilters[] = [
    ...(about === undefined ? [] : [{ about }]),
    ...(topic === undefined ? [] : [{ topic }]),
    ...(from === undefined && to === undefined
      ? []
      : [{ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]),
  ];
  const [narrowest] = parts
    .map((without) => {
      const rest: EventFilters = Object.assign({}, ...parts.filter((part) => part !== without));
      return { without, filters: rest, total: count(rest), alone: count(without) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.alone - b.alone);
  if (narrowest !== undefined) {
    const { without, filters: rest, total } = narrowest;
    return { without, filters: rest, total };
  }
  const total = count({});
  return total === 0 ? null : { without: filters, filters: {}, total };
}
