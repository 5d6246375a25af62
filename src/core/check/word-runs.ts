import { diffArrays } from "diff";
import type { Range } from "../range.ts";
import type { Atom } from "./atoms.ts";
import { isInsideWord } from "./word-border.ts";

/** A text and the atoms of the run of it that is compared. */
export interface Side {
  readonly source: string;
  readonly atoms: readonly Atom[];
}

/** A run that both texts have, or a place where they differ; ranges are those of each text, `null` where it has nothing. */
export interface WordRun {
  readonly changed: boolean;
  readonly first: Range | null;
  readonly second: Range | null;
  /** Whether it has a word or a number, not marks alone. */
  readonly words: boolean;
}

/** How texts are compared. */
export interface Comparing {
  /** Atoms that may differ; without it there is no bound, which is for short texts only. */
  readonly editsMax?: number;
  /** Places where they may differ. */
  readonly placesMax?: number;
  /** Share of both texts' atoms that must be the same, from 0 to 1. */
  readonly sameMin?: number;
  /** Whether a space between two atoms that one text alone has is a difference too. */
  readonly spaces?: boolean;
  /** Whether a change may not begin or end at a place of a text; by default inside words. */
  isInside?(text: string, at: number): boolean;
}

/** An atom of either text, or one of each that are the same. */
interface Step {
  readonly first: number | null;
  readonly second: number | null;
  changed: boolean;
}

/**
 * Compares two texts by words (Myers 1986, by the library `diff`). What differs inside a word is given as the whole word
 * of both, by each text's own spacing. In order; `null` where they differ in more than is allowed.
 */
export function wordRuns(first: Side, second: Side, comparing: Comparing = {}): WordRun[] | null {
  const {
    editsMax = Number.POSITIVE_INFINITY,
    placesMax = Number.POSITIVE_INFINITY,
    sameMin = 0,
    spaces = false,
    isInside = isInsideWord,
  } = comparing;
  const steps = stepsOf(first, second, editsMax);
  if (steps === null || sameShare(steps) < sameMin || bordersOf(steps).length > placesMax) return null;
  if (spaces) markSpaces(steps, first, second);
  widen(steps, first, second, isInside);
  return runsOf(steps).map((run) => ({
    changed: run[0]!.changed,
    first: rangeOf(first, run, "first"),
    second: rangeOf(second, run, "second"),
    words: run.some((step) => isWord(step, first, second)),
  }));
}

function sameShare(steps: readonly Step[]): number {
  const same = steps.filter(({ changed }) => !changed).length;
  return steps.length === 0 ? 1 : (2 * same) / (steps.length + same);
}

function isWord(step: Step, first: Side, second: Side): boolean {
  return (
    (step.first !== null && !first.atoms[step.first]!.mark) ||
    (step.second !== null && !second.atoms[step.second]!.mark)
  );
}

function stepsOf(first: Side, second: Side, editsMax: number): Step[] | null {
  const keys = ({ atoms }: Side) => atoms.map(({ key }) => key);
  const differences = diffArrays(keys(first), keys(second), { maxEditLength: editsMax });
  if (differences === undefined) return null;
  const steps: Step[] = [];
  let here = 0;
  let there = 0;
  for (const { added, removed, value } of differences) {
    for (let count = 0; count < value.length; count += 1) {
      steps.push({
        first: added ? null : here,
        second: removed ? null : there,
        changed: added || removed,
      });
      if (!added) here += 1;
      if (!removed) there += 1;
    }
  }
  return steps;
}

/** Neighbours that are the same, but with a space between them in one text alone, are changed. */
function markSpaces(steps: Step[], first: Side, second: Side): void {
  const isSame = ({ first, second }: Step) => first !== null && second !== null;
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (before === undefined || !isSame(before) || !isSame(step)) continue;
    if (touches(first, before.first!) === touches(second, before.second!)) continue;
    before.changed = true;
    step.changed = true;
  }
}

/** Whether an atom stands right before the next one. */
function touches({ atoms }: Side, at: number): boolean {
  return atoms[at]!.end === atoms[at + 1]!.start;
}

type Inside = (text: string, at: number) => boolean;

/** Changes are taken to the borders of words; what is the same of such a word is shown with it. */
function widen(steps: Step[], first: Side, second: Side, isInside: Inside): void {
  const tears = (before: Step | undefined, after: Step | undefined): boolean =>
    before !== undefined &&
    after !== undefined &&
    (tearsAt(before, after, "first", first, isInside) || tearsAt(before, after, "second", second, isInside));
  const spread = (at: number, by: 1 | -1) => {
    // A change beside which the other side has nothing is measured from the next atom of that side.
    const inner = nextOf(steps, at, -by as 1 | -1);
    for (let outer = at; outer >= 0 && outer < steps.length && !steps[outer]!.changed; outer += by) {
      const beside = outer === at ? inner : [steps[outer - by]!];
      const torn = beside.some((step) => (by === 1 ? tears(step, steps[outer]) : tears(steps[outer], step)));
      if (!torn) break;
      steps[outer]!.changed = true;
    }
  };
  for (const run of bordersOf(steps)) {
    spread(run.start - 1, -1);
    spread(run.end, 1);
  }
}

/** The changed steps next to the step `at`: the nearest with an atom of the first text and the nearest with one of the second. */
function nextOf(steps: readonly Step[], at: number, by: 1 | -1): Step[] {
  const found: Step[] = [];
  for (const side of ["first", "second"] as const) {
    for (let to = at + by; steps[to] !== undefined; to += by) {
      if (steps[to]![side] === null) continue;
      found.push(steps[to]!);
      break;
    }
  }
  return found;
}

function tearsAt(
  before: Step,
  after: Step,
  side: "first" | "second",
  { source, atoms }: Side,
  isInside: Inside,
): boolean {
  const [one, other] = [before[side], after[side]];
  if (one === null || other === null || other !== one + 1) return false;
  const [a, b] = [atoms[one]!, atoms[other]!];
  return a.end === b.start && isInside(source, b.start);
}

function bordersOf(steps: readonly Step[]): Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const [at, { changed }] of steps.entries()) {
    if (!changed) continue;
    const last = ranges.at(-1);
    if (last?.end === at) last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}

function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.[0]!.changed === step.changed) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

function rangeOf({ atoms }: Side, run: readonly Step[], side: "first" | "second"): Range | null {
  const indices = run.flatMap((step) => step[side] ?? []);
  return indices.length === 0 ? null : { start: atoms[indices[0]!]!.start, end: atoms[indices.at(-1)!]!.end };
}
