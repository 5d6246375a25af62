import type { Document } from "../document.ts";
import type { Range } from "../range.ts";
import { dayOf } from "./in-order.ts";
import { containsText } from "./contains.ts";
import { readStoryText, type StoryText } from "./text.ts";

/** What is told of a document that answered. */
interface Answer {
  readonly document: Document;
  /** Where it stands in the body of its document. */
  readonly passage: Range;
  readonly score: number;
}

/** What has to be known of documents. */
interface Known {
  /** `null` where the document is in none. */
  storyOf(documentId: string): string | null;
  bodyOf(documentId: string): string;
}

/** Documents of a story whose texts are looked into; what a further one says is told without a look. */
const CHOSEN_MAX = 4;
/** UTF-16 units of documents that are read in one search; beyond, only what is the same letter by letter is left out. */
const READ_MAX = 300_000;

/** A document that answers for its story. */
interface Chosen {
  readonly id: string;
  readonly body: string;
  /** Read where it is needed first; `null` where too much was read. */
  text?: StoryText | null;
}

/**
 * The answers without those that another document of the same story gives as well: of each story stand all answers of the
 * document that has the best one, of equals the one that was published first, and of the other copies the passages
 * whose text it has not.
 */
export function oneEachStory<A extends Answer>(answers: readonly A[], known: Known): readonly A[] {
  const byStory = new Map<string, A[]>();
  for (const answer of answers) {
    const story = known.storyOf(answer.document.id);
    // Most documents are in none.
    if (story === null) continue;
    const of = byStory.get(story);
    if (of === undefined) byStory.set(story, [answer]);
    else of.push(answer);
  }
  if (byStory.size === 0) return answers;
  const left = { units: READ_MAX };
  const out = new Set([...byStory.values()].flatMap((of) => saidBefore(of, known, left)));
  return answers.filter((answer) => !out.has(answer));
}

/** Those answers of a story whose passage stands in a document that was chosen before theirs. */
function saidBefore<A extends Answer>(
  answers: readonly A[],
  { bodyOf }: Known,
  left: { units: number },
): A[] {
  const chosen: Chosen[] = [];
  return answers.toSorted(better).filter(({ document: { id }, passage }) => {
    const own = chosen.findIndex((one) => one.id === id);
    const before = chosen.slice(0, own === -1 ? CHOSEN_MAX : own);
    const body = bodyOf(id);
    if (before.length > 0 && isSaid(body.slice(passage.start, passage.end), before, left)) return true;
    if (own === -1 && chosen.length < CHOSEN_MAX) chosen.push({ id, body });
    return false;
  });
}

function isSaid(passage: string, before: readonly Chosen[], left: { units: number }): boolean {
  if (before.some(({ body }) => body.includes(passage))) return true;
  const text = readStoryText(passage);
  return before.some((one) => {
    if (one.text === undefined) {
      const affordable = one.body.length <= left.units;
      if (affordable) left.units -= one.body.length;
      one.text = affordable ? readStoryText(one.body) : null;
    }
    return one.text !== null && containsText(one.text, text);
  });
}

function better(a: Answer, b: Answer): number {
  if (a.score !== b.score) return b.score - a.score;
  const [day, other] = [dayOf(a.document), dayOf(b.document)];
  return Number(day > other) - Number(day < other);
}
