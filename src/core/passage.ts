import type { Document, DocumentVersion } from "./document.ts";
import { isOwn } from "./own-records.ts";
import type { Range } from "./range.ts";
import { sentencesOf } from "./sentence.ts";
import { graphemeBorderAtOrBefore, graphemeSnap } from "./grapheme.ts";

/** The indexed unit: a paragraph of a version, or a part of a long one, cut between sentences. */
export interface Passage extends Range {
  readonly documentId: string;
  readonly sha256: string;
}

/**
 * UTF-16 units a passage may have. Far above ordinary paragraphs, so that they stay whole; small enough that ranking
 * does not drown a sentence in a page-long paragraph.
 */
export const PASSAGE_MAX = 1_200;

/** The paragraphs of a body: runs between blank lines, without white space at either end. */
export function paragraphsOf(body: string): Range[] {
  const ranges: Range[] = [];
  for (let start = 0; start < body.length;) {
    const blank = body.indexOf("\n\n", start);
    const end = blank === -1 ? body.length : blank;
    const range = trim(body, { start, end });
    if (range.end > range.start) ranges.push(range);
    start = blank === -1 ? body.length : blank + 2;
  }
  return ranges;
}

/** The paragraph that holds `[start, end)`, or `null` where the run crosses paragraphs or lies in none. */
export function paragraphAround(body: string, { start, end }: Range): Range | null {
  const before = body.lastIndexOf("\n\n", start);
  const after = body.indexOf("\n\n", start);
  const paragraph = trim(body, {
    start: before === -1 ? 0 : before + 2,
    end: after === -1 ? body.length : after,
  });
  return start >= paragraph.start && end <= paragraph.end ? paragraph : null;
}

/** UTF-16 units a heading may have. What is longer is a paragraph: it must be found, and fit a page. */
const HEADING_MAX = 200;

/**
 * Whether a paragraph is a heading. Only our own texts have headings; elsewhere `## ` is what the author wrote. A
 * heading is one line: words right below it are no part of it, so such a paragraph is text.
 */
export function isHeading(document: Document, paragraph: string): boolean {
  return (
    isOwn(document) &&
    paragraph.startsWith("## ") &&
    paragraph.length <= HEADING_MAX &&
    !paragraph.includes("\n")
  );
}

/** The passages of a document in reading order. Headings are none: nobody quotes them. */
export function passagesOf(document: Document, version: DocumentVersion): Passage[] {
  return paragraphsOf(version.body)
    .filter(({ start, end }) => !isHeading(document, version.body.slice(start, end)))
    .flatMap((paragraph) => split(version.body, paragraph, document.language))
    .map(({ start, end }) => ({ documentId: version.documentId, sha256: version.sha256, start, end }));
}

function split(body: string, paragraph: Range, language: string): Range[] {
  if (paragraph.end - paragraph.start <= PASSAGE_MAX) return [paragraph];
  const pieces: Range[] = [];
  const text = body.slice(paragraph.start, paragraph.end);
  const snap = graphemeSnap(text);
  for (const sentence of sentencesOf(text, language)) {
    for (const piece of cut(text, sentence)) {
      // White space that carries an accent is no border of words. A grapheme longer than a passage is no text.
      const lead = snap.widen(piece).start;
      const spaced = text.slice(lead, piece.start).trim() === "";
      const { start, end } = snap.shrink(spaced ? { start: lead, end: piece.end } : piece);
      if (start === end) continue;
      const part = { start: paragraph.start + start, end: paragraph.start + end };
      const last = pieces.at(-1);
      if (last !== undefined && part.end - last.start <= PASSAGE_MAX) {
        pieces[pieces.length - 1] = { start: last.start, end: part.end };
      } else pieces.push(part);
    }
  }
  return pieces;
}

/** A sentence longer than a passage (a list, a page without full stops) is cut between words. */
function cut(body: string, sentence: Range): Range[] {
  const parts: Range[] = [];
  let { start } = sentence;
  while (sentence.end - start > PASSAGE_MAX) {
    const limit = start + PASSAGE_MAX;
    const window = body.slice(start, limit);
    const space = window.search(/\s\S*$/u);
    const end =
      space > PASSAGE_MAX / 2
        ? start + space
        : start + graphemeBorderAtOrBefore(body.slice(start, limit + 64), PASSAGE_MAX);
    const border = end > start ? end : limit;
    parts.push(trim(body, { start, end: border }));
    start = border;
  }
  const rest = trim(body, { start, end: sentence.end });
  if (rest.end > rest.start) parts.push(rest);
  return parts.filter((part) => part.end > part.start);
}

function trim(body: string, { start, end }: Range): Range {
  while (start < end && /\s/u.test(body[start]!)) start += 1;
  while (end > start && /\s/u.test(body[end - 1]!)) end -= 1;
  return { start, end };
}
