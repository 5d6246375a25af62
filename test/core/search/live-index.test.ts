import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/core/document.ts";
import { Library } from "../../../src/core/library.ts";
import { OutletBook } from "../../../src/core/outlet.ts";
import type { IndexQuery } from "../../../src/core/search/index.ts";
import { Analyser } from "../../../src/core/search/analyse.ts";
import { search } from "../../../src/core/search/search.ts";
import { entryOf } from "../samples.ts";

const WORDS = [
  "summit",
  "missile",
  "sanctions",
  "Beijing",
  "treaty",
  "border",
  "비핵화",
  "회담",
  "半岛",
  "talks",
];

const text = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((words) => words.join(" ")).join("\n\n"));
const id = fc.constantFrom("a", "b", "c", "d");
const change = fc.oneof(
  fc.record({ id, text }),
  id.map((gone) => ({ id: gone, text: null })),
);

function emptyLibrary(): Library {
  return new Library(new OutletBook([]));
}

function take(library: Library, steps: Iterable<void>): void {
  for (const _ of steps) library.index.search(query("summit", "missile"));
}

function query(...terms: string[]): IndexQuery {
  return { terms: terms.map((term) => ({ term, weight: 1 })), limit: 50 };
}

/** What an index answers, without the numbers that it gives to terms. */
function answers({ index }: Library, asked?: readonly string[]) {
  const terms = [...WORDS.slice(0, 6), "talk", "sanction"].map((word) => word.toLowerCase());
  const { hits, matched } = index.search(query(...(asked ?? [...terms, "회담"])));
  return {
    matched,
    hits: hits.map(({ passage, score, terms: found }) => [
      passage.documentId,
      passage.start,
      score,
      found.toSorted(),
    ]),
    size: index.size,
    averageLength: index.averageLength,
    frequencies: terms.map((term) => index.frequency(term)),
    respelt: ["misile", "sumit", "bordr"].map((word) => index.respell(word)),
    completed: index.complete("bor", 5),
  };
}

/** Adding up in another order moves the last digits of a mean. */
function expectSame(library: Library, fresh: Library, asked?: readonly string[]): void {
  const [was, is] = [answers(library, asked), answers(fresh, asked)];
  expect({ ...was, hits: was.hits.map(([a, b, , d]) => [a, b, d]) }).toEqual({
    ...is,
    averageLength: expect.closeTo(is.averageLength, 9) as number,
    hits: is.hits.map(([a, b, , d]) => [a, b, d]),
  });
  for (const [at, [, , score]] of was.hits.entries()) expect(score).toBeCloseTo(is.hits[at]![2] as number, 9);
}

/** Documents by their ids: most lack what few have, paraphrases or characters of Korean. */
const mixed = fc.record({
  which: fc.integer({ min: 0, max: 11 }),
  words: fc.array(fc.constantFrom("summit", "talks", "border", "말", "말이", "회담에서 말했다"), {
    minLength: 1,
    maxLength: 12,
  }),
  paraphrases: fc.option(
    fc.array(fc.constantFrom("parley", "accord", "말", "parley accord"), { maxLength: 4 }),
  ),
  gone: fc.boolean(),
});

/** A single syllable, words of paraphrases, and both beside words of the text. */
const QUESTIONS = [
  ["말"],
  ["회"],
  ["parley"],
  ["accord", "parley", "말"],
  ["summit", "talk", "말", "parley"],
];

describe("an index that changes while it is searched", () => {
  test("scores as a fresh one does where rows lack fields, down to nothing and up again", () => {
    fc.assert(
      fc.property(fc.array(fc.array(mixed, { maxLength: 20 }), { minLength: 1, maxLength: 3 }), (rounds) => {
        const library = emptyLibrary();
        const places: string[] = [];
        for (const changes of rounds) {
          const kept = new Map<string, Entry>();
          for (const { which, words, paraphrases, gone } of changes) {
            const id = `d${which}`;
            const entry = entryOf(words.join(" "), { id, ...(paraphrases === null ? {} : { paraphrases }) });
            if (gone) {
              take(library, library.removing(id));
              kept.delete(id);
            } else {
              take(library, library.adding(entry));
              kept.set(id, entry);
              if (!places.includes(id)) places.push(id);
            }
          }
          const fresh = emptyLibrary();
          for (const id of places) if (kept.has(id)) fresh.add(kept.get(id)!);
          for (const asked of QUESTIONS) expectSame(library, fresh, asked);
          for (const id of kept.keys()) take(library, library.removing(id));
          expect(library.index.size).toBe(0);
          for (const asked of QUESTIONS) expect(library.index.search(query(...asked)).hits).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("scores as a fresh one does after most of it went, and after many revisions", () => {
    const english = (at: number) => entryOf(`The border was quiet on day ${at}.`, { id: `en${at}` });
    const korean = (at: number, day = 0) =>
      entryOf(`${day}일째 말 한마디 ${"회담 ".repeat(at + 1)}`, {
        id: `ko${at}`,
        language: "ko",
        paraphrases: [`parley ${"accord ".repeat(at)}`],
      });
    const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);
    const library = emptyLibrary();
    for (const at of upTo(100)) library.add(english(at));
    for (const at of upTo(5)) library.add(korean(at));
    for (const day of upTo(20)) for (const at of upTo(5)) library.add(korean(at, day));
    for (const at of upTo(95)) take(library, library.removing(`en${at}`));
    for (const at of upTo(2)) take(library, library.removing(`ko${at}`));
    const fresh = emptyLibrary();
    for (const at of upTo(100).slice(95)) fresh.add(english(at));
    for (const at of upTo(5).slice(2)) fresh.add(korean(at, 19));
    for (const asked of QUESTIONS) expectSame(library, fresh, asked);
    const { hits } = library.index.search(query("말"));
    expect(hits).toHaveLength(3);
    for (const { score } of hits) expect(score).toBeGreaterThan(0);
  });

  test("answers as a fresh one does, whatever came, was replaced and went", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const library = emptyLibrary();
        // A document keeps its place for ever, as it does in the store.
        const kept = new Map<string, string | null>();
        for (const { id: which, text: words } of changes) {
          if (words === null) take(library, library.removing(which));
          else take(library, library.adding(entryOf(words, { id: which, title: `Title ${which}` })));
          if (words !== null || kept.has(which)) kept.set(which, words);
        }
        const fresh = emptyLibrary();
        for (const [which, words] of kept)
          if (words !== null) fresh.add(entryOf(words, { id: which, title: `Title ${which}` }));
        expectSame(library, fresh);
      }),
      { numRuns: 200 },
    );
  });

  test("a search between two steps sees a document whole, as it was or as it is, or not at all", () => {
    const library = emptyLibrary();
    library.add(entryOf("The border was quiet.", { id: "other", title: "Other" }));
    const paragraphs = (word: string) =>
      Array.from({ length: 8 }, (_, at) => `${word} number ${at}.`).join("\n\n");
    const found = () => {
      const { hits } = library.index.search(query("summit", "missil"));
      const bodies = hits.map(
        ({ passage: { documentId, start, end } }) =>
          library.get(documentId)!.version.body.slice(start, end).split(" ")[0],
      );
      return `${bodies.length} ${[...new Set(bodies)].join()}`;
    };
    const seen = new Set<string>();
    const watch = (steps: Iterable<void>) => {
      for (const _ of steps) seen.add(found());
      seen.add(found());
      return [...seen.values()];
    };
    expect(watch(library.adding(entryOf(paragraphs("Summit"), { id: "a", title: "One" })))).toEqual([
      "0 ",
      "8 Summit",
    ]);
    seen.clear();
    expect(watch(library.adding(entryOf(paragraphs("Missile"), { id: "a", title: "One" })))).toEqual([
      "8 Summit",
      "8 Missile",
    ]);
    seen.clear();
    expect(watch(library.removing("a"))).toEqual(["0 "]);
    expect(library.index.size).toBe(1);
    expect(library.get("a")).toBeNull();
  });

  test("a document that cannot be indexed leaves nothing behind", () => {
    const morphology = (words: string) => {
      if (words.includes("둘째")) throw new RangeError("no analysis");
      return [];
    };
    const library = new Library(new OutletBook([]), { analyser: new Analyser({ morphology }) });
    library.add(entryOf("A summit was held.", { id: "a", title: "One" }));
    const before = answers(library);
    const broken = entryOf("첫째 문단은 회담을 말한다.\n\n둘째 문단도 회담을 말한다.", {
      id: "b",
      title: "Two",
    });
    expect(() => library.add(broken)).toThrow(RangeError);
    expect(answers(library)).toEqual(before);
    expect(library.get("b")).toBeNull();
  });

  test("what is hidden is in no answer of a question", () => {
    const library = emptyLibrary();
    const steps = library.adding(
      entryOf("A summit in Hanoi.\n\nAnother summit.", { id: "a", title: "Talks" }),
    );
    const iterator = steps[Symbol.iterator]();
    iterator.next();
    expect(search(library, { query: "summit", limit: 5 }).excerpts).toEqual([]);
    while (iterator.next().done !== true);
    expect(search(library, { query: "summit", limit: 5 }).total).toBe(2);
  });
});
