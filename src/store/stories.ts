import type { DatabaseSync } from "node:sqlite";
import type { Document, Entry } from "../core/document.ts";
import { OWN_OUTLET } from "../core/outlet.ts";
import { isOwn } from "../core/own-records.ts";
import { containmentOf, sketchOf } from "../core/stories/minhash.ts";
import { NOTHING, SHORT, isSameText, mayBeSame } from "../core/stories/same-text.ts";
import { readStoryText, wordsHashOf, type StoryText } from "../core/stories/text.ts";
import { createSignatures } from "./signatures.ts";

/** Texts that one is compared with word by word: those most like it by their sketches. */
const COMPARED_MAX = 8;
/** Members of a story that are placed anew when one of them leaves; of a larger one the rest stay together. */
const PLACED_ANEW_MAX = 10;
/** Which documents have one text. Everything runs inside the transaction of a save. */
export interface Stories {
  /**
   * Finds the story of a document that was saved with these words. Others whose story became another one thereby count
   * as changed. Nothing is done where the words are those that were read before.
   */
  place(entry: Entry): void;
  /** Takes a document that is no longer to be found out of its story. */
  leave(documentId: string): void;
  /** Places up to `limit` of the documents that were saved before there were stories; tells how many are left. */
  catchUp(limit: number): number;
}

/** The part of the store that links documents of one text. */
export function createStories(database: DatabaseSync): Stories {
  const signatures = createSignatures(database);
  const seqOf = database.prepare("SELECT seq FROM documents WHERE id = ?");
  const setRead = database.prepare("UPDATE documents SET unread = 0 WHERE seq = ? AND unread = 1");
  const setChanged = database.prepare(
    "UPDATE documents SET changed = (SELECT max(changed) FROM documents) + 1 WHERE seq = ?",
  );
  const newest = `FROM documents d
     JOIN versions v ON v.added_seq = (SELECT max(added_seq) FROM versions WHERE document_id = d.id)`;
  const unread = database.prepare(
    `SELECT d.seq, d.meta, v.sha256, v.body ${newest} WHERE d.unread = 1 ORDER BY d.seq LIMIT ?`,
  );
  const left = database.prepare("SELECT count(*) AS left FROM documents WHERE unread = 1");
  const skipOwn = database.prepare(
    "UPDATE documents SET unread = 0 WHERE unread = 1 AND json_extract(meta, '$.outletId') = ?",
  );
  const bodyOf = database.prepare(`SELECT v.body ${newest} WHERE d.seq = ?`);

  const seqFor = (documentId: string) => Number(seqOf.get(documentId)!["seq"]);
  const textOf = (seq: number) => readStoryText(String(bodyOf.get(seq)!["body"]));

  /** What is saved from now on is read as it comes. */
  let skippedOwn = false;
  /** The stories of documents before the change that is going on. */
  const before = new Map<number, number | null>();
  const setStory = (seq: number, story: number | null) => {
    if (!before.has(seq)) before.set(seq, signatures.storyOf(seq));
    signatures.setStory(seq, story);
  };
  /** Counts every document that `change` leaves in another story as changed, but for the one that is being saved. */
  const telling = (saved: number | null, change: () => void) => {
    before.clear();
    change();
    for (const [seq, story] of before) {
      if (seq !== saved && signatures.storyOf(seq) !== story) setChanged.run(seq);
    }
  };

  /** A story is called after its first document: only those that it is not called after yet are touched. */
  const join = (...documents: number[]) => {
    const stories = documents.map((seq) => ({ seq, story: signatures.storyOf(seq) }));
    const first = Math.min(...stories.map(({ seq, story }) => story ?? seq));
    for (const { seq, story } of stories) {
      if (story === first) continue;
      for (const member of story === null ? [seq] : signatures.membersOf(story)) setStory(member, first);
    }
  };

  /** Joins a document with all others of its text. */
  const findStory = (seq: number, text: StoryText) => {
    const { words, sketch } = signatures.get(seq)!;
    const twin = text.length < NOTHING ? null : signatures.twinOf(seq, words);
    // What its twin was joined with is its story too.
    if (twin !== null) return join(seq, twin);
    if (sketch === null) return;
    const likely = signatures
      .candidatesFor(seq, sketch)
      .flatMap((other) => {
        const theirs = signatures.get(other)?.sketch ?? null;
        return theirs !== null && mayBeSame(sketch, theirs)
          ? [{ other, likeness: containmentOf(sketch, theirs) }]
          : [];
      })
      .sort((a, b) => b.likeness - a.likeness);
    let compared = 0;
    for (const { other } of likely) {
      const story = signatures.storyOf(other);
      // One of a story is enough: it has joined the others already.
      if (story !== null && story === signatures.storyOf(seq)) continue;
      if (compared === COMPARED_MAX) return;
      compared += 1;
      if (isSameText(text, textOf(other))) join(seq, other);
    }
  };

  /** Forgets a document; the rest of its story stay together as far as their texts are one without it. */
  const forget = (seq: number) => {
    const story = signatures.storyOf(seq);
    const rest = story === null ? [] : signatures.membersOf(story).filter((member) => member !== seq);
    signatures.remove(seq);
    const stays = rest.length > PLACED_ANEW_MAX;
    for (const member of rest) setStory(member, stays ? rest[0]! : null);
    if (!stays) for (const member of rest) findStory(member, textOf(member));
  };

  const place = (seq: number, document: Document, { sha256, body }: Entry["version"]) => {
    setRead.run(seq);
    const known = signatures.get(seq);
    const own = isOwn(document);
    if (own ? known === null : known?.sha256 === sha256) return;
    if (known !== null) forget(seq);
    if (own) return;
    const text = readStoryText(body);
    const sketch = text.length < SHORT ? null : sketchOf(text.distinct);
    signatures.add(seq, { sha256, words: wordsHashOf(text), sketch });
    findStory(seq, text);
  };

  return {
    place({ document, version }) {
      const seq = seqFor(document.id);
      telling(seq, () => place(seq, document, version));
    },
    leave(documentId) {
      const seq = seqFor(documentId);
      telling(null, () => {
        setRead.run(seq);
        forget(seq);
      });
    },
    catchUp(limit) {
      // They are in no story, and came first: the texts of others would wait for them.
      if (!skippedOwn) skipOwn.run(OWN_OUTLET);
      skippedOwn = true;
      for (const row of unread.all(limit)) {
        const version = { documentId: "", sha256: String(row["sha256"]), body: String(row["body"]) };
        const document = JSON.parse(String(row["meta"])) as Document;
        telling(null, () => place(Number(row["seq"]), document, version));
      }
      return Number(left.get()!["left"]);
    },
  };
}
