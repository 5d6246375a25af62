import type { Query, SearchOptions } from "minisearch";
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

/** What a key of a query stands for. */
interface Named {
  readonly term: string;
  /** Whether the passage itself has it, and not only what its document is paraphrased with. */
  readonly ofPassage: boolean;
}

/** A query, the options to ask it with, and what is told of keys that a passage matched with. */
export interface KeyedQuery {
  readonly query: Query;
  readonly options: SearchOptions;
  readonly read: (matched: readonly string[]) => Pick<Hit, "terms" | "paraphrased">;
}

/**
 * Asks MiniSearch for passages with any of these terms, by themselves or by what their documents are paraphrased with.
 * `isKnown` tells whether a passage has a term itself.
 */
export function keyedQuery(
  terms: readonly WeightedTerm[],
  keys: FieldKeys,
  isKnown: (term: string) => boolean,
): KeyedQuery {
  const named = new Map<string, Named>();
  const part = (field: keyof FieldKeys, boost: (term: WeightedTerm) => number) => {
    const known: string[] = [];
    const boosts: number[] = [];
    for (const term of terms) {
      const key = keys[field].keyOf(term.term);
      if (key === null) continue;
      known.push(key);
      named.set(key, { term: term.term, ofPassage: field !== "paraphrases" });
      boosts.push(boost(term));
    }
    return {
      query: known.join("\n"),
      options: {
        fields: [field],
        bm25: field === "words" ? BM25 : LENGTHLESS,
        boostTerm: (_: string, at: number) => boosts[at]!,
      },
    };
  };
  const parts = [
    part(
      "paraphrases",
      ({ term, weight }) => weight * (isKnown(term) ? PARAPHRASE_WEIGHT.known : PARAPHRASE_WEIGHT.unknown),
    ),
    part("characters", ({ weight }) => weight),
    part("words", ({ weight }) => weight),
  ].filter(({ query }) => query !== "");
  // Most questions are of words alone; each query inside another one costs as much again as a rare word.
  const [only] = parts;
  const read = readKeys(named);
  if (parts.length === 1) return { ...only!, read };
  return {
    read,
    query: {
      combineWith: "OR",
      queries: parts.map(({ query, options }) => ({ ...options, queries: [query] })),
    },
    options: {},
  };
}

/**
 * Reads keys that a passage matched with. Many passages of one search match with the same few; what is told of them is one
 * and the same.
 */
function readKeys(named: ReadonlyMap<string, Named>): KeyedQuery["read"] {
  const told = new Map<string, Pick<Hit, "terms" | "paraphrased">>();
  const tell = (matched: readonly string[]) => {
    const [terms, paraphrased]: [string[], string[]] = [[], []];
    for (const key of matched) {
      const { term, ofPassage } = named.get(key)!;
      const into = ofPassage ? terms : paraphrased;
      if (!into.includes(term)) into.push(term);
    }
    // What the passage says itself is told of it, and not once more of what its document is paraphrased with.
    return { terms, paraphrased: paraphrased.filter((term) => !terms.includes(term)) };
  };
  return (matched) => {
    const all = matched.join("\n");
    const before = told.get(all);
    if (before !== undefined) return before;
    const now = tell(matched);
    told.set(all, now);
    return now;
  };
}
