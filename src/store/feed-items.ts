import type { DatabaseSync } from "node:sqlite";
import type { TextSource } from "../core/text-source.ts";
import { whileBusy } from "./busy.ts";
import type { Transaction } from "./documents.ts";
import { MEMORY, SEEN_AGAIN, type FeedItemRow, type FeedStore } from "./feed-store.ts";
import { numberIn, textIn } from "./row.ts";

/** The part of the store that keeps what was seen in feeds. */
export function createFeedItems(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): Pick<FeedStore, "feedItems" | "keepFeedItem" | "seeFeedItems" | "itemsSince"> {
  const all = database.prepare("SELECT * FROM feed_items WHERE feed = ?");
  const keep = database.prepare(
    `INSERT INTO feed_items
       (feed, key, hash, updated, url, title, document_id, text_source, page_failures, page_at, first_seen, last_seen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (feed, key) DO UPDATE SET hash = excluded.hash, updated = excluded.updated, url = excluded.url,
       title = excluded.title, document_id = excluded.document_id, text_source = excluded.text_source,
       page_failures = excluded.page_failures, page_at = excluded.page_at, last_seen = excluded.last_seen`,
  );
  const stale = database.prepare("SELECT key FROM feed_items WHERE feed = ? AND last_seen <= ?");
  const see = database.prepare("UPDATE feed_items SET last_seen = ? WHERE feed = ? AND key = ?");
  const forget = database.prepare("DELETE FROM feed_items WHERE feed = ? AND last_seen < ?");
  // A document that several feeds bring is counted for the first.
  const counts = database.prepare(
    `SELECT feed, count(*) AS items FROM feed_items i WHERE document_id IS NOT NULL AND first_seen >= ?
       AND NOT EXISTS (SELECT 1 FROM feed_items o WHERE o.document_id = i.document_id AND o.rowid < i.rowid)
     GROUP BY feed`,
  );

  return {
    feedItems: (url) =>
      whileBusy(() => new Map(all.all(url).map((row) => [String(row["key"]), itemFrom(row)]))),
    keepFeedItem: (url, item) =>
      transaction(() => {
        const { key, hash, updated, title, documentId, textSource, pageFailures, pageAt } = item;
        const at = now();
        keep.run(
          url,
          key,
          hash,
          updated,
          item.url,
          title,
          documentId,
          textSource,
          pageFailures,
          pageAt,
          at,
          at,
        );
      }),
    async seeFeedItems(url, keys) {
      const there = new Set(keys);
      const old = await whileBusy(() => stale.all(url, now() - SEEN_AGAIN).map((row) => String(row["key"])));
      if (old.length === 0) return;
      await transaction(() => {
        for (const key of old) if (there.has(key)) see.run(now(), url, key);
        forget.run(url, now() - MEMORY);
      });
    },
    itemsSince: (time) =>
      whileBusy(() => new Map(counts.all(time).map((row) => [String(row["feed"]), Number(row["items"])]))),
  };
}

function itemFrom(row: Record<string, unknown>): FeedItemRow {
  return {
    key: String(row["key"]),
    hash: String(row["hash"]),
    updated: textIn(row, "updated"),
    url: textIn(row, "url"),
    title: textIn(row, "title"),
    documentId: textIn(row, "document_id"),
    textSource: textIn(row, "text_source") as TextSource | null,
    pageFailures: Number(row["page_failures"]),
    pageAt: numberIn(row, "page_at"),
  };
}
