import { expect, test } from "vitest";
import { Vocabulary } from "../../../src/core/search/vocabulary.ts";

const vocabulary = new Vocabulary();
for (const word of ["pyongyang", "sanctions", "sanction", "talks", "talks", "tanks", "hanoi", "한반도"])
  vocabulary.add(word);

test.each([
  ["pyonyang", "pyongyang"],
  ["pyongyagn", "pyongyang"],
  ["sancitons", "sanctions"],
  ["hanoy", "hanoi"],
  ["tasks", "talks"],
])("%s is %s", (typed, meant) => expect(vocabulary.nearest(typed)).toBe(meant));

test.each(["hxnxi", "abc", "xylophone", "kyongyang", "", "x".repeat(5_000)])("%j is like no word", (typed) =>
  expect(vocabulary.nearest(typed)).toBeNull(),
);
