import type { DatedVersion, DocumentVersion } from "../document.ts";
import { excerptId } from "../excerpt.ts";
import { rankOfSource } from "../text-source.ts";

/** One version of a document after another. */
export interface Revision {
  /** Number of the version that it made, the first version being 1. */
  readonly number: number;
  readonly before: DatedVersion;
  readonly after: DatedVersion;
  /** Number of the latest version before it that had the same words, where they came back; `null` where they are new. */
  readonly cameBackFrom: number | null;
}

/**
 * The revisions of a document by its versions, which are oldest first; newest first. Where we only came to know better
 * words than before, those of a page after a feed's summary of it, the outlet revised nothing.
 */
export function revisionsOf(versions: readonly DatedVersion[]): Revision[] {
  const numbers = new Map<string, number>();
  const revisions: Revision[] = [];
  for (const [index, after] of versions.entries()) {
    const before = versions[index - 1];
    const { sha256 } = after.version;
    const last = numbers.get(sha256) ?? null;
    // The same words with other metadata did not come back: they were there.
    const cameBackFrom = before?.version.sha256 === sha256 ? null : last;
    if (before !== undefined && rankOfSource(after.textSource) <= rankOfSource(before.textSource))
      revisions.push({ number: index + 1, before, after, cameBackFrom });
    numbers.set(sha256, index + 1);
  }
  return revisions.toReversed();
}

/** Numbers of the versions that have these words, the first version being 1. */
export function numbersOf(versions: readonly DatedVersion[], sha256: string): number[] {
  return versions.flatMap(({ version }, index) => (version.sha256 === sha256 ? [index + 1] : []));
}

/** Id of all words of a version, by which `read` finds them; `null` where it has none. */
export function wholeId(version: DocumentVersion): string | null {
  const end = version.body.length;
  return end === 0 ? null : excerptId({ version, start: 0, end });
}
