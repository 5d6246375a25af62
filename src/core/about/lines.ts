import { clip } from "../budget.ts";
import type { Context } from "../command.ts";
import { opposingOf } from "../compare/opposing.ts";
import { formatDate, hostOf } from "../names.ts";
import { parsePartialDate } from "../partial-date.ts";
import type { AgreementRecord, EventRecord, PositionRecord, RecordSource } from "../reference.ts";
import { code, strong, text, type Span } from "../reply.ts";
import { nameBookOf } from "./name-book.ts";
import { nameOf } from "./names.ts";

/** UTF-16 units of a name, of the title of a record or a source, and of a statement of ours. */
const NAME_MAX = 60;
const TITLE_MAX = 120;
const STATEMENT_MAX = 400;
/** Holders of a position and of its contraries that are named; the rest are counted. */
const HOLDERS_MAX = 4;
/** As in `citation.ts`: of a longer address only the host is shown. */
const URL_MAX = 300;

/** A position in our paraphrase: when and whose, what, who holds the contrary, and the id to read it under. */
export function positionLine(position: PositionRecord, ctx: Context): Span[] {
  const { m } = ctx;
  const { id, date, end, who, also, topic, statement, kind } = position;
  const holders = someOf(
    [who, ...also].map((one) => nameOfId(one, ctx)),
    ctx,
  );
  return [
    strong(`${periodOf(date, end, ctx)} · ${holders}`),
    text(
      ` · ${m.about.positionKinds[kind]} · ${clip(topic, NAME_MAX)}: ${sentence(clip(statement, STATEMENT_MAX))}`,
    ),
    ...opposingTo(position, ctx).map((words) => text(` ${words}`)),
    ...idSpan(`position/${id}`, ctx),
  ];
}

/** Who holds the contrary and in what years; the holder too may have said otherwise at another time. */
function opposingTo(position: PositionRecord, ctx: Context): string[] {
  const { m, library } = ctx;
  const { others, own } = opposingOf(position, library.reference);
  const named = others.map(({ who, years }) => m.compare.bracketed(nameOfId(who, ctx), years.join(", ")));
  const dates = new Set(own.map(({ date, end }) => periodOf(date, end, ctx)));
  return [
    ...(named.length === 0 ? [] : [m.about.opposing(someOf(named, ctx))]),
    ...(own.length === 0 ? [] : [m.about.differsFromOwn(someOf([...dates], ctx))]),
  ];
}

/** An event: when, what, and the id to read it under. */
export function eventLine({ id, date, end, title }: EventRecord, ctx: Context): Span[] {
  return [
    strong(periodOf(date, end, ctx)),
    text(` · ${clip(title, TITLE_MAX)}`),
    ...idSpan(`event/${id}`, ctx),
  ];
}

/** An agreement: when, what, and the id to read it under. */
export function agreementLine({ id, date, title }: AgreementRecord, ctx: Context): Span[] {
  return [
    strong(periodOf(date, undefined, ctx)),
    text(` · ${clip(title, TITLE_MAX)}`),
    ...idSpan(`agreement/${id}`, ctx),
  ];
}

/** A source of a record: publisher, title, date as far as it is known, link. */
export function sourceLine({ publisher, title, date, url }: RecordSource, ctx: Context): Span[] {
  const when = date === undefined ? [] : [periodOf(date, undefined, ctx)];
  const words = [clip(publisher, NAME_MAX), ctx.m.quoted(clip(title, TITLE_MAX)), ...when].join(", ");
  if (url === undefined) return [text(words)];
  const host = hostOf(url);
  return [
    text(`${words} · `),
    new URL(url).href.length > URL_MAX ? text(clip(host, NAME_MAX)) : { type: "link", text: host, url },
  ];
}

/** A day, month or year, or a period, in the person's language. */
export function periodOf(date: string, end: string | undefined, { m }: Context): string {
  const parsed = parsePartialDate(date);
  const start = parsed === null ? clip(date, NAME_MAX) : formatDate(parsed, m.language);
  const last = end === undefined ? null : parsePartialDate(end);
  return last === null ? start : m.about.period(start, formatDate(last, m.language));
}

/** Name of an entity by its id; what is no id is a name already. */
export function nameOfId(id: string, { library, m }: Context): string {
  const subject = nameBookOf(library.reference).withId(`entity/${id}`);
  return clip(subject === null ? id : nameOf(subject, m.language), NAME_MAX);
}

/** Names in a row; beyond a few they are counted. */
export function someOf(names: readonly string[], { m }: Context, max = HOLDERS_MAX): string {
  const more = names.length - max;
  return [...names.slice(0, max), ...(more > 0 ? [m.about.andMoreNames(more)] : [])].join(", ");
}

/** Only what is in the library can be read under its id. */
function idSpan(id: string, { library }: Context): Span[] {
  return library.get(id) === null ? [] : [text(" · "), code(id)];
}

function sentence(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`;
}
