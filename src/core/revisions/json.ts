import type { DatedVersion } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import { excerptId } from "../excerpt.ts";
import { revisionsOf, wholeId, type Revision } from "./history.ts";
import { fieldChanges, type FieldChange } from "./metadata.ts";
import type { ParagraphChange } from "./moves.ts";
import { paragraphChanges } from "./paragraphs.ts";

/** A version of a document as the command line prints it. */
export interface VersionJson {
  sha256: string;
  /** ISO 8601, UTC. */
  addedAt: string;
  /** Of all its words; `null` where it has none. */
  id: string | null;
}

/** The shape in words, for the help of the command line. */
export const VERSION_SHAPE = "{sha256, addedAt, id}";

/** The versions of a document, oldest first. */
export function versionsJson(versions: readonly DatedVersion[]): VersionJson[] {
  return versions.map(({ version, addedAt }) => ({
    sha256: version.sha256,
    addedAt: new Date(addedAt).toISOString(),
    id: wholeId(version),
  }));
}

/** What a revision changed as the command line prints it. */
export interface RevisionJson {
  /** Number of the version that it made. */
  version: number;
  cameBackFrom: number | null;
  fields: readonly FieldChange[];
  /** `null` where so much differs that it cannot be shown side by side. */
  paragraphs: ParagraphJson[] | null;
}

interface ParagraphJson {
  type: ParagraphChange["type"];
  before: { id: string; text: string } | null;
  after: { id: string; text: string } | null;
  diff?: { type: string; text: string }[];
}

/** The shape in words. */
export const REVISION_SHAPE =
  "{version, cameBackFrom, fields: [{field, was, now}], paragraphs: [{type, before: {id, text}, after: {id, text}, " +
  "diff: [{type, text}]}]}";

/** What all revisions of a document changed, newest first. */
export function revisionsJson(versions: readonly DatedVersion[]): RevisionJson[] {
  return revisionsOf(versions).map((revision) => revisionJson(revision));
}

function revisionJson({ number, before, after, cameBackFrom }: Revision): RevisionJson {
  const changes = paragraphChanges(before.version, after.version);
  return {
    version: number,
    cameBackFrom,
    fields: fieldChanges(before.document, after.document),
    paragraphs:
      changes?.map((change) => ({
        type: change.type,
        before: excerptPart(change.before),
        after: excerptPart(change.after),
        ...(change.type === "changed"
          ? { diff: change.parts.map(({ type, text }) => ({ type, text })) }
          : {}),
      })) ?? null,
  };
}

function excerptPart(excerpt: Excerpt | null): { id: string; text: string } | null {
  return excerpt === null ? null : { id: excerptId(excerpt), text: excerpt.text };
}
