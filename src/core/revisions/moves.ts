import type { Excerpt } from "../excerpt.ts";
import { likeness, wordsIn } from "./pairing.ts";
import { wordParts, type WordPart } from "./word-parts.ts";

/** A paragraph that a revision changed; `parts` are those of both, or empty where only white space differs. */
export type ParagraphChange =
  | { readonly type: "removed"; readonly before: Excerpt; readonly after: null }
  | { readonly type: "added"; readonly before: null; readonly after: Excerpt }
  /** The same words in another place. */
  | { readonly type: "moved"; readonly before: Excerpt; readonly after: Excerpt }
  | {
      readonly type: "changed";
      readonly before: Excerpt;
      readonly after: Excerpt;
      readonly parts: readonly WordPart[];
    };

/** Share of words that two paragraphs in different places have in common where one is taken to be what the other became. */
const LIKE_MIN = 0.6;

interface Pair {
  readonly from: ParagraphChange;
  readonly to: ParagraphChange;
  readonly told: ParagraphChange;
}

/**
 * What was removed in one place and added in another, word for word or nearly, is one change: told where it stands now.
 * What is only nearly the same is looked for where that takes no more than `pairsMax` comparisons.
 */
export function withMoves(changes: readonly ParagraphChange[], pairsMax: number): ParagraphChange[] {
  const exact = replaced(changes, movedWhole(changes));
  return replaced(exact, movedAndChanged(exact, pairsMax));
}

function replaced(changes: readonly ParagraphChange[], pairs: readonly Pair[]): ParagraphChange[] {
  const gone = new Set(pairs.map(({ from }) => from));
  const told = new Map(pairs.map((pair) => [pair.to, pair.told]));
  return changes.filter((change) => !gone.has(change)).map((change) => told.get(change) ?? change);
}

function removedIn(changes: readonly ParagraphChange[]) {
  return changes.filter((change) => change.type === "removed");
}

function addedIn(changes: readonly ParagraphChange[]) {
  return changes.filter((change) => change.type === "added");
}

function movedWhole(changes: readonly ParagraphChange[]): Pair[] {
  const gone = Map.groupBy(removedIn(changes).toReversed(), ({ before }) => before.text);
  return addedIn(changes).flatMap((to): Pair[] => {
    const from = gone.get(to.after.text)?.pop();
    if (from === undefined) return [];
    return [{ from, to, told: { type: "moved", before: from.before, after: to.after } }];
  });
}

/** The pairs that have most in common first, each paragraph in one of them. */
function movedAndChanged(changes: readonly ParagraphChange[], pairsMax: number): Pair[] {
  const gone = removedIn(changes).map((from) => ({ from, words: wordsIn(from.before.text) }));
  const come = addedIn(changes).map((to) => ({ to, words: wordsIn(to.after.text) }));
  if (gone.length * come.length > pairsMax) return [];
  const alike = gone
    .flatMap(({ from, words }) =>
      come.map((other) => ({ from, to: other.to, like: likeness(words, other.words) })),
    )
    .filter(({ like }) => like >= LIKE_MIN)
    .sort((a, b) => b.like - a.like);
  const used = new Set<ParagraphChange>();
  return alike.flatMap(({ from, to }): Pair[] => {
    if (used.has(from) || used.has(to)) return [];
    // Tried once: to find that two long paragraphs differ too much takes as long as to show how.
    used.add(from).add(to);
    const parts = wordParts(from.before, to.after);
    if (parts === null) return [];
    return [{ from, to, told: { type: "changed", before: from.before, after: to.after, parts } }];
  });
}
