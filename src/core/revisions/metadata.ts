import type { Document } from "../document.ts";

/** What is told of a document beside its words, in the order in which it is told. */
export const FIELDS = ["title", "author", "outlet", "date", "kind", "url"] as const;
export type Field = (typeof FIELDS)[number];

/** What was known otherwise of a document; `null` where it was not known. */
export interface FieldChange {
  readonly field: Field;
  readonly was: string | null;
  readonly now: string | null;
}

/** What is known otherwise of a document than before. */
export function fieldChanges(before: Document, after: Document): FieldChange[] {
  return FIELDS.map((field) => ({ field, was: before[field], now: after[field] })).filter(
    ({ was, now }) => was !== now,
  );
}
