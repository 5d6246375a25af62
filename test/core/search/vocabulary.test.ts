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

test.each<[string, number, string[]]>([
  ["san", 9, ["sanction", "sanctions"]],
  ["ta", 9, []],
  ["tal", 9, ["talks"]],
  ["tan", 0, []],
  ["한", 9, []],
  ["한반", 9, ["한반도"]],
  ["xyz", 9, []],
  ["zzz", 9, []],
  ["", 9, []],
])("%j is completed, at most %d times, as %j", (prefix, limit, words) =>
  expect(vocabulary.complete(prefix, limit)).toEqual(words),
);

test("completions come most frequent first, and know words that were added since", () => {
  const growing = new Vocabulary();
  for (const word of ["summit", "summons", "summons", "summary"]) growing.add(word);
  expect(growing.complete("sum", 2)).toEqual(["summons", "summary"]);
  for (const word of ["summary", "summary", "sumo"]) growing.add(word);
  expect(growing.complete("sum", 9)).toEqual(["summary", "summons", "summit", "sumo"]);
  // What has digits in it, or is short, is no word to be completed.
  for (const word of ["sum2018", "su"]) growing.add(word);
  expect(growing.complete("sum", 9)).toHaveLength(4);
});
