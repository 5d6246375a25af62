import type { Document, Entry } from "./document.ts";
import type { OutletBook } from "./outlet.ts";
import { NO_REFERENCE, type Reference } from "./reference.ts";
import { Analyser } from "./search/analyse.ts";
import { createMiniSearchIndex } from "./search/minisearch-index.ts";
import type { SearchIndex } from "./search/index.ts";
import { Translations } from "./search/translations.ts";

/** What is known of the languages of texts and questions. */
export interface Languages {
  readonly analyser: Analyser;
  readonly translations: Translations;
}

/** What is known beside the documents. */
export interface Knowledge extends Languages {
  readonly reference: Reference;
}

/** The documents that can be found now, and the index over them. */
export class Library {
  readonly outlets: OutletBook;
  readonly analyser: Analyser;
  readonly translations: Translations;
  /** Our own records, for commands that show them as what they are. */
  readonly reference: Reference;
  readonly index: SearchIndex;
  readonly #entries = new Map<string, Entry>();

  constructor(outlets: OutletBook, known: Partial<Knowledge> = {}) {
    this.outlets = outlets;
    this.analyser = known.analyser ?? new Analyser();
    this.translations = known.translations ?? new Translations();
    this.reference = known.reference ?? NO_REFERENCE;
    this.index = createMiniSearchIndex(this.analyser);
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
