import type { DatabaseSync } from "node:sqlite";
import { thawReply } from "../core/frozen-reply.ts";
import type { Reply } from "../core/reply.ts";

/** Makes replies of frozen ones with the versions of the store. Throws as {@link thawReply} does. */
export function createThaw(database: DatabaseSync): (frozen: string) => Reply {
  const version = database.prepare(
    "SELECT body FROM versions WHERE document_id = ? AND sha256 = ? ORDER BY added_seq DESC LIMIT 1",
  );
  return (frozen) =>
    thawReply(frozen, (documentId, sha256) => {
      const row = version.get(documentId, sha256);
      return row === undefined ? null : Object.freeze({ documentId, sha256, body: String(row["body"]) });
    });
}
