import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../src/core/budget.ts";
import { citationOf } from "../src/core/citation.ts";
import { defineCommand, type Context } from "../src/core/command.ts";
import { withContextNotes } from "../src/core/context-notes.ts";
import { DOCUMENT_SHAPE, documentJson } from "../src/core/document-json.ts";
import type { DocumentVersion } from "../src/core/document.ts";
import { UserError } from "../src/core/errors.ts";
import { excerptOf, verifyExcerpt } from "../src/core/excerpt.ts";
import { halvesOf } from "../src/core/halves.ts";
import { lookUp, type Found } from "../src/core/look-up.ts";
import { isHeading, passagesOf } from "../src/core/passage.ts";
import type { Range } from "../src/core/range.ts";
import { code, note, reply, strong, text, type Block, type Reply } from "../src/core/reply.ts";
import { REVISION_SHAPE, VERSION_SHAPE, revisionsJson, versionsJson } from "../src/core/revisions/json.ts";
import { revisionNotes, type RevisionNotes } from "../src/core/revisions/notes.ts";
import { changesPage } from "../src/core/revisions/page.ts";
import { copyActions, storyRemark } from "../src/core/stories/remark.ts";
import { SAME_STORY_SHAPE, sameStoryJson } from "../src/core/stories/same-story-json.ts";

/** `/korea read`: a document's passages in order, from the one before the excerpt on; or what its revisions changed. */
export const read = defineCommand({
  name: "read",
  description: (m) => m.readDescription,
  primary: "id",
  options: {
    id: { type: "string", required: true, description: (m) => m.optionId },
    changes: { type: "boolean", description: (m) => m.revisions.optionChanges },
    part: { type: "integer", min: 0, max: 1_000_000, hidden: true, description: (m) => m.later },
    revision: { type: "integer", min: 2, max: 1_000_000, hidden: true, description: (m) => m.later },
  },

  jsonShape:
    `{document: ${DOCUMENT_SHAPE}, sha256, ` +
    `current, versions: [${VERSION_SHAPE}], passages: [{start, end, text}], changes: [${REVISION_SHAPE}], ` +
    `sameStory: ${SAME_STORY_SHAPE}}; current ` +
    "tells whether the document still has these words, and only then are there copies of it; text is its body from " +
    "start to end, in UTF-16 units, and headings are left out; versions are oldest first, with the id of all words of " +
    "each; changes, newest first, are there where they are asked for, without paragraphs where too many differ",
  async json({ id, changes = false }, ctx) {
    const { document, version } = await lookUp(id, ctx);
    const versions = await ctx.versions(document.id);
    return {
      document: documentJson(document, version),
      sha256: version.sha256,
      current: isCurrent(version, ctx),
      versions: versionsJson(versions),
      passages: passagesOf(document, version).map(({ start, end }) => {
        const excerpt = excerptOf(version, start, end);
        verifyExcerpt(excerpt);
        return { start, end, text: excerpt.text };
      }),
      sameStory: isCurrent(version, ctx) ? sameStoryJson(document, ctx.library) : [],
      ...(changes ? { changes: revisionsJson(versions) } : {}),
    };
  },

  async run({ id, changes = false, part, revision }, ctx) {
    const { document, version, marked: named } = await lookUp(id, ctx);
    const versions = await ctx.versions(document.id);
    if (changes) {
      const now = ctx.library.get(document.id)?.document ?? document;
      return changesPage({ id, revision, part }, now, versions, ctx);
    }
    // Where all of a text is named, nothing in it stands out.
    const marked = named?.start === 0 && named.end === version.body.length ? null : named;
    const passages = passagesOf(document, version).flatMap((passage) => halved(version, passage));
    if (passages.length === 0) return reply([note(ctx.m.emptyDocument)]);
    const anchor = marked === null ? 0 : passages.findIndex(({ end }) => end > marked.start);
    const first = part ?? Math.max(0, anchor - 1);
    if (first >= passages.length || anchor === -1) throw new UserError((m) => m.noSuchPart);
    const revisions = revisionNotes(version, versions, ctx);
    const reading = { id, document, version, passages, marked, revisions, ctx };
    return pageFrom(first, { ...reading, anchor: part === undefined ? anchor : null });
  },
});

/** What a passage may cost, so that one fits a page beside the longest citation. */
const PASSAGE_COST_MAX = 1_700;
/** What each line of a quote costs beside its words, as in {@link costOf}. */
const LINE_COST = 3;

/** The passage, or its halves where it has so much markup or so many lines that a page could not hold it. */
function halved(version: DocumentVersion, { start, end }: Range): Range[] {
  const words = version.body.slice(start, end);
  const lines = words.split("\n").length;
  if (costOfAll([note(words)]) + lines * LINE_COST <= PASSAGE_COST_MAX) return [{ start, end }];
  const halves = halvesOf(words);
  if (halves === null) return [{ start, end }];
  return halves.flatMap((part) => halved(version, { start: start + part.start, end: start + part.end }));
}

function isCurrent({ documentId, sha256 }: DocumentVersion, { library }: Context): boolean {
  return library.get(documentId)?.version.sha256 === sha256;
}

/** A passage as it stands on a page that names its document once for all. */
function passageQuote({ start, end }: Range, { document, version, marked, ctx }: Reading): Block {
  const highlights = marked === null ? [] : [{ start: marked.start - start, end: marked.end - start }];
  const excerpt = excerptOf(version, start, end, highlights);
  return withContextNotes({ type: "quote", excerpt, citation: [], actions: [] }, document, ctx);
}

interface Reading extends Found {
  id: string;
  passages: readonly Range[];
  /** Index of the passage that must be shown; `null` when turning pages. */
  anchor: number | null;
  revisions: RevisionNotes;
  ctx: Context;
}

function pageFrom(wanted: number, reading: Reading): Reply {
  const { document, version, passages, anchor, revisions, ctx } = reading;
  const { m } = ctx;
  const source: Block = { type: "text", spans: [...citationOf(document, m), text(" · "), code(reading.id)] };
  const current = isCurrent(version, ctx);
  // The copies are of the words that the document has now.
  const copies = current ? storyRemark(document, ctx) : null;
  const remarks: Block[] = [
    ...revisions.notes,
    ...(copies === null ? [] : [{ type: "note" as const, spans: copies }]),
  ];
  const room =
    REPLY_MAX - costOfAll([source, note(m.readPart(1, passages.length, passages.length)), ...remarks]);
  let first = wanted;
  let shown = fill(first, room, reading);
  // The passage before may be so long that the one asked for does not fit beside it.
  if (anchor !== null && shown.next <= anchor) {
    first = anchor;
    shown = fill(first, room, reading);
  }
  const turn = (label: string, part: number) => ({
    label,
    command: "read",
    values: { id: reading.id, part },
    replaces: true,
  });
  return reply(
    [source, ...shown.blocks, note(m.readPart(first + 1, shown.next, passages.length)), ...remarks],
    [
      ...(first > 0 ? [turn(m.earlier, earlierStart(first, room, reading))] : []),
      ...(shown.next < passages.length ? [turn(m.later, shown.next)] : []),
      ...revisions.actions,
      ...(current ? copyActions(document, ctx) : []),
    ],
  );
}

/** As many passages from `first` on as a reply may have and as there is room for, one at least, with the headings over them. */
function fill(first: number, room: number, reading: Reading): { blocks: Block[]; next: number } {
  const blocks: Block[] = [];
  let left = room;
  for (let next = first; next < reading.passages.length; next += 1) {
    const more = blocksAt(next, reading);
    left -= costOfAll(more);
    if ((left < 0 && next > first) || next - first === EXCERPTS_MAX) return { blocks, next };
    blocks.push(...more);
  }
  return { blocks, next: reading.passages.length };
}

/** Where the page before `first` starts, so that it ends there. */
function earlierStart(first: number, room: number, reading: Reading): number {
  let start = first - 1;
  let left = room - costOfAll(blocksAt(start, reading));
  while (start > 0 && first - start < EXCERPTS_MAX) {
    left -= costOfAll(blocksAt(start - 1, reading));
    if (left < 0) break;
    start -= 1;
  }
  return start;
}

function blocksAt(index: number, reading: Reading): Block[] {
  const { document, version, passages } = reading;
  const passage = passages[index]!;
  const between = version.body.slice(passages[index - 1]?.end ?? 0, passage.start);
  const headings = between.split("\n").filter((line) => isHeading(document, line));
  return [
    ...headings.map((line): Block => ({ type: "text", spans: [strong(line.slice("## ".length))] })),
    passageQuote(passage, reading),
  ];
}
