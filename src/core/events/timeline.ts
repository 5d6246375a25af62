import type { TimelineScope } from "../../messages/groups/timeline.ts";
import { nameBookOf } from "../about/name-book.ts";
import type { Context } from "../command.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { formatDate } from "../names.ts";
import { firstDay, lastDay } from "../partial-date.ts";
import type { DatedEvent } from "./dated.ts";
import { eventsThatPass, type EventFilters } from "./filter.ts";
import { meantBy, subjectName, type Meant } from "./meant.ts";
import { topicNamed, type Topic } from "./topics.ts";

/** How events are ordered. */
export const SORTS = ["oldest", "newest"] as const;

/** What a person asks; `about` is a name in any script and spelling, or an id. */
export interface TimelineQuestion extends EventFilters {
  readonly sort?: (typeof SORTS)[number];
}

/** What was asked for, and the events in the order asked for. */
export interface FoundEvents {
  readonly filters: EventFilters;
  readonly newestFirst: boolean;
  /** What the name means; `null` where none was given. */
  readonly meant: Meant | null;
  readonly events: readonly DatedEvent[];
}

/** A name that means several, one of which must be chosen first. */
export interface UnclearName {
  readonly filters: EventFilters;
  readonly newestFirst: boolean;
  readonly meant: Meant;
  readonly events: null;
}

/**
 * Finds the events that are asked for. Without any filter the newest come first: who asks for no more than a timeline
 * wants to know what is new. Else the oldest do: it is a story that is asked for.
 *
 * @throws {UserError} where nothing is named so, or no day can lie between the dates.
 */
export function findTimeline(asked: TimelineQuestion, library: Library): FoundEvents | UnclearName {
  const { from, to, sort } = asked;
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to)) {
    throw new UserError((m) => m.fromAfterTo(from, to));
  }
  const { about, topic } = nameOrTopic(asked, library);
  const meant = about === undefined ? null : meantBy(about, library);
  const rest: EventFilters = {
    ...(topic === undefined ? {} : { topic }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const isWhole = meant === null && Object.keys(rest).length === 0;
  const newestFirst = (sort ?? (isWhole ? "newest" : "oldest")) === "newest";
  if (meant !== null && meant.candidates.length > 1) {
    return { filters: rest, newestFirst, meant, events: null };
  }
  const filters = meant === null ? rest : { about: meant.candidates[0]!.subject.id, ...rest };
  const events = eventsThatPass(filters, library);
  return { filters, newestFirst, meant, events: newestFirst ? events.toReversed() : events };
}

/** Who types no name but a topic (`/korea timeline sanctions`) means that; an entity that is called so comes first. */
function nameOrTopic({ about, topic }: EventFilters, library: Library): { about?: string; topic?: Topic } {
  if (about === undefined) return topic === undefined ? {} : { topic };
  const isEntity = nameBookOf(library.reference)
    .named(about)
    .some(({ entity }) => entity !== null);
  const named = topic === undefined && !isEntity ? topicNamed(about) : null;
  if (named !== null) return { topic: named };
  return topic === undefined ? { about } : { about, topic };
}

/** The filters in words; `null` where there are none. */
export function scopeOf({ about, topic, from, to }: EventFilters, { m, library }: Context): string | null {
  const scope: TimelineScope = {
    ...(about === undefined ? {} : { about: subjectName(about, library, m.language) }),
    ...(topic === undefined ? {} : { topic }),
    ...(from === undefined ? {} : { from: formatDate(from, m.language) }),
    ...(to === undefined ? {} : { to: formatDate(to, m.language) }),
  };
  return Object.keys(scope).length === 0 ? null : m.timeline.scope(scope);
}
