import { hashBody, type DocumentVersion } from "./document.ts";
import { graphemeSnap, isGraphemeBorder } from "./grapheme.ts";
import { paragraphAround } from "./passage.ts";
import type { Range } from "./range.ts";

/** A run of characters of one version, inside one paragraph. Made by {@link excerptOf} only; frozen. */
export interface Excerpt extends Range {
  /** Kept, so that whoever renders the excerpt can check it against its document. */
  readonly version: DocumentVersion;
  /** `version.body.slice(start, end)`, exactly. */
  readonly text: string;
  /** What matched, in offsets of `text`: sorted, apart, not empty. */
  readonly highlights: readonly Range[];
  /** Whether the paragraph has words before the excerpt (shown as a leading `…`) or after it. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** An excerpt that does not match its document: a defect of ours, and the reason not to show it. */
export class MisquoteError extends Error {
  override name = "MisquoteError";
}

const made = new WeakSet<Excerpt>();
const verified = new WeakSet<DocumentVersion>();

/**
 * The excerpt `[start, end)` of a version: the only way to make one. `highlights` are offsets of the excerpt's text;
 * they are clipped, widened to whole graphemes (a mark inside one would tear it), sorted and joined.
 *
 * @throws {MisquoteError} where the run is empty, outside the body, not inside one paragraph, or cuts a grapheme.
 */
export function excerptOf(
  version: DocumentVersion,
  start: number,
  end: number,
  highlights: readonly Range[] = [],
): Excerpt {
  const where = `${version.documentId}:${start}-${end}`;
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > version.body.length ||
    start >= end
  ) {
    throw new MisquoteError(`${where} is no run of characters of a body of ${version.body.length}`);
  }
  const paragraph = paragraphAround(version.body, { start, end });
  if (paragraph === null) throw new MisquoteError(`${where} does not lie inside one paragraph`);
  const around = version.body.slice(paragraph.start, paragraph.end);
  if (
    !isGraphemeBorder(around, start - paragraph.start) ||
    !isGraphemeBorder(around, end - paragraph.start)
  ) {
    throw new MisquoteError(`${where} cuts a character in two`);
  }
  const text = version.body.slice(start, end);
  const excerpt: Excerpt = Object.freeze({
    version,
    start,
    end,
    text,
    highlights: joined(highlights, text),
    cutStart: start > paragraph.start,
    cutEnd: end < paragraph.end,
  });
  made.add(excerpt);
  return excerpt;
}

/**
 * Checked again where an excerpt is about to be shown.
 *
 * @throws {MisquoteError} where the excerpt was not made by {@link excerptOf}, its words are not the body's at its
 *   offsets, or the body is not the one that was hashed.
 */
export function verifyExcerpt(excerpt: Excerpt): void {
  const { version, start, end, text } = excerpt;
  const where = excerptId(excerpt);
  if (!made.has(excerpt)) throw new MisquoteError(`${where} was not made by excerptOf`);
  // A version is frozen and so are its strings: one hash a version is enough.
  if (!verified.has(version)) {
    if (hashBody(version.body) !== version.sha256)
      throw new MisquoteError(`${where}: the body is not the one hashed`);
    if (Object.isFrozen(version)) verified.add(version);
  }
  if (version.body.slice(start, end) !== text) throw new MisquoteError(`${where} differs from its document`);
}

/** `doc@hash8:start-end`, by which `read` finds the excerpt again as long as its version is kept. */
export function excerptId({ version, start, end }: Pick<Excerpt, "version" | "start" | "end">): string {
  return `${version.documentId}@${version.sha256.slice(0, 8)}:${start}-${end}`;
}

/** What an excerpt id names. */
export interface ExcerptRef extends Range {
  documentId: string;
  /** First eight hex digits of the version's SHA-256. */
  hash8: string;
}

/** The parts of an excerpt id, or `null` where the text is none. */
export function parseExcerptId(text: string): ExcerptRef | null {
  const match = /^([^@\s]{1,200})@([0-9a-f]{8}):(\d{1,9})-(\d{1,9})$/u.exec(text);
  if (!match) return null;
  const [, documentId, hash8, start, end] = match;
  return { documentId: documentId!, hash8: hash8!, start: Number(start), end: Number(end) };
}

function joined(highlights: readonly Range[], text: string): readonly Range[] {
  const snap = graphemeSnap(text);
  const clipped = highlights
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .map((range) => snap.widen(range))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: { start: number; end: number }[] = [];
  for (const range of clipped) {
    const last = apart.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else apart.push({ ...range });
  }
  return Object.freeze(apart.map((range) => Object.freeze(range)));
}
