import { describe, expect, it } from "vitest";
import { escapeLine, escapeStart, escapeText, maskedLink } from "../../src/discord/escape.ts";

const raw = String.raw;

describe("escapeText", () => {
  it.each([
    ["plain words, 3 – 4 (five)! #6 & 7 > 8", "plain words, 3 – 4 (five)! #6 & 7 > 8"],
    ["*a* **b** _c_ __d__", raw`\*a\* \*\*b\*\* \_c\_ \_\_d\_\_`],
    ["~~a~~ ~b ~~~", raw`\~\~a\~\~ ~b \~\~\~`],
    ["||a|| |b", raw`\|\|a\|\| |b`],
    ["`a` ```b```", "\\`a\\` \\`\\`\\`b\\`\\`\\`"],
    [
      "<@1> <@&2> <#3> <t:4:R> <:a:5> </x:6> <id:browse>",
      raw`\<@1> \<@&2> \<#3> \<t\:4:R> \<\:a\:5> \</x\:6> \<id\:browse>`,
    ],
    ["@everyone @here a@b.example @ever", raw`\@everyone \@here a@b.example @ever`],
    ["[a](https://b.example)", raw`\[a]\(https\://b.example)`],
    ["see 2](https://b.example)", raw`see 2]\(https\://b.example)`],
    ["discord://x mailto:a@b.example", raw`discord\://x mailto\:a@b.example`],
    [":fire: x:100: :+1: 12:30 a: b", raw`\:fire: x\:100: \:+1: 12:30 a: b`],
    [raw`¯\_(ツ)_/¯ \* C:\dir`, raw`¯\\\_(ツ)\_/¯ \\\* C\:\\dir`],
    ["a\u202Eb\u200Bc\uD83D", raw`a\\u{202e}b\\u{200b}c\\u{d83d}`],
    ["김정은 — 習近平 👩‍👩‍👧", "김정은 — 習近平 👩‍👩‍👧"],
  ])("makes %j say itself", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it("takes linear time on text made against it", () => {
    for (const unit of [":", "a:", "~", "|", "@", "\\", ":a", "<", "[]("]) {
      const hostile = unit.repeat(200_000);
      expect(escapeText(hostile).length).toBeGreaterThanOrEqual(hostile.length);
    }
  });
});

describe("escapeLine", () => {
  it("keeps text on one line", () => {
    expect(escapeLine("a \n\n > b\n*c*")).toBe(raw`a > b \*c\*`);
  });
});

describe("escapeStart", () => {
  it.each([
    ["# a", raw`\# a`],
    ["### a", raw`\### a`],
    ["-# a", raw`\-# a`],
    ["- a", raw`\- a`],
    ["+ a", raw`\+ a`],
    ["> a", raw`\> a`],
    [">>> a", raw`\>>> a`],
    ["  - a", raw`  \- a`],
    ["12. a", raw`12\. a`],
    ["12) a", raw`12\) a`],
    ["12.", raw`12\.`],
    ["12.5 a", "12.5 a"],
    ["2018 a", "2018 a"],
    ["a - b", "a - b"],
    ["", ""],
  ])("makes the line %j begin with nothing but its words", (line, escaped) => {
    expect(escapeStart(line)).toBe(escaped);
  });
});

describe("maskedLink", () => {
  it.each([
    ["a.example", "https://a.example/b?c=d#e", "[a.example](https://a.example/b?c=d#e)"],
    ["a.example:8080", "http://a.example:8080", raw`[a.example\:8080](http://a.example:8080/)`],
    [
      "a.example",
      "https://a.example/(b)_[c]*~`|@<>\\",
      "[a.example](https://a.example/%28b%29%5F%5Bc%5D%2A%7E%60%7C%40%3C%3E/)",
    ],
    ["a.example", "https://a.example/한", "[a.example](https://a.example/%ED%95%9C)"],
    ["](x) *b*", "https://a.example", raw`[\]\(x) \*b\*](https://a.example/)`],
    // What cannot be written safely is shown without the address.
    ["a_b", "https://someone@a.example/", raw`a\_b`],
    ["[::1]", "https://[::1]/", raw`\[::1]`],
  ])("links %j to %j", (text, url, link) => {
    expect(maskedLink(text, url)).toBe(link);
  });
});
