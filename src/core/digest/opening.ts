import type { Entry } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import { passagesOf, type Passage } from "../passage.ts";
import { snippetOf } from "../search/snippet.ts";

/**
 * The opening sentences of a document, or of the first of its passages that is wanted, still to be quoted; `null` where it
 * has none.
 */
export function openingOf(
  entry: Entry,
  wants: (passage: Passage) => boolean = () => true,
): (() => Excerpt) | null {
  for (const passage of passagesIn(entry)) {
    if (!wants(passage)) continue;
    return () => snippetOf(entry.version, passage, entry.document.language, []);
  }
  return null;
}

/** Its passages, one paragraph read at a time: of ten thousand documents the first of each is enough. */
function* passagesIn({ document, version }: Entry): Iterable<Passage> {
  const { body } = version;
  for (let start = 0; start < body.length;) {
    const blank = body.indexOf("\n\n", start);
    const end = blank === -1 ? body.length : blank;
    for (const passage of passagesOf(document, { ...version, body: body.slice(start, end) }))
      yield { ...passage, start: start + passage.start, end: start + passage.end };
    start = end + 2;
  }
}
