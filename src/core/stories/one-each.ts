import type { Document } from "../document.ts";
import { dayOf } from "./in-order.ts";

/** What is told of a document that answered. */
interface Answer {
  readonly document: Document;
  readonly score: number;
}

/**
 * One answer for each story, and every answer of a document that is in none: the best one, of equals the one that was
 * published first. It stands where the first of its story stood, so that pages do not move.
 */
export function oneEachStory<A extends Answer>(
  answers: readonly A[],
  storyOf: (documentId: string) => string | null,
): readonly A[] {
  const best = new Map<string, A>();
  for (const answer of answers) {
    const story = storyOf(answer.document.id);
    if (story === null) continue;
    const other = best.get(story);
    if (other === undefined || isBetter(answer, other)) best.set(story, answer);
  }
  if (best.size === 0) return answers;
  return answers.flatMap((answer) => {
    const story = storyOf(answer.document.id);
    if (story === null) return [answer];
    const chosen = best.get(story);
    best.delete(story);
    return chosen === undefined ? [] : [chosen];
  });
}

function isBetter(one: Answer, other: Answer): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return dayOf(one.document) < dayOf(other.document);
}
