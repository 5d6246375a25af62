import { expect, it } from "vitest";
import { readPage } from "../../../src/ingest/html/read-page.ts";
import { strangersIn, wordsOfPage } from "../runs.ts";
import { decoded, fixturesIn, outlets } from "./pages.ts";

const pages = fixturesIn("")
  .filter(({ ending }) => ending === "html")
  .map(({ name, bytes }) => ({ name, html: decoded(bytes) }));

it.each(pages)("every paragraph, caption and title of $name is a run of its text", ({ html }) => {
  expect(strangersIn(readPage(html, { address: null, outlets }), wordsOfPage(html))).toEqual([]);
});
