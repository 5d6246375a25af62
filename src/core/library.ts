import type { Document, Entry } from "./document.ts";
import type { OutletBook } from "./outlet.ts";
import { Lexicon } from "./search/lexicon.ts";
import { createMiniSearchIndex } from "./search/minisearch-index.ts";
import type { SearchIndex } from "./search/index.ts";

/** The documents that can be found now, and the index over them. */
export class Library {
  readonly outlets: OutletBook;
  /** The names by which people, places and terms are found. */
  readonly lexicon: Lexicon;
  readonly index: SearchIndex;
  readonly #entries = new Map<string, Entry>();

  constructor(outlets: OutletBook, lexicon = new Lexicon()) {
    this.outlets = outlets;
    this.lexicon = lexicon;
    this.index = createMiniSearchIndex(lexicon);
  }

  /** Adds a document, or replaces the one with the same id. */
  add(entry: Entry): void {
    this.#entries.set(entry.document.id, entry);
    this.index.add(entry);
  }

  get(documentId: string): Entry | null {
    return this.#entries.get(documentId) ?? null;
  }

  *documents(): Iterable<Document> {
    for (const { document } of this.#entries.values()) yield document;
  }

  get size(): number {
    return this.#entries.size;
  }
}
