import type { FeedItemRow, FeedRow, FeedUpdate } from "../../store/feed-store.ts";
import type { Fetched } from "../fetch/fetcher.ts";
import { LATER } from "../fetch/refusal.ts";
import type { ItemOrigin } from "./entry-of-item.ts";
import { DAY, type Feed } from "./feed.ts";
import type { PollParts } from "./parts.ts";
import type { FeedItem, FeedRead } from "./read-feed.ts";
import { isSettled, owesPage, takeItem, type TakenItem } from "./take-item.ts";

/** What one poll of one feed came to. */
export interface FeedPoll {
  url: string;
  outcome: "read" | "unchanged" | "failed" | "gone" | "stopped";
  /** How many items each thing happened to. */
  items: Record<TakenItem["outcome"], number>;
  /** Why it failed; `null` where it did not. */
  error: { message: string; remedy: string } | null;
  /** What the operator should know of items. */
  notes: string[];
}

/** Milliseconds for which a feed is claimed; a claim is kept up with every item. */
export const LEASE = 5 * 60_000;
/** Items whose page is fetched in one poll: the others wait for the next one. */
const PAGES_MAX = 100;
/** Notes that are kept of a poll. */
const NOTES_MAX = 10;

/** Polls a feed that was claimed, and gives it back. Rejects only where the store does. */
export async function pollFeed(
  feed: Feed,
  { lease, row }: { lease: string; row: FeedRow },
  parts: PollParts,
): Promise<FeedPoll> {
  const poll: FeedPoll = { url: feed.url, outcome: "read", items: noItems(), error: null, notes: [] };
  let update: FeedUpdate;
  try {
    update = await take(feed, lease, row, poll, parts);
  } catch (error) {
    if (!(error instanceof Stopped) && parts.signal?.aborted !== true) {
      await parts.store.finishPoll(feed.url, lease, failure(feed, row, null, "a defect of ours", parts));
      throw error;
    }
    poll.outcome = "stopped";
    update = {};
  }
  poll.notes.splice(NOTES_MAX);
  await parts.store.finishPoll(feed.url, lease, update);
  return poll;
}

/** The claim was lost: somebody else has the feed now. */
class Stopped extends Error {}

async function take(
  feed: Feed,
  lease: string,
  row: FeedRow,
  poll: FeedPoll,
  parts: PollParts,
): Promise<FeedUpdate> {
  const { fetch, workshop, signal, now } = parts;
  const { etag, lastModified } = row;
  const fetched = await fetch({
    url: feed.url,
    accept: "feed",
    trusted: true,
    etag,
    lastModified,
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  const success = { lastSuccess: now(), failures: 0, nextPoll: now() + jittered(feed.every, parts) };
  switch (fetched.outcome) {
    case "unchanged":
      poll.outcome = "unchanged";
      return success;
    case "gone": {
      poll.outcome = "gone";
      const message = "it is gone for good (410)";
      poll.error = { message, remedy: "Take it out of feeds.yaml, or give its new address there" };
      return { gone: true, lastError: message, lastErrorAt: now(), failures: row.failures + 1 };
    }
    case "refused": {
      poll.outcome = "failed";
      const { message, remedy, retryAfter } = fetched;
      poll.error = { message, remedy: remedy === LATER ? "It will be tried again later" : remedy };
      return failure(feed, row, retryAfter, message, parts);
    }
    case "ok": {
      const { bytes, contentType, url } = fetched;
      const read = await workshop.run("feed", { bytes, contentType, address: url });
      if (!read.ok) {
        poll.outcome = "failed";
        poll.error = { message: read.message, remedy: read.remedy };
        return failure(feed, row, null, read.message, parts);
      }
      const isWhole = await takeItems(read.value, { feed, from: url }, lease, poll, parts);
      return { ...success, ...learnt(fetched, read.value, poll, isWhole) };
    }
  }
}

function learnt(
  { etag, lastModified, movedTo }: Extract<Fetched, { outcome: "ok" }>,
  { title }: FeedRead,
  { notes }: FeedPoll,
  isWhole: boolean,
): FeedUpdate {
  return {
    title: title?.slice(0, 300) ?? null,
    // Where something is left to do the next answer must not be “unchanged”.
    etag: isWhole ? etag : null,
    lastModified: isWhole ? lastModified : null,
    movedTo,
    notes: notes.slice(0, NOTES_MAX),
  };
}

/** Takes what is new, the oldest first as feeds have the newest first. Whether nothing is left to do. */
async function takeItems(
  read: FeedRead,
  origin: ItemOrigin,
  lease: string,
  poll: FeedPoll,
  parts: PollParts,
): Promise<boolean> {
  const { feed } = origin;
  const { store, now, signal } = parts;
  const known = await store.feedItems(feed.url);
  const due = read.items.filter((item) => !isSettled(feed, item, known.get(item.key), now())).reverse();
  poll.items.unchanged = read.items.length - due.length;
  poll.notes.push(...read.problems);
  let isWhole = true;
  let pages = 0;
  let claimedAt = now();
  for (const item of due) {
    signal?.throwIfAborted();
    if (feed.fullText && item.url !== null && ++pages > PAGES_MAX) {
      isWhole = false;
      continue;
    }
    if (now() - claimedAt > LEASE / 5) {
      if (!(await store.extendClaim(feed.url, lease, LEASE))) throw new Stopped();
      claimedAt = now();
    }
    const taken = await takeOne(item, known.get(item.key), origin, parts);
    const { outcome, note, waits = false } = taken ?? DEFECT;
    isWhole &&= taken !== null && !waits;
    poll.items[outcome] += 1;
    if (note !== null && !poll.notes.includes(note)) poll.notes.push(note);
  }
  const keys = read.items.map(({ key }) => key);
  await store.seeFeedItems(feed.url, keys);
  if (!feed.fullText || due.length === 0) return isWhole;
  const after = await store.feedItems(feed.url);
  return isWhole && !read.items.some((item) => owesPage(feed, item, after.get(item.key)));
}

/** What is told of an item that we fail on. */
const DEFECT: TakenItem = {
  outcome: "skipped",
  note: "an item could not be taken by a defect of ours; see the log",
};

/** One item; `null` where we fail on it, which stops no other. */
async function takeOne(
  item: FeedItem,
  known: FeedItemRow | undefined,
  origin: ItemOrigin,
  parts: PollParts,
): Promise<TakenItem | null> {
  try {
    return await takeItem(item, known, origin, parts);
  } catch (error) {
    if (parts.signal?.aborted === true) throw error;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    parts.log.error(
      { feed: shortened(origin.feed.url), error: stack ?? message },
      "an item of a feed could not be taken",
    );
    return null;
  }
}

function failure(
  feed: Feed,
  { failures }: FeedRow,
  retryAfter: number | null,
  message: string,
  parts: PollParts,
): FeedUpdate {
  const now = parts.now();
  const backOff = Math.min(feed.every * 2 ** Math.min(failures + 1, 20), DAY);
  const asked = Math.min(retryAfter ?? 0, DAY);
  return {
    failures: failures + 1,
    lastError: message,
    lastErrorAt: now,
    nextPoll: now + Math.max(jittered(backOff, parts), asked),
  };
}

/** The time, ten per cent more or less: feeds are not all asked at the same minute. */
function jittered(ms: number, { random }: Pick<PollParts, "random">): number {
  return Math.round(ms * (0.9 + 0.2 * random()));
}

/** The address for a log, without what may be a secret in it. */
export function shortened(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function noItems(): FeedPoll["items"] {
  return { imported: 0, revised: 0, updated: 0, unchanged: 0, kept: 0, skipped: 0 };
}
