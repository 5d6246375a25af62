import type { Document, Kind } from "../document.ts";
import { firstDay, overlaps, type PartialDate } from "../partial-date.ts";

/** What narrows a search; a missing filter lets everything through. */
export interface Filters {
  /** Inclusive; a document matches where its date can lie between them. Undated documents never do. */
  from?: PartialDate;
  to?: PartialDate;
  /** Id of an outlet, or the folded name of one that is not in the outlet book. */
  outlet?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string;
  kind?: Kind;
  /** BCP 47 primary language; `zh` lets `zh-Hans` through. */
  language?: string;
  /** Part of the author's name, in lower case. */
  author?: string;
  /** Ids of entries of the lexicon; a passage must name one of them. */
  about?: readonly string[];
}

/** Whether a document passes the filters; what a passage must name is for the index to judge. */
export function passes(document: Document, filters: Filters): boolean {
  const { from, to, outlet, country, kind, language, author } = filters;
  if ((from !== undefined || to !== undefined) && !inTime(document.date, from ?? null, to ?? null))
    return false;
  if (outlet !== undefined && document.outletId !== outlet && document.outlet?.toLowerCase() !== outlet)
    return false;
  if (country !== undefined && document.country !== country) return false;
  if (kind !== undefined && document.kind !== kind) return false;
  if (author !== undefined && document.author?.toLowerCase().includes(author) !== true) return false;
  return (
    language === undefined || document.language === language || document.language.startsWith(`${language}-`)
  );
}

function inTime(date: PartialDate | null, from: PartialDate | null, to: PartialDate | null): boolean {
  return date !== null && overlaps(date, from, to);
}

/** How answers are ordered; undated documents come last in both orders by date. */
export const SORTS = ["relevance", "newest", "oldest"] as const;
export type Sort = (typeof SORTS)[number];

/** Compares two documents for an order by date; equal dates keep their order by relevance. */
export function byDate(sort: Exclude<Sort, "relevance">): (a: Document, b: Document) => number {
  const direction = sort === "newest" ? -1 : 1;
  return (a, b) => {
    if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
    return direction * firstDay(a.date).localeCompare(firstDay(b.date));
  };
}
