import type { Document } from "../document.ts";
import { dayOf } from "./in-order.ts";

/** What is told of a document that answered. */
interface Answer {
  readonly document: Document;
  readonly score: number;
}

/**
 * The answers of one document for each story, and all answers of documents that are in none: of the document that has the
 * best answer, of equals the one that was published first. What another copy of the text says as well is left out.
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
  return answers.filter(({ document }) => {
    const story = storyOf(document.id);
    return story === null || best.get(story)!.document.id === document.id;
  });
}

function isBetter(one: Answer, other: Answer): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return dayOf(one.document) < dayOf(other.document);
}
