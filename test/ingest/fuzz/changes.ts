import fc from "fast-check";

/** One thing done to a text or to bytes, at a part of their length. */
export interface Change {
  /** From 0 up to 1. */
  at: number;
  length: number;
  kind: "insert" | "delete" | "double" | "replace";
  piece: string;
}

/** What pages, feeds and metadata are made of, in the wrong place. */
const PIECES = [
  ..."<b> </b> <p> </p> <div> </div> </article> <br><br> <br> <!-- --> <script> </script> <table><tr><td> </table>".split(" "),
  ..."<figure> <figcaption> &amp; &amp;amp; &nbsp; &#x200b; &#0; &#x110000; &lt;b&gt; <h1> </h1> <li> </a> <title> </title>".split(" "),
  ..."<![CDATA[ ]]> <!DOCTYPE <!ENTITY <item> </item> </channel> <title/> <link> <entry> <content:encoded> <textarea>".split(" "),
  ..."__proto__ constructor null 1e999 [ ] { } \\ \" ' < > = & # : * ! | % @ ` ~ --- ... \\ud800 \\u0000".split(" "),
  "<span hidden>x</span>", '<i style="display:none">y</i>', "<noscript>n</noscript>", "<svg><text>s</text></svg>",
  "<template>t</template>", '<a href="/x">', "<button>Share</button>", '<div class="', '">', '<span class="caption">c</span>',
  '<p class="byline">By Jane Doe</p>', '<link rel="canonical" href="https://www.nytimes.com/x">', '<base href="//x.example/">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"', '"}</script>', 'xml:base="::"', "\n---\n", "\ntitle: x\n",
  "\n- ", "\n\n", ": ", " #", "? ", "&a ", "*a ", "!!js/function ", "<<: ", "\0", "\u00a0", "\u00ad", "\u0301".repeat(70), "\u200b", "\u202e",
  "\u3000", "\ufeff", "\ud800", "\u1100\u1161", "“", "한국", "中文", "👩‍👩‍👧", "입력 2019.01.09 07:31", "By John Roe", "9".repeat(400), "[".repeat(300),
  "<div>".repeat(600), " ".repeat(500), "a".repeat(3_000),
]; // prettier-ignore

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(2_000)),
  kind: fc.constantFrom("insert", "delete", "double", "replace"),
  piece: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: "binary" }) },
  ),
});

/** A few changes, or none. */
export const changes = fc.oneof(
  fc.array(change, { maxLength: 2, size: "max" }),
  fc.array(change, { maxLength: 12, size: "max" }),
);

/** The text after the changes, one after the other. */
export function changed(given: string, all: readonly Change[]): string {
  let text = given;
  for (const { at, length, kind, piece } of all) {
    const start = Math.floor(at * text.length);
    const [head, tail] = [text.slice(0, start), text.slice(start + length)];
    if (kind === "insert") text = head + piece + text.slice(start);
    else if (kind === "delete") text = head + tail;
    else if (kind === "replace") text = head + piece + tail;
    // Twice what stands there, with something between.
    else text = text.slice(0, start + length) + piece + text.slice(start);
  }
  return text;
}

/** A byte here and there that is another one, missing or too many. */
export const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    cut: fc.nat(2),
    bytes: fc.uint8Array({ maxLength: 3 }),
  }),
  { maxLength: 4 },
);

/** The bytes with the damage done. */
export function damaged(
  given: Uint8Array,
  all: readonly { at: number; cut: number; bytes: Uint8Array }[],
): Uint8Array {
  let whole = given;
  for (const { at, cut, bytes } of all) {
    const start = Math.floor(at * whole.length);
    whole = Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start + cut)]);
  }
  return whole;
}
