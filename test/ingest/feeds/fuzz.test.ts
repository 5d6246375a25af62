import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { dayOf } from "../../../src/ingest/feeds/item-date.ts";
import { fragmentText } from "../../../src/ingest/feeds/item-text.ts";
import { spaced } from "../../../src/ingest/space.ts";

const TAGS =
  "p div b i br span li ul h2 table tr td blockquote figure figcaption aside script style a img pre section".split(
    " ",
  );
const fragment = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="share">`, `<${tag} hidden>`]),
    ),
    fc.constantFrom(
      "words ",
      "more\n",
      "&amp;",
      "&nbsp;",
      "&lt;b&gt;",
      "“",
      "한국",
      "\u200b",
      "　",
      "<",
      "&",
      "<!-- x -->",
    ),
    fc.string({ maxLength: 12, unit: "grapheme" }),
  ),
  { maxLength: 40 },
);

test("every paragraph and caption of a fragment is a run of its text", () => {
  const bare = (text: string) => text.replace(/\s+/gu, "");
  fc.assert(
    fc.property(fragment, (pieces) => {
      const html = pieces.join("");
      const read = fragmentText(html);
      const { document } = parseHTML(`<html><body>${html}</body></html>`);
      // Scripts and styles are nobody's words, and may stand in the middle of a sentence.
      for (const element of document.querySelectorAll("script, style")) element.remove();
      const text = bare(document.body.textContent ?? "");
      for (const words of [...(read?.paragraphs ?? []), ...(read?.captions ?? [])]) {
        expect(words).toBe(spaced(words));
        expect(text).toContain(bare(words));
      }
    }),
    { numRuns: 3_000, interruptAfterTimeLimit: 15_000 },
  );
});

test("a date is a day or nothing", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Za-z ,:.+年월일/-]{0,40}$/u), (text) => {
      expect(dayOf(text) ?? "2026").toMatch(/^\d{4}(?:-\d\d){0,2}$/u);
    }),
    { numRuns: 3_000 },
  );
});
