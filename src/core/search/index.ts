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
  readonly terms: readonly WeightedTerm[];
  /** Groups of `terms`; a passage must have one of each group. */
  readonly required?: readonly (readonly string[])[];
  /** Terms that no match may have. */
  readonly excluded?: readonly string[];
  /** Applied while matching, so that a filter never empties a page that has further matches. */
  readonly accepts?: ((document: Document) => boolean) | null;
  /** What else a passage must show, asked of those only that meet everything above. */
  readonly verify?: ((passage: Passage) => boolean) | null;
  /** How many of the best hits are given. */
  readonly limit: number;
}

/** A passage that matched. */
export interface Hit {
  readonly passage: Passage;
  /** One and the same object for all passages of a document. */
  readonly document: Document;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Which of the query's terms the passage has. */
  readonly terms: readonly string[];
  /** Which of the query's terms its document is paraphrased with; see {@link Document.paraphrases}. */
  readonly paraphrased: readonly string[];
  /** The terms of the passage in order, by their numbers in this index. */
  readonly tokens: Uint32Array;
}

/** The best hits, best first, and how many passages matched in all. */
export interface IndexAnswer {
  readonly hits: readonly Hit[];
  readonly matched: number;
}

/** What an index knows of its terms. */
export interface TermStatistics {
  /** Passages. */
  readonly size: number;
  /** Terms of a passage, on average. */
  readonly averageLength: number;
  /** In how many passages a term occurs. */
  frequency(term: string): number;
  /** Whether a document is paraphrased with the term. */
  isParaphrase(term: string): boolean;
  /** The number by which {@link Hit.tokens} know a term; `null` where no passage has it. */
  numberOf(term: string): number | null;
  /** In how many passages the term of this number occurs. */
  frequencyOf(number: number): number;
}

/** Finds passages by their words. Synchronous: the whole index is in memory. */
export interface SearchIndex extends TermStatistics {
  /** Makes a document findable; one with the same id is replaced. */
  add(entry: Entry): void;
  /**
   * The same in short steps, between which searches may run: until all passages are there none is found, and in the
   * step that shows them what they replace is hidden. `shown` is called in that step. Until the last step is done
   * statistics count what is not found yet, or no longer. One document at a time.
   */
  adding(entry: Entry, shown?: () => void): Iterable<void>;
  /** Takes a document away, in short steps: nothing of it is found from the first one on. */
  removing(documentId: string): Iterable<void>;
  /** Passages of one score in the order they were added. */
  search(query: IndexQuery): IndexAnswer;
  /** The word of the passages that is spelt most like this one; `null` where none is near enough. Folded words. */
  respell(word: string): string | null;
  /** Words of the passages that begin so, the most frequent first. Folded; see the bounds of `Vocabulary.complete`. */
  complete(prefix: string, limit: number): string[];
}
