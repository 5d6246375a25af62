import type { Range } from "../range.ts";
import { wordRuns, type Side } from "./word-runs.ts";

/** A part of a comparison: what both have (as the document writes it), what only the document has, or only the quote. */
export interface DifferencePart {
  readonly type: "same" | "left-out" | "added";
  readonly text: string;
}

/** How a quote differs from a run of a document. */
export interface Difference {
  /** In order; what takes the place of something follows it. */
  readonly parts: readonly DifferencePart[];
  /** What of the document the quote has not, in offsets of the body. */
  readonly leftOut: readonly Range[];
  /** Whether words differ, not marks alone. */
  readonly words: boolean;
}

/**
 * Compares a quote with a run of a document by words. What differs inside a word is shown as the whole word on both
 * sides, by the document's own spacing.
 */
export function differenceOf(document: Side, quote: Side): Difference {
  const parts: DifferencePart[] = [];
  const leftOut: Range[] = [];
  let words = false;
  for (const run of wordRuns(document, quote)!) {
    const { changed, first, second } = run;
    if (first !== null) {
      const text = document.source.slice(first.start, first.end);
      parts.push({ type: changed ? "left-out" : "same", text });
      if (changed) leftOut.push(first);
    }
    if (changed && second !== null)
      parts.push({ type: "added", text: quote.source.slice(second.start, second.end) });
    if (changed && run.words) words = true;
  }
  return { parts, leftOut, words };
}
