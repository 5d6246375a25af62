import type { FeedRow } from "../../store/feed-store.ts";
import type { Feed } from "./feed.ts";

/** How a feed does, for the operator. Times are milliseconds since 1970. */
export interface FeedHealth {
  url: string;
  /** The operator's, else the feed's own; `null` where neither is known. */
  title: string | null;
  /** `waiting`: not polled yet. `gone`: it answered so, and is polled no more. */
  state: "ok" | "waiting" | "failing" | "gone";
  lastSuccess: number | null;
  /** The last one, also where it has been read since. */
  lastError: { message: string; at: number } | null;
  /** Documents that it first brought in the last seven days. */
  itemsAWeek: number;
  /** `null` where it is not polled any more. */
  nextPoll: number | null;
  movedTo: string | null;
  /** What was wrong with items of the last poll that brought any. */
  notes: readonly string[];
}

/** Puts together what is known of a feed; `row` is absent before its first poll. */
export function healthOf(feed: Feed, row: FeedRow | undefined, itemsAWeek: number): FeedHealth {
  const { lastError = null, lastErrorAt = null } = row ?? {};
  return {
    url: feed.url,
    title: feed.title ?? row?.title ?? null,
    state: stateOf(row),
    lastSuccess: row?.lastSuccess ?? null,
    lastError: lastError === null ? null : { message: lastError, at: lastErrorAt ?? 0 },
    itemsAWeek,
    nextPoll: row === undefined || row.gone ? null : row.nextPoll,
    movedTo: row?.movedTo ?? null,
    notes: row?.notes ?? [],
  };
}

function stateOf(row: FeedRow | undefined): FeedHealth["state"] {
  if (row?.gone === true) return "gone";
  if (row !== undefined && row.failures > 0) return "failing";
  return row === undefined || row.lastSuccess === null ? "waiting" : "ok";
}

/** One line on a feed, with times to the minute in UTC; it has no line ends, but other people's words. */
export function healthLine(health: FeedHealth): string {
  const { url, title, state, lastSuccess, lastError, itemsAWeek, nextPoll, movedTo, notes } = health;
  const name = title === null ? url : `${title} <${url}>`;
  const parts = [
    lastSuccess === null ? "never read" : `read ${minute(lastSuccess)}`,
    itemsAWeek === 1 ? "1 item a week" : `${itemsAWeek} items a week`,
    ...(state === "gone" ? ["polled no more: change it in feeds.yaml, or run feeds check"] : []),
    ...(nextPoll === null ? [] : [`next ${minute(nextPoll)}`]),
    ...(movedTo === null ? [] : [`moved to ${movedTo}: change it in feeds.yaml`]),
    ...(lastError === null ? [] : [`last error ${minute(lastError.at)}: ${lastError.message}`]),
    ...notes,
  ];
  return `${state.padEnd(7)}  ${name}: ${parts.join("; ")}`.replace(/\s+/gu, (space) =>
    /^ +$/u.test(space) ? space : " ",
  );
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
