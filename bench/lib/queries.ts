import type { Library } from "../../src/core/library.ts";
import { randomFrom } from "./random.ts";

/** Questions made of neighbouring words of the documents, two to five each, none given twice. */
export function distinctQueries(library: Library): () => string {
  const texts = Array.from(library.documents(), ({ id }) => library.get(id)!.version.body)
    .map((body) => body.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))
    .filter((words) => words.length >= 5);
  const given = new Set<string>();
  const { below, pick } = randomFrom(20_180_427);
  return () => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const words = pick(texts);
      const count = 2 + below(4);
      const from = below(words.length - count + 1);
      const query = words.slice(from, from + count).join(" ");
      if (given.has(query)) continue;
      given.add(query);
      return query;
    }
    throw new Error("the documents have no more questions");
  };
}
