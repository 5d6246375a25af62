import { healthLine, healthOf, type FeedHealth } from "../../ingest/feeds/health.ts";
import { openOwnStore } from "../../compose.ts";
import { noFeeds, ownFeeds, print, type FeedsRun } from "./run.ts";

const WEEK = 7 * 24 * 60 * 60 * 1_000;

/** `korea feeds list`. */
export async function listFeeds({ config, json }: FeedsRun): Promise<number> {
  const { feeds, isGood, hasMistakes, path } = await ownFeeds(config);
  const store = await openOwnStore(config);
  try {
    const rows = new Map((await store.feedRows()).map((row) => [row.url, row]));
    const counts = await store.itemsSince(Date.now() - WEEK);
    const all = feeds.map((feed) => healthOf(feed, rows.get(feed.url), counts.get(feed.url) ?? 0));
    if (json) process.stdout.write(`${JSON.stringify({ feeds: all.map(asJson) }, null, 2)}\n`);
    else if (all.length === 0 && isGood) print(noFeeds(path, hasMistakes));
    else print(...all.map(healthLine));
  } finally {
    store.close();
  }
  return hasMistakes ? 1 : 0;
}

/** Times as ISO 8601. */
function asJson({ lastSuccess, lastError, nextPoll, ...rest }: FeedHealth): object {
  const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    ...rest,
    lastSuccess: iso(lastSuccess),
    lastError: lastError === null ? null : { message: lastError.message, at: iso(lastError.at) },
    nextPoll: iso(nextPoll),
  };
}
