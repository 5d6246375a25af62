import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/core/document.ts";
import { idfOf, saturation } from "../../../src/core/search/bm25.ts";
import type { Hit, TermStatistics } from "../../../src/core/search/index.ts";
import { rerank } from "../../../src/core/search/rerank.ts";
import { TermBook } from "../../../src/core/search/term-book.ts";
import { documentOf } from "../samples.ts";

/** What an index knows of this many passages, a hundred unless told. */
function bookOf(size = 100): { book: TermBook; statistics: TermStatistics } {
  const book = new TermBook();
  for (let index = 0; index < size; index += 1) book.add([`filler${index}`]);
  const statistics: TermStatistics = {
    size,
    averageLength: 2,
    frequency: (term) => book.frequencyOf(book.numberOf(term) ?? -1),
    isParaphrase: () => false,
    numberOf: (term) => book.numberOf(term),
    frequencyOf: (number) => book.frequencyOf(number),
  };
  return { book, statistics };
}

/** A hit whose passage has these words; without an id of its own its document has no other passage. */
function hit(book: TermBook, score: number, words: string, given: Partial<Document> = {}): Hit {
  const document = documentOf({ id: words, ...given });
  return {
    passage: { documentId: document.id, sha256: "", start: 0, end: 1 },
    document,
    score,
    terms: [],
    paraphrased: [],
    tokens: book.add(words.split(" ")),
  };
}

const NOTHING = { terms: [], pairs: [] };
const shown = (hits: readonly Hit[]) =>
  hits.map(({ document, score }) => [document.id, Number(score.toFixed(6))] as const);

describe("rerank", () => {
  it("leaves hits as they are where nothing speaks for any of them", () => {
    const { book, statistics } = bookOf();
    const hits = [hit(book, 2, "a b"), hit(book, 1, "c d"), hit(book, 1, "e f")];
    expect(rerank(hits, NOTHING, statistics)).toEqual(hits);
    expect(hits.map(({ score }) => score)).toEqual([2, 1, 1]);
  });

  it("has nothing to order among none and one", () => {
    const { book, statistics } = bookOf();
    const one = hit(book, 1, "a");
    expect(rerank([], NOTHING, statistics)).toEqual([]);
    expect(rerank([one], { terms: [{ term: "a", weight: 1 }], pairs: [["a", "b"]] }, statistics)).toEqual([
      one,
    ]);
  });

  it("puts the passage first that has the words of a pair side by side", () => {
    const { book, statistics } = bookOf();
    const hits = [hit(book, 1, "b a"), hit(book, 0.99, "a b")];
    const worth = 0.15 * idfOf(2, 100) * saturation(1, 2, 2);
    expect(shown(rerank(hits, { terms: [], pairs: [["a", "b"]] }, statistics))).toEqual([
      ["a b", Number((0.99 + worth).toFixed(6))],
      ["b a", 1],
    ]);
    // In the order in which they were asked for; a word that no passage has is no part of a pair.
    expect(
      rerank(
        hits,
        {
          terms: [],
          pairs: [
            ["b", "a"],
            ["a", "z"],
          ],
        },
        statistics,
      )[0]!.document.id,
    ).toBe("b a");
  });

  it("puts the passage first whose document has another good one", () => {
    const { book, statistics } = bookOf();
    const hits = [
      hit(book, 1, "a", { id: "alone" }),
      hit(book, 0.95, "b", { id: "both" }),
      hit(book, 0.9, "c", { id: "both" }),
    ];
    hits[2] = { ...hits[2]!, document: hits[1]!.document };
    expect(shown(rerank(hits, NOTHING, statistics))).toEqual([
      ["both", Number((0.95 + 0.9 * 0.15).toFixed(6))],
      ["both", Number((0.9 + 0.95 * 0.15).toFixed(6))],
      ["alone", 1],
    ]);
  });

  it("puts the passage first that a better one's document is linked with", () => {
    const { book, statistics } = bookOf();
    const hits = [
      hit(book, 2, "a", { id: "record" }),
      hit(book, 1, "b", { id: "stranger" }),
      hit(book, 0.9, "c", { id: "neighbour", links: ["elsewhere", "record"] }),
    ];
    expect(shown(rerank(hits, NOTHING, statistics))).toEqual([
      ["record", 2],
      ["neighbour", Number((0.9 + 2 * 0.12).toFixed(6))],
      ["stranger", 1],
    ]);
  });

  it("puts the passage first that has the words which the best ones share", () => {
    const asked = { terms: ["asked", "too"].map((term) => ({ term, weight: 1 })), pairs: [] };
    const order = (last: string) => {
      const { book, statistics } = bookOf();
      const best = Array.from({ length: 6 }, (_, index) =>
        hit(book, 3, `asked too ${index === 5 ? "" : "shared"}`, { id: `best${index}` }),
      );
      const hits = [
        ...best,
        hit(book, 1, "asked other", { id: "other" }),
        hit(book, 0.99, last, { id: "last" }),
      ];
      return rerank(hits, asked, statistics)
        .map(({ document }) => document.id)
        .slice(6);
    };
    expect(order("asked shared")).toEqual(["last", "other"]);
    // What nobody shares says nothing.
    expect(order("asked unshared")).toEqual(["other", "last"]);
  });

  it("raises what is most like other hits, where more than a word is asked for", () => {
    const { book, statistics } = bookOf();
    const hits = [
      hit(book, 1, "alone"),
      hit(book, 0.9, "alike one"),
      hit(book, 0.9, "alike two"),
      hit(book, 0, "one two"),
    ];
    const asked = (...terms: string[]) => ({ terms: terms.map((term) => ({ term, weight: 1 })), pairs: [] });
    expect(shown(rerank(hits, asked("a", "b"), statistics)).slice(0, 3)).toEqual([
      ["alone", 1],
      ["alike one", 0.99],
      ["alike two", 0.99],
    ]);
    expect(rerank(hits, asked("a"), statistics)).toEqual(hits);
  });

  it("orders the best anew, and leaves those far behind them in their places", () => {
    const { book, statistics } = bookOf(10_000);
    const hits = Array.from({ length: 400 }, (_, index) =>
      hit(book, 1, index % 2 === 0 ? `b a ${index}` : `a b ${index}`),
    );
    const ids = (some: readonly Hit[]) => some.map(({ document }) => document.id);
    const again = rerank(hits, { terms: [], pairs: [["a", "b"]] }, statistics);
    expect(ids(again).slice(0, 25)).toEqual(ids(hits.slice(0, 50).filter((_, index) => index % 2 === 1)));
    expect(again.slice(300)).toEqual(hits.slice(300));
    expect(ids(again).toSorted()).toEqual(ids(hits).toSorted());
  });

  it("gives every score a number, for passages without words too", () => {
    const { book, statistics } = bookOf();
    const empty = { ...hit(book, 1, "a"), tokens: new Uint32Array() };
    const asked = { terms: [{ term: "a", weight: 1 }], pairs: [["a", "a"]] as const };
    const scores = rerank([empty, { ...empty, score: 0 }, hit(book, 0, "a")], asked, statistics).map(
      ({ score }) => score,
    );
    expect(scores.map(Number.isFinite)).toEqual([true, true, true]);
  });
});
