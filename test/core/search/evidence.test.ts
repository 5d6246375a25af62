import { describe, expect, it } from "vitest";
import { withEvidence } from "../../../src/core/search/evidence.ts";
import type { Wanted } from "../../../src/core/search/question.ts";

const hit = (...terms: string[]) => ({
  passage: { documentId: "doc", sha256: "", start: 0, end: 1 },
  score: 1,
  terms,
});
const question = (...wanted: Wanted[]) => ({ terms: [], wanted, searchedAlso: [], shortened: false });
const word = (term: string, weight = 1): Wanted => ({ terms: [term], weight });

describe("withEvidence", () => {
  it("keeps all hits where one of them shows enough of what is asked for, by weight", () => {
    const asked = question(word("hanoi", 3), word("summit", 1), word("unknown", 4));
    const hits = [hit("summit"), hit("hanoi", "summit")];
    expect(withEvidence(hits, asked)).toEqual(hits);
    expect(withEvidence([hit("hanoi")], asked)).toEqual([]);
  });

  it("counts a name once, whichever of its terms are found", () => {
    const name: Wanted = { terms: ["@entity/x", "kim", "jong"], weight: 2 };
    expect(withEvidence([hit("@entity/x")], question(name, word("other", 2)))).toHaveLength(1);
  });

  it("counts the pairs of a word in Hangul or Han by their share", () => {
    const joined: Wanted = { terms: ["비핵", "핵화", "화를"], weight: 1 };
    expect(withEvidence([hit("비핵", "핵화")], question(joined))).toHaveLength(1);
    expect(withEvidence([hit("비핵")], question(joined))).toEqual([]);
  });

  it("asks of a long question no more than six things", () => {
    const many = question(...Array.from({ length: 20 }, (_, index) => word(`w${index}`)));
    expect(withEvidence([hit("w0", "w1", "w2")], many)).toHaveLength(1);
    expect(withEvidence([hit("w0", "w1")], many)).toEqual([]);
  });

  it("finds no evidence where nothing is asked for", () => {
    expect(withEvidence([hit("a")], question())).toEqual([]);
  });
});
