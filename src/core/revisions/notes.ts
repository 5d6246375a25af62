import type { Context } from "../command.ts";
import type { DatedVersion, DocumentVersion } from "../document.ts";
import { note, type Action, type Block } from "../reply.ts";
import { numbersOf, revisionsOf, type Revision } from "./history.ts";
import { dayOfMoment } from "./when.ts";

/** Days of revisions that are named; those before are counted. */
const DAYS_MAX = 3;

/** What is said below the words of a version, and where one can go from there. */
export interface RevisionNotes {
  readonly notes: readonly Block[];
  readonly actions: readonly Action[];
}

/**
 * That a document was revised and when, and which of its versions this one is where it has other words now or is no
 * longer to be found; nothing where there is nothing to say.
 */
export function revisionNotes(
  version: DocumentVersion,
  versions: readonly DatedVersion[],
  { m, zone, library }: Context,
): RevisionNotes {
  const { documentId, sha256 } = version;
  const current = library.get(documentId);
  const isCurrent = current?.version.sha256 === sha256;
  const numbers = numbersOf(versions, sha256);
  const older = (): Block => {
    if (numbers.length === 0) return note(m.readOlderVersion);
    const day = dayOfMoment(versions[numbers[0]! - 1]!.addedAt, zone, m.language);
    const words = current === null ? m.revisions.olderWithdrawn : m.revisions.older;
    return note(words(numbers, versions.length, day));
  };
  const revisions = revisionsOf(versions);
  const isRevised = revisions.length > 0;
  return {
    notes: [
      ...(isCurrent ? [] : [older()]),
      ...(isRevised ? [note(revisedOn(revisions, versions.length, zone, m))] : []),
    ],
    actions: [
      ...(isRevised
        ? [{ label: m.revisions.whatChanged, command: "read", values: { id: documentId, changes: true } }]
        : []),
      ...(isCurrent || current === null
        ? []
        : [{ label: m.revisions.newestVersion, command: "read", values: { id: documentId } }]),
    ],
  };
}

function revisedOn(revisions: readonly Revision[], total: number, zone: string, m: Context["m"]): string {
  // Several revisions of one day are one item of the list.
  const days = revisions.map(({ after }) => dayOfMoment(after.addedAt, zone, m.language));
  const named = [...new Set(days)].slice(0, DAYS_MAX);
  const more = days.filter((day) => !named.includes(day)).length;
  return m.revisions.revisedOn(named, more, total);
}
