import { describe, expect, it } from "vitest";
import { HostilePageError } from "../../../src/ingest/html/hostile-page-error.ts";
import { EN, article, read } from "./sample.ts";

const refusalOf = (html: string): HostilePageError => {
  try {
    read(html);
  } catch (error) {
    if (error instanceof HostilePageError) return error;
    throw error;
  }
  throw new Error("the page was read");
};

describe("pages made to exhaust their readers", () => {
  it.each([
    ["100,000 levels", "<b>".repeat(100_000), "elements nested more than 512 levels deep"],
    [
      "levels that an attribute hides",
      `<p a=b="> ${"<div>".repeat(600)}`,
      "elements nested more than 512 levels deep",
    ],
    ["60,000 paragraphs without ends", "<p>Words, and more. ".repeat(60_000), "more than 40,000 elements"],
    ["millions of elements", "<b></b>".repeat(1_000_000), "more than 40,000 elements"],
    ["millions of entities", "&#x41;".repeat(1_000_000), "more than 200,000 entities"],
    ["millions of stray marks", "<".repeat(3_000_000), "more than 200,000 marks without a tag"],
  ])("are refused with a reason and a remedy: %s", (_name, html, message) => {
    expect(refusalOf(html)).toMatchObject({ message, remedy: "Save the article alone as plain text" });
  });

  it.each([
    ["a class of a megabyte", `<p class="${"a ".repeat(500_000)}" id=${"x".repeat(1_000_000)}>x</p>`],
    ["100,000 attributes", `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(" ")}>x</p>`],
    ["NUL bytes", "\0".repeat(1_000_000)],
    ["a megabyte of brackets", `<p>${"(".repeat(1_000_000)}</p>`],
    ["end tags without a start", "</b>".repeat(300_000)],
    [
      "JSON-LD of three megabytes",
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "x".repeat(3_000_000) })}</script>`,
    ],
    ["JSON-LD that is all brackets", `<script type="application/ld+json">${"[".repeat(200_000)}</script>`],
    [
      "JSON-LD without end",
      `<script type="application/ld+json">${'{"@graph":'.repeat(10_000)}1${"}".repeat(10_000)}</script>`,
    ],
    ["500 levels of boxes", '<div class="breadcrumb">'.repeat(500)],
  ])("are read all the same where that costs little: %s", (_name, markup) => {
    expect(read(article({ below: markup })).paragraphs.slice(0, 3)).toEqual(EN);
  });

  it.each([
    "<!--",
    "<script>",
    "<style>",
    "<textarea>",
    '<p class="',
    "<p a='",
    "<",
    "</",
    "<svg>",
    "<title>",
  ])("end at what is not closed: %s", (open) => {
    expect(read(article() + open + "<p>x</p>".repeat(3)).paragraphs.slice(0, 3)).toEqual(EN);
  });

  it("is read to the depth that browsers keep", () => {
    expect(read("<div>".repeat(500) + article()).paragraphs).toEqual(EN);
  });
});
