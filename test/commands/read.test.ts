import { describe, expect, it } from "vitest";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import { UserError } from "../../src/core/errors.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import type { RawValues, Reply } from "../../src/core/reply.ts";
import { asReply, dateOf, entryOf, openDeskOver, quotesOf, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };

async function read(desk: Desk, values: RawValues, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.run({ command: "read", values }, asker));
}

/** Id of the excerpt that has these words. */
function idOf({ version }: Entry, words: string): string {
  const start = version.body.indexOf(words);
  return excerptId({ version, start, end: start + words.length });
}

/** What is highlighted in each quote. */
function marked(reply: Reply): string[][] {
  return reply.blocks.flatMap((block) =>
    block.type === "quote"
      ? [block.excerpt.highlights.map(({ start, end }) => block.excerpt.text.slice(start, end))]
      : [],
  );
}

const LETTERS = entryOf("Alpha one.\n\nBravo two.\n\nCharlie three.\n\nDelta four.", { id: "letters" });

describe("/korea read", () => {
  it("shows a document from its beginning, with its source", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    const reply = await read(desk, { id: "letters" });
    expect(quotesOf(reply)).toEqual(["Alpha one.", "Bravo two.", "Charlie three.", "Delta four."]);
    expect(wordsOf(reply)).toEqual([
      "news · “Title”, outlet unknown, undated · English · letters",
      "Passages 1–4 of 4",
    ]);
    expect(reply.actions).toEqual([]);
    expect(marked(reply)).toEqual([[], [], [], []]);
  });

  it("shows an excerpt marked, from the passage before it on", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    const reply = await read(desk, { id: idOf(LETTERS, "three") });
    expect(quotesOf(reply)).toEqual(["Bravo two.", "Charlie three.", "Delta four."]);
    expect(marked(reply)).toEqual([[], ["three"], []]);
    expect(wordsOf(reply)[1]).toBe("Passages 2–4 of 4");
    expect(reply.actions).toMatchObject([
      { label: "Earlier", command: "read", values: { id: idOf(LETTERS, "three"), part: 0 } },
    ]);
    expect(quotesOf(await read(desk, { id: idOf(LETTERS, "Alpha") }))[0]).toBe("Alpha one.");
  });

  it("answers in the person's language", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    const reply = await read(desk, { id: idOf(LETTERS, "three") }, { tenant: "console", locale: "ko" });
    expect(wordsOf(reply)[1]).toBe("단락 4개 중 2–4번째");
    expect(reply.actions.map(({ label }) => label)).toEqual(["앞부분"]);
  });

  it("marks whole characters where an id names half of one", async () => {
    const entry = entryOf("One 👩‍👩‍👧 two.", { id: "emoji" });
    const { desk, reported } = await openDeskOver([entry]);
    const reply = await read(desk, { id: excerptId({ version: entry.version, start: 5, end: 6 }) });
    expect(marked(reply)).toEqual([["👩‍👩‍👧"]]);
    expect(reported).toEqual([]);
  });

  it("shows the words of an earlier version, saying that there are newer ones", async () => {
    const older = entryOf("The talks failed.\n\nNobody spoke.", { id: "doc" });
    const newer = entryOf("The talks went on.", { id: "doc" });
    const { desk, store } = await openDeskOver([older, newer]);
    const reply = await read(desk, { id: idOf(older, "failed") });
    expect(quotesOf(reply)).toEqual(["The talks failed.", "Nobody spoke."]);
    expect(marked(reply)).toEqual([["failed"], []]);
    expect(wordsOf(reply).slice(1)).toEqual([
      "Passages 1–2 of 2",
      "This is version 1 of 2, first seen on 1 June 2026: the document has other words now.",
      "Revised on 1 June 2026 (2 versions).",
    ]);
    const now = await read(desk, { id: idOf(newer, "went on") });
    expect([quotesOf(now), wordsOf(now).slice(1)]).toEqual([
      ["The talks went on."],
      ["The whole text: 1 passage", "Revised on 1 June 2026 (2 versions)."],
    ]);
    store.close();
  });

  it("says so where the words named are not there", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    const hash8 = LETTERS.version.sha256.slice(0, 8);
    for (const id of [
      "letters@00000000:0-5",
      `letters@${hash8}:5-5`,
      `letters@${hash8}:9-5`,
      `letters@${hash8}:0-999`,
    ]) {
      expect(wordsOf(await read(desk, { id }))).toEqual([
        `${id} names words that this document does not have or that are no longer kept. Search again to quote ` +
          "what it says now.",
      ]);
    }
  });

  it("says what an id looks like where one is misspelt", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    for (const id of ["letters@", "letters@0123abcd", "letters@0123abcd:0-x", "@@"]) {
      expect(wordsOf(await read(desk, { id }))).toEqual([
        `“${id}” is no id of an excerpt. It has the form document@12345678:0-100, or is the id of a document alone.`,
      ]);
    }
  });

  it("names the document that may be meant", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    expect(wordsOf(await read(desk, { id: "leters" }))).toEqual([
      "There is no document “leters” here. Did you mean letters?",
    ]);
    expect(wordsOf(await read(desk, { id: "something/else" }))).toEqual([
      "There is no document “something/else” here. Context beside an excerpt shows its id.",
    ]);
    expect(wordsOf(await read(desk, { id: "x".repeat(5_000) }))).toEqual([
      `There is no document “${"x".repeat(119)}…” here. Context beside an excerpt shows its id.`,
    ]);
    expect(wordsOf(await read(desk, { id: "leters@0123abcd:0-5" }))).toEqual([
      "There is no document “leters@0123abcd:0-5” here. Did you mean letters?",
    ]);
  });

  it("says so where a document is empty, and where it has no such passage", async () => {
    const { desk } = await openDeskOver([LETTERS, entryOf(" \n ", { id: "empty" })]);
    expect(wordsOf(await read(desk, { id: "empty" }))).toEqual(["This document has no words."]);
    expect(wordsOf(await read(desk, { id: "letters", part: 4 }))).toEqual(["The text has no such passage."]);
    expect(quotesOf(await read(desk, { id: "letters", part: 3 }))).toEqual(["Delta four."]);
  });

  it("asks for an id", async () => {
    const { desk } = await openDeskOver([LETTERS]);
    expect(await desk.runText("read", ENGLISH)).toEqual({
      type: "form",
      title: "/korea read",
      command: "read",
      values: {},
      fields: [{ name: "id", label: "Id of an excerpt or of a document" }],
    });
  });

  it("shows the headings of a briefing over what stands under them", async () => {
    const body = "## First\n\nOne.\n\n## Second\n\n## Third\n\nTwo.\n\n## Last";
    const { desk } = await openDeskOver([
      entryOf(body, { id: "briefing", kind: "briefing", outletId: "korea-desk" }),
      entryOf(body, { id: "news", kind: "news" }),
    ]);
    const shown = (reply: Reply) =>
      reply.blocks.slice(1, -1).map((block) => {
        if (block.type === "quote") return `> ${block.excerpt.text}`;
        return block.type === "text" ? block.spans : block.type;
      });
    const heading = (text: string) => [{ type: "strong", text }];
    expect(shown(await read(desk, { id: "briefing" }))).toEqual([
      heading("First"),
      "> One.",
      heading("Second"),
      heading("Third"),
      "> Two.",
    ]);
    expect(quotesOf(await read(desk, { id: "news" }))).toEqual([
      "## First",
      "One.",
      "## Second",
      "## Third",
      "Two.",
    ]);
  });
});

describe("pages of /korea read", () => {
  const long = Array.from(
    { length: 17 },
    (_, index) => `Part ${index} ${"words ".repeat(5 + ((index * 61) % 150))}end.`,
  );
  const marks = `Marks ${"*_`~|".repeat(230)} end.`;
  const lines = `Lines\n${"-\n".repeat(560)}end.`;

  async function walk(desk: Desk, first: Reply, label: string): Promise<Reply[]> {
    const pages = [first];
    for (let page = first; ;) {
      const action = page.actions.find((candidate) => candidate.label === label);
      if (action === undefined) return pages;
      page = asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH));
      pages.push(page);
    }
  }

  it("show every passage once, forward and back, and fit", async () => {
    const entry = entryOf(long.join("\n\n"), { id: "long", title: "[*]".repeat(60), author: "_".repeat(99) });
    const { desk, reported } = await openDeskOver([entry]);
    const forward = await walk(desk, await read(desk, { id: "long" }), "Later");
    const back = await walk(desk, await read(desk, { id: "long", part: 16 }), "Earlier");
    expect(forward.flatMap(quotesOf)).toEqual(long);
    expect(forward.length).toBeGreaterThan(3);
    // Each page ends where the one after it begins; only the first, filled up, may go on.
    const followed = back.slice(0, -1).toReversed().flatMap(quotesOf);
    expect(followed).toEqual(long.slice(-followed.length));
    const [first] = back.slice(-1).map(quotesOf);
    expect(first).toEqual(long.slice(0, first!.length));
    expect(first!.length + followed.length).toBeGreaterThanOrEqual(long.length);
    for (const reply of [...forward, ...back]) {
      expect(quotesOf(reply).length).toBeLessThanOrEqual(EXCERPTS_MAX);
      expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
    }
    expect(reported).toEqual([]);
  });

  it.each([
    ["marks", marks],
    ["line ends", lines],
  ])("part a passage that is full of %s, and fit", async (_, body) => {
    const entry = entryOf(body, { id: "full", title: "*".repeat(200), author: "_".repeat(99) });
    const { desk } = await openDeskOver([entry]);
    const pages = await walk(desk, await read(desk, { id: "full" }), "Later");
    const squeeze = (text: string) => text.replace(/\s+/gu, "");
    expect(squeeze(pages.flatMap(quotesOf).join(""))).toBe(squeeze(body));
    for (const reply of pages) {
      expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
    }
  });

  it("show the passage asked for where the one before fills a page", async () => {
    const before = `Before ${"*".repeat(900)} end.`;
    const asked = `Asked ${"*".repeat(600)} here.`;
    const entry = entryOf([before, asked, "After."].join("\n\n"), { id: "big", title: "*".repeat(200) });
    const { desk } = await openDeskOver([entry]);
    const reply = await read(desk, { id: idOf(entry, "Asked") });
    expect(marked(reply).flat()).toEqual(["Asked"]);
    expect(quotesOf(reply)).toContain("After.");
  });
});

describe("korea read --json", () => {
  const find = (desk: Desk, id: string) => desk.find({ command: "read", values: { id } }, ENGLISH);

  it("gives the document and all its passages, each the body from start to end", async () => {
    const ours = { outletId: "korea-desk", outlet: "Korea Desk", language: "en", date: dateOf("2019-02") };
    const entry = entryOf("One.\n\n## Heading\n\nTwo  é.", {
      ...ours,
      id: "ours",
      title: "Ours",
      kind: "briefing",
    });
    const { desk } = await openDeskOver([entry]);
    const { sha256, body } = entry.version;
    expect(await find(desk, "ours")).toEqual({
      document: {
        id: "ours",
        title: "Ours",
        outlet: "Korea Desk",
        country: "unknown",
        ownership: "unknown",
        author: null,
        date: "2019-02",
        url: null,
        kind: "briefing",
        language: "en",
        sha256,
        sources: [],
      },
      sha256,
      current: true,
      versions: [{ sha256, addedAt: "2026-06-01T00:00:00.000Z", id: `ours@${sha256.slice(0, 8)}:0-25` }],
      passages: [
        { start: 0, end: 4, text: "One." },
        { start: 18, end: 25, text: "Two  é." },
      ],
      sameStory: [],
    });
    expect(body.slice(18, 25)).toBe("Two  é.");
    // An excerpt's id names its version; all of it is given.
    expect(await find(desk, idOf(entry, "Two"))).toEqual(await find(desk, "ours"));
  });

  it("gives an older version as it was, and says so", async () => {
    const { desk, store, library } = await openDeskOver([LETTERS]);
    const revised = entryOf("Alpha one and more.", { id: "letters", title: "New title" });
    await store.save("import", [revised]);
    library.add(revised);
    const old = { sha256: LETTERS.version.sha256, current: false, document: { title: "Title" } };
    expect(await find(desk, idOf(LETTERS, "three"))).toMatchObject(old);
    expect(await find(desk, "letters")).toMatchObject({ current: true, document: { title: "New title" } });
  });

  it("of an empty document gives no passages, and of an unknown one the mistake", async () => {
    const { desk } = await openDeskOver([entryOf("", { id: "empty" })]);
    expect(await find(desk, "empty")).toMatchObject({ current: true, passages: [] });
    await expect(find(desk, "emty")).rejects.toThrow(UserError);
  });
});
