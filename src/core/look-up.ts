import { echo } from "./budget.ts";
import type { Context } from "./command.ts";
import type { Document, DocumentVersion } from "./document.ts";
import { UserError } from "./errors.ts";
import { parseExcerptId } from "./excerpt.ts";
import { nearest } from "./nearest.ts";
import type { Range } from "./range.ts";

/** What an id names: of an excerpt, or of a document alone. */
export interface Found {
  document: Document;
  version: DocumentVersion;
  /** What the id names, to be highlighted; `null` where it names a whole document. */
  marked: Range | null;
}

/**
 * Finds what an id names, in a kept version where it is an excerpt's.
 *
 * @throws {UserError} where it is no id, or names nothing that is kept.
 */
export async function lookUp(id: string, ctx: Context): Promise<Found> {
  const { library } = ctx;
  const ref = parseExcerptId(id);
  if (ref === null && id.includes("@")) throw new UserError((m) => m.badExcerptId(echo(id)));
  const current = library.get(ref?.documentId ?? id);
  const unknown = () => {
    const ids = Array.from(library.documents(), (document) => document.id);
    const typed = ref?.documentId ?? id;
    // Half an id is nearer to the whole one than another id of the same length.
    const meant = ids.find((one) => one.startsWith(typed)) ?? nearest(typed, ids);
    return new UserError((m) => m.unknownDocument(echo(id), meant));
  };
  if (ref === null) {
    if (current === null) throw unknown();
    return { ...current, marked: null };
  }
  const isCurrent = current?.version.sha256.startsWith(ref.hash8) === true;
  const found = isCurrent ? current : await ctx.version(ref.documentId, ref.hash8);
  if (found === null && current === null) throw unknown();
  if (found === null || ref.start >= ref.end || ref.end > found.version.body.length) {
    throw new UserError((m) => m.versionGone(id));
  }
  return { ...found, marked: ref };
}
