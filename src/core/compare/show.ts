import { REPLY_MAX, clip, costOfAll, echo } from "../budget.ts";
import type { Context } from "../command.ts";
import { quoteOfStory } from "../quote.ts";
import { note, reply, strong, text, type Action, type Block, type RawValues, type Reply } from "../reply.ts";
import { describeFilters } from "../search/read-filters.ts";
import { ALWAYS_SHOWN, type Bloc } from "./blocs.ts";
import type { Comparison } from "./compare.ts";
import { fits } from "./fits.ts";
import { BYS } from "./group.ts";
import { pagesOf, type Part } from "./pages.ts";
import { positionSpans } from "./show-position.ts";

/** Outlets on one page. */
const OUTLETS_MAX = 5;
/** Actions of a page: on the first one the two other ways to compare and the next page, on others the neighbouring pages. */
const ACTIONS_MAX = { first: BYS.length, other: 2 };
/** UTF-16 units of what is told beside the answer, so that there is room for the answer. */
const NOTE_MAX = 240;
/** UTF-16 units of a topic to which a field can be added: of a longer one no fields are read. */
const FIELD_TOPIC_MAX = 250;

/** A comparison as a reply: the page that holds the side of this index. */
export function showSides(comparison: Comparison, offset: number, ctx: Context): Reply {
  const { by } = comparison.request;
  const blocksOf = pageWith(comparison, ctx);
  const pages = pagesOf(comparison.sides, (parts, page) => {
    if (by === "outlet" && parts.length > OUTLETS_MAX) return false;
    // The number of pages is not known yet: room is kept for one of two digits.
    return fits(blocksOf(parts, page, 99), page === 0 ? ACTIONS_MAX.first : ACTIONS_MAX.other);
  });
  const starts = pages.map((_, at) => pages.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const shown = Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
  return reply(
    withinBudget(blocksOf(pages[shown]!, shown, pages.length)),
    actionsOn(comparison, { shown, starts }, ctx),
  );
}

/** What was found beside the sides is told last, and only where it fits: an excerpt with much markup may need all the room. */
function withinBudget(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  return last?.type === "note" && costOfAll(blocks) > REPLY_MAX ? withinBudget(blocks.slice(0, -1)) : blocks;
}

function pageWith(
  comparison: Comparison,
  ctx: Context,
): (parts: readonly Part[], page: number, pages: number) => Block[] {
  const { request, sides, isOursOnly, filters, searchedAlso, shortened } = comparison;
  const { m, library } = ctx;
  const compared = new Set(sides.flatMap(({ positions }) => positions.map(({ id }) => id)));
  const described = describeFilters(filters, library, m);
  const above = [
    ...(isOursOnly ? [note(m.compare.oursOnly)] : []),
    ...(described === null ? [] : [note(m.compare.narrowed(clip(described, NOTE_MAX)))]),
  ];
  const also = within(searchedAlso, NOTE_MAX);
  const below = [
    ...(also.length === 0 ? [] : [note(m.searchedAlso(also))]),
    ...(shortened ? [note(m.queryShortened)] : []),
  ];
  return (parts, page, pages) => [
    {
      type: "heading",
      spans: [text(m.compare.heading(request.by, echo(request.topic), page + 1, pages))],
    },
    ...above,
    ...parts.flatMap((part) => partBlocks(part, compared, isOursOnly, ctx)),
    ...furtherNote(parts, comparison, ctx),
    ...below,
  ];
}

function partBlocks(part: Part, compared: ReadonlySet<string>, isOursOnly: boolean, ctx: Context): Block[] {
  const { side, begins, first, count } = part;
  const { group, excerpt, positions } = side;
  const { m } = ctx;
  const style = { compared, withCountry: !ALWAYS_SHOWN.has(group.key as Bloc) };
  const shown = positions.slice(first, first + count);
  const missing = isOursOnly ? (positions.length === 0 ? m.compare.noPosition : null) : m.compare.silent;
  return [
    {
      type: "text",
      spans: [
        strong(clip(group.label(m), NOTE_MAX / 2)),
        ...(begins && excerpt === null && missing !== null ? [text(` · ${missing}`)] : []),
      ],
    },
    ...(begins && excerpt !== null ? [quoteOfStory(excerpt.excerpt, excerpt.document, ctx)] : []),
    ...(shown.length === 0
      ? []
      : [{ type: "list" as const, items: shown.map((position) => positionSpans(position, style, ctx)) }]),
  ];
}

/** How many positions of the sides of a page are not shown, and how to see them. */
function furtherNote(parts: readonly Part[], { request, sides }: Comparison, { m }: Context): Block[] {
  // A side alone goes on on the next page.
  if (sides.length === 1) return [];
  const left = ({ side, count }: Part) => side.positions.length - count;
  const more = parts.filter((part) => left(part) > 0);
  if (more.length === 0) return [];
  const counts = more
    .map((part) => `${clip(part.side.group.label(m), NOTE_MAX / 6)} ${left(part)}`)
    .join(", ");
  const field = more.find(({ side }) => side.group.field !== null)?.side.group.field ?? null;
  return [note(m.compare.further(counts, request.topic.length > FIELD_TOPIC_MAX ? null : field))];
}

function actionsOn(
  { request }: Comparison,
  { shown, starts }: { shown: number; starts: readonly number[] },
  { m }: Context,
): Action[] {
  const { topic, by, from, to } = request;
  const values: RawValues = {
    topic,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const turn = (label: string, more: RawValues): Action => ({
    label,
    command: "compare",
    values: { ...values, ...more },
    replaces: true,
  });
  const previous = starts[shown - 1];
  const next = starts[shown + 1];
  return [
    ...(previous === undefined ? [] : [turn(m.previousPage, { by, offset: previous })]),
    ...(next === undefined ? [] : [turn(m.nextPage, { by, offset: next })]),
    // Beside five excerpts there is no room for them and both neighbouring pages.
    ...(previous === undefined
      ? BYS.filter((other) => other !== by).map((other) => turn(m.compare.bys[other], { by: other }))
      : []),
  ];
}

/** So many of the words that they take at most `max` UTF-16 units together. */
function within(words: readonly string[], max: number): string[] {
  const kept: string[] = [];
  let room = max;
  for (const word of words) {
    room -= word.length + 2;
    if (room < 0) break;
    kept.push(word);
  }
  return kept;
}
