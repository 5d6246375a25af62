import MiniSearch, { type SearchOptions } from "minisearch";
import type { Analyser } from "../../src/core/search/analyse.ts";
import { BM25 } from "../../src/core/search/bm25.ts";
import { LIMIT, type Engine } from "./engine.ts";

interface Row {
  id: number;
  text: string;
  kind: string;
}

/** What MiniSearch suggests against typing errors. */
const TOLERANT = { prefix: true, fuzzy: 0.2 };

/**
 * MiniSearch as it comes, with Korea Desk's words and parameters: what Korea Desk's search costs beside the library it
 * is built on. It ranks, and gives no excerpts. `tolerant()` is the same index asked with prefixes and fuzziness, for
 * what needs them; suggestions are made of its terms, which are stems.
 */
export function plainMiniSearch(analyser: Analyser): { plain: Engine; tolerant: Engine } {
  const index = new MiniSearch<Row>({
    fields: ["text"],
    storeFields: ["kind"],
    tokenize: (text) => analyser.analyse(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
  const ask = (words: readonly string[], options: SearchOptions = {}) =>
    index.search(words.join(" "), options).slice(0, LIMIT).length;
  const suggest = ([prefix]: readonly string[], options: SearchOptions = {}) =>
    // Three letters are no word yet and must not be stemmed.
    index.autoSuggest(prefix!, { tokenize: (text) => [text], ...options }).slice(0, LIMIT).length;
  const plain: Engine = {
    name: "MiniSearch",
    build({ entries, texts }) {
      for (const [id, text] of texts.entries()) index.add({ id, text, kind: entries[id]!.document.kind });
      return true;
    },
    ask: {
      any: (words) => ask(words),
      all: (words) => ask(words, { combineWith: "AND" }),
      typo: (words) => ask(words),
      prefix: (words) => suggest(words),
      filter: (words) => ask(words, { filter: ({ kind }) => kind === "official" }),
    },
  };
  const tolerant: Engine = {
    name: "MiniSearch tolerant",
    build: () => true,
    ask: { typo: (words) => ask(words, TOLERANT), prefix: (words) => suggest(words, TOLERANT) },
  };
  return { plain, tolerant };
}
