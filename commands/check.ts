import { REPLY_MAX, clip, costOf, echo } from "../src/core/budget.ts";
import { checkJson } from "../src/core/check/check-json.ts";
import { checkText, type Checked } from "../src/core/check/check.ts";
import {
  GIVEN_MAX,
  QUOTE_MAX,
  isTooLong,
  isWordless,
  quotationIn,
  quoteFrom,
} from "../src/core/check/quote-text.ts";
import { exactBlocks, nearBlocks, type Group } from "../src/core/check/reply-blocks.ts";
import { remarksOn } from "../src/core/check/remarks.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { OWN_OUTLET } from "../src/core/outlet.ts";
import { note, reply, text, type Action, type Block, type Reply } from "../src/core/reply.ts";
import { wordsOf } from "../src/core/search/words.ts";
import { EXCERPT_SHAPE } from "../src/core/excerpt-json.ts";

/** `/korea check`: whether a quote stands in the documents, word for word or nearly, and where. */
export const check = defineCommand({
  name: "check",
  description: (m) => m.check.description,
  primary: "quote",
  onMessage: "quote",
  options: {
    quote: { type: "string", required: true, description: (m) => m.check.optionQuote },
    offset: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.nextPage },
  },

  jsonShape:
    "{checked, verdict, ellipsis, part, short, comma, folded, spacing, ownWordsOnly, overParagraphs, farApart, " +
    `leftOut: [{text, negation}], searched, more, occurrences: [${EXCERPT_SHAPE} & {place}], ` +
    `nearest: [{excerpt: ${EXCERPT_SHAPE}, continued: [the same], similarity, diff: [{type, text}]}]}; verdict is exact, ` +
    "differs or not-found; checked is the text that was compared; occurrences with the same place belong together",

  async run({ quote, offset = 0 }, ctx) {
    if (ctx.library.size === 0) return reply([note(ctx.m.corpusEmpty)]);
    const checked = read(quote, ctx);
    if (checked.verdict === "not-found") return notFound(checked, ctx);
    const heading = [headingOf(checked, ctx), ...partOf(checked, ctx)];
    const notes = notesOn(checked, ctx);
    const room = REPLY_MAX - cost([...heading, ...notes]);
    const groups =
      checked.verdict === "exact" ? exactBlocks(checked, room, ctx) : nearBlocks(checked, room, ctx);
    return page(groups, { quote, offset, heading, notes, room }, ctx);
  },

  async json({ quote }, ctx) {
    return checkJson(read(quote, ctx), ctx);
  },
});

function read(given: string, { library }: Context): Checked {
  const tooLong = (length: number) => new UserError((m) => m.check.tooLong(length, QUOTE_MAX));
  if (given.length > GIVEN_MAX) throw tooLong(given.length);
  const whole = quoteFrom(given);
  const checkable = isTooLong(whole) ? quotationIn(given) : whole;
  if (checkable === null || isTooLong(checkable)) throw tooLong(whole.text.length);
  if (isWordless(checkable)) throw new UserError((m) => m.check.noWords);
  const checked = checkText(given, library);
  if (checked === null) throw new UserError((m) => m.check.onlyCommonWords);
  return checked;
}

function headingOf(checked: Checked, { m }: Context): Block {
  const { verdict, ellipsis, more, occurrences } = checked;
  const places = occurrences.length;
  const words =
    verdict === "differs"
      ? m.check.differs
      : remarksOn(checked).ownWordsOnly
        ? m.check.foundInOursOnly
        : ellipsis
          ? m.check.exactInParts(places)
          : more
            ? m.check.exactAtLeast(places)
            : m.check.exact(places);
  return { type: "heading", spans: [text(words)] };
}

/** Remarks that stand on every page, so that all pages have the same room. */
function notesOn(checked: Checked, { m }: Context): Block[] {
  const { verdict, nearest } = checked;
  const { short, comma, folded, spacing, ownWordsOnly, overParagraphs, farApart, leftOut } =
    remarksOn(checked);
  const negations = [...new Set(leftOut.flatMap(({ negation }) => negation?.toLowerCase() ?? []))];
  const ownToo =
    !ownWordsOnly && checked.occurrences.some(({ entry: { document } }) => document.outletId === OWN_OUTLET);
  const ownNear =
    !ownWordsOnly && nearest.some(({ entry: { document } }) => document.outletId === OWN_OUTLET);
  return [
    ...negations.slice(0, NEGATIONS_MAX).map((word) => note(m.check.leftOutNegation(word))),
    ...(short ? [note(m.check.short)] : []),
    ...(comma ? [note(m.check.comma)] : []),
    ...(overParagraphs ? [note(m.check.overParagraphs)] : []),
    ...(spacing === null ? [] : [note(m.check.otherSpacing(clip(spacing, SPACING_MAX)))]),
    ...(folded ? [note(m.check.folded)] : []),
    ...(farApart && verdict !== "exact" ? [note(m.check.farApart)] : []),
    ...(ownWordsOnly ? [note(m.check.ownWordsOnly)] : []),
    ...(ownToo ? [note(m.check.ownWordsToo)] : []),
    ...(ownNear ? [note(m.check.ownWordsNear)] : []),
  ];
}

/** Right under the heading: a verdict on a part is none on the whole. */
function partOf({ quote, isPart }: Checked, { m }: Context): Block[] {
  return isPart ? [{ type: "text", spans: [text(m.check.checkedPart(echo(quote.text)))] }] : [];
}

/** Negations that are named: who sees two reads what was left out. */
const NEGATIONS_MAX = 2;
/** UTF-16 units of the document's spacing that are repeated. */
const SPACING_MAX = 60;

interface Place {
  quote: string;
  /** Groups before this page. */
  offset: number;
  /** The verdict, and what it is about. */
  heading: readonly Block[];
  notes: readonly Block[];
  room: number;
}

/** Quotes on one page: with the buttons of each, what a message can hold. */
const QUOTES_MAX = 4;

function page(groups: Iterable<Group>, place: Place, { m }: Context): Reply {
  const { quote, offset, heading, notes, room } = place;
  const before: Group[] = [];
  const shown: Group[] = [];
  let left = room;
  let next = false;
  for (const group of groups) {
    if (before.length < offset) before.push(group);
    else {
      left -= cost(group);
      next = shown.length > 0 && (left < 0 || shown.length === QUOTES_MAX);
      if (next) break;
      shown.push(group);
    }
  }
  if (shown.length === 0) throw new UserError(() => m.check.noSuchPage);
  const turn = (label: string, to: number): Action => ({
    label,
    command: "check",
    values: { quote, offset: to },
    replaces: true,
  });
  return reply(
    [...heading, ...shown.flat(), ...notes],
    [
      ...(offset > 0 ? [turn(m.previousPage, earlier(before, room))] : []),
      ...(next ? [turn(m.nextPage, offset + shown.length)] : []),
    ],
  );
}

/** Where the page before begins, so that it ends where this one starts. */
function earlier(before: readonly Group[], room: number): number {
  let start = before.length;
  for (let left = room; start > 0 && before.length - start < QUOTES_MAX; start -= 1) {
    left -= cost(before[start - 1]!);
    if (left < 0 && start < before.length) break;
  }
  return start;
}

function notFound(checked: Checked, ctx: Context): Reply {
  const { m } = ctx;
  const query = wordsToSearch(checked.quote.text);
  return reply(
    [
      { type: "heading", spans: [text(m.check.notFound)] },
      ...partOf(checked, ctx),
      { type: "text", spans: [text(m.check.searched(checked.searched))] },
      note(m.check.noProof),
      ...notesOn(checked, ctx),
    ],
    query === "" ? [] : [{ label: m.check.searchWords, command: "search", values: { query } }],
  );
}

/** UTF-16 units of a quote that are searched by its words. */
const SEARCHED = 200;

/** The words of a quote without what the grammar of queries would read as its own. */
function wordsToSearch(quote: string): string {
  const words: string[] = [];
  let last = 0;
  for (const { start, end } of wordsOf(quote.normalize("NFKC").slice(0, SEARCHED))) {
    const word = quote.normalize("NFKC").slice(start, end).toLowerCase();
    if (start === last && words.length > 0) words[words.length - 1] += word;
    else words.push(word);
    last = end;
  }
  return words.join(" ");
}

function cost(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + costOf(block), 0);
}
