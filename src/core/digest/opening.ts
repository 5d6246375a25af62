import type { Entry } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import { passagesOf, type Passage } from "../passage.ts";
import { snippetOf } from "../search/snippet.ts";

/**
 * The opening sentences of a document, or of the first of its passages that is wanted, still to be quoted; `null` where it
 * has none.
 */
export function openingOf(
  { document, version }: Entry,
  wants: (passage: Passage) => boolean = () => true,
): (() => Excerpt) | null {
  const first = passagesOf(document, version).find(wants);
  return first === undefined ? null : () => snippetOf(version, first, document.language, []);
}
