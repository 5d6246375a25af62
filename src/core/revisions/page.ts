import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../budget.ts";
import { citationOf } from "../citation.ts";
import type { Context } from "../command.ts";
import type { DatedVersion, Document } from "../document.ts";
import { UserError } from "../errors.ts";
import { code, note, reply, text, type Action, type Block, type Reply } from "../reply.ts";
import { groupsOf, type Group } from "./groups.ts";
import { revisionsOf, wholeId, type Revision } from "./history.ts";
import { timeOfMoment } from "./when.ts";

/** A place among what the revisions changed: the revision by its index, newest first, and the group of it. */
interface Place {
  readonly at: number;
  readonly part: number;
}

/** What is asked for: an id as it was given, and the page of its changes, by the number of a version and a group. */
export interface AskedChanges {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly part?: number | undefined;
}

/**
 * A page of what was changed in a document, newest first; as many paragraphs as a reply may have.
 *
 * @throws {UserError} where there is no such page.
 */
export function changesPage(
  asked: AskedChanges,
  document: Document,
  versions: readonly DatedVersion[],
  ctx: Context,
): Reply {
  const { m } = ctx;
  const revisions = revisionsOf(versions);
  const source: Block = { type: "text", spans: [...citationOf(document, m), text(" · "), code(asked.id)] };
  if (revisions.length === 0) return reply([source, note(m.revisions.never)]);
  const pages = pagesOver(revisions, versions.length, ctx);
  const at =
    asked.revision === undefined ? 0 : revisions.findIndex(({ number }) => number === asked.revision);
  const first = { at, part: asked.part ?? 0 };
  if (at === -1 || first.part >= pages.groups(at).length) throw new UserError(() => m.revisions.noSuchPage);
  const legend: Block = {
    type: "note",
    spans: [
      { type: "removed", text: m.revisions.removedWords },
      text(" "),
      { type: "inserted", text: m.revisions.insertedWords },
      text(` · ${m.revisions.whenSeen}`),
    ],
  };
  const room = REPLY_MAX - costOfAll([source, legend]);
  const { blocks, next } = pages.from(first, room);
  const turn = (label: string, place: Place): Action => ({
    label,
    command: "read",
    values: { id: asked.id, changes: true, revision: revisions[place.at]!.number, part: place.part },
    replaces: true,
  });
  const isFirst = first.at === 0 && first.part === 0;
  return reply(
    [source, ...blocks, legend],
    [
      ...(isFirst ? [] : [turn(m.previousPage, pages.before(first, room))]),
      ...(next === null ? [] : [turn(m.nextPage, next)]),
      ...readButtons(revisions[first.at]!, ctx),
    ],
  );
}

/** To the whole texts that the first revision on a page lies between. */
function readButtons({ number, before, after }: Revision, { m }: Context): Action[] {
  return [before, after].flatMap(({ version }, index): Action[] => {
    const id = wholeId(version);
    const label = m.revisions.readVersion(number - 1 + index);
    return id === null ? [] : [{ label, command: "read", values: { id } }];
  });
}

function pagesOver(revisions: readonly Revision[], total: number, ctx: Context) {
  const { m, zone } = ctx;
  const known = new Map<number, readonly Group[]>();
  // Only those that a page shows are compared.
  const groups = (at: number): readonly Group[] => {
    const made = known.get(at) ?? groupsOf(revisions[at]!, ctx);
    known.set(at, made);
    return made;
  };
  const heading = (at: number): Block => {
    const { number, after } = revisions[at]!;
    const when = timeOfMoment(after.addedAt, zone, m.language);
    return { type: "heading", spans: [text(m.revisions.heading(number, total, when))] };
  };
  const after = ({ at, part }: Place): Place | null => {
    if (part + 1 < groups(at).length) return { at, part: part + 1 };
    return at + 1 < revisions.length ? { at: at + 1, part: 0 } : null;
  };
  const before = ({ at, part }: Place): Place | null => {
    if (part > 0) return { at, part: part - 1 };
    return at > 0 ? { at: at - 1, part: groups(at - 1).length - 1 } : null;
  };
  const quotes = (blocks: readonly Block[]) => blocks.filter(({ type }) => type === "quote").length;

  return {
    groups,
    /** As much from a place on as there is room for, one group at least; `next` is what does not fit, if anything. */
    from(first: Place, room: number): { blocks: Block[]; next: Place | null } {
      const blocks: Block[] = [];
      let left = room;
      let next: Place | null = first;
      while (next !== null) {
        const isHeaded: boolean = blocks.length === 0 || next.part === 0;
        const more: Block[] = [...(isHeaded ? [heading(next.at)] : []), ...groups(next.at)[next.part]!];
        left -= costOfAll(more);
        if (blocks.length > 0 && (left < 0 || quotes([...blocks, ...more]) > EXCERPTS_MAX)) break;
        blocks.push(...more);
        next = after(next);
      }
      return { blocks, next };
    },
    /** Where the page before a place starts, so that it ends there. */
    before(place: Place, room: number): Place {
      let start = before(place)!;
      let shown: Block[] = [...groups(start.at)[start.part]!];
      for (let earlier = before(start); earlier !== null; earlier = before(earlier)) {
        const headings = start.part === 0 ? [heading(start.at)] : [];
        const more = [...groups(earlier.at)[earlier.part]!, ...headings, ...shown];
        if (costOfAll([heading(earlier.at), ...more]) > room || quotes(more) > EXCERPTS_MAX) break;
        shown = more;
        start = earlier;
      }
      return start;
    },
  };
}
