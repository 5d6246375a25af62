import { Library, type Languages } from "../../src/core/library.ts";
import { OutletBook } from "../../src/core/outlet.ts";
import { search, type SearchRequest } from "../../src/core/search/search.ts";
import { LIMIT, type Engine } from "./engine.ts";

/**
 * Korea Desk by the road of its own commands: from what was typed to quoted excerpts, correction, names, ranking and
 * evidence included. Words in quotation marks must be found, as they are written.
 */
export function koreaDesk(languages: Languages): Engine {
  const library = new Library(new OutletBook([]), languages);
  const ask = (query: string, options: Pick<SearchRequest, "filters"> = {}) =>
    search(library, { query, limit: LIMIT, ...options }).excerpts.length;
  return {
    name: "Korea Desk",
    build({ entries }) {
      for (const entry of entries) library.add(entry);
      return true;
    },
    ask: {
      any: (words) => ask(words.join(" ")),
      all: (words) => ask(words.map((word) => `"${word}"`).join(" ")),
      typo: (words) => ask(words.join(" ")),
      prefix: ([prefix]) => library.index.complete(prefix!, LIMIT).length,
      filter: (words) => ask(words.join(" "), { filters: { kind: "official" } }),
    },
  };
}
