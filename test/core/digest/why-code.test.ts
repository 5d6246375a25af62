import { expect, test } from "vitest";
import { readWhyCode, whyCode, type DigestWhy } from "../../../src/core/digest/why-code.ts";

test.each<[string, DigestWhy]>([
  ["news 3/12", { type: "news", matched: 3, of: 12 }],
  ["noNews", { type: "noNews" }],
  ["noMatch 12", { type: "noMatch", of: 12 }],
])("%s is written and read", (code, why) => {
  expect(whyCode(why)).toBe(code);
  expect(readWhyCode(code)).toEqual(why);
});

test("what cannot be searched is told without its words", () => {
  expect(whyCode({ type: "unreadable", mistake: "No outlet is called “secret”." })).toBe("unreadable");
  expect(readWhyCode("unreadable")).toEqual({ type: "unreadable", mistake: "" });
});

test.each([
  "",
  "missed",
  "news",
  "news 3",
  "news -1/2",
  "news 3/12 more",
  "noMatch",
  "noMatch x",
  "gone: news 1/2",
])("%j is no code", (text) => expect(readWhyCode(text)).toBeNull());
