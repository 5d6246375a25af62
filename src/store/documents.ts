import type { DatabaseSync } from "node:sqlite";
import type { Document, DocumentVersion, Entry } from "../core/document.ts";
import { rankOfSource, type TextSource } from "../core/text-source.ts";
import { whileBusy } from "./busy.ts";
import { textIn } from "./row.ts";
import { createStories } from "./stories.ts";
import type { Saved, SaveOptions, SourceName, Store } from "./store.ts";

/** Runs changes as one transaction, again while the store is locked, for `patience` milliseconds at most. */
export type Transaction = <T>(run: () => T, patience?: number) => Promise<T>;

type DocumentStore = Pick<
  Store,
  | "save"
  | "catchUpStories"
  | "entries"
  | "version"
  | "versions"
  | "lastChange"
  | "changesSince"
  | "idsWithWords"
>;

/** Documents from before there were stories that are placed with each save: some 50 milliseconds of work. */
const CATCH_UP = 20;

/** The part of the store that keeps documents and their versions. */
export function createDocuments(
  database: DatabaseSync,
  transaction: Transaction,
  now: () => number,
): DocumentStore {
  const known = database.prepare(
    `SELECT source, meta, withdrawn,
       (SELECT sha256 FROM versions WHERE document_id = id ORDER BY added_seq DESC LIMIT 1) AS sha256,
       (SELECT text_source FROM versions WHERE document_id = id ORDER BY added_seq DESC LIMIT 1) AS text_source
     FROM documents WHERE id = ?`,
  );
  const nextChange = "(SELECT max(changed) FROM documents) + 1";
  const insertDocument = database.prepare(
    `INSERT INTO documents (id, source, meta, changed) VALUES (?, ?, ?, coalesce(${nextChange}, 1))`,
  );
  const updateDocument = database.prepare(
    `UPDATE documents SET source = ?, meta = ?, withdrawn = 0, changed = ${nextChange} WHERE id = ?`,
  );
  const insertVersion = database.prepare(
    "INSERT INTO versions (document_id, sha256, body, meta, added_at, announced, text_source) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const updateVersion = database.prepare(
    `UPDATE versions SET meta = ?, text_source = ?
     WHERE added_seq = (SELECT max(added_seq) FROM versions WHERE document_id = ?)`,
  );
  const idsOf = database.prepare("SELECT id FROM documents WHERE source = ? AND withdrawn = 0");
  const withdraw = database.prepare(
    `UPDATE documents SET withdrawn = 1, changed = ${nextChange} WHERE id = ?`,
  );
  const stories = createStories(database);
  const newest = `SELECT d.meta, d.withdrawn, d.changed, v.document_id, v.sha256, v.body,
       (SELECT f.id FROM signatures s JOIN documents f ON f.seq = s.story WHERE s.document = d.seq) AS story
     FROM documents d JOIN versions v ON v.added_seq = (SELECT max(added_seq) FROM versions WHERE document_id = d.id)`;
  const current = database.prepare(`${newest} WHERE d.withdrawn = 0 ORDER BY d.seq`);
  const changes = database.prepare(`${newest} WHERE d.changed > ? ORDER BY d.changed LIMIT ?`);
  const lastChange = database.prepare("SELECT coalesce(max(changed), 0) AS seq FROM documents");
  const withWords = database.prepare(
    `SELECT d.id FROM versions v JOIN documents d ON d.id = v.document_id
     WHERE v.sha256 = ? AND d.source = ? AND d.withdrawn = 0
       AND v.added_seq = (SELECT max(added_seq) FROM versions WHERE document_id = d.id)
     ORDER BY d.seq`,
  );
  const allVersions = database.prepare(
    `SELECT document_id, sha256, body, meta, added_at, text_source FROM versions
     WHERE document_id = ? ORDER BY added_seq`,
  );
  // No LIKE: a hash has no wildcards, and nothing a user types should become a pattern.
  const versionBy = database.prepare(
    `SELECT document_id, sha256, body, meta FROM versions
     WHERE document_id = ? AND substr(sha256, 1, 8) = ? ORDER BY added_seq DESC LIMIT 1`,
  );

  const saveOne = (
    source: SourceName,
    { document, version }: Entry,
    { announce = false, textSource: given = null }: { announce?: boolean; textSource?: TextSource | null },
  ): Saved => {
    const insert = (textSource = given) => {
      const { sha256, body } = version;
      insertVersion.run(document.id, sha256, body, meta, now(), announce ? 1 : 0, textSource);
    };
    const row = known.get(document.id);
    const meta = JSON.stringify(document);
    if (row === undefined) {
      insertDocument.run(document.id, source, meta);
      insert();
      stories.place({ document, version });
      return "imported";
    }
    // A withdrawn document is free for whoever brings it back.
    if (row["source"] !== source && row["withdrawn"] === 0) return "refused";
    const sameWords = row["sha256"] === version.sha256;
    const before = textIn(row, "text_source") as TextSource | null;
    // Words that come again are as good as the best who brought them.
    const textSource = sameWords ? better(before, given) : given;
    if (sameWords && row["meta"] === meta && row["withdrawn"] === 0) {
      if (textSource !== before) updateVersion.run(meta, textSource, document.id);
      return "unchanged";
    }
    updateDocument.run(source, meta, document.id);
    // A headline that somebody changed quietly is a revision; our own texts have none worth telling.
    const sameTitle = source !== "import" || titleIn(String(row["meta"])) === document.title;
    if (sameWords && sameTitle) updateVersion.run(meta, textSource, document.id);
    else insert(textSource);
    stories.place({ document, version });
    if (row["withdrawn"] !== 0) return "imported";
    return sameWords && sameTitle ? "updated" : "revised";
  };

  return {
    save: (source, entries, { complete = false, present: others = [], ...how }: SaveOptions = {}) =>
      transaction(() => {
        const saved = entries.map((entry) => saveOne(source, entry, how));
        if (complete) {
          const present = new Set([...others, ...entries.map(({ document }) => document.id)]);
          for (const row of idsOf.all(source)) {
            if (present.has(String(row["id"]))) continue;
            withdraw.run(row["id"]!);
            stories.leave(String(row["id"]));
          }
        }
        stories.catchUp(CATCH_UP);
        return saved;
      }),
    catchUpStories: (limit) => transaction(() => stories.catchUp(limit)),
    entries: () => whileBusy(() => current.all().map(entryFrom)),
    version: (documentId, hash8) =>
      whileBusy(() => {
        const row = versionBy.get(documentId, hash8);
        return row === undefined ? null : entryFrom(row);
      }),
    versions: (documentId) =>
      whileBusy(() =>
        allVersions.all(documentId).map((row) => {
          const textSource = textIn(row, "text_source") as TextSource | null;
          const dated = { ...entryFrom(row), addedAt: Number(row["added_at"]) };
          return textSource === null ? dated : { ...dated, textSource };
        }),
      ),
    lastChange: () => whileBusy(() => Number(lastChange.get()!["seq"])),
    changesSince: (seq, limit) =>
      whileBusy(() => {
        const rows = changes.all(seq, limit);
        const [gone, there] = [
          rows.filter((row) => row["withdrawn"] === 1),
          rows.filter((row) => row["withdrawn"] === 0),
        ];
        return {
          seq: Number(rows.at(-1)?.["changed"] ?? seq),
          changed: there.map(entryFrom),
          withdrawn: gone.map((row) => String(row["document_id"])),
        };
      }),
    idsWithWords: (source, sha256) =>
      whileBusy(() => withWords.all(sha256, source).map((row) => String(row["id"]))),
  };
}

/** Of two who brought the same words: a person above all. */
function better(one: TextSource | null, other: TextSource | null): TextSource | null {
  if (one === null || other === null) return null;
  return rankOfSource(one) < rankOfSource(other) ? other : one;
}

function titleIn(meta: string): string {
  return (JSON.parse(meta) as Document).title;
}

function entryFrom(row: Record<string, unknown>): Entry {
  // As it was written: normalising once more could change a body that older rules made.
  const version: DocumentVersion = Object.freeze({
    documentId: String(row["document_id"]),
    sha256: String(row["sha256"]),
    body: String(row["body"]),
  });
  const document = JSON.parse(String(row["meta"])) as Document;
  const { story } = row;
  return typeof story === "string" ? { document, version, story } : { document, version };
}
