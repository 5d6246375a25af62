import type { TextSource } from "../core/text-source.ts";

/** Milliseconds for which a feed that is no longer listed, or an item that its feed no longer has, is remembered. */
export const MEMORY = 90 * 24 * 60 * 60 * 1_000;
/** Milliseconds after which it is written down again that something is still there. */
export const SEEN_AGAIN = 24 * 60 * 60 * 1_000;

/** What is kept of a feed between polls. Times are milliseconds since 1970. */
export interface FeedRow {
  /** Key: the feed's address. */
  url: string;
  /** As the feed calls itself; `null` before the first success. */
  title: string | null;
  /** Of the last answer that was read; sent with the next request. */
  etag: string | null;
  lastModified: string | null;
  /** When it is due. */
  nextPoll: number;
  /** Failures in a row. */
  failures: number;
  lastSuccess: number | null;
  lastError: string | null;
  lastErrorAt: number | null;
  /** It answered that it is gone for good; it is not polled until its entry changes or a check succeeds. */
  gone: boolean;
  /** Where it says that it has moved for good. */
  movedTo: string | null;
  /** What was wrong with items of the last poll that brought any, in words. */
  notes: readonly string[];
}

/** What is kept of an item of a feed. */
export interface FeedItemRow {
  /** Key within the feed. */
  key: string;
  /** Hash of what the feed says of it. */
  hash: string;
  /** As the feed says, ISO 8601. */
  updated: string | null;
  /** Its link, for telling a moved item from another with the same key. */
  url: string | null;
  title: string | null;
  /** `null` where it had no words to be saved. */
  documentId: string | null;
  /** Where its words were last read, whether or not the document took them. */
  textSource: TextSource | null;
  /** How often its page was asked for without words coming of it since the item last changed. */
  pageFailures: number;
  /** When its page was last asked for. */
  pageAt: number | null;
}

/** A feed as it stands in the operator's list. */
export interface ListedFeed {
  url: string;
  /** What its entry says, in any one form: other words are an edit. */
  settings: string;
  /** When it is due where it is new. */
  firstPoll: number;
}

/** What a poll learnt of a feed. What is absent stays. */
export type FeedUpdate = Partial<Omit<FeedRow, "url">>;

/** A part of {@link Store}: feeds, the items seen in them, and who polls them. Every method is one short transaction. */
export interface FeedStore {
  /**
   * Takes the operator's list over: new feeds are kept, edited ones are due at once as if they were new but for their items, and
   * ones that have not been listed for 90 days are forgotten.
   */
  listFeeds(listed: readonly ListedFeed[]): Promise<void>;
  /** What is kept of all feeds, listed or not. */
  feedRows(): Promise<FeedRow[]>;
  /**
   * Takes a due feed for polling until the lease ends: nobody else gets it meanwhile. The lease, which every later call
   * names, or `null` where it is not due, gone, or somebody else's.
   */
  claimFeed(url: string, forMs: number): Promise<{ lease: string; row: FeedRow } | null>;
  /** Keeps a claim for as long again; `false` where it was lost. */
  extendClaim(url: string, lease: string, forMs: number): Promise<boolean>;
  /** Writes down what a poll learnt and gives the feed back; nothing happens where the claim was lost. */
  finishPoll(url: string, lease: string, update: FeedUpdate): Promise<void>;
  /** Writes down what a check learnt, whoever polls. */
  updateFeed(url: string, update: FeedUpdate): Promise<void>;
  /** The items seen in a feed, by key. */
  feedItems(url: string): Promise<Map<string, FeedItemRow>>;
  /** Keeps an item. */
  keepFeedItem(url: string, item: FeedItemRow): Promise<void>;
  /** Notes which items the feed has now; those that it has not had for 90 days are forgotten, their documents stay. */
  seeFeedItems(url: string, keys: readonly string[]): Promise<void>;
  /** How many documents each feed first brought since a time, by its address. */
  itemsSince(time: number): Promise<Map<string, number>>;
}
