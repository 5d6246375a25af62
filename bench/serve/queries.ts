import type { Library } from "../../src/core/library.ts";

/** Questions made of neighbouring words of the documents, two to five each, none given twice. */
export function distinctQueries(library: Library): () => string {
  const texts = Array.from(library.documents(), ({ id }) => library.get(id)!.version.body)
    .map((body) => body.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))
    .filter((words) => words.length >= 5);
  const given = new Set<string>();
  const random = generator();
  return () => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const words = texts[random(texts.length)]!;
      const count = 2 + random(4);
      const from = random(words.length - count + 1);
      const query = words.slice(from, from + count).join(" ");
      if (given.has(query)) continue;
      given.add(query);
      return query;
    }
    throw new Error("the documents have no more questions");
  };
}

/** Whole numbers below `below`, the same ones in every run (mulberry32). */
function generator(): (below: number) => number {
  let state = 20_180_427;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
