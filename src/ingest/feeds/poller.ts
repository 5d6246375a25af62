import type { FeedRow } from "../../store/feed-store.ts";
import { DAY, type Feed } from "./feed.ts";
import type { PollerParts, PollParts } from "./parts.ts";
import { createPolite, createSlots } from "./polite.ts";
import { LEASE, pollFeed, shortened, type FeedPoll } from "./poll-feed.ts";

/** Which feeds a pass is about. */
export interface PassOptions {
  /** Addresses; all where absent. */
  only?: ReadonlySet<string>;
  /** Whether feeds that are new wait a random time, so that a long list is not asked at once. */
  spread?: boolean;
  signal?: AbortSignal;
}

/** Polls the feeds of the operator's list when they are due. */
export interface Poller {
  /** One pass over what is due now; ends when all of it is done. Rejects where the list or the store cannot be read. */
  pollDue(options?: PassOptions): Promise<FeedPoll[]>;
  /** Passes until the signal is aborted; never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Feeds that are polled at once: fetching is what is slow, and has its own limits. */
const POLLS_AT_ONCE = 8;
/** Milliseconds between two looks at what is due: an edit of the list shows within one. */
const LOOK = 60_000;
/** Milliseconds within which new feeds are first polled. */
const SPREAD = 10 * 60_000;

/**
 * A poller. A feed is claimed in the store before it is polled, so several processes can poll the same list. One
 * feed that fails stops no other.
 */
export function createPoller(parts: PollerParts): Poller {
  const { feeds, store, now, wait, random, log } = parts;
  const fetch = createPolite(parts);
  const slots = createSlots(POLLS_AT_ONCE);
  const busy = new Set<string>();

  /** Starts a poll of every feed that is due, and tells what will come of each; `null` for one that was not to be had. */
  const begin = async ({
    only,
    spread = false,
    signal,
  }: PassOptions): Promise<Promise<FeedPoll | null>[]> => {
    const listed = await feeds();
    await store.listFeeds(
      listed.map((feed) => ({
        url: feed.url,
        settings: settingsOf(feed),
        firstPoll: now() + (spread ? Math.round(Math.min(SPREAD, feed.every) * random()) : 0),
      })),
    );
    const rows = new Map((await store.feedRows()).map((row) => [row.url, row]));
    const due = listed.filter(({ url }) => {
      return (only?.has(url) ?? true) && !busy.has(url) && isDue(rows.get(url), now());
    });
    return due.map(async (feed) => {
      busy.add(feed.url);
      const release = await slots();
      try {
        return await poll(feed, { ...parts, fetch, signal });
      } finally {
        release();
        busy.delete(feed.url);
      }
    });
  };

  const poll = async (feed: Feed, pollParts: PollParts): Promise<FeedPoll | null> => {
    if (pollParts.signal?.aborted === true) return null;
    try {
      const claim = await store.claimFeed(feed.url, LEASE);
      if (claim === null) return null;
      const polled = await pollFeed(feed, claim, pollParts);
      tell(polled, claim.row);
      return polled;
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      log.error({ feed: shortened(feed.url), error: stack ?? message }, "polling a feed failed");
      return null;
    }
  };

  const tell = ({ url, outcome, items, error }: FeedPoll, { failures }: FeedRow) => {
    const feed = shortened(url);
    if (outcome === "gone") log.warn({ feed, ...error }, "a feed is gone and is polled no more");
    // Once for every series: the list of feeds shows the rest.
    else if (outcome === "failed" && failures === 0) log.warn({ feed, ...error }, "a feed could not be read");
    else if (outcome !== "failed" && failures > 0) log.info({ feed, failures }, "a feed can be read again");
    if (items.imported + items.revised + items.updated > 0)
      log.info({ feed, ...items }, "items came from a feed");
  };

  return {
    async pollDue(options = {}) {
      const polls = await Promise.all(await begin(options));
      return polls.filter((polled) => polled !== null);
    },
    async run(signal) {
      const running = new Set<Promise<unknown>>();
      while (!signal.aborted) {
        try {
          for (const polling of await begin({ spread: true, signal })) {
            const done: Promise<unknown> = polling.finally(() => running.delete(done));
            running.add(done);
          }
        } catch (error) {
          log.error(
            { error: error instanceof Error ? error.message : String(error) },
            "feeds could not be polled",
          );
        }
        await wait(LOOK, signal).catch(() => undefined);
      }
      await Promise.allSettled(running);
    },
  };
}

function isDue(row: FeedRow | undefined, now: number): boolean {
  // A clock that was set back must not silence a feed for longer than the longest pause.
  return row !== undefined && !row.gone && (row.nextPoll <= now || row.nextPoll > now + 2 * DAY);
}

/** What of an entry, when it is edited, makes the feed due. */
function settingsOf({ outlet, kind, language, fullText, every }: Feed): string {
  return JSON.stringify([outlet, kind, language, fullText, every]);
}
