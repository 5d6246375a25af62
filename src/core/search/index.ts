import type { Document, Entry } from "../document.ts";
import type { Passage } from "../passage.ts";

/** A term of a question, and how much it counts beside the others. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What is asked of an index. */
export interface IndexQuery {
  /** Different terms; a passage matches with any of them. */
  terms: readonly WeightedTerm[];
  /** Applied while matching, so that a filter never empties a page that has further matches. */
  accepts(document: Document): boolean;
}

/** A passage that matched. */
export interface Hit {
  passage: Passage;
  /** Higher is better; comparable within one answer only. */
  score: number;
  /** Which of the query's terms the passage has. */
  terms: readonly string[];
}

/** Finds passages by their words. Synchronous: the whole index is in memory. */
export interface SearchIndex {
  /** Makes a document findable; one with the same id is replaced. */
  add(entry: Entry): void;
  /** Best first; passages of one score in the order they were added. */
  search(query: IndexQuery): Hit[];
  /** Passages. */
  readonly size: number;
  /** In how many passages a term occurs. */
  frequency(term: string): number;
  /** The word of the passages that is spelt most like this one; `null` where none is near enough. Folded words. */
  respell(word: string): string | null;
}
