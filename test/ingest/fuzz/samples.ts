import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { articlesOf } from "../../journeys/feeds/articles.ts";
import { atom, json, rdf, rss } from "../../journeys/feeds/formats.ts";
import { decoded, fixturesIn } from "../html/pages.ts";

/** A text that is whole before anything is done to it. */
export interface Sample {
  name: string;
  text: string;
  /** Where the words are, from and up to, that can be changed without breaking what they stand in. */
  inner?: readonly [number, number];
}

const SEEDS = fileURLToPath(new URL("../../../../shared/seeds", import.meta.url));
const START = Date.UTC(2026, 5, 1);
const ORIGIN = "https://news.example.com";

const fixtures = fixturesIn("");
const articles = fixtures.map(({ name, ending, bytes }) => ({
  name: `${name}.${ending}`,
  isPage: ending === "html",
  text: decoded(bytes, ending === "html" ? "html" : "text"),
}));

/** The test pages in HTML. */
export const pages: readonly Sample[] = articles.filter(({ isPage }) => isPage);

/** Pages saved as text: the test pages, and the two texts that everything began with, where they are. */
export const texts: readonly Sample[] = [
  ...articles.filter(({ isPage }) => !isPage),
  ...(existsSync(SEEDS) ? readdirSync(SEEDS) : []).map((name) => ({
    name,
    text: readFileSync(`${SEEDS}/${name}`, "utf8"),
  })),
];

/** Feeds in each format, in English and in Korean. */
export const feeds: readonly Sample[] = [false, true].flatMap((isKorean) => {
  const some = articlesOf({ feed: "01", start: START, isKorean }).slice(0, 4);
  const written = { origin: ORIGIN, title: "News", now: START + 7 * 86_400_000 };
  return [rss, atom, rdf, json].map((write) => ({
    name: `${write.name}${isKorean ? "-ko" : ""}`,
    ...withInner(
      write(some, written),
      /<content type="html">|"content_html":"|<!\[CDATA\[/u,
      /<\/content>|","|\]\]>/u,
    ),
  }));
});

/** Document files made of what must come out of the test pages. */
export const documentFiles: readonly Sample[] = fixtures.map(({ name, expected }) => {
  const { title, author, date, url, kind, language, captions, paragraphs } = expected;
  const front = Object.entries({ title, author, date, url, kind, language, captions })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const text = `---\n${front.join("")}---\n\n${paragraphs.join("\n\n")}\n`;
  return { name: `${name}.md`, ...withInner(text, /\n---\n/u, /$/u) };
});

function withInner(text: string, opens: RegExp, closes: RegExp): Omit<Sample, "name"> {
  const open = opens.exec(text)!;
  const start = open.index + open[0].length;
  return { text, inner: [start, start + closes.exec(text.slice(start))!.index] };
}
