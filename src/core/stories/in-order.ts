import type { Document } from "../document.ts";
import { firstDay } from "../partial-date.ts";

/** The first day that a document can be of; what has no date comes after everything that has one. */
export function dayOf({ date }: Pick<Document, "date">): string {
  return date === null ? "~" : firstDay(date);
}

/** Compares two documents: the earlier one first, of one day in the order of their ids. */
export function byDateThenId(a: Document, b: Document): number {
  return compare(dayOf(a), dayOf(b)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
