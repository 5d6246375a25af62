import { describe, expect, test } from "vitest";
import { fragmentText, plainLine } from "../../../src/ingest/feeds/item-text.ts";

const paragraphs = (html: string) => fragmentText(html)!.paragraphs;

describe("paragraphs of a fragment", () => {
  const cases: [string, string, string[]][] = [
    ["blocks", "<p>One.</p>\n<div>Two.<p>Three.</p>Four.</div>", ["One.", "Two.", "Three.", "Four."]],
    [
      "inline elements add no space",
      "<p>de<b>nuclear</b>isation, <i>he</i> said</p>",
      ["denuclearisation, he said"],
    ],
    [
      "two line breaks part, one is a space",
      "One<br>goes on.<br/><br>\nTwo.<br> <br> <br>Three.",
      ["One goes on.", "Two.", "Three."],
    ],
    [
      "entities are decoded, odd characters stay",
      "<p>&ldquo;A&nbsp;&amp; B&rdquo; &#8212; ｗ​x　y</p>",
      ["“A & B” — ｗ​x y"],
    ],
    ["rows of a table", "<table><tr><td>1</td><td>two</td></tr><tr><th>3</th></tr></table>", ["1 two", "3"]],
    ["lists and headings", "<h3>Part</h3><ul><li>a<li>b</ul>", ["Part", "a", "b"]],
    [
      "what nobody sees",
      '<p>a</p><script>x()</script><style>p{}</style><p hidden>b</p><p style="display: none">c</p><template><p>d</p></template>',
      ["a"],
    ],
    [
      "boxes of the site",
      '<p>a</p><div class="sharedaddy"><p>Share this</p></div><aside>b</aside><div class="wp related-posts">c</div>',
      ["a"],
    ],
    ["words about boxes", '<p class="shareholders">Share prices fell.</p>', ["Share prices fell."]],
    ["words without markup", "One\ngoes on &amp; on.\n\nTwo.", ["One goes on & on.", "Two."]],
    ["nothing", " <p>&nbsp;</p> ", []],
  ];
  test.each(cases)("%s", (_, html, expected) => expect(paragraphs(html)).toEqual(expected));

  test("captions stand apart", () => {
    const html =
      "<p>a</p><figure><img><figcaption>The <i>bridge</i>. Photo: X</figcaption></figure>" +
      '<div class="wp-caption"><img><p class="wp-caption-text">The river</p></div><p>b</p>';
    expect(fragmentText(html)).toEqual({
      paragraphs: ["a", "b"],
      captions: ["The bridge . Photo: X".replace(" .", "."), "The river"],
    });
  });

  test("a caption is one, whatever is in it", () => {
    const html =
      "<p>a</p><figure><figcaption><p>The<br>bridge</p><script>x</script><div>Photo: X</div></figcaption></figure>b";
    expect(fragmentText(html)).toEqual({ paragraphs: ["a", "b"], captions: ["The bridge Photo: X"] });
    expect(
      fragmentText("<figcaption>The bridge<figcaption>Photo: X</figcaption></figcaption>")!.captions,
    ).toEqual(["The bridge Photo: X"]);
  });

  test("a picture in its own tag is no trap", () => {
    expect(paragraphs(`<p>a</p><img src="data:image/png;base64,${"A".repeat(200_000)}"><p>b</p>`)).toEqual([
      "a",
      "b",
    ]);
  });

  test("a nest is not read", () => {
    expect(fragmentText("<div>".repeat(100_000))).toBeNull();
    expect(paragraphs("<p>a".repeat(1_000))).toHaveLength(1_000);
  });
});

test("a line of markup is a line of words", () => {
  expect(plainLine("A <b>b</b> &amp; c")).toBe("A b & c");
  expect(plainLine("North <-> South, AT&T")).toBe("North <-> South, AT&T");
});
