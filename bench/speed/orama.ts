import { create, insertMultiple, search, type SearchParamsFullText } from "@orama/orama";
import { LIMIT, type Engine } from "./engine.ts";

/** Milliseconds after which the building is given up, and the documents that are put in between two looks at the clock. */
const BUILD_MAX = 180_000;
const BATCH = 500;

const SCHEMA = { text: "string", kind: "enum" } as const;

/**
 * Orama with its defaults, which find words by their beginnings. It has no way to ask for all words (`threshold: 0`
 * counts the words of the text, not those of the question) and suggests none.
 */
export function orama(): Engine {
  const index = create({ schema: SCHEMA });
  const ask = async (words: readonly string[], options: Partial<SearchParamsFullText<typeof index>> = {}) =>
    (await search(index, { term: words.join(" "), limit: LIMIT, ...options })).hits.length;
  return {
    name: "Orama",
    async build({ entries, texts }) {
      const started = performance.now();
      const rows = entries.map(({ document: { id, kind } }, at) => ({ id, text: texts[at]!, kind }));
      for (let from = 0; from < rows.length; from += BATCH) {
        if (performance.now() - started > BUILD_MAX) return false;
        await insertMultiple(index, rows.slice(from, from + BATCH), BATCH);
      }
      return true;
    },
    ask: {
      any: (words) => ask(words),
      typo: (words) => ask(words, { tolerance: 1 }),
      filter: (words) => ask(words, { where: { kind: { eq: "official" } } }),
    },
  };
}
