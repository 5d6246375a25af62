import { describe, expect, it } from "vitest";
import { TermBook } from "../../../src/core/search/term-book.ts";

describe("TermBook", () => {
  it("numbers terms in the order in which they come, each once", () => {
    const book = new TermBook();
    expect([...book.add(["a", "b", "a"])]).toEqual([0, 1, 0]);
    expect([...book.add(["c", "b", "__proto__", "constructor"])]).toEqual([2, 1, 3, 4]);
    expect(["a", "b", "c", "__proto__"].map((term) => book.numberOf(term))).toEqual([0, 1, 2, 3]);
  });

  it("counts the passages that have a term, not how often they have it", () => {
    const book = new TermBook();
    book.add(["a", "a", "a"]);
    book.add(["a", "b"]);
    expect([book.frequencyOf(0), book.frequencyOf(1)]).toEqual([2, 1]);
  });

  it("knows no term that no passage has any more, and keeps its number for it", () => {
    const book = new TermBook();
    const tokens = book.add(["a", "a", "b"]);
    book.add(["b"]);
    book.remove(tokens);
    expect([book.numberOf("a"), book.frequencyOf(0)]).toEqual([null, 0]);
    expect([book.numberOf("b"), book.frequencyOf(1)]).toEqual([1, 1]);
    expect([...book.add(["c", "a"])]).toEqual([2, 0]);
    expect([book.numberOf("a"), book.frequencyOf(0)]).toEqual([0, 1]);
  });

  it("knows nothing of what was never there", () => {
    const book = new TermBook();
    expect([book.numberOf("a"), book.numberOf("toString"), book.frequencyOf(7)]).toEqual([null, null, 0]);
    expect([...book.add([])]).toEqual([]);
  });
});
