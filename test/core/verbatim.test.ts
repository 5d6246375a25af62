import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderReply } from "../../src/console/render.ts";
import { visible } from "../../src/core/visible.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import { KINDS, type Document, type Entry } from "../../src/core/document.ts";
import { excerptId, verifyExcerpt, type Excerpt } from "../../src/core/excerpt.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Reply } from "../../src/core/reply.ts";
import { search } from "../../src/core/search/search.ts";
import { asReply, entryOf, libraryOf, openDeskOver } from "./samples.ts";

const WORDS = [
  "summit",
  "Kim",
  "U.S.",
  "2,397",
  "비핵화",
  "정상회담에서",
  "무핵화",
  "无核化",
  "首脑会谈",
  "キム",
  "é",
];
const ODD = [
  "👩‍👩‍👧‍👦", "🇰🇷🇰🇵", "1️⃣", "e\u0301\u0323", "a\u0300".repeat(40), "क्\u200Dष", "\u1112\u119E\u11AB", "\u0600\u0661",
  "**bold**", "_x_", "`c`", "> q", "## h", "<@1>", "[a](http://b)", "&amp;", "…", "...", "|", "- ",
  "\u202Eevil\u202C", "\u200B", "\u0007", "\u001B[31m", "\uFEFF", "\u2028", "\u0085", "\u00AD", "\uD83D", "\uDE00",
  "\u{E0041}", "\u00A0\u0301", "\u3000", "\t", " \u0301", " \u200D", "\r\n", "\v",
]; // prettier-ignore
const SEPARATORS = [" ", " ", " ", " ", "", ". ", "。", "! ", "? ", "\n", ", ", "  "];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
const run = fc
  .array(fc.tuple(word, fc.constantFrom(...SEPARATORS)), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(""));
/** Short ones, and ones repeated beyond the length of an excerpt and of a passage. */
const paragraph = fc.oneof(
  { weight: 3, arbitrary: run },
  {
    weight: 1,
    arbitrary: fc
      .tuple(run, fc.integer({ min: 10, max: 60 }))
      .map(([words, n]) => words.repeat(n).slice(0, 4_000)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("한반도의비핵화".repeat(300), "x".repeat(2_000), "*\n".repeat(700)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(`o${"\u0301".repeat(900)} Kim`, `Kim ${"z\u0323\u0301".repeat(800)}`),
  },
);
const body = fc.array(paragraph, { maxLength: 4 }).map((paragraphs) => paragraphs.join("\n\n"));
const meta = fc.record({
  title: fc.oneof(run, fc.constant("*".repeat(500))),
  kind: fc.constantFrom(...KINDS),
  outletId: fc.constantFrom(null, "korea-desk"),
  language: fc.constantFrom("en", "ko", "zh-Hans", "unknown"),
  outlet: fc.option(run),
  author: fc.option(run),
});
const entries: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(body, meta), { minLength: 1, maxLength: 3 })
  .map((documents) =>
    documents.map(([text, given], index) => entryOf(text, { ...given, id: `doc-${index}` })),
  );
const query = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), word), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" "));
const RUNS = { numRuns: 100 };

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The offsets at which the paragraphs of a body begin and end, found by another road than the code under test. */
function paragraphsIn(text: string): { start: number; end: number }[] {
  let at = 0;
  return text.split("\n\n").map((words) => {
    const start = at + words.length - words.trimStart().length;
    const end = Math.max(start, at + words.trimEnd().length);
    at += words.length + 2;
    return { start, end };
  });
}

function expectVerbatim(excerpt: Excerpt): void {
  const { version, start, end, text, highlights } = excerpt;
  verifyExcerpt(excerpt);
  expect(text).toBe(version.body.slice(start, end));
  const around = paragraphsIn(version.body).filter((range) => range.start <= start && end <= range.end);
  expect(around).toHaveLength(1);
  const [{ start: from, end: to }] = around as [{ start: number; end: number }];
  const borders = new Set([to]);
  for (const { index } of graphemes.segment(version.body.slice(from, to))) borders.add(from + index);
  expect([borders.has(start), borders.has(end)]).toEqual([true, true]);
  expect([excerpt.cutStart, excerpt.cutEnd]).toEqual([start > from, end < to]);
  let last = -1;
  for (const highlight of highlights) {
    expect(highlight.start).toBeGreaterThan(last);
    expect(highlight.end).toBeGreaterThan(highlight.start);
    expect([borders.has(start + highlight.start), borders.has(start + highlight.end)]).toEqual([true, true]);
    last = highlight.end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

/** What must be seen of an excerpt: its words with `…` at the ends only. */
function seen({ text, cutStart, cutEnd }: Excerpt): string {
  return `${cutStart ? "…" : ""}${visible(text)}${cutEnd ? "…" : ""}`;
}

function excerptsOf(reply: Reply): Excerpt[] {
  return reply.blocks.flatMap((block) => (block.type === "quote" ? [block.excerpt] : []));
}

/** Each excerpt stands whole in what is rendered, in order: in a pipe line for line, in a terminal once joined. */
function expectRendered(reply: Reply): void {
  let plain = renderReply(reply, { columns: null, colour: false }).text;
  for (const excerpt of excerptsOf(reply)) {
    const quoted = `> ${seen(excerpt).replaceAll("\n", "\n> ")}\n`;
    expect(plain).toContain(quoted);
    plain = plain.slice(plain.indexOf(quoted) + quoted.length);
  }
  for (const columns of [20, 33, 200]) {
    const lines = renderReply(reply, { columns, colour: false }).text.split("\n");
    const quotes: string[] = [];
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith("│ ")) continue;
      if (lines[index - 1]?.startsWith("│ ") === true) quotes.push(quotes.pop()! + line.slice(2));
      else quotes.push(line.slice(2));
    }
    expect(quotes).toEqual(excerptsOf(reply).map((excerpt) => seen(excerpt).replaceAll("\n", "")));
  }
}

function costOfReply({ blocks }: Reply): number {
  return blocks.reduce((sum, block) => sum + costOf(block), 0);
}

/** What a search gives; nothing where the question has a mistake, such as a quotation mark that stays open. */
function excerptsFor(documents: readonly Entry[], query: string, limit: number) {
  try {
    return search(libraryOf(documents), { query, limit }).excerpts;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

describe("an excerpt is verbatim", () => {
  it("as search gives it", () => {
    fc.assert(
      fc.property(entries, query, fc.integer({ min: 1, max: 20 }), (documents, words, limit) => {
        for (const { excerpt } of excerptsFor(documents, words, limit)) expectVerbatim(excerpt);
      }),
      { numRuns: 200 },
    );
  });

  it("as /korea search shows it", async () => {
    await fc.assert(
      fc.asyncProperty(entries, query, async (documents, words) => {
        const { desk, store, reported } = await openDeskOver(documents);
        const values = { query: words };
        const reply = await desk.run({ command: "search", values }, { tenant: "console", locale: "ko-KR" });
        store.close();
        expect(reported).toEqual([]);
        // A question of white space only is asked again.
        expect(reply.type).toBe(words.trim() === "" ? "form" : "reply");
        if (reply.type === "form") return;
        excerptsOf(reply).forEach(expectVerbatim);
        expectRendered(reply);
        expect(excerptsOf(reply).length).toBeLessThanOrEqual(EXCERPTS_MAX);
        expect(costOfReply(reply)).toBeLessThanOrEqual(REPLY_MAX);
      }),
      RUNS,
    );
  });

  it("as /korea read shows it, on every page, and all words of the document are on some page", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (documents) => {
        const { desk, store, reported } = await openDeskOver(documents);
        const pages: Excerpt[] = [];
        let part: number | null = 0;
        while (part !== null) {
          const values: Record<string, string | number> = { id: "doc-0", part };
          const reply = asReply(
            await desk.run({ command: "read", values }, { tenant: "console", locale: "en" }),
          );
          excerptsOf(reply).forEach(expectVerbatim);
          expectRendered(reply);
          expect(costOfReply(reply)).toBeLessThanOrEqual(REPLY_MAX);
          pages.push(...excerptsOf(reply));
          const later = reply.actions.find(({ label }) => label === "Later");
          part = later === undefined ? null : Number(later.values["part"]);
        }
        store.close();
        expect(reported).toEqual([]);
        expect(squeezed(pages.map(({ text }) => text).join(""))).toBe(readable(documents[0]!));
      }),
      RUNS,
    );
  });

  it("as /korea read shows it around any run of characters that an id can name", async () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(entries, fraction, fraction, async (documents, from, length) => {
        const { version } = documents[0]!;
        const start = Math.floor(from * version.body.length);
        const end = Math.min(version.body.length, start + Math.ceil(length * 400));
        const { desk, store, reported } = await openDeskOver(documents);
        const values = { id: excerptId({ version, start, end }) };
        const reply = asReply(
          await desk.run({ command: "read", values }, { tenant: "console", locale: "en" }),
        );
        store.close();
        expect(reported).toEqual([]);
        excerptsOf(reply).forEach(expectVerbatim);
        expectRendered(reply);
      }),
      RUNS,
    );
  });
});

function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The words of a document but its headings, without white space. */
function readable({ document, version }: { document: Document; version: Entry["version"] }): string {
  const heading = ({ start, end }: { start: number; end: number }) =>
    document.outletId === "korea-desk" &&
    /^## .{0,197}$/su.test(version.body.slice(start, end)) &&
    !version.body.slice(start, end).includes("\n");
  return squeezed(
    paragraphsIn(version.body)
      .filter((range) => !heading(range))
      .map(({ start, end }) => version.body.slice(start, end))
      .join(""),
  );
}
