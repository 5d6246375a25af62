import { Library, type Languages } from "../../src/core/library.ts";
import { OutletBook } from "../../src/core/outlet.ts";
import { search, type SearchRequest } from "../../src/core/search/search.ts";
import { LIMIT, type Engine } from "./engine.ts";

/**
 * Korea Desk by the road of its own commands, correction, names, ranking and evidence included. `ranking` stops where the
 * other engines do, at ranked passages; `quoting` goes on to five verified excerpts, which they do not make. Words in
 * quotation marks must be found, as they are written.
 */
export function koreaDesk(languages: Languages): { ranking: Engine; quoting: Engine } {
  const library = new Library(new OutletBook([]), languages);
  const asking = (limit: number): Engine["ask"] => {
    const ask = (query: string, options: Pick<SearchRequest, "filters"> = {}) =>
      Math.min(LIMIT, search(library, { query, limit, ...options }).total);
    return {
      any: (words) => ask(words.join(" ")),
      all: (words) => ask(words.map((word) => `"${word}"`).join(" ")),
      typo: (words) => ask(words.join(" ")),
      filter: (words) => ask(words.join(" "), { filters: { kind: "official" } }),
    };
  };
  const ranking: Engine = {
    name: "Korea Desk",
    build({ entries }) {
      for (const entry of entries) library.add(entry);
      return true;
    },
    ask: { ...asking(0), prefix: ([prefix]) => library.index.complete(prefix!, LIMIT).length },
  };
  return { ranking, quoting: { name: "Korea Desk quoting", build: () => true, ask: asking(LIMIT) } };
}
