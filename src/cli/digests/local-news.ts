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

/** What came on local days. */
export interface LocalNews {
  /** Published within a week of the last day. */
  readonly news: readonly NewDocument[];
  /** How many were published before that: no digest of the last day takes them. */
  readonly older: number;
}

/** Before anything was published: what came is then told whatever its date. */
const EVER = parsePartialDate("1000-01-01")!;

/** What came as news on these days. */
export async function localNews(
  { since, date, zone }: LocalDays,
  store: Pick<Store, "newsCursorAt" | "newsSince">,
): Promise<LocalNews> {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const after = await store.newsCursorAt(startOf(since));
  const through = await store.newsCursorAt(startOf(date.add({ days: 1 })));
  const window = { date: parsePartialDate(date.toString())!, after, through };
  const news = await newsOf(window, store);
  const all = (await store.newsSince(after, EVER)).news.filter(({ addedSeq }) => addedSeq <= through);
  return { news, older: all.length - news.length };
}
