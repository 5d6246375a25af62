import { describe, expect, it } from "vitest";
import type { Hit, TermStatistics } from "../../../src/core/search/index.ts";
import { neighbourScores } from "../../../src/core/search/neighbours.ts";
import { TermBook } from "../../../src/core/search/term-book.ts";
import { documentOf } from "../samples.ts";

/** Hits with these scores and words in an index of a hundred passages; terms alone in it say nothing. */
function hitsOf(...given: (readonly [score: number, words: string])[]): [Hit[], TermStatistics] {
  const book = new TermBook();
  const hits = given.map(([score, words], at): Hit => ({
    passage: { documentId: `${at}`, sha256: "", start: 0, end: 1 },
    document: documentOf({ id: `${at}` }),
    score,
    terms: [],
    paraphrased: [],
    tokens: book.add(words.split(" ").filter((word) => word !== "")),
  }));
  for (let at = hits.length; at < 100; at += 1) book.add(["common", `filler${at}`]);
  const statistics: TermStatistics = {
    size: 100,
    averageLength: 2,
    frequency: (term) => book.frequencyOf(book.numberOf(term) ?? -1),
    isParaphrase: () => false,
    numberOf: (term) => book.numberOf(term),
    frequencyOf: (number) => book.frequencyOf(number),
  };
  return [hits, statistics];
}

const worth = (...given: (readonly [number, string])[]) =>
  Array.from(neighbourScores(...hitsOf(...given)), (score) => Number(score.toFixed(9)));

describe("neighbourScores", () => {
  it("gives each a fifth of the score of another one, as far as they have the same words", () => {
    // Each two share one of their two words, all of them equally rare.
    expect(worth([3, "hanoi summit"], [2, "summit talks"], [0, "talks hanoi"])).toEqual([0.2, 0.3, 0.5]);
  });

  it("gives nothing for words that no other hit has, nor for those that a fifth of all passages have", () => {
    expect(worth([3, "hanoi common"], [2, "geneva common"])).toEqual([0, 0]);
  });

  it("gives nothing for the same text: it says nothing twice", () => {
    expect(worth([3, "hanoi summit"], [2, "summit hanoi"], [1, "hanoi summit geneva"])).toEqual([0, 0, 0]);
  });

  it("gives less to a text that shares fewer of its words", () => {
    const first = (...given: Parameters<typeof worth>) => worth([1, "a b c e"], ...given)[0]!;
    const [more, less] = [first([1, "a b c d"], [0, "d e"]), first([1, "a b d f"], [0, "c d e f"])];
    expect(more).toBeGreaterThan(less);
    expect(less).toBeGreaterThan(0);
  });

  it("counts the four nearest of many", () => {
    // Of four words each text has two, so that it shares one with four of the five others.
    const pairs = ["a b", "b c", "c d", "a d", "a c", "b d"];
    const all = worth(...pairs.map((words) => [1, words] as const));
    expect(all).toEqual(pairs.map(() => 0.8 * 0.5));
  });

  it("counts a word that comes often for more, by its logarithm", () => {
    const twice = worth([1, "a a b"], [1, "a c"], [0, "b c"])[0]!;
    expect(twice).toBeGreaterThan(worth([1, "a b"], [1, "a c"], [0, "b c"])[0]!);
  });

  it("has nothing to give to none, to one, and to a passage without words", () => {
    expect(worth()).toEqual([]);
    expect(worth([1, "a"])).toEqual([0]);
    expect(worth([1, ""], [1, "a b"], [1, "a c"], [1, "b c"])).toEqual([0, 0.2, 0.2, 0.2]);
  });
});
