import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HostilePageError } from "../../../src/ingest/html/hostile-page-error.ts";
import { readPage } from "../../../src/ingest/html/read-page.ts";
import { changed, changes, strangersIn } from "./broken-pages.ts";
import { decoded, fixturesIn, outlets } from "./pages.ts";

const pages = fixturesIn("")
  .filter(({ ending }) => ending === "html")
  .map(({ bytes }) => decoded(bytes));

function strangers(html: string): string[] {
  return strangersIn(readPage(html, { address: null, outlets }), html);
}

describe("every paragraph, caption and title is a run of the page's text", () => {
  it.each(pages.map((html, index) => ({ html, index })))("on page $index as it is", ({ html }) => {
    expect(strangers(html)).toEqual([]);
  });

  it("on broken pages", () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), changes, (index, breakages) => {
        let found: string[] = [];
        try {
          found = strangers(changed(pages[index]!, breakages));
        } catch (error) {
          if (!(error instanceof HostilePageError)) throw error;
        }
        expect(found).toEqual([]);
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 150) },
    );
  });
});
