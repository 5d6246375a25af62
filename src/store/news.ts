import type { DatabaseSync } from "node:sqlite";
import type { NewDocument } from "../core/digest/new-document.ts";
import type { Document } from "../core/document.ts";
import { firstDay, lastDay } from "../core/partial-date.ts";
import { whileBusy } from "./busy.ts";
import type { Store } from "./store.ts";

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
  const before = database.prepare(
    "SELECT added_seq FROM versions WHERE added_at < ? ORDER BY added_seq DESC LIMIT 1",
  );

  return {
    newsSince: (cursor, publishedAfter) =>
      whileBusy(() => {
        // Read before the news: what comes in between is told next time.
        const end = Number(last.get()!["last"]);
        const rows = since.all(cursor).filter((row) => Number(row["added_seq"]) <= end);
        const earliest = firstDay(publishedAfter);
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
