import { describe, expect, it } from "vitest";
import { clip, costOf, echo } from "../../src/core/budget.ts";
import { makeVersion } from "../../src/core/document.ts";
import { excerptOf } from "../../src/core/excerpt.ts";
import { code, note, text, type Span } from "../../src/core/reply.ts";

describe("clip", () => {
  it("leaves what is short enough", () => {
    expect(clip("abcde", 5)).toBe("abcde");
    expect(clip("", 5)).toBe("");
  });

  it("cuts between characters that a person sees, with … inside the limit", () => {
    expect(clip("abcdef", 5)).toBe("abcd…");
    expect(clip("ab cdef", 4)).toBe("ab…");
    expect(clip("🇰🇷🇰🇵🇨🇳", 9)).toBe("🇰🇷🇰🇵…");
    expect(clip("🇰🇷🇰🇵🇨🇳", 8)).toBe("🇰🇷…");
    expect(clip("👩‍👩‍👧 and more", 5)).toBe("…");
  });

  it("is quick to find that a first character has no end", () => {
    expect(clip(`a${"\u0301".repeat(1_000_000)}`, 100)).toBe("…");
  });
});

describe("echo", () => {
  it("repeats at most 120 units", () => {
    expect(echo("x".repeat(120))).toBe("x".repeat(120));
    expect(echo("x".repeat(121))).toBe(`${"x".repeat(119)}…`);
  });
});

describe("costOf", () => {
  const link: Span = { type: "link", text: "host", url: "https://host/" };

  it("counts words, twice what may be markup, the marks of each span and of the block", () => {
    expect(costOf(note("words"))).toBe(5 + 4 + 4);
    expect(costOf(note("*a_b*"))).toBe(8 + 4 + 4);
    expect(costOf({ type: "heading", spans: [text("ab"), code("cd")] })).toBe(6 + 6 + 4);
    const moment: Span = { type: "moment", at: 0, text: "1970" };
    expect(costOf({ type: "text", spans: [moment] })).toBe(40 + 4 + 4);
    expect(costOf({ type: "text", spans: [{ type: "channel", id: "1", text: "*".repeat(30) }] })).toBe(68);
    expect(costOf({ type: "text", spans: [link] })).toBe(4 + 13 + 4 + 4);
    expect(costOf({ type: "list", items: [[text("ab")], [text("cd"), text("ef")]] })).toBe(10 + 16);
  });

  it("counts the words, highlights, lines and citation of a quote", () => {
    const version = makeVersion("doc", "a*b\nc");
    const excerpt = excerptOf(version, 0, 5, [{ start: 0, end: 1 }]);
    const quote = { type: "quote", excerpt, citation: [text("by")], actions: [] } as const;
    expect(costOf(quote)).toBe(6 + 4 + 9 + 6);
  });
});
