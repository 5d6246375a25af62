import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeFallback, unescapeTyped } from "../../src/slack/escape.ts";

describe("the line that stands in for the blocks", () => {
  it("shows the three characters that Slack reads as markup, and what hides", () => {
    expect(escapeFallback("<!channel> & <@U1> <https://a.example|b>")).toBe(
      "&lt;!channel&gt; &amp; &lt;@U1&gt; &lt;https://a.example|b&gt;",
    );
    expect(escapeFallback("a\u202Eb &lt;")).toBe(String.raw`a\u{202e}b &amp;lt;`);
  });

  it("has no such character left, and comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", "lt;", "amp;", "a", " ") }), (text) => {
        expect(escapeFallback(text)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
        expect(unescapeTyped(escapeFallback(text))).toBe(text);
      }),
    );
  });
});

describe("what a person typed", () => {
  it("comes with entities for three characters, and no others", () => {
    expect(unescapeTyped("a &lt;b&gt; &amp;amp; &quot;c&quot;")).toBe("a <b> &amp; &quot;c&quot;");
  });
});
