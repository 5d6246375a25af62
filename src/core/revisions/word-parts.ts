import { atomsIn, type Atom } from "../check/atoms.ts";
import { isInsideWord } from "../check/word-border.ts";
import { wordRuns, type Side, type WordRun } from "../check/word-runs.ts";
import type { Excerpt } from "../excerpt.ts";
import { graphemeSnap } from "../grapheme.ts";
import type { Range } from "../range.ts";

/** A run of words of a paragraph that was revised: of both versions, of the older or of the newer one alone. */
export interface WordPart {
  readonly type: "same" | "removed" | "inserted";
  /** A run of the paragraph, of the newer version where both have it. */
  readonly text: string;
  /** Whether it is parted by white space from what stands before it, in its own version. */
  readonly space: boolean;
}

/** Words and marks that may differ before two paragraphs are no longer shown as one. */
const EDITS_MAX = 300;
/** Places of a paragraph that may differ: nobody can read more of them. */
const PLACES_MAX = 40;
/** Share of words and marks that both must have in the same order: less is no revision of a paragraph, but another one. */
const SAME_MIN = 0.4;
/** What both have between two changes is shown as changed too where it weighs no more: a mark, or a small word. */
const BETWEEN_MAX = 0.5;

/**
 * Compares a paragraph with what it became, exactly: capitals, marks and spaces between letters count. `null` where so
 * much differs that no reader could follow it.
 */
export function wordParts(before: Excerpt, after: Excerpt): WordPart[] | null {
  const older = sideOf(before.text);
  const newer = sideOf(after.text);
  const runs = wordRuns(older, newer, {
    editsMax: EDITS_MAX,
    placesMax: PLACES_MAX,
    sameMin: SAME_MIN,
    spaces: true,
    isInside: insideOf(older.source, newer.source),
  });
  if (runs === null) return null;
  return joined(runs, newer).flatMap((run) => partsOf(run, older.source, newer.source));
}

/** Whether a place in one of these texts lies inside a word or a character; asked of a place more than once. */
function insideOf(...texts: readonly string[]): (text: string, at: number) => boolean {
  const known = new Map(
    texts.map((text) => [text, { snap: graphemeSnap(text), places: new Map<number, boolean>() }]),
  );
  return (text, at) => {
    const { snap, places } = known.get(text)!;
    const inside =
      places.get(at) ?? (snap.widen({ start: at, end: at }).start !== at || isInsideWord(text, at));
    places.set(at, inside);
    return inside;
  };
}

function partsOf({ changed, first, second }: WordRun, older: string, newer: string): WordPart[] {
  const isSpace = (source: string, at: number) => /\s/u.test(source.charAt(at));
  const before = (source: string, range: Range | null) => range !== null && isSpace(source, range.start - 1);
  const textIn = (source: string, { start, end }: Range) => source.slice(start, end);
  if (!changed) {
    // At the beginning of the newer text what was removed may stand before it.
    const space = before(newer, second) || before(older, first);
    return [{ type: "same", text: textIn(newer, second!), space }];
  }
  const removed = first === null ? [] : [partOf("removed", textIn(older, first), before(older, first))];
  if (second === null) return removed;
  const space = second.start > 0 ? before(newer, second) : first !== null && isSpace(older, first.end);
  return [...removed, partOf("inserted", textIn(newer, second), space)];
}

function partOf(type: WordPart["type"], text: string, space: boolean): WordPart {
  return { type, text, space };
}

/** Atoms that are the same only where all their characters are; of what is not seen too, which a quote is not asked for. */
function sideOf(source: string): Side {
  const atoms: Atom[] = [];
  let end = 0;
  const unseenUpTo = (start: number) => {
    for (const { 0: key, index } of source.slice(end, start).matchAll(/\S+/gu)) {
      const at = end + index;
      atoms.push({ start: at, end: at + key.length, key, weight: 0, mark: true, joined: false });
    }
  };
  for (const atom of atomsIn(source, { start: 0, end: source.length })) {
    unseenUpTo(atom.start);
    atoms.push({ ...atom, key: source.slice(atom.start, atom.end) });
    ({ end } = atom);
  }
  unseenUpTo(source.length);
  return { source, atoms };
}

/** Changes with next to nothing between them become one: single small words among changes cannot be read. */
function joined(runs: readonly WordRun[], newer: Side): WordRun[] {
  const together: WordRun[] = [];
  for (const [at, run] of runs.entries()) {
    const last = together.at(-1);
    const isLast = runs[at + 1] === undefined;
    const joins =
      last?.changed === true && (run.changed || (!isLast && weightOf(run.second!, newer) <= BETWEEN_MAX));
    if (joins)
      together[together.length - 1] = {
        changed: true,
        first: around(last.first, run.first),
        second: around(last.second, run.second),
        words: last.words || run.words,
      };
    else together.push(run);
  }
  return together;
}

function around(one: Range | null, other: Range | null): Range | null {
  if (one === null || other === null) return one ?? other;
  return { start: one.start, end: other.end };
}

function weightOf({ start, end }: Range, { atoms }: Side): number {
  let low = 0;
  for (let high = atoms.length; low < high;) {
    const middle = (low + high) >> 1;
    if (atoms[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let weight = 0;
  for (let at = low; weight <= BETWEEN_MAX && at < atoms.length && atoms[at]!.end <= end; at += 1)
    weight += atoms[at]!.weight;
  return weight;
}
