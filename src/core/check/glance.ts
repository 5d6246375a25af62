import type { SureTerms } from "./sure-terms.ts";

/** What a text shows of a sentence at a glance, before it is compared. */
export interface Glance {
  /** Whether it has all words and characters. */
  readonly words: boolean;
  /** Whether the sentence may stand in it. */
  readonly sentence: boolean;
}

/** A text of none but these has each word as it is folded, but for its case; of another one nothing can be said. */
const PLAIN = /^[\n\x20-\x7e‐-‧、。「-』가-힣一-鿿]*$/u;

/**
 * Looks at texts for a sentence: frequent words are in very many, and comparing each text takes far longer than seeing
 * that the words do not follow each other.
 */
export function glanceFor({ text, words, characters }: SureTerms): (text: string) => Glance {
  const runs = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const inOrder = runs.every((run) => /^[a-z\d]+$/u.test(run))
    ? new RegExp(runs.join("[^a-z\\d]{1,20}"))
    : null;
  return (passage) => {
    const lower = passage.toLowerCase();
    const all =
      words.every(({ folded }) => lower.includes(folded)) &&
      characters.every((character) => lower.includes(character));
    const sentence = all && (inOrder === null || inOrder.test(lower));
    if (sentence || PLAIN.test(passage)) return { words: all, sentence };
    return { words: true, sentence: true };
  };
}
