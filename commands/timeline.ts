import { nameOf, roleOf } from "../src/core/about/names.ts";
import { clip, echo } from "../src/core/budget.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { completeNames } from "../src/core/complete-names.ts";
import { UserError } from "../src/core/errors.ts";
import { datedEvents, type DatedEvent } from "../src/core/events/dated.ts";
import { EVENT_SHAPE, eventJson } from "../src/core/events/event-json.ts";
import { eventsThatPass, widerThan } from "../src/core/events/filter.ts";
import { confidenceNote, itemOf, readButtons } from "../src/core/events/item.ts";
import { subjectName, type Meant } from "../src/core/events/meant.ts";
import { bordersOf, listsOf } from "../src/core/events/page.ts";
import { SORTS, findTimeline, scopeOf, type FoundEvents } from "../src/core/events/timeline.ts";
import { TOPICS } from "../src/core/events/topics.ts";
import { formatDate } from "../src/core/names.ts";
import type { Options, Values } from "../src/core/option.ts";
import { parsePartialDate } from "../src/core/partial-date.ts";
import { note, reply, strong, text, type Action, type Block, type Reply } from "../src/core/reply.ts";
import type { Messages } from "../src/messages/messages.ts";

const OPTIONS = {
  about: { type: "string", description: (m) => m.timeline.optionAbout, complete: completeNames },
  topic: {
    type: "string",
    description: (m) => m.timeline.optionTopic,
    choices: TOPICS.map((value) => ({ value, label: (m: Messages) => m.timeline.topics[value] })),
  },
  from: { type: "date", description: (m) => m.timeline.optionFrom },
  to: { type: "date", description: (m) => m.timeline.optionTo },
  sort: {
    type: "string",
    description: (m) => m.timeline.optionSort,
    choices: SORTS.map((value) => ({ value, label: (m: Messages) => m.sorts[value] })),
  },
  offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
} as const satisfies Options;

type Asked = Values<typeof OPTIONS>;

/** `/korea timeline`: dated events, each with its sources, in pages. */
export const timeline = defineCommand({
  name: "timeline",
  description: (m) => m.timeline.description,
  primary: "about",
  options: OPTIONS,

  async run(asked, ctx) {
    const { m } = ctx;
    const found = findTimeline(asked, ctx.library);
    if (found.events === null) return choice(asked, found.meant, ctx);
    const { events } = found;
    if (events.length === 0) return nothing(asked, found, ctx);
    if ((asked.offset ?? 0) >= events.length) return reply([note(m.timeline.noMore(events.length))]);
    return page(asked, found, ctx);
  },

  jsonShape: `{about: {id, name}, topic, from, to, sort, total, events: [${EVENT_SHAPE}]}; end is null where it was one day`,
  async json(asked, ctx) {
    const { library } = ctx;
    const { meant, events, filters, newestFirst } = findTimeline(asked, library);
    if (events === null) {
      const names = meant.candidates.map(({ subject }) => `${nameOf(subject, "en")} (${subject.id})`);
      throw new UserError((m) => m.timeline.ambiguous(echo(asked.about!), names));
    }
    const { about, topic, from, to } = filters;
    return {
      about: about === undefined ? null : { id: about, name: subjectName(about, library) },
      topic: topic ?? null,
      from: from ?? null,
      to: to ?? null,
      sort: newestFirst ? "newest" : "oldest",
      total: events.length,
      events: events.map(eventJson),
    };
  },
});

function page(asked: Asked, found: FoundEvents, ctx: Context): Reply {
  const { m } = ctx;
  const { events, filters, newestFirst } = found;
  const { offset = 0, ...values } = asked;
  const scope = scopeOf(filters, ctx);
  const total = events.length;
  const blocksOf = (first: number, next: number): Block[] => {
    const shown = events.slice(first, next);
    return [
      { type: "heading", spans: [text(m.timeline.heading(scope, newestFirst))] },
      ...takenNote(asked, found, ctx),
      ...listsOf(shown.map((event) => ({ group: yearOf(event, m), spans: itemOf(event, m) }))),
      note(m.timeline.counted(total, first + 1, next)),
      ...confidenceNote(shown, m),
      ...(scope === null ? [coverage(ctx)] : []),
    ];
  };
  const { next, previous } = bordersOf(offset, total, blocksOf);
  const turn = (label: string, to: number): Action => again(label, { ...values, offset: to });
  const other = newestFirst
    ? again(m.timeline.showOldestFirst, { ...values, sort: "oldest" })
    : again(m.timeline.showNewestFirst, { ...values, sort: "newest" });
  return reply(blocksOf(offset, next), [
    ...readButtons(events.slice(offset, next), ctx),
    ...(offset > 0 ? [turn(m.previousPage, previous)] : []),
    ...(next < total ? [turn(m.nextPage, next)] : []),
    ...(offset > 0 || next < total ? [other] : []),
  ]);
}

function yearOf({ date }: DatedEvent, { language }: Messages): string {
  return formatDate(parsePartialDate(date.slice(0, 4))!, language);
}

/** Where others are written like the name, or it only sounds like one: for whom or what it was taken. */
function takenNote({ about }: Asked, { meant, filters }: FoundEvents, { m, library }: Context): Block[] {
  if (meant === null || meant.certain) return [];
  return [note(m.timeline.taken(echo(about!), subjectName(filters.about!, library, m.language)))];
}

/** What the reference base has at all: nobody can find later events in it. */
function coverage({ m, library }: Context): Block {
  const all = datedEvents(library.reference);
  const [first, last] = [all[0]!, all.at(-1)!];
  return note(
    m.timeline.coverage(
      all.length,
      formatDate(first.date, m.language),
      formatDate(last.end ?? last.date, m.language),
    ),
  );
}

/** Roles told beside names to choose from. */
const ROLE_MAX = 80;
/** UTF-16 units of a name on a button. */
const NAME_MAX = 45;
/** UTF-16 units of any label, as in the narrowest platform. */
const LABEL_MAX = 75;
/** Names to choose from: each has a line and a button. */
const CHOICES_MAX = 20;

function choice(asked: Asked, { candidates }: Meant, { m }: Context): Reply {
  const shown = candidates.slice(0, CHOICES_MAX).map(({ subject, events }) => ({
    subject,
    label: m.timeline.candidate(clip(nameOf(subject, m.language), NAME_MAX), events),
  }));
  return reply(
    [
      note(m.timeline.choose(echo(asked.about!))),
      {
        type: "list",
        items: shown.map(({ subject, label }) => [
          strong(label),
          text(` · ${clip(roleOf(subject), ROLE_MAX)}`),
        ]),
      },
    ],
    shown.map(({ subject, label }) => again(label, { ...asked, about: subject.id })),
  );
}

/** What was searched, and the same question without its narrowest filter. */
function nothing(asked: Asked, found: FoundEvents, ctx: Context): Reply {
  const { m, library } = ctx;
  const scope = scopeOf(found.filters, ctx);
  const wider = widerThan(found.filters, library);
  if (scope === null || wider === null) return reply([note(m.timeline.noEvents)]);
  const part = scopeOf(wider.without, ctx)!;
  const { sort } = asked;
  const values = { ...wider.filters, ...(sort === undefined ? {} : { sort }) };
  return reply(
    [
      note(m.timeline.nothing(scope)),
      ...takenNote(asked, found, ctx),
      note(m.timeline.without(part, wider.total)),
      coverage(ctx),
    ],
    [again(clip(m.timeline.withoutLabel(part), LABEL_MAX), values), ...searchFor(found, ctx)],
  );
}

/** What no event is about may still stand in a document. */
function searchFor({ filters: { about } }: FoundEvents, { m, library }: Context): Action[] {
  if (about === undefined || eventsThatPass({ about }, library).length > 0) return [];
  const query = subjectName(about, library, m.language);
  return [{ label: m.timeline.searchTexts(clip(query, NAME_MAX)), command: "search", values: { query } }];
}

function again(label: string, values: Action["values"]): Action {
  return { label, command: "timeline", values, replaces: true };
}
