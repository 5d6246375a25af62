import type { Document } from "../document.ts";

/** A document that came as news. */
export interface NewDocument {
  readonly document: Document;
  /** When it came among all versions: later ones have higher numbers. */
  readonly addedSeq: number;
}

/** What is new after a cursor. */
export interface News {
  /** In the order in which they came. */
  readonly news: readonly NewDocument[];
  /** After which everything is new that is not among these; never below the one that was asked with. */
  readonly cursor: number;
}
