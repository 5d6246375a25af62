import type { CSL, CSLDate, CSLType } from "@citation-js/core";
import type { Document, Kind } from "../document.ts";
import { isDatedByEvent, isOwn } from "../own-records.ts";
import { partsOf, type PartialDate } from "../partial-date.ts";
import { authorsIn } from "./authors.ts";
import { citationKey } from "./key.ts";
import { NEWSPAPERS } from "./newspapers.ts";

/** What an item is made with beside its document. */
export interface CitingTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA time zone in which days begin. */
  readonly zone: string;
  /** The day up to which our own records of the reference base are kept; `null` where none tells. */
  readonly recordsAsOf: PartialDate | null;
}

/** How styles call a genre. What is plain news or not known gets no label. */
const GENRES: Partial<Record<Kind, string>> = {
  opinion: "Opinion",
  editorial: "Editorial",
  briefing: "Briefing",
  official: "Statement",
  reference: "Reference entry",
};

/**
 * A document as an item of the Citation Style Language (https://docs.citationstyles.org/en/stable/specification.html).
 * Names stay whole (`literal`): which part of a Korean or Chinese name is the family's cannot be read off it. What is
 * not known is absent.
 */
export function itemOf(document: Document, time: CitingTime): CSL {
  const { id, title, url, kind, language } = document;
  const { type, author, container, publisher } = rolesOf(document);
  const genre = GENRES[kind];
  const issued = issuedOn(document, time);
  return {
    id: citationKey(id),
    type,
    title,
    ...(author === null
      ? {}
      : {
          author: (author === document.author ? authorsIn(author) : [author]).map((literal) => ({ literal })),
        }),
    ...(container === null ? {} : { "container-title": container }),
    ...(publisher === null ? {} : { publisher }),
    ...(genre === undefined ? {} : { genre }),
    ...(issued === null ? {} : { issued: cslDate(issued) }),
    ...(isOwn(document) ? { note: ownNote(document, issued) } : {}),
    ...(url === null ? {} : { URL: url, accessed: today(time) }),
    ...(language === "unknown" ? {} : { language }),
  };
}

interface Roles {
  type: CSLType;
  author: string | null;
  container: string | null;
  publisher: string | null;
}

function rolesOf(document: Document): Roles {
  const { kind, outletId, outlet, author, url } = document;
  if (isOwn(document)) {
    // Whoever wrote it, it is the desk that answers for it.
    const type = kind === "reference" ? "entry" : "report";
    return { type, author: outlet, container: null, publisher: outlet };
  }
  if (kind === "official" || kind === "briefing")
    return { type: "report", author: author ?? outlet, container: null, publisher: outlet };
  const article = { author, container: outlet, publisher: null };
  if (kind === "reference") return { type: "entry-encyclopedia", ...article };
  if (outletId !== null && NEWSPAPERS.has(outletId)) return { type: "article-newspaper", ...article };
  return { type: outlet === null && url === null ? "document" : "webpage", ...article };
}

/** A record of ours is often dated by what it tells of; it says what we knew on the day up to which records are kept. */
function issuedOn(document: Document, { recordsAsOf }: CitingTime): PartialDate | null {
  return isOwn(document) && isDatedByEvent(document) ? recordsAsOf : document.date;
}

/** Our words are no source of their own: programs show it beside the item, and styles set `as of` before its date. */
function ownNote({ outlet }: Document, issued: PartialDate | null): string {
  return `Own words of ${outlet ?? "the desk"}${issued === null ? "" : `, as of ${issued}`}`;
}

function cslDate(date: PartialDate): CSLDate {
  const { year, month, day } = partsOf(date);
  if (month === undefined) return { "date-parts": [[year]] };
  return { "date-parts": [day === undefined ? [year, month] : [year, month, day]] };
}

/** The day it is, which is the day on which whoever cites looked at the page. */
function today({ now, zone }: CitingTime): CSLDate {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return { "date-parts": [[part("year"), part("month"), part("day")]] };
}
