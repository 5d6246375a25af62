import { describe, expect, it } from "vitest";
import { normaliseBody } from "../../src/core/document.ts";
import { PASSAGE_MAX, isHeading, paragraphAround, paragraphsOf, passagesOf } from "../../src/core/passage.ts";
import { documentOf, entryOf } from "./samples.ts";

function passages(body: string, given: Parameters<typeof documentOf>[0] = {}): string[] {
  const { document, version } = entryOf(body, given);
  return passagesOf(document, version).map(({ start, end }) => version.body.slice(start, end));
}

describe("paragraphsOf", () => {
  it("finds the runs between blank lines without white space at their ends", () => {
    const body = normaliseBody("  One\nline.\n\nTwo.\n\n\u3000Three. ");
    expect(paragraphsOf(body).map(({ start, end }) => body.slice(start, end))).toEqual([
      "One\nline.",
      "Two.",
      "Three.",
    ]);
    expect(paragraphsOf("")).toEqual([]);
  });
});

describe("paragraphAround", () => {
  const body = "One.\n\nTwo.";

  it("gives the paragraph that holds a run", () => {
    expect(paragraphAround(body, { start: 1, end: 3 })).toEqual({ start: 0, end: 4 });
    expect(paragraphAround(body, { start: 6, end: 10 })).toEqual({ start: 6, end: 10 });
  });

  it("gives null for a run across paragraphs and for one between them", () => {
    expect(paragraphAround(body, { start: 1, end: 7 })).toBeNull();
    expect(paragraphAround(body, { start: 4, end: 5 })).toBeNull();
    expect(paragraphAround(body, { start: 5, end: 7 })).toBeNull();
  });
});

describe("isHeading", () => {
  const briefing = documentOf({ kind: "briefing", outletId: "korea-desk" });

  it("is true of a line of a briefing that begins with two number signs", () => {
    expect(isHeading(briefing, "## What is agreed")).toBe(true);
    expect(isHeading(briefing, `## ${"x".repeat(197)}`)).toBe(true);
  });

  it("is false of what an author wrote, of other marks, of a text below a heading, of a long paragraph", () => {
    expect(isHeading(documentOf({ kind: "news" }), "## What is agreed")).toBe(false);
    expect(isHeading(documentOf({ kind: "briefing" }), "## What is agreed")).toBe(false);
    expect(isHeading(briefing, "### What is agreed")).toBe(false);
    expect(isHeading(briefing, "##What")).toBe(false);
    expect(isHeading(briefing, "## What\nThis is.")).toBe(false);
    expect(isHeading(briefing, `## ${"x".repeat(198)}`)).toBe(false);
  });
});

describe("passagesOf", () => {
  it("gives ordinary paragraphs whole, short ones too, with the id and hash of the version", () => {
    const { document, version } = entryOf("Yes.\n\nA longer one. It has two sentences.");
    expect(passagesOf(document, version)).toEqual([
      { documentId: "doc", sha256: version.sha256, start: 0, end: 4 },
      { documentId: "doc", sha256: version.sha256, start: 6, end: 41 },
    ]);
  });

  it("leaves the headings of a briefing out, and only those", () => {
    const body = "## Heading\n\nText.\n\n## Last\nwith text";
    expect(passages(body, { kind: "briefing", outletId: "korea-desk" })).toEqual([
      "Text.",
      "## Last\nwith text",
    ]);
    expect(passages(body, { kind: "news" })).toEqual(["## Heading", "Text.", "## Last\nwith text"]);
  });

  it("splits a long paragraph between sentences, each part as long as it may be", () => {
    const sentence = `The ${"word ".repeat(78)}ends.`;
    const found = passages(Array.from({ length: 7 }, () => sentence).join(" "));
    expect(sentence).toHaveLength(399);
    expect(found).toEqual([
      [sentence, sentence, sentence].join(" "),
      [sentence, sentence, sentence].join(" "),
      sentence,
    ]);
  });

  it("keeps a paragraph of exactly the greatest length whole", () => {
    const whole = `${"a. ".repeat(399)}abc`;
    expect(whole).toHaveLength(PASSAGE_MAX);
    expect(passages(whole)).toEqual([whole]);
  });

  it("splits a sentence that is longer than a passage between words", () => {
    const found = passages("abcd ".repeat(500));
    expect(found.map((passage) => passage.length)).toEqual([1_199, 1_194, 104]);
    expect(found.join(" ")).toBe("abcd ".repeat(500).trim());
  });

  it("splits what has no spaces between graphemes", () => {
    const family = "👩‍👩‍👧";
    const found = passages(family.repeat(300));
    expect(found.join("")).toBe(family.repeat(300));
    expect(found.map((passage) => passage.length % family.length)).toEqual([0, 0]);
  });

  it("does not tear a space from the accent that it carries", () => {
    const words = `${"x".repeat(900)} \u0301`;
    expect(passages(words.repeat(2))).toEqual(["x".repeat(900), ` \u0301${"x".repeat(900)} \u0301`]);
  });

  it("leaves out a grapheme that is longer than a passage, and keeps what stands around it", () => {
    const giant = `o${"\u0323".repeat(2_000)}`;
    expect(passages(`before ${giant}after`)).toEqual(["before", "after"]);
  });
});
