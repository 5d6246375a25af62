import type { Messages } from "../../messages/messages.ts";
import { messagesFor } from "../../messages/index.ts";
import { REPLY_MAX, clip, costOfAll, echo } from "../budget.ts";
import { citationOf } from "../citation.ts";
import { withContextNotes } from "../context-notes.ts";
import type { Library } from "../library.ts";
import { formatDate } from "../names.ts";
import { parsePartialDate, type PartialDate } from "../partial-date.ts";
import { note, reply, strong, text, type Action, type Block, type Reply } from "../reply.ts";
import { matchesAmong, type Matches, type NewsItem } from "./matches.ts";
import type { NewDocument } from "./new-document.ts";
import { onThisDay } from "./on-this-day.ts";
import { digestPageMessages, pageOf } from "./page.ts";
import { quoteOfDay } from "./quote-of-day.ts";
import type { Known } from "./show-item.ts";
import type { DigestWhy } from "./why-code.ts";

export type { NewDocument } from "./new-document.ts";
export type { DigestWhy } from "./why-code.ts";

/** What a digest is made of. */
export interface DigestInput {
  readonly subscription: {
    /** In the grammar of searches; `null`: everything. */
    readonly query: string | null;
    /** Silence on a day without news. */
    readonly quiet: boolean;
    readonly language: "en" | "ko";
    readonly zone: string;
  };
  /** `YYYY-MM-DD`. */
  readonly localDate: string;
  /** New documents since the cursor, published within 7 days, unfiltered. */
  readonly news: readonly NewDocument[];
  readonly library: Library;
  /** Ids of quotes of the day already used. */
  readonly past: readonly string[];
  /** Whether it comes later than its time. */
  readonly late: boolean;
  /** Whether it only shows what would come, and says so. */
  readonly preview?: boolean;
}

/** A digest, ready to be frozen. */
export interface Digest {
  /** `null`: silence. */
  readonly reply: Reply | null;
  /** Texts that matched, of which the reply shows the first. */
  readonly items: number;
  readonly why: DigestWhy;
  /** Id of the quote of the day; `null` where there is none. */
  readonly quoteOfDay: string | null;
}

/** Events of this day: one beside news, two where there is room. */
const EVENTS_MAX = 2;
/** UTF-16 units of the remark on what was searched beside the query. */
const ALSO_MAX = 300;

/**
 * What a channel gets on a local date: excerpts of what is new and matches, events of this day, and without news a quote of
 * the day. Nothing but excerpts, entries of the reference base and counts; the same input gives the same digest.
 *
 * @throws {RangeError} where the local date is none.
 */
export function composeDigest(input: DigestInput): Digest {
  const { subscription, news, library } = input;
  const { query, quiet, language } = subscription;
  const date = parsePartialDate(input.localDate);
  if (date === null || date.length !== 10) throw new RangeError(`${input.localDate} is no day`);
  const known: Known = { library, m: messagesFor(language) };
  const matches = matchesAmong(news, query, library);
  const why = whyOf(matches, known.m);
  const head = headOf(date, input, matches, known);
  if (matches.items.length > 0) {
    const shown = withItems(head, date, input, matches, known);
    return { reply: shown, items: matches.items.length, why, quoteOfDay: null };
  }
  if (quiet) return { reply: null, items: 0, why, quoteOfDay: null };
  return { ...withoutItems(head, date, input, known), items: 0, why };
}

function whyOf({ items, matched, of, mistake }: Matches, m: Messages): DigestWhy {
  if (items.length > 0) return { type: "news", matched, of };
  if (mistake !== null) return { type: "unreadable", mistake: mistake(m) };
  return of === 0 ? { type: "noNews" } : { type: "noMatch", of };
}

function headOf(
  date: PartialDate,
  { subscription: { query }, late, preview = false }: DigestInput,
  { items, matched, of, searchedAlso, shortened, mistake }: Matches,
  { m }: Known,
): Block[] {
  const say = digestPageMessages(m);
  const asked = query === null ? null : echo(query);
  const counted =
    mistake !== null
      ? say.unreadable(asked ?? "", clip(mistake(m), ALSO_MAX))
      : of === 0
        ? say.noNews
        : items.length === 0
          ? asked === null
            ? say.noNews
            : say.noMatch(of, asked)
          : say.newDocuments(matched, of, items.length, asked);
  return [
    { type: "heading", spans: [text(say.heading(formatDate(date, m.language)))] },
    ...(late ? [note(say.late)] : []),
    ...(preview ? [note(say.preview)] : []),
    { type: "text", spans: [text(counted)] },
    ...(items.length > 0 && searchedAlso.length > 0
      ? [note(clip(m.searchedAlso(searchedAlso), ALSO_MAX))]
      : []),
    ...(shortened ? [note(m.queryShortened)] : []),
  ];
}

function withItems(
  head: Block[],
  date: PartialDate,
  input: DigestInput,
  { items }: Matches,
  known: Known,
): Reply {
  const say = digestPageMessages(known.m);
  const today = onThisDay(date, known);
  const roomBeside = (blocks: readonly Block[]) => REPLY_MAX - costOfAll([...head, ...blocks]);
  // Events make room for news: fewer of them before an item is left out.
  const counts = Array.from({ length: EVENTS_MAX + 1 }, (_, at) => EVENTS_MAX - at);
  const tried = counts.map((count) => ({ count, blocks: today.blocks(count) }));
  const best =
    tried.find(({ blocks, count }) => {
      const needed = count > 1 ? items.length : 1;
      const { next } = pageOf(items, 0, roomBeside(blocks), known, { least: 0 });
      return next >= needed;
    }) ?? tried.at(-1)!;
  const page = pageOf(items, 0, roomBeside(best.blocks), known);
  const rest: Action[] =
    page.next < items.length
      ? [
          {
            label: say.rest(items.length - page.next),
            command: "digest",
            values: restOf(input, items.slice(0, page.next)),
          },
        ]
      : [];
  return reply(
    [...head, ...page.blocks, ...best.blocks],
    [...page.actions, ...rest, ...(best.blocks.length > 0 ? today.actions : [])],
  );
}

/**
 * What the command behind the button needs to find the same news again. Which items are shown is told one by one: until it is
 * pressed documents go, and others change their order, so that no count would tell which are left.
 */
function restOf(
  { subscription: { query }, localDate, news }: DigestInput,
  shownItems: readonly NewsItem[],
): Action["values"] {
  const numbers = news.map(({ addedSeq }) => addedSeq);
  const ids = new Set(shownItems.map(({ document }) => document.id));
  const shown = news.filter(({ document }) => ids.has(document.id)).map(({ addedSeq }) => addedSeq);
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const most = numbers.reduce((a, b) => Math.max(a, b));
  return {
    date: localDate,
    after: least - 1,
    through: most,
    shown: shown.join(","),
    offset: 0,
    ...(query === null ? {} : { query }),
  };
}

function withoutItems(
  head: Block[],
  date: PartialDate,
  { subscription: { query, language, zone }, localDate, news, past, library }: DigestInput,
  known: Known,
): Pick<Digest, "reply" | "quoteOfDay"> {
  const say = digestPageMessages(known.m);
  const seed = JSON.stringify([localDate, query, language, zone]);
  // What was told not to match would be odd below.
  const except = new Set(news.map(({ document }) => document.id));
  const quote = quoteOfDay(library, { language, seed, past, date, except });
  const today = onThisDay(date, known);
  const events = today.blocks(EVENTS_MAX);
  const quoted: Block[] =
    quote === null
      ? []
      : [
          { type: "text", spans: [strong(say.quoteOfDay)] },
          withContextNotes(
            {
              type: "quote",
              excerpt: quote.excerpt,
              citation: citationOf(quote.entry.document, known.m),
              actions: [],
            },
            quote.entry.document,
            known,
          ),
        ];
  const whole = [...head, ...quoted, ...events];
  const fits = costOfAll(whole) <= REPLY_MAX;
  return {
    reply: reply(fits ? whole : [...head, ...quoted], [
      ...(quote === null ? [] : [{ label: say.openQuote, command: "read", values: { id: quote.id } }]),
      ...(fits ? today.actions : []),
    ]),
    quoteOfDay: quote?.id ?? null,
  };
}
