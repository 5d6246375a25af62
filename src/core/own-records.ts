import type { Document } from "./document.ts";
import { OWN_OUTLET } from "./outlet.ts";
import { lastDay, type PartialDate } from "./partial-date.ts";

/** Whether the words are ours. */
export function isOwn({ outletId }: Document): boolean {
  return outletId === OWN_OUTLET;
}

/** Whether a record of ours is dated by what it tells of, not by the day up to which it is kept. */
export function isDatedByEvent({ id, kind }: Document): boolean {
  return kind === "reference" && /^(?:event|agreement|position)\//u.test(id);
}

/** The day up to which our own words among the documents are kept: the latest that any of them names. */
export function ownAsOf(documents: Iterable<Document>): PartialDate | null {
  let latest: PartialDate | null = null;
  for (const document of documents) {
    if (!isOwn(document) || isDatedByEvent(document) || document.date === null) continue;
    if (latest === null || lastDay(document.date) > lastDay(latest)) latest = document.date;
  }
  return latest;
}
