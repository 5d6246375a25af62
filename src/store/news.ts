import type { DatabaseSync } from "node:sqlite";
import type { NewDocument } from "../core/digest/new-document.ts";
import type { Document } from "../core/document.ts";
import { firstDay, lastDay } from "../core/partial-date.ts";
import { whileBusy } from "./busy.ts";
import type { Store } from "./store.ts";

/** Milliseconds by which the day of a publication may begin before that day does in UTC, and clocks be wrong. */
const MARGIN = 48 * 60 * 60_000;

/** The part of the store that tells what is new for a digest. */
export function createNews(database: DatabaseSync): Pick<Store, "newsSince" | "newsCursorAt"> {
  // A further version is no new document, whatever it was announced as; nor is one that was withdrawn and came back.
  const since = database.prepare(
    `SELECT v.added_seq, v.added_at, d.meta
     FROM versions v JOIN documents d ON d.id = v.document_id
     WHERE v.added_seq > ? AND v.announced = 1 AND d.withdrawn = 0
       AND v.added_seq = (SELECT min(added_seq) FROM versions WHERE document_id = v.document_id)
     ORDER BY v.added_seq`,
  );
  const last = database.prepare("SELECT coalesce(max(added_seq), 0) AS last FROM versions");
  // With the plus it is looked for among those of the week, by the index, and not from the beginning. The first by time would
  // not do: the clock may have been set back.
  const firstAt = database.prepare("SELECT min(+added_seq) AS first FROM versions WHERE added_at >= ?");
  const before = database.prepare(
    "SELECT added_seq FROM versions WHERE added_at < ? ORDER BY added_seq DESC LIMIT 1",
  );

  return {
    newsSince: (cursor, publishedAfter) =>
      whileBusy(() => {
        // Read before the news: what comes in between is told next time.
        const end = Number(last.get()!["last"]);
        const earliest = firstDay(publishedAfter);
        // What came before the week cannot have been published in it: after months of pause they are not all read, with
        // everything else standing still meanwhile.
        const first = Number(firstAt.get(Date.parse(earliest) - MARGIN)!["first"] ?? end + 1);
        const rows = since.all(Math.max(cursor, first - 1)).filter((row) => Number(row["added_seq"]) <= end);
        const news = rows.flatMap((row): NewDocument[] => {
          const document = JSON.parse(String(row["meta"])) as Document;
          const isRecent =
            document.date === null
              ? Number(row["added_at"]) >= Date.parse(earliest)
              : lastDay(document.date) >= earliest;
          return isRecent ? [{ document, addedSeq: Number(row["added_seq"]) }] : [];
        });
        return { news, cursor: Math.max(cursor, end) };
      }),
    newsCursorAt: (time) => whileBusy(() => Number(before.get(time)?.["added_seq"] ?? 0)),
  };
}
