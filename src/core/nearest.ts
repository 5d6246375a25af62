import { closestMatch } from "leven";

/**
 * The candidate a person may have meant: at most a third of its letters (rounded up, so
 * that two exchanged letters of a short word are forgiven) and never all of them differ, compared without case; `null` where
 * none is that near.
 */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  // A name is short. Comparing longer text costs time and never comes near.
  if (typed.length > 60) return null;
  const folded = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const found = closestMatch(typed.toLowerCase(), [...folded.keys()], {
    maxDistance: Math.min(typed.length - 1, Math.ceil(typed.length / 3)),
  });
  return found === undefined ? null : folded.get(found)!;
}
