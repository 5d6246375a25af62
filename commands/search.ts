import { cardsNamed } from "../src/core/about/named.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf, costOfAll, echo } from "../src/core/budget.ts";
import { commandMeant } from "../src/core/command-meant.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { KINDS } from "../src/core/document.ts";
import type { Library } from "../src/core/library.ts";
import type { Options, Values } from "../src/core/option.ts";
import { isOwn } from "../src/core/own-records.ts";
import { quoteOfStory } from "../src/core/quote.ts";
import { note, reply, text, type Action, type Block, type RawValues, type Reply } from "../src/core/reply.ts";
import { asQuery } from "../src/core/search/as-query.ts";
import { SORTS, type Filters } from "../src/core/search/filters.ts";
import { describeFilters } from "../src/core/search/read-filters.ts";
import { withoutFields, withoutQuotes } from "../src/core/search/read-query.ts";
import { search as find, type FoundExcerpt } from "../src/core/search/search.ts";
import { isSubscribable } from "../src/core/subscriptions/query.ts";
import { subscriptionMessages } from "../src/messages/groups/subscriptions.ts";
import type { Messages } from "../src/messages/messages.ts";

/** What a search takes. */
export const SEARCH_OPTIONS = {
  query: { type: "string", required: true, grammar: true, description: (m) => m.optionQuery },
  from: { type: "date", description: (m) => m.optionFrom },
  to: { type: "date", description: (m) => m.optionTo },
  outlet: { type: "string", description: (m) => m.optionOutlet },
  country: { type: "string", description: (m) => m.optionCountry },
  kind: {
    type: "string",
    description: (m) => m.optionKind,
    choices: KINDS.map((value) => ({ value, label: (m: Messages) => m.kinds[value] })),
  },
  language: { type: "string", description: (m) => m.optionLanguage },
  sort: {
    type: "string",
    description: (m) => m.optionSort,
    choices: SORTS.map((value) => ({ value, label: (m: Messages) => m.sorts[value] })),
  },
  offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
} as const satisfies Options;

type SearchValues = Values<typeof SEARCH_OPTIONS>;

/** `/korea search`: the passages that answer, quoted and attributed, best first, in pages. */
export const search = defineCommand({
  name: "search",
  description: (m) => m.searchDescription,
  primary: "query",
  options: SEARCH_OPTIONS,

  async run(values, ctx) {
    const { query, offset = 0, sort, ...typed } = values;
    const { library, m } = ctx;
    if (library.size === 0) return reply([note(m.corpusEmpty)]);
    // The page before is looked up too: where it begins depends on how much fits on it.
    const start = Math.max(0, offset - EXCERPTS_MAX);
    const limit = offset - start + EXCERPTS_MAX;
    const request = { query, filters: typed, offset: start, limit, ...(sort === undefined ? {} : { sort }) };
    const {
      total,
      excerpts: found,
      shortened,
      searchedAlso,
      searchable,
      filters,
      more,
    } = find(library, request);
    if (!searchable) return reply([note(m.noWordsToSearch), ...hint(query, ctx)]);
    const before = found.slice(0, offset - start);
    const excerpts = found.slice(offset - start);
    const remarks: Block[] = [
      ...(shortened ? [note(m.queryShortened)] : []),
      ...(searchedAlso.length > 0 ? [note(m.searchedAlso(searchedAlso))] : []),
    ];
    if (total === 0) return nothing(values, filters, remarks, ctx);
    if (excerpts.length === 0) return reply([note(m.noMoreAnswers(total))]);
    return page(values, { offset, total, more, excerpts, before }, remarks, ctx);
  },
});

/** Where a page begins among all answers, and what may stand on it and on the one before. */
interface Place {
  offset: number;
  total: number;
  /** Whether there may be more of them than `total`. */
  more: boolean;
  excerpts: readonly FoundExcerpt[];
  before: readonly FoundExcerpt[];
}

function page(values: SearchValues, place: Place, remarks: readonly Block[], ctx: Context): Reply {
  const { m } = ctx;
  const { offset, total } = place;
  const query = echo(values.query);
  const headingWith = (last: number): Block => ({
    type: "heading",
    spans: [text(m.foundHeading(query, total, offset + 1, last, place.more))],
  });
  const room = REPLY_MAX - costOfAll([headingWith(total), ...remarks]);
  const quotes = fitting(place.excerpts, room, ctx);
  // As many as fit, counted from the end: the page before must end where this one begins.
  const previous = offset - fitting(place.before.toReversed(), room, ctx).length;
  const next = offset + quotes.length;
  return reply(
    [headingWith(next), ...quotes, ...remarks],
    [
      ...(offset > 0 ? [turn(m.previousPage, values, previous)] : []),
      ...(next < total ? [turn(m.nextPage, values, next)] : []),
      ...subscribing(values, ctx),
    ],
  );
}

function fitting(excerpts: readonly FoundExcerpt[], room: number, ctx: Context): Block[] {
  const quotes: Block[] = [];
  let left = room;
  for (const found of excerpts) {
    const quote = quoteOfStory(found.excerpt, found.document, ctx);
    left -= costOf(quote);
    // One is always shown: an excerpt and its citation have bounds of their own.
    if (left < 0 && quotes.length > 0) break;
    quotes.push(quote);
  }
  return quotes;
}

function turn(label: string, values: RawValues, offset: number): Action {
  return { label, command: "search", values: { ...values, offset }, replaces: true };
}

/** One press subscribes the channel to what was searched, for those who may. */
function subscribing(values: SearchValues, ctx: Context): Action[] {
  const { m, channel, mayManage, botAbsent, library } = ctx;
  if (channel === null || !mayManage || botAbsent) return [];
  const { query, offset: _, sort: __, ...filters } = values;
  const whole = asQuery(query, filters, library);
  if (whole === null || !isSubscribable(whole, ctx)) return [];
  return [
    { label: subscriptionMessages(m).subscribeToSearch, command: "subscribe", values: { query: whole } },
  ];
}

/** What is typed without the name of a command is searched for, a misspelt name too. */
function hint(query: string, { commands, m }: Context): Block[] {
  const names = commands.map(({ name }) => name);
  const command = commandMeant(query, names);
  return command === null ? [] : [note(m.commandMeant(command))];
}

function nothing(values: SearchValues, filters: Filters, remarks: readonly Block[], ctx: Context): Reply {
  const { query } = values;
  const { library, m } = ctx;
  const described = describeFilters(filters, library, m);
  const unquoted = withoutQuotes(withoutFields(query));
  const [wider = null] = [
    ...(described === null
      ? []
      : [{ query: withoutFields(query), tell: m.withoutFilters, label: m.searchWithoutFilters }]),
    ...(unquoted === null ? [] : [{ query: unquoted, tell: m.withoutQuotes, label: m.searchWithoutQuotes }]),
  ]
    .filter((other) => other.query !== "")
    .map((other) => ({ ...other, total: find(library, { query: other.query, limit: 0 }).total }))
    .filter(({ total }) => total > 0);
  const { names, cards } = cardsNamed(wider === null ? withoutFields(query) : "", ctx);
  return reply(
    [
      note(m.nothingFound(echo(query), library.size, described)),
      ...hint(query, ctx),
      note(wider === null ? m.nothingFoundAdvice : wider.tell(wider.total)),
      ...(described !== null && hasOnlyOwnWords(library) ? [note(m.onlyOwnWords)] : []),
      ...remarks,
      ...(names.length > 0 ? [note(m.about.namedHere(names))] : []),
    ],
    [
      ...(wider === null
        ? []
        : [
            {
              label: wider.label,
              command: "search",
              values: { query: wider.query },
              replaces: true,
            } as const,
          ]),
      ...cards,
      // What nobody has written yet may well come.
      ...subscribing(values, ctx),
    ],
  );
}

function hasOnlyOwnWords(library: Library): boolean {
  for (const document of library.documents()) if (!isOwn(document)) return false;
  return true;
}
