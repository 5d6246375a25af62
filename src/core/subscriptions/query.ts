import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import type { Context } from "../command.ts";
import { matchingFilters } from "../digest/filtered.ts";
import { publishedAfter } from "../digest/window.ts";
import { UserError } from "../errors.ts";
import type { Library } from "../library.ts";
import { firstDay, lastDay } from "../partial-date.ts";
import { readQuery } from "../search/read-query.ts";
import { search } from "../search/search.ts";
import { QUERY_MAX } from "./limits.ts";
import { localDate } from "./when.ts";

/**
 * The query of a subscription as it is kept; `null`, for everything, where it is blank. `today` is the local date
 * (`YYYY-MM-DD`) on which it is subscribed to.
 *
 * @throws {UserError} where it is too long, where a search would not take it, or where nothing new can match.
 */
export function readSubscribedQuery(typed: string, library: Library, today: string): string | null {
  const query = plainQuery(typed);
  if (query === "") return null;
  refuse(query, library, today);
  // What only narrows has no words to search for, but a digest takes all that it lets through.
  const isSearchable =
    matchingFilters(query, new Set(), library) !== null || search(library, { query, limit: 0 }).searchable;
  if (!isSearchable) throw new UserError((m) => m.noWordsToSearch);
  return query;
}

/** Whether what a search found something for could be subscribed to now. */
export function isSubscribable(
  query: string,
  { library, now, zone }: Pick<Context, "library" | "now" | "zone">,
): boolean {
  try {
    refuse(plainQuery(query), library, localDate(now(), zone));
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Throws what is wrong with a query. */
function refuse(query: string, library: Library, today: string): void {
  if (query.length > QUERY_MAX)
    throw new UserError((m) => subscriptionMessages(m).queryTooLong(query.length, QUERY_MAX));
  const { to } = readQuery(query, {}, library).filters;
  if (to !== undefined && lastDay(to) < firstDay(publishedAfter(today)))
    throw new UserError((m) => subscriptionMessages(m).onlyThePast(to));
}

/** The same query in one line, and as it is compared with others. */
export function plainQuery(typed: string): string {
  return typed.toWellFormed().normalize("NFC").replace(/\s+/gu, " ").trim();
}
