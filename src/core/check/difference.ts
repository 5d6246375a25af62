import { diffArrays } from "diff";
import type { Range } from "../range.ts";
import type { Atom } from "./atoms.ts";
import { isInsideWord } from "./word-border.ts";

/** A part of a comparison: what both have (as the document writes it), what only the document has, or only the quote. */
export interface DifferencePart {
  readonly type: "same" | "left-out" | "added";
  readonly text: string;
}

/** How a quote differs from a run of a document. */
export interface Difference {
  /** In order; what takes the place of something follows it. */
  readonly parts: readonly DifferencePart[];
  /** What of the document the quote has not, in offsets of the body. */
  readonly leftOut: readonly Range[];
  /** Whether words differ, not marks alone. */
  readonly words: boolean;
}

/** A text and the atoms of the run of it that is compared. */
export interface Side {
  readonly source: string;
  readonly atoms: readonly Atom[];
}

/** An atom of either side, or one of each that are the same. */
interface Step {
  readonly document: number | null;
  readonly quote: number | null;
  changed: boolean;
}

/**
 * Compares a quote with a run of a document by words. What differs inside a word is shown as the whole word on both
 * sides, by the document's own spacing.
 */
export function differenceOf(document: Side, quote: Side): Difference {
  const steps = stepsOf(document, quote);
  widen(steps, document, quote);
  const parts: DifferencePart[] = [];
  const leftOut: Range[] = [];
  let words = false;
  for (const run of runsOf(steps)) {
    const changed = run[0]!.changed;
    const here = rangeOf(document, run, "document");
    const there = rangeOf(quote, run, "quote");
    if (here !== null) {
      const text = document.source.slice(here.start, here.end);
      parts.push({ type: changed ? "left-out" : "same", text });
      if (changed) leftOut.push(here);
    }
    if (changed && there !== null)
      parts.push({ type: "added", text: quote.source.slice(there.start, there.end) });
    if (changed && run.some((step) => isWord(step, document, quote))) words = true;
  }
  return { parts, leftOut, words };
}

function isWord(step: Step, document: Side, quote: Side): boolean {
  return (
    (step.document !== null && !document.atoms[step.document]!.mark) ||
    (step.quote !== null && !quote.atoms[step.quote]!.mark)
  );
}

function stepsOf(document: Side, quote: Side): Step[] {
  const keys = ({ atoms }: Side) => atoms.map(({ key }) => key);
  const steps: Step[] = [];
  let here = 0;
  let there = 0;
  for (const { added, removed, value } of diffArrays(keys(document), keys(quote))) {
    for (let count = 0; count < value.length; count += 1) {
      steps.push({
        document: added ? null : here,
        quote: removed ? null : there,
        changed: added || removed,
      });
      if (!added) here += 1;
      if (!removed) there += 1;
    }
  }
  return steps;
}

/** Changes are taken to the borders of words; what is the same of such a word is shown with it. */
function widen(steps: Step[], document: Side, quote: Side): void {
  const tears = (before: Step | undefined, after: Step | undefined): boolean =>
    before !== undefined &&
    after !== undefined &&
    (tearsAt(before, after, "document", document) || tearsAt(before, after, "quote", quote));
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

/** The changed steps next to the step `at`: the nearest with an atom of the document and the nearest with one of the quote. */
function nextOf(steps: readonly Step[], at: number, by: 1 | -1): Step[] {
  const found: Step[] = [];
  for (const side of ["document", "quote"] as const) {
    for (let to = at + by; steps[to] !== undefined; to += by) {
      if (steps[to]![side] === null) continue;
      found.push(steps[to]!);
      break;
    }
  }
  return found;
}

function tearsAt(before: Step, after: Step, side: "document" | "quote", { source, atoms }: Side): boolean {
  const [first, second] = [before[side], after[side]];
  if (first === null || second === null || second !== first + 1) return false;
  const [a, b] = [atoms[first]!, atoms[second]!];
  return a.end === b.start && isInsideWord(source, b.start);
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

function rangeOf({ atoms }: Side, run: readonly Step[], side: "document" | "quote"): Range | null {
  const indices = run.flatMap((step) => step[side] ?? []);
  return indices.length === 0 ? null : { start: atoms[indices[0]!]!.start, end: atoms[indices.at(-1)!]!.end };
}
