import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { FeedError } from "../../../src/ingest/feeds/feed-error.ts";
import { dayOf } from "../../../src/ingest/feeds/item-date.ts";
import { fragmentText } from "../../../src/ingest/feeds/item-text.ts";
import { readFeed, type FeedItem } from "../../../src/ingest/feeds/read-feed.ts";
import { spaced } from "../../../src/ingest/space.ts";
import { articlesOf } from "../../journeys/feeds/articles.ts";
import { atom, json, rdf, rss } from "../../journeys/feeds/formats.ts";

const START = Date.UTC(2026, 5, 1);
const WRITTEN = { origin: "https://news.example.com", title: "News", now: START + 7 * 86_400_000 };
const ARTICLES = articlesOf({ feed: "01", start: START }).slice(0, 4);
const SAMPLES = [rss, atom, rdf, json].map((write) => write(ARTICLES, WRITTEN));

/** What a mutation puts into a feed. */
const PIECES =
  `< > & " ' [ ] { } / \\ <![CDATA[ ]]> <!-- --> <!DOCTYPE <!ENTITY &#0; &#x110000; &amp;amp; <item> </item> </channel>
   <title/> <link> <content:encoded> __proto__ constructor <entry> xml:base="::" <p> <br><br> <figure> <figcaption> null 1e999`
    .split(/\s+/u)
    .concat(["\u0000", "\u00a0", "\u200b", "\ufeff", "\ud800", "<div hidden>", "9".repeat(400)]);
const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(80),
    piece: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The items of a feed; none of one that is refused as it should be. */
function itemsOf(text: string): FeedItem[] {
  try {
    return readFeed(text, "https://news.example.com/feed").items;
  } catch (error) {
    if (error instanceof FeedError && error.message !== "") return [];
    throw error;
  }
}

test("a mutated feed is read, or refused in words", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), mutations, (sample, changes) => {
      let text = sample;
      for (const { at, cut, piece } of changes) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + piece + text.slice(start + cut);
      }
      const items = itemsOf(text);
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      for (const { url, date } of items) {
        expect(url ?? "https:").toMatch(/^https?:/u);
        expect(date ?? "2026").toMatch(/^\d{4}(?:-\d\d){0,2}$/u);
      }
    }),
    { numRuns: 3_000, interruptAfterTimeLimit: 15_000 },
  );
});

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
