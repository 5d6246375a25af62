import { describe, expect, it } from "vitest";
import { withEvidence } from "../../../src/core/search/evidence.ts";
import type { Hit } from "../../../src/core/search/index.ts";
import type { Question } from "../../../src/core/search/question.ts";
import type { Wanted } from "../../../src/core/search/wanted.ts";
import { documentOf } from "../samples.ts";

const hit = (...terms: string[]): Hit => ({
  passage: { documentId: "doc", sha256: "", start: 0, end: 1 },
  document: documentOf(),
  score: 1,
  terms,
  paraphrased: [],
  tokens: new Uint32Array(),
});
/** A hit whose document is paraphrased with these terms. */
const hinted = (...paraphrased: string[]): Hit => ({ ...hit(), paraphrased });
const idsOf = (hits: readonly Hit[]) => hits.map(({ terms }) => terms.join(" "));
const question = (...wanted: Wanted[]): Question => ({
  terms: [],
  pairs: [],
  wanted,
  searchedAlso: [],
  shortened: false,
});
const word = (term: string, weight = 1): Wanted => ({ terms: [term], weight });

describe("withEvidence", () => {
  it("keeps hits where one of them shows enough of what is asked for, by weight", () => {
    const asked = question(word("hanoi", 3), word("summit", 1), word("unknown", 3));
    const hits = [hit("summit", "hanoi"), hit("hanoi")];
    expect(idsOf(withEvidence(hits, asked))).toEqual(["summit hanoi", "hanoi"]);
    expect(withEvidence([hit("hanoi")], asked)).toEqual([]);
  });

  it("leaves out what shows less than a quarter of what the best one shows", () => {
    const asked = question(word("hanoi", 3), word("summit", 1));
    const best = hit("hanoi", "summit");
    expect(idsOf(withEvidence([best, hit("summit"), hit("other"), hit("hanoi")], asked))).toEqual([
      "hanoi summit",
      "hanoi",
      "summit",
    ]);
    expect(idsOf(withEvidence([best, hit("summit")], question(word("hanoi", 4), word("summit", 1))))).toEqual(
      ["hanoi summit"],
    );
  });

  it("takes from the score of what shows a part of it only, up to a half", () => {
    const asked = question(word("hanoi", 3), word("summit", 1));
    const hits = [
      { ...hit("hanoi"), score: 10 },
      { ...hit("summit", "hanoi"), score: 9 },
    ];
    expect(withEvidence(hits, asked)).toEqual([
      { ...hits[1], score: 9 },
      { ...hits[0], score: 8.75 },
    ]);
  });

  it("takes less of a long question: a quarter of it of eight things", () => {
    const many = question(...Array.from({ length: 8 }, (_, index) => word(`w${index}`)));
    // All of six things that are looked for, and three of them.
    const hits = [hit("w0", "w1", "w2", "w3", "w4", "w5"), hit("w0", "w1", "w2")];
    expect(withEvidence(hits, many).map(({ score }) => score)).toEqual([1, 1 - 0.5 * 0.25 * 0.5]);
  });

  it("counts a name once, whichever of its terms are found", () => {
    const name: Wanted = { terms: ["@entity/x", "kim", "jong"], weight: 3 };
    expect(withEvidence([hit("@entity/x")], question(name, word("other", 2)))).toHaveLength(1);
    expect(withEvidence([hit("kim", "jong")], question(name, word("other", 3)))).toEqual([]);
  });

  it("counts the pairs of a word in Hangul or Han by their share, its morpheme for the whole", () => {
    const joined: Wanted = { terms: ["%비핵화", "비핵", "핵화", "화를"], weight: 1 };
    expect(withEvidence([hit("비핵", "핵화")], question(joined))).toHaveLength(1);
    expect(withEvidence([hit("비핵")], question(joined))).toEqual([]);
    expect(withEvidence([hit("%비핵화")], question(joined))).toHaveLength(1);
  });

  it("asks of a long question no more than six things, and less of each", () => {
    const many = (count: number) =>
      question(...Array.from({ length: count }, (_, index) => word(`w${index}`)));
    expect(withEvidence([hit("w0", "w1", "w2")], many(20))).toHaveLength(1);
    expect(withEvidence([hit("w0", "w1")], many(20))).toEqual([]);
    expect(withEvidence([hit("w0", "w1", "w2")], many(6))).toHaveLength(1);
    // Of five things three must be there.
    expect(withEvidence([hit("w0", "w1", "w2")], many(5))).toHaveLength(1);
    expect(withEvidence([hit("w0", "w1")], many(5))).toEqual([]);
  });

  it("needs less of words that paraphrase the text, and counts each for less", () => {
    const asked = question(word("a"), word("b"));
    expect(withEvidence([hit("a")], asked)).toEqual([]);
    expect(withEvidence([hinted("a")], asked)).toHaveLength(1);
    expect(withEvidence([hinted("a")], question(word("a"), word("b", 1.1)))).toEqual([]);
  });

  it("takes no paraphrase for a name", () => {
    const name: Wanted = { terms: ["@entity/x", "kim"], weight: 1 };
    expect(withEvidence([hinted("kim")], question(name))).toEqual([]);
    expect(withEvidence([hinted("kim")], question(word("kim")))).toHaveLength(1);
    // But for one that names it, which counts as if the text did.
    expect(withEvidence([hinted("@entity/x")], question(name))).toHaveLength(1);
    expect(withEvidence([hinted("@entity/x")], question(name, word("other", 0.5)))).toEqual([]);
  });

  it("counts the pairs of a word by their share in a paraphrase too", () => {
    const joined: Wanted = { terms: ["비핵", "핵화", "화를"], weight: 1 };
    expect(withEvidence([hinted("비핵", "핵화")], question(joined))).toHaveLength(1);
    expect(withEvidence([hinted("비핵")], question(joined))).toEqual([]);
  });

  it("finds no evidence where nothing is asked for, and none where nothing was found", () => {
    expect(withEvidence([hit("a")], question())).toEqual([]);
    expect(withEvidence([], question(word("a")))).toEqual([]);
  });
});
