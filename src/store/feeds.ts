import { randomUUID } from "node:crypto";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { whileBusy } from "./busy.ts";
import type { Transaction } from "./documents.ts";
import { createFeedItems } from "./feed-items.ts";
import { MEMORY, SEEN_AGAIN, type FeedRow, type FeedStore, type FeedUpdate } from "./feed-store.ts";
import { numberIn, textIn } from "./row.ts";

/** A time further ahead than any pause is from before the clock was set back. */
const SET_BACK = 2 * 24 * 60 * 60 * 1_000;

/** Columns of what a poll may learn. */
const COLUMNS = {
  title: "title",
  etag: "etag",
  lastModified: "last_modified",
  nextPoll: "next_poll",
  failures: "failures",
  lastSuccess: "last_success",
  lastError: "last_error",
  lastErrorAt: "last_error_at",
  gone: "gone",
  movedTo: "moved_to",
  notes: "notes",
} as const satisfies Record<keyof FeedUpdate, string>;

/** The part of the store that keeps feeds, their items and who polls them. */
export function createFeeds(database: DatabaseSync, transaction: Transaction, now: () => number): FeedStore {
  const all = database.prepare("SELECT * FROM feeds ORDER BY url");
  const one = database.prepare("SELECT * FROM feeds WHERE url = ?");
  const insert = database.prepare(
    "INSERT INTO feeds (url, settings, listed_at, next_poll) VALUES (?, ?, ?, ?)",
  );
  const edit = database.prepare(
    `UPDATE feeds SET settings = ?, listed_at = ?, next_poll = ?, etag = NULL, last_modified = NULL, failures = 0, gone = 0
     WHERE url = ?`,
  );
  const touch = database.prepare("UPDATE feeds SET listed_at = ? WHERE url = ?");
  const forgetItems = database.prepare(
    "DELETE FROM feed_items WHERE feed IN (SELECT url FROM feeds WHERE listed_at < ?)",
  );
  const forget = database.prepare("DELETE FROM feeds WHERE listed_at < ?");
  const claim = database.prepare(
    `UPDATE feeds SET lease = ?, lease_until = ?
     WHERE url = ? AND gone = 0 AND (next_poll <= ? OR next_poll > ?) AND (lease IS NULL OR lease_until <= ? OR lease_until > ?)
     RETURNING *`,
  );
  const extend = database.prepare("UPDATE feeds SET lease_until = ? WHERE url = ? AND lease = ?");
  const release = database.prepare(
    "UPDATE feeds SET lease = NULL, lease_until = 0 WHERE url = ? AND lease = ?",
  );

  const write = (url: string, update: FeedUpdate): void => {
    const given = Object.entries(update) as [keyof FeedUpdate, FeedUpdate[keyof FeedUpdate]][];
    if (given.length === 0) return;
    // The names are those of the table above, whatever the values are.
    const sets = given.map(([key]) => `${COLUMNS[key]} = ?`).join(", ");
    database
      .prepare(`UPDATE feeds SET ${sets} WHERE url = ?`)
      .run(...given.map(([, value]) => sql(value)), url);
  };

  return {
    async listFeeds(listed) {
      const changes = await whileBusy(() => {
        const known = new Map(all.all().map((row) => [String(row["url"]), row]));
        const fresh = listed.filter(({ url, settings }) => {
          const row = known.get(url);
          return (
            row === undefined ||
            row["settings"] !== settings ||
            Number(row["listed_at"]) <= now() - SEEN_AGAIN
          );
        });
        const old = [...known.values()].some((row) => Number(row["listed_at"]) < now() - MEMORY);
        return { fresh, old };
      });
      if (changes.fresh.length === 0 && !changes.old) return;
      await transaction(() => {
        for (const { url, settings, firstPoll } of changes.fresh) {
          const row = one.get(url);
          if (row === undefined) insert.run(url, settings, now(), firstPoll);
          else if (row["settings"] === settings) touch.run(now(), url);
          else edit.run(settings, now(), now(), url);
        }
        forgetItems.run(now() - MEMORY);
        forget.run(now() - MEMORY);
      });
    },
    feedRows: () => whileBusy(() => all.all().map(rowFrom)),
    claimFeed: (url, forMs) =>
      transaction(() => {
        const lease = randomUUID();
        const row = claim.get(lease, now() + forMs, url, now(), now() + SET_BACK, now(), now() + SET_BACK);
        return row === undefined ? null : { lease, row: rowFrom(row) };
      }),
    extendClaim: (url, lease, forMs) =>
      transaction(() => Number(extend.run(now() + forMs, url, lease).changes) > 0),
    finishPoll: (url, lease, update) =>
      transaction(() => {
        if (Number(release.run(url, lease).changes) > 0) write(url, update);
      }),
    updateFeed: (url, update) => transaction(() => write(url, update)),
    ...createFeedItems(database, transaction, now),
  };
}

function sql(value: FeedUpdate[keyof FeedUpdate]): SQLInputValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === undefined) return null;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

function rowFrom(row: Record<string, unknown>): FeedRow {
  return {
    url: String(row["url"]),
    title: textIn(row, "title"),
    etag: textIn(row, "etag"),
    lastModified: textIn(row, "last_modified"),
    nextPoll: Number(row["next_poll"]),
    failures: Number(row["failures"]),
    lastSuccess: numberIn(row, "last_success"),
    lastError: textIn(row, "last_error"),
    lastErrorAt: numberIn(row, "last_error_at"),
    gone: row["gone"] === 1,
    movedTo: textIn(row, "moved_to"),
    notes: JSON.parse(String(row["notes"])) as string[],
  };
}
