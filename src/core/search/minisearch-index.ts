import MiniSearch from "minisearch";
import type { Document, Entry } from "../document.ts";
import { passagesOf, type Passage } from "../passage.ts";
import { analyse } from "./analyse.ts";
import type { Hit, IndexQuery, SearchIndex } from "./index.ts";
import { Lexicon } from "./lexicon.ts";
import { Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

interface Row {
  id: number;
  words: string;
}

interface Indexed {
  passage: Passage;
  document: Document;
  /** Different terms of the passage, for their frequencies. */
  terms: readonly string[];
}

/**
 * BM25+ parameters of https://lucaong.github.io/minisearch/types/MiniSearch.BM25Params.html. Passages are short and
 * of similar length, so a term that comes back counts for more (`k`) than MiniSearch's default of 1.2 lets it.
 */
const BM25 = { k: 2.5, b: 0.75, d: 0.2 };

/** A {@link SearchIndex} on MiniSearch: title and passage as one field, any term matches, no prefixes, no fuzziness. */
export function createMiniSearchIndex(lexicon = new Lexicon()): SearchIndex {
  const indexed = new Map<number, Indexed>();
  let nextId = 0;
  const rowsOf = new Map<string, number[]>();
  const frequencies = new Map<string, number>();
  const vocabulary = new Vocabulary();
  const index = new MiniSearch<Row>({
    fields: ["words"],
    // MiniSearch takes the number of different tokens for the length of a text; BM25 means all of them.
    tokenize: (text) => text.split("\n").map((term, at) => `${term}\n${at}`),
    processTerm: (token) => token.split("\n", 1)[0]!,
    searchOptions: {
      combineWith: "OR",
      prefix: false,
      fuzzy: false,
      bm25: BM25,
      tokenize: (text) => text.split("\n"),
      processTerm: (term) => term,
    },
  });

  const count = (terms: readonly string[], by: 1 | -1) => {
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + by);
  };
  const addPassage = (document: Document, body: string, passage: Passage): number => {
    const text = `${document.title}\n${body.slice(passage.start, passage.end)}`;
    const terms = analyse(text, lexicon).map(({ term }) => term);
    for (const { folded, single } of wordsOf(text)) if (!single) vocabulary.add(folded);
    const id = nextId;
    nextId += 1;
    const different = [...new Set(terms)];
    count(different, 1);
    indexed.set(id, { passage, document, terms: different });
    index.add({ id, words: terms.join("\n") });
    return id;
  };

  return {
    get size() {
      return indexed.size;
    },
    frequency: (term) => frequencies.get(term) ?? 0,
    respell: (word) => vocabulary.nearest(word),

    add({ document, version }: Entry) {
      for (const id of rowsOf.get(document.id) ?? []) {
        index.discard(id);
        count(indexed.get(id)!.terms, -1);
        indexed.delete(id);
      }
      const passages = passagesOf(document, version);
      rowsOf.set(
        document.id,
        passages.map((passage) => addPassage(document, version.body, passage)),
      );
    },

    search({ terms, accepts }: IndexQuery): Hit[] {
      if (terms.length === 0) return [];
      const found = index.search(terms.map(({ term }) => term).join("\n"), {
        filter: ({ id }) => accepts(indexed.get(id as number)!.document),
        boostTerm: (_, at) => terms[at]!.weight,
      });
      return found
        .map(({ id, score, queryTerms }) => ({
          id: id as number,
          // MiniSearch multiplies the sum of BM25 scores by the number of terms matched; undone here, because it
          // counts the same evidence twice.
          score: score / queryTerms.length,
          terms: queryTerms,
        }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .map(({ id, score, terms: matched }) => ({
          passage: indexed.get(id)!.passage,
          score,
          terms: matched,
        }));
    },
  };
}
