import type { Document, Entry } from "./document.ts";
import type { OutletBook } from "./outlet.ts";
import { Analyser } from "./search/analyse.ts";
import { createMiniSearchIndex } from "./search/minisearch-index.ts";
import type { SearchIndex } from "./search/index.ts";
import { Translations } from "./search/translations.ts";

/** What is known of the languages of texts and questions. */
export interface Languages {
  readonly analyser: Analyser;
  readonly translations: Translations;
}

/** The documents that can be found now, and the index over them. */
export class Library {
  readonly outlets: OutletBook;
  readonly analyser: Analyser;
  readonly translations: Translations;
  readonly index: SearchIndex;
  readonly #entries = new Map<string, Entry>();

  constructor(outlets: OutletBook, languages: Partial<Languages> = {}) {
    this.outlets = outlets;
    this.analyser = languages.analyser ?? new Analyser();
    this.translations = languages.translations ?? new Translations();
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
