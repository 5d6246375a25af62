import { diffArrays } from "diff";
import type { DocumentVersion } from "../document.ts";
import { excerptOf, verifyExcerpt, type Excerpt } from "../excerpt.ts";
import { paragraphsOf } from "../passage.ts";
import { withMoves, type ParagraphChange } from "./moves.ts";
import { pairsOf, wordsIn } from "./pairing.ts";
import { wordParts } from "./word-parts.ts";

/** Paragraphs that may be removed and added in one revision that is shown side by side. */
const EDITS_MAX = 1_000;
/** UTF-16 units of both versions' changed paragraphs that are read by words. */
const READ_MAX = 40_000;
/** Pairs of a paragraph before and one after that are compared. */
const PAIRS_MAX = 10_000;

/** Neighbouring paragraphs of both versions between others that stayed. */
interface Hunk {
  readonly before: Excerpt[];
  readonly after: Excerpt[];
}

/**
 * The paragraphs that differ between two versions of a document, in order; empty where only white space between
 * paragraphs does. `null` where so much differs that it cannot be shown side by side. Time: about linear in the length
 * of the versions, with bounds on what differs.
 */
export function paragraphChanges(before: DocumentVersion, after: DocumentVersion): ParagraphChange[] | null {
  const hunks = hunksOf(before, after);
  if (hunks === null) return null;
  const read = hunks.flatMap((hunk) => [...hunk.before, ...hunk.after]);
  if (read.reduce((sum, { text }) => sum + text.length, 0) > READ_MAX) return null;
  if (hunks.reduce((sum, hunk) => sum + hunk.before.length * hunk.after.length, 0) > PAIRS_MAX) return null;
  return withMoves(
    hunks.flatMap((hunk) => changesIn(hunk)),
    PAIRS_MAX,
  );
}

function hunksOf(before: DocumentVersion, after: DocumentVersion): Hunk[] | null {
  const older = textsOf(before);
  const newer = textsOf(after);
  // Numbers: long texts that begin alike would be compared again and again.
  const numbers = new Map<string, number>();
  const numbered = (texts: readonly string[]) =>
    texts.map((text) => {
      if (!numbers.has(text)) numbers.set(text, numbers.size);
      return numbers.get(text)!;
    });
  const differences = diffArrays(numbered(older.texts), numbered(newer.texts), { maxEditLength: EDITS_MAX });
  if (differences === undefined) return null;
  const hunks: Hunk[] = [];
  let [here, there] = [0, 0];
  let open = false;
  for (const { added, removed, value } of differences) {
    const { length } = value;
    if (!added && !removed) open = false;
    else if (!open) {
      hunks.push({ before: [], after: [] });
      open = true;
    }
    for (let count = 0; count < length; count += 1) {
      if (removed) hunks.at(-1)!.before.push(older.excerpt(here));
      if (added) hunks.at(-1)!.after.push(newer.excerpt(there));
      if (!added) here += 1;
      if (!removed) there += 1;
    }
  }
  return hunks;
}

function textsOf(version: DocumentVersion) {
  const ranges = paragraphsOf(version.body);
  return {
    texts: ranges.map(({ start, end }) => version.body.slice(start, end)),
    /** Checked here: parts of it are shown as words of ours, which no renderer checks. */
    excerpt: (index: number): Excerpt => {
      const excerpt = excerptOf(version, ranges[index]!.start, ranges[index]!.end);
      verifyExcerpt(excerpt);
      return excerpt;
    },
  };
}

function changesIn({ before, after }: Hunk): ParagraphChange[] {
  const pairs = pairsOf(
    before.map(({ text }) => wordsIn(text)),
    after.map(({ text }) => wordsIn(text)),
  );
  const changes: ParagraphChange[] = [];
  let [here, there] = [0, 0];
  const apartUpTo = (from: number, to: number) => {
    for (; here < from; here += 1) changes.push({ type: "removed", before: before[here]!, after: null });
    for (; there < to; there += 1) changes.push({ type: "added", before: null, after: after[there]! });
  };
  for (const [from, to] of pairs) {
    apartUpTo(from, to);
    const pair = { before: before[from]!, after: after[to]! };
    const parts = wordParts(pair.before, pair.after);
    if (parts === null) apartUpTo(from + 1, to + 1);
    else {
      const differs = parts.some(({ type }) => type !== "same");
      changes.push({ type: "changed", ...pair, parts: differs ? parts : [] });
      here += 1;
      there += 1;
    }
  }
  apartUpTo(before.length, after.length);
  return changes;
}
