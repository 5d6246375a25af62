import { hashBody } from "../../core/document.ts";
import type { FeedItemRow } from "../../store/feed-store.ts";
import type { SavedPage } from "../saved-page.ts";
import { entryOfItem, type ItemOrigin } from "./entry-of-item.ts";
import { HOUR, type Feed } from "./feed.ts";
import type { PollParts } from "./parts.ts";
import type { FeedItem } from "./read-feed.ts";
import { saveItem } from "./save-item.ts";

/** What became of an item. `kept`: the store has better words for it. */
export interface TakenItem {
  outcome: "imported" | "revised" | "updated" | "unchanged" | "kept" | "skipped";
  /** What the operator should know, without a full stop at its end. */
  note: string | null;
  /** Its page has yet to be asked for, as its host is left alone for now. */
  waits?: boolean;
}

/** A page is asked for again until its failures weigh this much. */
const PAGE_FAILURES_MAX = 5;
/** One that may pass is tried five times, one that will hardly pass twice. */
const WEIGHT = { passing: 1, lasting: 3 } as const;
/** A feed that dates every item anew with each poll must not have all pages fetched each time. */
const PAGE_AGAIN = 6 * HOUR;

/** Whether an item's page has yet to be read. */
export function owesPage(feed: Feed, item: { url: string | null }, known: FeedItemRow | undefined): boolean {
  if (!feed.fullText || item.url === null) return false;
  return known === undefined || (known.textSource !== "page" && known.pageFailures < PAGE_FAILURES_MAX);
}

/** Whether there is nothing to do for an item that was seen before. */
export function isSettled(feed: Feed, item: FeedItem, known: FeedItemRow | undefined, now: number): boolean {
  if (known === undefined || known.hash !== hashOf(item) || owesPage(feed, item, known)) return false;
  const isDatedAnew = feed.fullText && known.updated !== item.updated;
  return !isDatedAnew || now - (known.pageAt ?? 0) < PAGE_AGAIN;
}

/** Takes one item: reads its page where the feed's entry says so, saves what is new, and remembers that it was seen. */
export async function takeItem(
  item: FeedItem,
  known: FeedItemRow | undefined,
  origin: ItemOrigin,
  parts: PollParts,
): Promise<TakenItem> {
  const { feed } = origin;
  const { store, outlets, now, signal } = parts;
  const hash = hashOf(item);
  const isEdited = known !== undefined && known.hash !== hash;
  const wantsPage = feed.fullText && item.url !== null;
  const read = wantsPage ? await readPageOf(item.url!, feed, parts) : null;
  signal?.throwIfAborted();
  const isRead = read !== null && read.page !== null;
  const waits = read?.page === null && read.unasked;
  const before = known === undefined || isEdited ? 0 : known.pageFailures;
  const row: FeedItemRow = {
    key: item.key,
    // What was edited meanwhile is to be seen once the page may be asked for.
    hash: waits ? (known?.hash ?? hash) : hash,
    updated: waits ? (known?.updated ?? item.updated) : item.updated,
    url: item.url,
    title: item.title,
    documentId: known?.documentId ?? null,
    // A page that was read is owed no more, whatever came of it.
    textSource: isRead ? "page" : (known?.textSource ?? null),
    pageFailures: before + (read?.page === null && !waits ? WEIGHT[read.passing ? "passing" : "lasting"] : 0),
    pageAt: wantsPage && !waits ? now() : (known?.pageAt ?? null),
  };
  const made = entryOfItem(item, origin, read?.page ?? null, outlets);
  const name = item.title ?? item.url ?? item.key;
  const pageNote = pageNoteOf(name, read);
  if (made.entry === null) {
    await store.keepFeedItem(feed.url, row);
    return { outcome: "skipped", note: pageNote ?? `“${name}” was left out: ${made.refused}`, waits };
  }
  const { outcome, id } = await saveItem(made, item, known, feed, parts);
  if (outcome === "refused") {
    await store.keepFeedItem(feed.url, row);
    return { outcome: "skipped", note: `“${name}” was left out: ${id} is a document from elsewhere`, waits };
  }
  const textSource = outcome === "kept" ? row.textSource : made.textSource;
  await store.keepFeedItem(feed.url, { ...row, documentId: id, textSource });
  return { outcome, note: pageNote, waits };
}

/** Hash of what the feed says of an item, but for the time of its last change. */
function hashOf({ url, title, authors, date, content, summary }: FeedItem): string {
  return hashBody(JSON.stringify([url, title, authors, date, content, summary]));
}

type PageRead =
  | { page: SavedPage }
  | {
      page: null;
      message: string;
      /** Whether it may go another time. */
      passing: boolean;
      /** Whether it was not asked for, as its host is left alone for now. */
      unasked: boolean;
    };

/** What to tell of the page; the same of all that wait for one host. */
function pageNoteOf(name: string, read: PageRead | null): string | null {
  if (read === null || read.page !== null) return null;
  return read.unasked ? read.message : `“${name}”: its page was not read: ${read.message}`;
}

async function readPageOf(
  url: string,
  feed: Feed,
  { fetch, workshop, outlets, signal }: PollParts,
): Promise<PageRead> {
  // A feed may send us to pages of its own site, but not to whatever else the operator may reach.
  const trusted = new URL(url).hostname === new URL(feed.url).hostname;
  const fetched = await fetch({ url, accept: "page", trusted, ...(signal === undefined ? {} : { signal }) });
  switch (fetched.outcome) {
    case "ok": {
      const { bytes, contentType, url: address } = fetched;
      const read = await workshop.run("page", { bytes, contentType, address, outlets: outlets.all });
      if (!read.ok) return { page: null, message: read.message, passing: false, unasked: false };
      if (read.value.paragraphs.length > 0) return { page: read.value };
      return { page: null, message: "no article found in it", passing: false, unasked: false };
    }
    case "refused":
      return {
        page: null,
        message: fetched.message,
        passing: fetched.temporary,
        unasked: fetched.unasked === true,
      };
    case "gone":
      return { page: null, message: "it is gone (410)", passing: false, unasked: false };
    case "unchanged":
      return { page: null, message: "it answered 304 without being asked", passing: true, unasked: false };
  }
}
