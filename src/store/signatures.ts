import type { DatabaseSync } from "node:sqlite";
import { bandKeysOf, type Sketch } from "../core/stories/minhash.ts";

/** Documents of different words in a band above which it tells nothing: what so many share is boilerplate. */
const BAND_MAX = 200;
/** Documents that share most bands with one, which are looked at. */
const CANDIDATES_MAX = 50;

/** What a document is found by: its version, its words, and the sketch of its shingles; `null` of a short text. */
export interface Signature {
  readonly sha256: string;
  /** Hash of the folded words. */
  readonly words: string;
  readonly sketch: Sketch | null;
}

/** The rows by which documents of one text are found. Documents are named by the numbers of their rows. */
export interface Signatures {
  add(document: number, signature: Signature): void;
  /** Nothing happens where there is none. */
  remove(document: number): void;
  get(document: number): Signature | null;
  /** The first other document that has the same words; `null` where none has. */
  twinOf(document: number, words: string): number | null;
  /** Documents that share bands with this one, most bands first: fifty at most. */
  candidatesFor(document: number, sketch: Sketch): number[];
  /** The first document of its story; `null` where the document is alone. */
  storyOf(document: number): number | null;
  setStory(document: number, story: number | null): void;
  /** The documents of a story, in the order in which they came. */
  membersOf(story: number): number[];
}

/** The part of the store that keeps them. */
export function createSignatures(database: DatabaseSync): Signatures {
  const insert = database.prepare(
    "INSERT INTO signatures (document, sha256, words, size, minima) VALUES (?, ?, ?, ?, ?)",
  );
  const insertBand = database.prepare(
    "INSERT INTO bands (key, document) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const remove = database.prepare("DELETE FROM signatures WHERE document = ?");
  const removeBand = database.prepare("DELETE FROM bands WHERE key = ? AND document = ?");
  const one = database.prepare("SELECT sha256, words, size, minima FROM signatures WHERE document = ?");
  const story = database.prepare("SELECT story FROM signatures WHERE document = ?");
  const twin = database.prepare(
    "SELECT document FROM signatures WHERE words = ? AND document <> ? ORDER BY document LIMIT 1",
  );
  const inBand = database.prepare("SELECT document FROM bands WHERE key = ? LIMIT ?");
  const setStory = database.prepare("UPDATE signatures SET story = ? WHERE document = ?");
  const members = database.prepare("SELECT document FROM signatures WHERE story = ? ORDER BY document");

  const get = (document: number): Signature | null => {
    const row = one.get(document);
    if (row === undefined) return null;
    const size = Number(row["size"]);
    const sketch = size === 0 ? null : { size, minima: minimaFrom(row["minima"] as Uint8Array) };
    return { sha256: String(row["sha256"]), words: String(row["words"]), sketch };
  };

  const twinOf = (document: number, words: string) => numberIn(twin.get(words, document), "document");
  const insertBands = (document: number, sketch: Sketch | null) => {
    for (const key of sketch === null ? [] : bandKeysOf(sketch)) insertBand.run(key, document);
  };

  return {
    add(document, { sha256, words, sketch }) {
      const minima = sketch === null ? new Uint8Array() : bytesOf(sketch.minima);
      insert.run(document, sha256, words, sketch?.size ?? 0, minima);
      // A text of the same words is found by them: one of all such copies is enough in the bands.
      if (twinOf(document, words) === null) insertBands(document, sketch);
    },
    remove(document) {
      const known = get(document);
      if (known === null) return;
      remove.run(document);
      const { words, sketch } = known;
      if (sketch === null) return;
      for (const key of bandKeysOf(sketch)) removeBand.run(key, document);
      const next = twinOf(document, words);
      if (next !== null) insertBands(next, sketch);
    },
    get,
    twinOf,
    candidatesFor(document, sketch) {
      const shared = new Map<number, number>();
      for (const key of bandKeysOf(sketch)) {
        const rows = inBand.all(key, BAND_MAX + 1);
        if (rows.length > BAND_MAX) continue;
        for (const row of rows) {
          const other = Number(row["document"]);
          if (other !== document) shared.set(other, (shared.get(other) ?? 0) + 1);
        }
      }
      return [...shared]
        .sort(([a, inA], [b, inB]) => inB - inA || a - b)
        .slice(0, CANDIDATES_MAX)
        .map(([other]) => other);
    },
    storyOf: (document) => numberIn(story.get(document), "story"),
    setStory: (document, story) => void setStory.run(story, document),
    membersOf: (story) => members.all(story).map((row) => Number(row["document"])),
  };
}

function numberIn(row: Record<string, unknown> | undefined, name: string): number | null {
  const value = row?.[name] ?? null;
  return value === null ? null : Number(value);
}

/** Little-endian whatever the machine is: a store may be moved. */
function bytesOf(minima: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(minima.length * 4));
  for (const [at, minimum] of minima.entries()) view.setUint32(at * 4, minimum, true);
  return new Uint8Array(view.buffer);
}

function minimaFrom(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getUint32(at * 4, true));
}
