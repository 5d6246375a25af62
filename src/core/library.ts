import type { Document, Entry } from "./document.ts";
import type { OutletBook } from "./outlet.ts";
import { NO_REFERENCE, type Reference } from "./reference.ts";
import { Analyser } from "./search/analyse.ts";
import { createMiniSearchIndex } from "./search/minisearch-index.ts";
import type { SearchIndex } from "./search/index.ts";
import { Translations } from "./search/translations.ts";
import { byDateThenId } from "./stories/in-order.ts";
import { Stories } from "./stories/stories.ts";

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
  readonly #stories = new Stories();

  constructor(outlets: OutletBook, known: Partial<Knowledge> = {}) {
    this.outlets = outlets;
    this.analyser = known.analyser ?? new Analyser();
    this.translations = known.translations ?? new Translations();
    this.reference = known.reference ?? NO_REFERENCE;
    this.index = createMiniSearchIndex(this.analyser);
  }

  /** Adds a document, or replaces the one with the same id. */
  add(entry: Entry): void {
    for (const _ of this.adding(entry));
  }

  /** The same in short steps, between which all else may run: a document is seen whole or not at all. */
  adding(entry: Entry): Iterable<void> {
    return this.index.adding(entry, () => {
      this.#entries.set(entry.document.id, entry);
      this.#stories.set(entry.document.id, entry.story);
    });
  }

  /** Takes a document away, in short steps: it is gone from the first one on. */
  *removing(documentId: string): Iterable<void> {
    this.#entries.delete(documentId);
    this.#stories.remove(documentId);
    yield* this.index.removing(documentId);
  }

  get(documentId: string): Entry | null {
    return this.#entries.get(documentId) ?? null;
  }

  /** Id of the story that a document belongs to; `null` where no other document has its text. */
  storyOf(documentId: string): string | null {
    return this.#stories.of(documentId);
  }

  /** The other documents with the text of this one, the earliest first. */
  sameStory(documentId: string): readonly Document[] {
    return this.#stories
      .othersOf(documentId)
      .map((id) => this.#entries.get(id)!.document)
      .sort(byDateThenId);
  }

  *documents(): Iterable<Document> {
    for (const { document } of this.#entries.values()) yield document;
  }

  entries(): Iterable<Entry> {
    return this.#entries.values();
  }

  get size(): number {
    return this.#entries.size;
  }
}
