import type { Temporal } from "temporal-polyfill";
import type { NewDocument } from "../../core/digest/new-document.ts";
import { newsOf } from "../../core/digest/window.ts";
import { parsePartialDate } from "../../core/partial-date.ts";
import type { Store } from "../../store/store.ts";

/** Local days in a zone, from the beginning of the first to the end of the last. */
export interface LocalDays {
  readonly since: Temporal.PlainDate;
  readonly date: Temporal.PlainDate;
  /** IANA name. */
  readonly zone: string;
}

/** What came as news on these days, published within a week of the last. */
export async function localNews(
  { since, date, zone }: LocalDays,
  store: Pick<Store, "newsCursorAt" | "newsSince">,
): Promise<readonly NewDocument[]> {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const after = await store.newsCursorAt(startOf(since));
  const through = await store.newsCursorAt(startOf(date.add({ days: 1 })));
  return newsOf({ date: parsePartialDate(date.toString())!, after, through }, store);
}
