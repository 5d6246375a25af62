import MiniSearch from "minisearch";
import type { Document, Entry } from "../document.ts";
import { passagesOf, type Passage } from "../passage.ts";
import { analyse } from "./analyse.ts";
import type { Hit, IndexQuery, SearchIndex } from "./index.ts";

interface Row {
  id: number;
  words: string;
}

/**
 * BM25+ parameters of https://lucaong.github.io/minisearch/types/MiniSearch.BM25Params.html. Passages are short and
 * of similar length, so a term that comes back counts for more (`k`) than MiniSearch's default of 1.2 lets it.
 */
const BM25 = { k: 2.5, b: 0.75, d: 0.5 };

/** A {@link SearchIndex} on MiniSearch: title and passage as one field, any term matches, no prefixes, no fuzziness. */
export function createMiniSearchIndex(): SearchIndex {
  const passages = new Map<number, { passage: Passage; document: Document }>();
  let nextId = 0;
  const rowsOf = new Map<string, number[]>();
  const index = new MiniSearch<Row>({
    fields: ["words"],
    tokenize: (text) => analyse(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      combineWith: "OR",
      prefix: false,
      fuzzy: false,
      bm25: BM25,
      tokenize: (text) => text.split("\n"),
    },
  });

  return {
    add({ document, version }: Entry) {
      for (const id of rowsOf.get(document.id) ?? []) {
        index.discard(id);
        passages.delete(id);
      }
      const rows: number[] = [];
      for (const passage of passagesOf(document, version)) {
        const id = nextId;
        nextId += 1;
        passages.set(id, { passage, document });
        index.add({ id, words: `${document.title}\n${version.body.slice(passage.start, passage.end)}` });
        rows.push(id);
      }
      rowsOf.set(document.id, rows);
    },

    search({ terms, accepts }: IndexQuery): Hit[] {
      if (terms.length === 0) return [];
      const found = index.search(terms.join("\n"), {
        filter: ({ id }) => accepts(passages.get(id as number)!.document),
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
          passage: passages.get(id)!.passage,
          score,
          terms: matched,
        }));
    },
  };
}
