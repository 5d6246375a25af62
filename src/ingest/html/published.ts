import { parsePartialDate, type PartialDate } from "../../core/partial-date.ts";
import { datesIn } from "../saved-page/dates.ts";
import { strings, type LinkedData } from "./json-ld.ts";
import { isNamed, words } from "./marks.ts";
import { firstOf, type Meta } from "./meta.ts";
import type { Page, Piece } from "./page.ts";
import { ancestors, type PageElement } from "./tree.ts";

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publishdate",
  "publish_date",
  "publish-date",
  "pubdate",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "date",
];
const MODIFIED = [
  "article:modified_time",
  "datemodified",
  "dcterms.modified",
  "last-modified",
  "og:updated_time",
];

/** The day a metadata value writes, in its own time zone; `null` where it writes none or either of two. */
function dayOf(value: string): PartialDate | null {
  const text = value.trim().slice(0, 60);
  const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?|T.*)?$/u.exec(text);
  if (digits) return parsePartialDate(`${digits[1]}-${digits[2]}-${digits[3]}`);
  return datesIn(text)[0]?.date ?? null;
}

/**
 * The day of a moment written in universal time is the neighbouring one the page shows, if it shows one: it writes its own
 * days there.
 */
function localDay(value: string, shown: readonly PartialDate[]): PartialDate | null {
  const day = dayOf(value);
  if (day === null || !/T\d.*(?:Z|[+-]00:?00)$/iu.test(value.trim())) return day;
  return shown.includes(day)
    ? day
    : (shown.find((other) => Math.abs(Date.parse(other) - Date.parse(day)) <= DAY_MS) ?? day);
}

const DAY_MS = 86_400_000;

/** What the page says about the day: metadata first, then lines with a label, elements made for days, days alone. */
export function dateOf(
  page: Page,
  pieces: readonly Piece[],
  linked: readonly LinkedData[],
  meta: Meta,
): PartialDate | null {
  const told = (key: string) =>
    linked.flatMap((data) => strings(data[key])).map((value) => localDay(value, shown));
  const lines = pieces.flatMap(({ dateline }) => (dateline === null ? [] : [dateline]));
  const shown = [...lines.map((line) => line.published), ...pieces.map(namedDay)].filter(
    (day) => day !== null,
  );
  const published = [
    ...told("datePublished"),
    dayIn(meta, PUBLISHED, shown),
    lines.find(({ labelled }) => labelled)?.published,
    ...times(page, pieces, words("datepublished pubdate published"), words("datemodified modified updated")),
    lines.find((line) => line.published !== null)?.published,
    ...pieces.map((piece) => namedDay(piece)),
    ...pieces.map((piece) => loneDay(piece)),
    ...told("dateCreated"),
  ];
  const modified = [
    ...told("dateModified"),
    dayIn(meta, MODIFIED, shown),
    lines.find(({ updated }) => updated !== null)?.updated,
    ...times(page, pieces, words("datemodified modified updated"), null),
  ];
  return [...published, ...modified].find((day) => day !== null && day !== undefined) ?? null;
}

function dayIn(meta: Meta, names: readonly string[], shown: readonly PartialDate[]): PartialDate | null {
  for (const name of names) {
    const value = firstOf(meta, name);
    const day = value === null ? null : localDay(value, shown);
    if (day !== null) return day;
  }
  return null;
}

/** `<time>` and microdata near the article: those that say that they are the day wanted first, then those that say nothing. */
function times(
  { tree }: Page,
  pieces: readonly Piece[],
  wanted: ReadonlySet<string>,
  unwanted: ReadonlySet<string> | null,
): (PartialDate | null)[] {
  const near = new Set<PageElement>();
  for (const { element, at } of pieces) {
    // An inline element begins in its block, at or a little before the first words that follow it.
    for (
      let index = element.index;
      index <= Math.min(element.last, Math.max(at, element.index + 20));
      index += 1
    ) {
      const inner = tree.elements[index]!;
      if (inner.tag === "time" || inner.attributes.has("itemprop")) near.add(inner);
    }
  }
  const valueOf = ({ attributes }: PageElement) =>
    dayOf(attributes.get("datetime") ?? attributes.get("content") ?? "");
  const all = [...near];
  const sure = all.filter(
    (element) => isNamed(element, wanted) || (unwanted !== null && element.attributes.has("pubdate")),
  );
  const rest =
    unwanted === null ? [] : all.filter((element) => element.tag === "time" && !isNamed(element, unwanted));
  return [...sure, ...rest].map(valueOf);
}

/** A short line with one day and the time of it, between words that nobody knows. */
function loneDay({ text, prose }: Piece): PartialDate | null {
  if (prose || text.length > 100 || !/\d[:：]\d\d|\d[시時时]/u.test(text)) return null;
  const days = datesIn(text);
  return days.length === 1 ? days[0]!.date : null;
}

const DAY = words("date time published pubdate datetime timestamp dateline regdate day");

/** A short line with one day in an element that says that it is for days. */
function namedDay({ text, element }: Piece): PartialDate | null {
  if (text.length > 80) return null;
  const [first] = datesIn(text);
  if (first === undefined) return null;
  return [element, ...[...ancestors(element, null)].slice(0, 3)].some((around) => isNamed(around, DAY))
    ? first.date
    : null;
}
