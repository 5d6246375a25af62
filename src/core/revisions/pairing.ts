import { atomsIn } from "../check/atoms.ts";

/** Share of words that two paragraphs have in common where one is taken to be what the other became. */
const LIKE_MIN = 0.4;

/** The words of a text, each with how often it has it, and how many they are. */
export interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The words of a text, case and kinds of marks apart. */
export function wordsIn(text: string): Words {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { key, weight } of atomsIn(text, { start: 0, end: text.length })) {
    counts.set(key, (counts.get(key) ?? 0) + weight);
    total += weight;
  }
  return { counts, total };
}

/** How much two texts have in common, from 0 to 1 (Sørensen and Dice, by the weights of words). */
export function likeness(one: Words, other: Words): number {
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [key, weight] of few.counts) common += Math.min(weight, many.counts.get(key) ?? 0);
  const total = one.total + other.total;
  return total === 0 ? 0 : (2 * common) / total;
}

/**
 * Which paragraph became which, in order: the pairs `[before, after]` that have the most in common together. Time: the
 * product of both numbers.
 */
export function pairsOf(before: readonly Words[], after: readonly Words[]): [number, number][] {
  const width = after.length + 1;
  const like = new Float64Array((before.length + 1) * width);
  // Filled from the ends: the best of all that follow.
  const best = new Float64Array((before.length + 1) * width);
  for (let here = before.length - 1; here >= 0; here -= 1) {
    for (let there = after.length - 1; there >= 0; there -= 1) {
      const at = here * width + there;
      const value = likeness(before[here]!, after[there]!);
      like[at] = value >= LIKE_MIN ? value : 0;
      best[at] = Math.max(
        best[at + 1]!,
        best[at + width]!,
        like[at] > 0 ? like[at] + best[at + width + 1]! : 0,
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let here = 0, there = 0; here < before.length && there < after.length;) {
    const at = here * width + there;
    if (like[at]! > 0 && best[at] === like[at]! + best[at + width + 1]!) {
      pairs.push([here, there]);
      here += 1;
      there += 1;
    } else if (best[at] === best[at + width]!) here += 1;
    else there += 1;
  }
  return pairs;
}
