import { describe, expect, it } from "vitest";
import { isWordless, partsOf, quotationIn, quoteFrom } from "../../../src/core/check/quote-text.ts";

describe("a quote", () => {
  it.each([
    ["“We will not go.”", "We will not go."],
    [' "We will not go." ', "We will not go."],
    ["「우리는 가지 않는다」", "우리는 가지 않는다"],
    ["> We will\n> not go.", "We will\nnot go."],
    ["'“We will” not go'", "We will” not go"],
    ["We “will” not go.", "We “will” not go."],
    ["> 5 degrees of frost", "> 5 degrees of frost"],
    [">$5 was paid", ">$5 was paid"],
    ["He is 5′ 10″", "He is 5′ 10″"],
  ])("%j is checked as %j", (given, text) => expect(quoteFrom(given).text).toBe(text));

  it.each([
    ["", true], ["…", true], ["😀 ❗", true], ["\u200B", true], ["“”", true], ["a", false], ["2018", false], ["한", false],
  ] as const)("%j has no words: %s", (given, wordless) => expect(isWordless(quoteFrom(given))).toBe(wordless)); // prettier-ignore

  it.each([
    ["new path", true], ["a new path", false], ["핵무기", true], ["완전한 비핵화", false], ["半岛无核", true], ["半岛无核化进", false],
  ] as const)("%j is short: %s", (given, short) => expect(quoteFrom(given).short).toBe(short)); // prettier-ignore
});

describe("the parts between ellipses", () => {
  it.each([
    ["a b … c d", ["a b", "c d"]],
    ["a b... c d", ["a b", "c d"]],
    ["a b. . . . c d", ["a b", "c d"]],
    ["a b […] c d [...] e", ["a b", "c d", "e"]],
    ["a b (…) c d", ["a b", "c d"]],
    ["双方……会谈", ["双方", "会谈"]],
    ["… a b …", ["a b"]],
    ["a (b… c) d", ["a (b", "c) d"]],
    ["a. b. c", ["a. b. c"]],
    ["…", []],
  ])("%j", (given, parts) => expect(partsOf(quoteFrom(given)).map(({ text }) => text)).toEqual(parts));
});

describe("the quotation in a text", () => {
  it.each([
    ["Did he say “we will not go” in May?", "we will not go"],
    ['Kim: "We will not go," he said.', "We will not go,"],
    ["정말 “우리는 가지 않는다”고 했나요?", "우리는 가지 않는다"],
    ["他说「我们不会同意制裁」吗", "我们不会同意制裁"],
    ["The «new way» and ‘a way we don’t know’", "a way we don’t know"],
    ["“we will not go” ‘yes’ said", "we will not go"],
  ])("%j", (text, quotation) => expect(quotationIn(text)?.text).toBe(quotation));

  it.each([
    ["the whole text", "“We will not go”"],
    ["too short", "He spoke of a “new path” again"],
    ["several", "“We will not go” and “we will not stay”"],
    ["none", "We will not go"],
    ["never closed", "He said “we will not go"],
  ])("is none: %s", (_, text) => expect(quotationIn(text)).toBe(null));
});
