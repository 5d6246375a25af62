import { clip, costOfAll } from "../budget.ts";
import type { Context } from "../command.ts";
import { withContextNotes } from "../context-notes.ts";
import type { Document, Kind } from "../document.ts";
import { excerptId, type Excerpt } from "../excerpt.ts";
import { formatDate } from "../names.ts";
import { parsePartialDate } from "../partial-date.ts";
import { piecesOf } from "../pieces.ts";
import { code, strong, text, type Block, type Span } from "../reply.ts";
import { wholeId, type Revision } from "./history.ts";
import { fieldChanges, type FieldChange } from "./metadata.ts";
import type { ParagraphChange } from "./moves.ts";
import { paragraphChanges } from "./paragraphs.ts";
import { wordPieces } from "./word-pieces.ts";

/** Blocks that stay together on a page. */
export type Group = readonly Block[];

/** What a group may cost, so that one fits a page beside the longest citation and a heading. */
const GROUP_MAX = 1_500;
/** UTF-16 units of a title, name or address that is told as changed. */
const VALUE_MAX = 110;

/** What a revision changed, in groups; one at least. */
export function groupsOf(revision: Revision, ctx: Context): Group[] {
  const { before, after, cameBackFrom } = revision;
  const m = ctx.m.revisions;
  const isSameText = before.version.sha256 === after.version.sha256;
  const changes = isSameText ? [] : paragraphChanges(before.version, after.version);
  const fields = fieldChanges(before.document, after.document);
  return [
    ...(cameBackFrom === null ? [] : [says(m.cameBack(cameBackFrom))]),
    ...fields.map((change) => says(fieldLine(change, ctx))),
    ...(isSameText ? [says(m.sameWords)] : []),
    ...(changes === null
      ? [tooMany(revision, ctx)]
      : changes.flatMap((one) => changeGroups(one, revision, ctx))),
    ...(!isSameText && changes?.length === 0 ? [says(m.spacesOnly)] : []),
  ];
}

function says(sentence: string): Group {
  return [{ type: "text", spans: [text(sentence)] }];
}

function fieldLine({ field, was, now }: FieldChange, { m }: Context): string {
  const shown = (value: string | null) => {
    if (value === null) return null;
    const date = field === "date" ? parsePartialDate(value) : null;
    if (date !== null) return formatDate(date, m.language);
    return field === "kind" ? m.kinds[value as Kind] : m.quoted(clip(value, VALUE_MAX));
  };
  return m.revisions.fieldChanged(m.revisions.fields[field], shown(was), shown(now));
}

/** Both versions can be read by their ids. */
function tooMany({ number, before, after }: Revision, { m }: Context): Group {
  const versions = [before, after].map(({ version }) => wholeId(version));
  const items = versions.flatMap((id, at): Span[][] =>
    id === null ? [] : [[text(`${m.revisions.version(number - 1 + at)}: `), code(id)]],
  );
  return [...says(m.revisions.tooMany), { type: "list", items }];
}

function changeGroups(change: ParagraphChange, { before, after }: Revision, ctx: Context): Group[] {
  const { m } = ctx;
  switch (change.type) {
    case "removed":
      return quoteGroups(m.revisions.removed, change.before, before.document, ctx);
    case "added":
      return quoteGroups(m.revisions.added, change.after, after.document, ctx);
    case "moved":
      return quoteGroups(m.revisions.moved, change.after, after.document, ctx);
    case "changed":
      return change.parts.length === 0
        ? quoteGroups(m.revisions.spacesOnlyHere, change.after, after.document, ctx)
        : wordPieces(change.parts, GROUP_MAX).map((spans) => [
            { type: "text", spans: [strong(m.revisions.changed), text(" "), ...spans] },
          ]);
  }
}

/** A paragraph of one version alone, whole, with the id by which it can be quoted. */
function quoteGroups(label: string, excerpt: Excerpt, document: Document, ctx: Context): Group[] {
  const groupOf = (piece: Excerpt): Group => [
    { type: "text", spans: [strong(label)] },
    withContextNotes(
      { type: "quote", excerpt: piece, citation: [code(excerptId(piece))], actions: [] },
      document,
      ctx,
    ),
  ];
  const fits = (piece: Excerpt) => costOfAll(groupOf(piece)) <= GROUP_MAX;
  return piecesOf(excerpt, fits).map((piece) =>
    // One enormous grapheme cannot be parted, and is no text.
    fits(piece) ? groupOf(piece) : [{ type: "text", spans: [strong(label), text(" …")] }],
  );
}
