import { echo } from "../src/core/budget.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { datedEvents, type DatedEvent } from "../src/core/events/dated.ts";
import { EVENT_SHAPE, eventJson } from "../src/core/events/event-json.ts";
import { confidenceNote, itemOf, readButtons } from "../src/core/events/item.ts";
import { isInMonth, isOn, nearestDays, type NearestDays } from "../src/core/events/on-day.ts";
import { bordersOf, listsOf } from "../src/core/events/page.ts";
import { formatDay, formatMonth, type Day } from "../src/core/events/period.ts";
import { readDay, todayIn, type AskedDay } from "../src/core/events/read-day.ts";
import { formatDate } from "../src/core/names.ts";
import { parsePartialDate } from "../src/core/partial-date.ts";
import { note, reply, text, type Action, type Block, type Reply } from "../src/core/reply.ts";

/** `/korea today`: what happened on a day of the year, in any year. */
export const today = defineCommand({
  name: "today",
  description: (m) => m.today.description,
  primary: "date",
  options: {
    date: { type: "string", description: (m) => m.today.optionDate },
    offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
  },

  async run({ date, offset = 0 }, ctx) {
    const { m } = ctx;
    const found = find(date, ctx);
    const total = found.events.length + found.monthOnly.length;
    if (total > 0 && offset >= total) return reply([note(m.today.noMore(total))]);
    return page(total === 0 ? 0 : offset, found, ctx);
  },

  jsonShape:
    `{month, day, events: [${EVENT_SHAPE}], monthOnly: […], nearest: {before: {month, day}, after: {month, day}}}; ` +
    "monthOnly has events of the month whose day is not settled",
  async json({ date }, ctx) {
    const { day, events, monthOnly, nearest } = find(date, ctx);
    return {
      month: day.month,
      day: day.day,
      events: events.map(eventJson),
      monthOnly: monthOnly.map(eventJson),
      nearest,
    };
  },
});

/** A day and what happened on it, oldest first. */
interface Found {
  day: AskedDay;
  /** Whether it is the day that it is in the channel's zone. */
  isToday: boolean;
  events: readonly DatedEvent[];
  /** Events of its month whose day is not settled. */
  monthOnly: readonly DatedEvent[];
  nearest: NearestDays;
}

function find(typed: string | undefined, { library, zone, now }: Context): Found {
  const current = todayIn(zone, now());
  const day = typed === undefined ? current : readDay(typed, current);
  if (day === null) throw new UserError((m) => m.today.badDay(echo(typed!)));
  const all = datedEvents(library.reference);
  return {
    day,
    isToday: typeable(day) === typeable(current),
    events: all.filter((event) => isOn(event, day)),
    monthOnly: all.filter((event) => isInMonth(event, day.month)),
    nearest: nearestDays(all, day),
  };
}

function page(offset: number, { day, isToday, events, monthOnly, nearest }: Found, ctx: Context): Reply {
  const { m } = ctx;
  const date = formatDay(day, m.language);
  const month = m.today.inMonth(formatMonth(day.month, m.language));
  const items = [
    ...events.map((event) => ({ event, group: null, spans: itemOf(event, m, true) })),
    ...monthOnly.map((event) => ({ event, group: month, spans: itemOf(event, m, true) })),
  ];
  const total = items.length;
  const blocksOf = (first: number, next: number): Block[] => {
    const shown = items.slice(first, next);
    return [
      { type: "heading", spans: [text(m.today.heading(date))] },
      ...yearNote(day, isToday, ctx),
      ...(events.length === 0 ? nothing(date, nearest, ctx) : []),
      ...listsOf(shown),
      ...(total === 0 ? [] : [note(m.timeline.counted(total, first + 1, next))]),
      ...confidenceNote(
        shown.map(({ event }) => event),
        m,
      ),
    ];
  };
  const { next, previous } = bordersOf(offset, total, blocksOf);
  // The day is written out: a page turned after midnight is one of the same day.
  const turn = (label: string, to: number) => again(label, { date: typeable(day), offset: to });
  const go = (to: Day | null, label: (day: string) => string) =>
    to === null ? [] : [again(label(formatDay(to, m.language)), { date: typeable(to) })];
  return reply(blocksOf(offset, next), [
    ...readButtons(
      items.slice(offset, next).map(({ event }) => event),
      ctx,
    ),
    ...(offset > 0 ? [turn(m.previousPage, previous)] : []),
    ...(next < total ? [turn(m.nextPage, next)] : []),
    ...go(nearest.before, m.today.before),
    ...go(nearest.after, m.today.after),
  ]);
}

/** Which day of which year was meant, where the heading alone does not tell. */
function yearNote(day: AskedDay, isToday: boolean, { m, zone }: Context): Block[] {
  if (day.year === null) return [];
  const date = parsePartialDate(typeable(day));
  // A clock beyond the year 9999 is no reason to show no events.
  if (date === null) return [];
  const words = formatDate(date, m.language);
  return [note(isToday ? m.today.isToday(words, zone) : m.today.anyYear(words))];
}

function nothing(date: string, { before, after }: NearestDays, { m }: Context): Block[] {
  return [
    note(m.today.nothing(date)),
    ...(before === null || after === null
      ? []
      : [note(m.today.nearest(formatDay(before, m.language), formatDay(after, m.language)))]),
  ];
}

/** The day as it can be typed: `06-12`, or with its year. */
function typeable({ month, day, year = null }: Day & { readonly year?: number | null }): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${year === null ? "" : `${String(year).padStart(4, "0")}-`}${two(month)}-${two(day)}`;
}

function again(label: string, values: Action["values"]): Action {
  return { label, command: "today", values, replaces: true };
}
