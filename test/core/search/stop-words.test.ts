import { eng } from "stopword";
import { expect, test } from "vitest";
import { FUNCTION_WORDS, STOP_WORDS } from "../../../src/core/search/stop-words.ts";

test("stop words are those of the list, in lower case", () => {
  expect([...STOP_WORDS]).toEqual([...new Set(eng)]);
  expect([...FUNCTION_WORDS].filter((word) => word !== word.toLowerCase() || /\s/u.test(word))).toEqual([]);
});

test("every stop word is a function word, and function words are more", () => {
  expect([...STOP_WORDS].filter((word) => !FUNCTION_WORDS.has(word))).toEqual([]);
  expect(["whether", "until", "please", "whom"].filter((word) => !FUNCTION_WORDS.has(word))).toEqual([]);
});

test.each("new six first second north south war peace talks un kim thaad".split(" "))(
  "“%s” is no function word",
  (word) => expect(FUNCTION_WORDS.has(word)).toBe(false),
);
