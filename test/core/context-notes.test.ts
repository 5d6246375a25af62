import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import { contextNotesOn } from "../../src/core/context-notes.ts";
import { createDesk } from "../../src/core/desk.ts";
import type { Document, Entry } from "../../src/core/document.ts";
import { excerptOf } from "../../src/core/excerpt.ts";
import { Library } from "../../src/core/library.ts";
import { NO_REFERENCE, type ClaimRecord, type Reference } from "../../src/core/reference.ts";
import type { Block } from "../../src/core/reply.ts";
import { renderReply } from "../../src/console/render.ts";
import { messagesFor } from "../../src/messages/index.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { NOW, OUTLETS, asReply, dateOf, documentOf, entryOf } from "./samples.ts";

const AT = { outlet: "xinhua", date: "2018-04-03", title: "A trip's end" };
const OF: Partial<Document> = { outletId: AT.outlet, date: dateOf(AT.date), title: AT.title };

function claimOf(id: string, words: string[] | null, given: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    id,
    text: "text",
    claim: `Claim ${id}.`,
    result: "supported",
    check: `Check ${id}.`,
    ...(words === null ? {} : { passage: { ...AT, words } }),
    sources: [{ title: "A report", publisher: "A paper" }],
    ...given,
  };
}

const referenceOf = (...claims: ClaimRecord[]): Reference => ({ ...NO_REFERENCE, claims });

/** The notes on an excerpt with these words, a line each. */
function notes(text: string, reference: Reference, of: Partial<Document> = OF, locale = "en"): string[] {
  const library = new Library(OUTLETS, { reference });
  const spans = contextNotesOn({ text }, documentOf(of), { library, m: messagesFor(locale) });
  return spans.map((note) => note.map((span) => (span.type === "link" ? span.url : span.text)).join(""));
}

const NOTE_C =
  "Checked by Korea Desk: supported · Claim, in our words: Claim c. Check: Check c. · Source: A paper";

describe("a note is shown", () => {
  const reference = referenceOf(claimOf("c", ["fourth trip", "Beijing", "2018"]), claimOf("none", null));

  test.each([
    "His fourth trip to Beijing was in 2018.",
    "In 2018, Beijing saw his fourth trip",
    "FOURTH  TRIP, Béijing’s 2018",
  ])("below %s", (text) => expect(notes(text, reference)).toEqual([NOTE_C]));

  test.each([
    "His fourth trip to Beijing",
    "His fourth trip was to Beijing in 2019.",
    "His fourth long trip to Beijing in 2018",
    "His fourth trips to Beijing in 2018",
    "trip fourth Beijing 2018",
  ])("not below %s", (text) => expect(notes(text, reference)).toEqual([]));

  const shows = "fourth trip Beijing 2018";
  test.each([
    ["A TRIP’S END", [NOTE_C]],
    ["“A trip's end.”", [NOTE_C]],
    ["A trip's ends", []],
    ["A trip's end, and more", []],
    ["", []],
  ])("on a document called %j: %j", (title, expected) =>
    expect(notes(shows, reference, { ...OF, title })).toEqual(expected),
  );

  test.each([
    [{ outletId: "dong-a-ilbo" }],
    [{ outletId: null }],
    [{ date: null }],
    [{ date: dateOf("2018-04") }],
    [{ date: dateOf("2018-04-04") }],
  ])("not on a document with %j", (other) =>
    expect(notes(shows, reference, { ...OF, ...other })).toEqual([]),
  );
});

test("words of scripts without spaces are found wherever they stand, and runs stay runs", () => {
  const reference = referenceOf(claimOf("c", ["네 번째 방중"]));
  expect(notes("이번 네번째 방중을 마쳤다.", reference)).toEqual([NOTE_C]);
  expect(notes("네 번째로 방중했다.", reference)).toEqual([]);
});

test("two at most, what is not simply supported first, else in the order of the file", () => {
  const of = (id: string, result: ClaimRecord["result"]) => claimOf(id, ["trip"], { result });
  const shown = (...claims: ClaimRecord[]) =>
    notes("a trip", referenceOf(...claims)).map((note) => /Claim (\w)\./u.exec(note)![1]);
  expect(shown(of("a", "supported"), of("b", "supported"), of("c", "supported"))).toEqual(["a", "b"]);
  expect(shown(of("a", "supported"), of("b", "opinion"), of("c", "imprecise"))).toEqual(["c", "b"]);
  expect(shown(of("a", "supported with nuance"), of("b", "supported"), of("c", "disputed"))).toEqual([
    "c",
    "a",
  ]);
});

test("the first source that can be opened is named, with its link; an endless address is none", () => {
  const url = "https://www.paper.example/1";
  const withSources = (...sources: ClaimRecord["sources"]) =>
    notes("trip", referenceOf(claimOf("c", ["trip"], { sources })))[0]!.replace(/^.*Check c\./u, "");
  const unlinked = { title: "A report", publisher: "A paper" };
  expect(withSources(unlinked, { title: "B", publisher: "B paper", url })).toBe(
    ` · Source: B paper · ${url}`,
  );
  expect(withSources(unlinked)).toBe(" · Source: A paper");
  expect(withSources({ ...unlinked, url: `${url}${"x".repeat(300)}` })).toBe(" · Source: A paper");
  expect(withSources()).toBe("");
});

test("long words of ours are cut, and it is told in Korean as well", () => {
  const long = claimOf("c", ["trip"], {
    claim: "c".repeat(500),
    check: "k".repeat(500),
    result: "imprecise",
  });
  expect(notes("trip", referenceOf(long), OF, "ko")).toEqual([
    `코리아 데스크 확인: 부정확함 · 주장(자체 요약): ${"c".repeat(129)}… 확인 내용: ${"k".repeat(199)}… · 출처: A paper`,
  ]);
});

test("the claims of a reference base are read once, whatever number of excerpts is shown", () => {
  let reads = 0;
  const claims = [claimOf("c", ["trip"])];
  const reference: Reference = {
    ...NO_REFERENCE,
    get claims() {
      reads += 1;
      return claims;
    },
  };
  expect([1, 2, 3].flatMap(() => notes("a trip", reference))).toHaveLength(3);
  expect(reads).toBe(1);
});

test("an excerpt has the note exactly where it has all the words, wherever it is cut", () => {
  const { version } = entryOf(
    "One fourth trip, then Beijing; one more fourth trip and Beijing again in 2018 it was.",
  );
  const reference = referenceOf(claimOf("c", ["fourth trip", "Beijing"]));
  const positions = fc.tuple(fc.nat(version.body.length), fc.nat(version.body.length));
  fc.assert(
    fc.property(positions, (pair) => {
      const [start, end] = pair.toSorted((a, b) => a - b) as [number, number];
      if (start === end) return;
      const excerpt = excerptOf(version, start, end);
      const shown = ["fourth trip", "Beijing"].every((words) =>
        new RegExp(`(?<!\\w)${words}(?!\\w)`, "u").test(excerpt.text),
      );
      expect(notes(excerpt.text, reference)).toEqual(shown ? [NOTE_C] : []);
    }),
  );
});

async function deskWith(entries: readonly Entry[], reference: Reference) {
  const library = new Library(OUTLETS, { reference });
  for (const entry of entries) library.add(entry);
  const store = await openStore({ path: ":memory:", now: () => NOW });
  const report = (error: unknown) => {
    throw error;
  };
  return createDesk({ library, commands, store, report, now: () => NOW, zone: "UTC" });
}

const quotesIn = (blocks: readonly Block[]) => blocks.filter((block) => block.type === "quote");

describe("a page of a search", () => {
  const long = (id: string, words: string[]) =>
    claimOf(id, words, {
      claim: "A claim. ".repeat(30),
      check: "A check. ".repeat(30),
      result: "imprecise",
      sources: [{ title: "R", publisher: "P".repeat(80), url: `https://paper.example/${"x".repeat(30)}` }],
    });
  const reference = referenceOf(long("a", ["trip"]), long("b", ["Beijing"]));
  const paragraph = (number: number) =>
    `The trip to Beijing, number ${number}, ${"was as long as a sentence can be and ".repeat(7)}ended.`;
  const document = { ...OF, id: "trip", outlet: "Xinhua", url: `https://news.cn/${"y".repeat(200)}` };
  const body = Array.from({ length: 6 }, (_, index) => paragraph(index + 1)).join("\n\n");

  test("fits with the notes, and the pages together show every excerpt once", async () => {
    const desk = await deskWith([entryOf(body, document)], reference);
    const asker = { tenant: "console", locale: "en" } as const;
    const seen: string[] = [];
    let answer = asReply(await desk.runText("trip Beijing", asker));
    for (let pages = 1; ; pages += 1) {
      const quotes = quotesIn(answer.blocks);
      expect(quotes.length).toBeLessThanOrEqual(EXCERPTS_MAX);
      expect(answer.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
      for (const quote of quotes) {
        expect(quote.remarks).toHaveLength(2);
        seen.push(quote.excerpt.text);
      }
      const next = answer.actions.find(({ label }) => label === "Next");
      if (next === undefined || pages > 6) break;
      answer = asReply(await desk.run(next, asker));
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  test("leaves out what a quote has no room for", async () => {
    const wide = referenceOf(
      ...["a", "b"].map((id) => ({ ...long(id, ["trip"]), check: "*".repeat(200), claim: "*".repeat(130) })),
    );
    const desk = await deskWith([entryOf(paragraph(1), document)], wide);
    const { blocks } = asReply(await desk.runText("trip Beijing", { tenant: "console", locale: "en" }));
    expect(quotesIn(blocks).map(({ remarks }) => remarks?.length)).toEqual([1]);
  });

  test("shows a note below the citation, apart from the document's words", async () => {
    const short = referenceOf(claimOf("c", ["trip", "Beijing"], { result: "imprecise" }));
    const desk = await deskWith([entryOf("A trip to Beijing.", { ...document, url: null })], short);
    const { blocks } = asReply(await desk.runText("trip", { tenant: "console", locale: "en" }));
    const [quote] = quotesIn(blocks);
    const { text } = renderReply(
      { type: "reply", blocks: [quote!], actions: [] },
      { columns: null, colour: false },
    );
    expect(text.replace(/\n.*\[1\].*\n/u, "\n")).toBe(
      "> A trip to Beijing.\n" +
        "  news · “A trip's end”, Xinhua (country unknown, ownership unknown), 3 April 2018 · English\n" +
        "  ※ Checked by Korea Desk: imprecise · Claim, in our words: Claim c. Check: Check c. · Source: A paper\n",
    );
  });

  test("of documents without a checked claim is what it was", async () => {
    const desk = await deskWith([entryOf("A trip to Beijing.", { title: "Another" })], reference);
    const { blocks } = asReply(await desk.runText("trip", { tenant: "console", locale: "en" }));
    expect(quotesIn(blocks).map((quote) => Object.hasOwn(quote, "remarks"))).toEqual([false]);
  });
});

test("/korea read shows the note below the passage that makes the claim", async () => {
  const short = referenceOf(claimOf("c", ["trip", "Beijing"]));
  const desk = await deskWith(
    [entryOf("First.\n\nA trip to Beijing.\n\nLast.", { ...OF, id: "trip" })],
    short,
  );
  const { blocks } = asReply(await desk.runText("/korea read trip", { tenant: "console", locale: "en" }));
  expect(quotesIn(blocks).map(({ excerpt, remarks = [] }) => [excerpt.text, remarks.length])).toEqual([
    ["First.", 0],
    ["A trip to Beijing.", 1],
    ["Last.", 0],
  ]);
});
