import { excerptOf, type Excerpt } from "./excerpt.ts";
import { graphemeSnap } from "./grapheme.ts";
import type { Found } from "./look-up.ts";
import { paragraphAround } from "./passage.ts";

/**
 * The excerpt that an id names, widened to whole characters where it names half of one; `null` where the id names a
 * whole document, or a run that does not lie inside one paragraph.
 */
export function namedExcerpt({ version, marked }: Found): Excerpt | null {
  const paragraph = marked === null ? null : paragraphAround(version.body, marked);
  if (marked === null || paragraph === null) return null;
  const snap = graphemeSnap(version.body.slice(paragraph.start, paragraph.end));
  const { start, end } = snap.widen({
    start: marked.start - paragraph.start,
    end: marked.end - paragraph.start,
  });
  return excerptOf(version, paragraph.start + start, paragraph.start + end);
}
