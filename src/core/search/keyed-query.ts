import type { Query } from "minisearch";
import { BM25 } from "./bm25.ts";
import type { Hit, WeightedTerm } from "./index.ts";
import type { TermKeys } from "./term-keys.ts";

/** Keys of the terms of each field. */
export type FieldKeys = Readonly<Record<"words" | "characters" | "paraphrases", TermKeys>>;

/** What a word of a paraphrase counts beside one of the passage itself: more where no passage has the word. */
const PARAPHRASE_WEIGHT = { known: 0.5, unknown: 1.6 };

/**
 * How a field is scored that many rows leave empty: its length does not count, since a mean over all rows is near nothing
 * where few have it, and tells nothing of those.
 */
const LENGTHLESS = { ...BM25, b: 0 };

/**
 * Asks MiniSearch for passages with any of these terms, by themselves or by what their documents are paraphrased with.
 * `isKnown` tells whether a passage has a term itself.
 */
export function keyedQuery(
  terms: readonly WeightedTerm[],
  keys: FieldKeys,
  isKnown: (term: string) => boolean,
): Query {
  const part = (field: keyof FieldKeys, boost: (term: WeightedTerm) => number) => {
    const known = terms.flatMap((term) => {
      const key = keys[field].keyOf(term.term);
      return key === null ? [] : [{ key, boost: boost(term) }];
    });
    return {
      fields: [field],
      bm25: field === "words" ? BM25 : LENGTHLESS,
      queries: known.length === 0 ? [] : [known.map(({ key }) => key).join("\n")],
      boostTerm: (_: string, at: number) => known[at]!.boost,
    };
  };
  const parts = [
    part(
      "paraphrases",
      ({ term, weight }) => weight * (isKnown(term) ? PARAPHRASE_WEIGHT.known : PARAPHRASE_WEIGHT.unknown),
    ),
    part("characters", ({ weight }) => weight),
    part("words", ({ weight }) => weight),
  ];
  return { combineWith: "OR", queries: parts.filter(({ queries }) => queries.length > 0) };
}

/** Reads keys that a passage matched with; many passages of one search match with the same few. */
export function readKeys(
  keys: FieldKeys,
): (matched: readonly string[]) => Pick<Hit, "terms" | "paraphrased"> {
  const known = new Map<string, { term: string; ofPassage: boolean }>();
  const read = (key: string) => {
    const own = keys.words.termOf(key) ?? keys.characters.termOf(key);
    const result = { term: own ?? keys.paraphrases.termOf(key)!, ofPassage: own !== null };
    known.set(key, result);
    return result;
  };
  return (matched) => {
    const [terms, paraphrased]: [string[], string[]] = [[], []];
    for (const key of matched) {
      const { term, ofPassage } = known.get(key) ?? read(key);
      const into = ofPassage ? terms : paraphrased;
      if (!into.includes(term)) into.push(term);
    }
    // What the passage says itself is told of it, and not once more of what its document is paraphrased with.
    return { terms, paraphrased: paraphrased.filter((term) => !terms.includes(term)) };
  };
}
