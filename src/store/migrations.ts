import type { DatabaseSync } from "node:sqlite";

/**
 * Steps from an empty file to today's tables, each run once and never changed afterwards. `user_version` of the file
 * counts how many have been run.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE documents (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     source TEXT NOT NULL,
     meta TEXT NOT NULL,
     withdrawn INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   -- added_seq only grows: what is new for a subscription is what comes after its cursor.
   CREATE TABLE versions (
     added_seq INTEGER PRIMARY KEY AUTOINCREMENT,
     document_id TEXT NOT NULL REFERENCES documents(id),
     sha256 TEXT NOT NULL,
     body TEXT NOT NULL,
     -- What was known of the document then: old words keep their author.
     meta TEXT NOT NULL,
     added_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX versions_by_document ON versions (document_id, added_seq);
   CREATE TABLE actions (
     tenant TEXT NOT NULL,
     key TEXT NOT NULL,
     command TEXT NOT NULL,
     given TEXT NOT NULL,
     kept_at INTEGER NOT NULL,
     PRIMARY KEY (tenant, key)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX actions_by_age ON actions (kept_at);`,
  // The analysis of Korean is slow, and a text of the same words has the same morphemes.
  `CREATE TABLE morphemes (
     analyser TEXT NOT NULL,
     text_hash TEXT NOT NULL,
     found TEXT NOT NULL,
     PRIMARY KEY (analyser, text_hash)
   ) STRICT, WITHOUT ROWID;`,
  // What changed after a number is what a running bot has yet to read.
  `ALTER TABLE documents ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX documents_by_change ON documents (changed);
   -- Whether the version came as news: what was imported is none, unless the operator says so.
   ALTER TABLE versions ADD COLUMN announced INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX versions_by_words ON versions (sha256);`,
  // Copies of one text are one story: by what they are found, and the first document of the story of each.
  `CREATE TABLE signatures (
     document INTEGER PRIMARY KEY REFERENCES documents(seq) ON DELETE CASCADE,
     -- The version that was read, and a hash of its folded words.
     sha256 TEXT NOT NULL,
     words TEXT NOT NULL,
     -- Different shingles, and their minima, 32 bits each, little-endian; none of a short text.
     size INTEGER NOT NULL,
     minima BLOB NOT NULL,
     -- Number of the first document of its story; NULL where no other document has the text.
     story INTEGER
   ) STRICT;
   CREATE INDEX signatures_by_words ON signatures (words);
   CREATE INDEX signatures_by_story ON signatures (story) WHERE story IS NOT NULL;
   CREATE TABLE bands (
     key INTEGER NOT NULL,
     document INTEGER NOT NULL,
     PRIMARY KEY (key, document)
   ) STRICT, WITHOUT ROWID;
   -- Documents from before this step, which are read bit by bit.
   ALTER TABLE documents ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
   UPDATE documents SET unread = 1 WHERE withdrawn = 0;
   CREATE INDEX documents_unread ON documents (seq) WHERE unread = 1;`,
  // Feeds, and what was seen in them. Times are milliseconds since 1970.
  `CREATE TABLE feeds (
     url TEXT PRIMARY KEY,
     -- What the operator's list says of it: other words are an edit.
     settings TEXT NOT NULL,
     listed_at INTEGER NOT NULL,
     title TEXT,
     etag TEXT,
     last_modified TEXT,
     next_poll INTEGER NOT NULL,
     failures INTEGER NOT NULL DEFAULT 0,
     last_success INTEGER,
     last_error TEXT,
     last_error_at INTEGER,
     gone INTEGER NOT NULL DEFAULT 0,
     moved_to TEXT,
     notes TEXT NOT NULL DEFAULT '[]',
     -- Who polls it now, and until when nobody else does.
     lease TEXT,
     lease_until INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE TABLE feed_items (
     feed TEXT NOT NULL,
     key TEXT NOT NULL,
     hash TEXT NOT NULL,
     updated TEXT,
     url TEXT,
     title TEXT,
     document_id TEXT,
     text_source TEXT,
     page_failures INTEGER NOT NULL DEFAULT 0,
     page_at INTEGER,
     first_seen INTEGER NOT NULL,
     last_seen INTEGER NOT NULL,
     PRIMARY KEY (feed, key)
   ) STRICT;
   CREATE INDEX feed_items_by_document ON feed_items (document_id);
   CREATE INDEX feed_items_by_age ON feed_items (first_seen);`,
  // Where a feed had the words of a version from; NULL where a person imported them or they stand in a corpus. Of what is
  // there already, only feeds have announced documents that they brought.
  `ALTER TABLE versions ADD COLUMN text_source TEXT;
   UPDATE versions SET text_source = (
     SELECT i.text_source FROM feed_items i WHERE i.document_id = versions.document_id AND i.text_source IS NOT NULL
     ORDER BY CASE i.text_source WHEN 'page' THEN 0 WHEN 'content' THEN 1 ELSE 2 END LIMIT 1
   ) WHERE announced = 1;`,
  // Subscriptions of channels, and one delivery for each of their local dates. Times are milliseconds since 1970.
  `CREATE TABLE subscriptions (
     id TEXT PRIMARY KEY,
     tenant TEXT NOT NULL,
     channel TEXT NOT NULL,
     at TEXT NOT NULL,
     zone TEXT NOT NULL,
     -- ISO numbers of weekdays, as JSON.
     days TEXT NOT NULL,
     query TEXT,
     quiet INTEGER NOT NULL,
     language TEXT NOT NULL,
     creator_id TEXT NOT NULL,
     creator_name TEXT,
     created_at INTEGER NOT NULL,
     since INTEGER NOT NULL,
     last_local_date TEXT,
     cursor INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('active', 'paused')),
     paused_because TEXT,
     UNIQUE (tenant, id)
   ) STRICT;
   CREATE INDEX subscriptions_by_channel ON subscriptions (tenant, channel, created_at);
   CREATE INDEX subscriptions_active ON subscriptions (id) WHERE state = 'active';
   CREATE TABLE deliveries (
     id TEXT PRIMARY KEY,
     tenant TEXT NOT NULL,
     subscription TEXT NOT NULL,
     local_date TEXT NOT NULL,
     due_at INTEGER NOT NULL,
     late INTEGER NOT NULL,
     state TEXT NOT NULL
       CHECK (state IN ('pending', 'sending', 'sent', 'verify', 'skipped', 'failed', 'unknown')),
     key TEXT NOT NULL,
     -- A frozen reply, until the delivery is final.
     payload TEXT,
     -- Why that is as it is, as a code.
     why TEXT,
     -- Id of the quote of the day that it shows.
     quote_of_day TEXT,
     -- Where the subscription's cursor stood when it was frozen, and where it went: what is not posted is new again.
     cursor_before INTEGER,
     cursor_after INTEGER,
     attempts INTEGER NOT NULL DEFAULT 0,
     not_before INTEGER NOT NULL,
     lease_until INTEGER,
     fence INTEGER NOT NULL DEFAULT 0,
     detail TEXT,
     -- First and last request of the attempt, by the calendar and by the machine's own clock.
     first_at INTEGER,
     first_up INTEGER,
     last_at INTEGER,
     last_up INTEGER,
     checks INTEGER NOT NULL DEFAULT 0,
     message TEXT,
     ended_at INTEGER,
     -- What no program can get wrong: one delivery for a local date.
     UNIQUE (subscription, local_date),
     FOREIGN KEY (tenant, subscription) REFERENCES subscriptions (tenant, id) ON DELETE CASCADE
   ) STRICT;
   -- Where the news of a week begin, however long a subscription was paused.
   CREATE INDEX versions_by_time ON versions (added_at);
   CREATE INDEX deliveries_open ON deliveries (not_before, id) WHERE state IN ('pending', 'sending', 'verify');
   CREATE INDEX deliveries_unknown ON deliveries (due_at) WHERE state = 'unknown';
   -- What is forgotten is looked for every hour.
   CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE ended_at IS NOT NULL;`,
  // Tenants that the bot was removed from, and when, in milliseconds since 1970.
  `CREATE TABLE departures (
     tenant TEXT PRIMARY KEY,
     left_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
];

/** A store written by a newer Korea Desk than this one. */
export class NewerStoreError extends Error {
  override name = "NewerStoreError";
}

/**
 * Brings the tables up to date, in one transaction.
 *
 * @throws {NewerStoreError} where the file has had steps that this program does not know.
 */
export function migrate(database: DatabaseSync): void {
  const done = versionOf(database);
  if (done > STEPS.length) {
    throw new NewerStoreError(
      `the store has format ${done}, this program knows formats up to ${STEPS.length}`,
    );
  }
  if (done === STEPS.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have migrated while this one waited for the lock.
    for (const step of STEPS.slice(versionOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${STEPS.length}`);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()!["user_version"]);
}
