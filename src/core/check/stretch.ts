import type { Entry } from "../document.ts";
import type { Library } from "../library.ts";
import { isHeading, paragraphsOf, type Passage } from "../passage.ts";
import type { Range } from "../range.ts";

/** A stretch of a document: runs of its paragraphs in order, with `null` where a heading stood between two of them. */
export interface Stretch {
  readonly entry: Entry;
  readonly runs: readonly (Range | null)[];
}

/** UTF-16 units within which a stretch that begins or ends inside a paragraph finds a space to do so. */
const SPACE_WITHIN = 200;

/**
 * The stretches of documents around these passages, `reach` UTF-16 units on either side; those that meet are one. What
 * is quoted may go on in the next passage, or paragraph. In the order of the passages.
 */
export function stretchesAround(library: Library, passages: readonly Passage[], reach: number): Stretch[] {
  const byDocument = Map.groupBy(passages, ({ documentId }) => documentId);
  return [...byDocument].flatMap(([id, found]) => {
    const entry = library.get(id)!;
    const { length } = entry.version.body;
    const wide = found
      .map(({ start, end }) => ({ start: Math.max(0, start - reach), end: Math.min(length, end + reach) }))
      .sort((a, b) => a.start - b.start);
    const apart: { start: number; end: number }[] = [];
    for (const range of wide) {
      const last = apart.at(-1);
      // Less than a reach between two stretches saves nothing.
      if (last !== undefined && range.start <= last.end + reach) last.end = Math.max(last.end, range.end);
      else apart.push({ ...range });
    }
    const paragraphs = paragraphsOf(entry.version.body);
    return apart.map((range) => ({ entry, runs: runsIn(entry, paragraphs, range) }));
  });
}

/** All of a document that can be quoted. */
export function wholeOf(entry: Entry): Stretch {
  const { body } = entry.version;
  return { entry, runs: runsIn(entry, paragraphsOf(body), { start: 0, end: body.length }) };
}

function runsIn(
  { document, version: { body } }: Entry,
  paragraphs: readonly Range[],
  { start, end }: Range,
): (Range | null)[] {
  const runs: (Range | null)[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.end <= start || paragraph.start >= end) continue;
    if (isHeading(document, body.slice(paragraph.start, paragraph.end))) runs.push(null);
    else {
      const from = paragraph.start >= start ? paragraph.start : afterSpace(body, start, paragraph);
      const to = paragraph.end <= end ? paragraph.end : beforeSpace(body, end, paragraph);
      if (from < to) runs.push({ start: from, end: to });
    }
  }
  return runs;
}

/** Where no space is near, the paragraph is taken whole: no other place is sure not to cut a character. */
function afterSpace(body: string, at: number, { start }: Range): number {
  const space = body.slice(at, at + SPACE_WITHIN).search(/[\s、。，]\p{L}/u);
  return space === -1 ? start : at + space + 1;
}

function beforeSpace(body: string, at: number, { end }: Range): number {
  const space = body
    .slice(Math.max(0, at - SPACE_WITHIN), at)
    .search(/\p{L}[\s、。，](?!.*\p{L}[\s、。，])/su);
  return space === -1 ? end : Math.max(0, at - SPACE_WITHIN) + space + 1;
}
