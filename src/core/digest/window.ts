import { Temporal } from "temporal-polyfill";
import type { Context } from "../command.ts";
import { firstDay, lastDay, parsePartialDate, type PartialDate } from "../partial-date.ts";
import type { NewDocument } from "./new-document.ts";

/** Days before a local date within which a new document was published. */
export const NEWS_DAYS = 7;

/** The news of one digest. */
export interface NewsWindow {
  /** Local date of the digest, `YYYY-MM-DD`. */
  readonly date: PartialDate;
  /** Numbers of versions: what came after the one, and no later than the other. */
  readonly after: number;
  readonly through: number;
}

/** The day since which a document was published that is news on a local date (`YYYY-MM-DD`). */
export function publishedAfter(localDate: string): PartialDate {
  const day = Temporal.PlainDate.from(localDate).subtract({ days: NEWS_DAYS }).toString();
  return parsePartialDate(day)!;
}

/** Whether what was published on a day, or in a month or year, is still news on a local date (`YYYY-MM-DD`). */
export function isStillNews(published: PartialDate, localDate: string): boolean {
  return lastDay(published) >= firstDay(publishedAfter(localDate));
}

/** The news of a digest, as far as they are still there. */
export async function newsOf(
  { date, after, through }: NewsWindow,
  { newsSince }: Pick<Context, "newsSince">,
): Promise<readonly NewDocument[]> {
  const { news } = await newsSince(after, publishedAfter(date));
  return news.filter(({ addedSeq }) => addedSeq <= through);
}
