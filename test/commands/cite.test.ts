import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import type { Entry } from "../../src/core/document.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import type { RawValues, Reply } from "../../src/core/reply.ts";
import { asReply, dateOf, entryOf, openDeskOver, quotesOf, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };

const OPINION = entryOf("Talks are better than none. They must go on.\n\nNobody believes it.", {
  id: "donga/talks",
  title: "Talk on",
  author: "A. Writer",
  outletId: "dong-a-ilbo",
  outlet: "The Dong-A Ilbo",
  country: "KR",
  ownership: "private",
  date: dateOf("2018-03-28"),
  url: "https://www.donga.com/talks",
  kind: "opinion",
});
const OURS = entryOf("Kim Jong Un leads.", {
  id: "entity/kim-jong-un",
  title: "Kim Jong Un",
  outletId: "korea-desk",
  outlet: "Korea Desk",
  date: dateOf("2026-03"),
  kind: "reference",
});

async function cite(desk: Desk, values: RawValues, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.run({ command: "cite", values }, asker));
}

function idOf({ version }: Entry, words: string): string {
  const start = version.body.indexOf(words);
  return excerptId({ version, start, end: start + words.length });
}

function costsOf({ blocks }: Reply): number {
  return blocks.reduce((sum, block) => sum + costOf(block), 0);
}

describe("/korea cite", () => {
  it("shows an excerpt with its id, then the note to copy, and offers the other styles", async () => {
    const { desk } = await openDeskOver([OPINION]);
    const id = idOf(OPINION, "They must go on.");
    const reply = await cite(desk, { id });
    expect(reply.blocks[0]).toMatchObject({
      type: "quote",
      excerpt: { text: "They must go on.", highlights: [] },
      actions: [],
      citation: [
        { type: "strong", text: "opinion" },
        {
          type: "text",
          text: " · A. Writer, “Talk on”, The Dong-A Ilbo (South Korea, private media), 28 March 2018 · English",
        },
        { type: "text", text: " · " },
        { type: "link", text: "donga.com", url: "https://www.donga.com/talks" },
        { type: "text", text: " · " },
        { type: "code", text: id },
      ],
    });
    expect(reply.blocks.slice(1)).toEqual([
      { type: "heading", spans: [{ type: "text", text: "Citation, Chicago (note)" }] },
      {
        type: "text",
        spans: [
          {
            type: "code",
            text: "A. Writer, “Talk on,” opinion, The Dong-A Ilbo, March 28, 2018, accessed June 1, 2026, https://www.donga.com/talks.",
          },
        ],
      },
      {
        type: "note",
        spans: [{ type: "text", text: "Plain text has no italics: set them where the style asks for them." }],
      },
    ]);
    expect(reply.actions).toEqual([
      { label: "APA", command: "cite", values: { id, style: "apa" }, replaces: true },
      { label: "MLA", command: "cite", values: { id, style: "mla" }, replaces: true },
      { label: "BibTeX", command: "cite", values: { id, style: "bibtex" }, replaces: true },
      { label: "CSL-JSON", command: "cite", values: { id, style: "csl-json" }, replaces: true },
    ]);
  });

  it("changes the style by its buttons, also when they were kept", async () => {
    const { desk, reported } = await openDeskOver([OPINION]);
    const reply = await cite(desk, { id: "donga/talks" });
    const shown = await Promise.all(
      reply.actions.map(async (action) =>
        wordsOf(await desk.press(await desk.keep(action, ENGLISH), ENGLISH)).slice(1, 3),
      ),
    );
    expect(shown.slice(0, 3)).toEqual([
      [
        "Citation, APA",
        "A. Writer. (2018, March 28). Talk on [Opinion]. The Dong-A Ilbo. https://www.donga.com/talks",
      ],
      [
        "Citation, MLA",
        "A. Writer. “Talk on.” The Dong-A Ilbo, 28 Mar. 2018, https://www.donga.com/talks. Opinion. Accessed 1 June 2026.",
      ],
      [
        "Citation, BibTeX",
        "@article{donga:talks,\n  author = {{A. Writer}},\n  title = {{Talk on}},\n  journal = {The Dong-A Ilbo},\n" +
          "  type = {Opinion},\n  year = {2018},\n  month = mar,\n  day = {28},\n  url = {https://www.donga.com/talks},\n" +
          "  note = {[Online; accessed 2026-06-01]}\n}",
      ],
    ]);
    expect(JSON.parse(shown[3]![1]!)).toMatchObject([{ id: "donga:talks", title: "Talk on" }]);
    expect(reported).toEqual([]);
  });

  it("shows what a document is where the id names no excerpt of it, and that our words are ours", async () => {
    const { desk } = await openDeskOver([OURS]);
    const reply = await cite(desk, { id: "entity/kim-jong-un" });
    expect(quotesOf(reply)).toEqual([]);
    expect(wordsOf(reply)).toEqual([
      "reference entry, our own words · “Kim Jong Un”, Korea Desk, as of March 2026 · English · entity/kim-jong-un",
      "Citation, Chicago (note)",
      "Korea Desk, “Kim Jong Un,” reference entry, as of March 2026.",
      "Plain text has no italics: set them where the style asks for them.",
      "These are our own words. For a fact, cite the sources they rest on.",
    ]);
  });

  it("cites a record of ours as of the day of the reference base, not of what it tells of", async () => {
    const event = entryOf("They met.", {
      id: "event/summit",
      title: "Summit",
      outletId: "korea-desk",
      outlet: "Korea Desk",
      date: dateOf("2019-02-27"),
      kind: "reference",
    });
    const briefing = entryOf("In short.", {
      ...OURS.document,
      id: "briefing/x",
      kind: "briefing",
      date: dateOf("2026-04"),
    });
    const { desk } = await openDeskOver([event, OURS, briefing]);
    expect(wordsOf(await cite(desk, { id: "event/summit" }))[2]).toBe(
      "Korea Desk, “Summit,” reference entry, as of March 2026.",
    );
    const alone = await openDeskOver([event]);
    expect(wordsOf(await cite(alone.desk, { id: "event/summit" }))[2]).toBe(
      "Korea Desk, “Summit,” reference entry, n.d.",
    );
  });

  it("speaks Korean; the citation stays as the style has it", async () => {
    const { desk } = await openDeskOver([OURS]);
    const reply = await cite(desk, { id: "entity/kim-jong-un", style: "MLA" }, { ...ENGLISH, locale: "ko" });
    expect(wordsOf(reply).slice(1, 3)).toEqual([
      "서지 표기: MLA 양식",
      "“Kim Jong Un.” Korea Desk, as of Mar. 2026. Reference entry.",
    ]);
    expect(reply.actions.map(({ label }) => label)).toEqual([
      "시카고 각주",
      "APA 양식",
      "BibTeX 형식",
      "CSL-JSON 형식",
    ]);
  });

  it("cites an earlier version as what it was, saying that there is a newer one", async () => {
    const older = entryOf("The talks failed.", { id: "doc", title: "Failure" });
    const newer = entryOf("The talks went on.", { id: "doc", title: "No failure" });
    const { desk, store } = await openDeskOver([older, newer]);
    const reply = await cite(desk, { id: idOf(older, "failed") });
    expect(quotesOf(reply)).toEqual(["failed"]);
    expect(wordsOf(reply).slice(1)).toEqual([
      "“Failure,” n.d.",
      "Plain text has no italics: set them where the style asks for them.",
      "This is an earlier version: the document has other words now.",
    ]);
    store.close();
  });

  it("cites where the excerpt itself cannot be shown", async () => {
    const long = entryOf(`${"*long* ".repeat(400)}\n\nShort.`, { id: "long", title: "Long" });
    const { desk, reported } = await openDeskOver([long]);
    for (const [start, end] of [
      [0, 2_700],
      [2_790, 2_806],
    ] as const) {
      const reply = await cite(desk, { id: excerptId({ version: long.version, start, end }) });
      expect(quotesOf(reply)).toEqual([]);
      expect(wordsOf(reply)[2]).toBe("“Long,” n.d.");
      expect(wordsOf(reply).at(-1)).toBe(
        "The excerpt itself cannot be shown here. Read it in its context with /korea read.",
      );
    }
    expect(reported).toEqual([]);
  });

  it("never cuts a citation: what no message can hold is left to the other styles", async () => {
    const url = `https://a.example/${"_".repeat(1_300)}`;
    const { desk } = await openDeskOver([entryOf("Words.", { id: "huge", title: "Huge", url })]);
    const reply = await cite(desk, { id: "huge" });
    expect(wordsOf(reply).at(-1)).toBe("Plain text has no italics: set them where the style asks for them.");
    const longer = { title: `T${"_".repeat(500)}`, url };
    const { desk: other } = await openDeskOver([entryOf("Words.", { id: "huger", ...longer })]);
    const none = await cite(other, { id: "huger" });
    expect(wordsOf(none).at(-1)).toBe(
      "In this style the citation is too long for a message. Choose another style.",
    );
    expect(none.actions).toHaveLength(4);
    for (const one of [reply, none]) expect(costsOf(one)).toBeLessThanOrEqual(REPLY_MAX);
    const found = await other.find({ command: "cite", values: { id: "huger" } }, ENGLISH);
    expect(found).toMatchObject({
      citation: `“${longer.title},” n.d., accessed June 1, 2026, ${url}.`,
    });
  });

  it("tells what is wrong with an id or a style", async () => {
    const { desk, reported } = await openDeskOver([OPINION]);
    const hash8 = OPINION.version.sha256.slice(0, 8);
    expect(wordsOf(await cite(desk, { id: "donga/talk" }))).toEqual([
      "There is no document “donga/talk” here. Did you mean donga/talks?",
    ]);
    expect(wordsOf(await cite(desk, { id: `donga/talks@${hash8}:0-9999` }))).toEqual([
      `donga/talks@${hash8}:0-9999 names words that this document does not have or that are no longer kept. ` +
        "Search again to quote what it says now.",
    ]);
    expect(wordsOf(await cite(desk, { id: "donga/talks", style: "chicgo" }))).toEqual([
      "style: “chicgo” is not one of chicago, apa, mla, bibtex, csl-json. Did you mean chicago?",
    ]);
    for (const id of ["x".repeat(5_000), "😀", "\u202Eabc", "<b>*x*"]) {
      expect(wordsOf(await cite(desk, { id }))[0]).toContain("There is no document");
    }
    expect(await desk.run({ command: "cite", values: { id: " " } }, ENGLISH)).toMatchObject({ type: "form" });
    expect(reported).toEqual([]);
  });

  it("completes ids: those that begin so, then those with the words in the id or the title", async () => {
    const { desk } = await openDeskOver([OPINION, OURS, entryOf("X.", { id: "kim", title: "Other" })]);
    const complete = (typed: string) => desk.complete("cite", "id", typed, ENGLISH);
    expect(await complete("Kim")).toEqual(["kim", "entity/kim-jong-un"]);
    expect(await complete("talk")).toEqual(["donga/talks"]);
    expect(await complete(" ")).toEqual([]);
    expect(await complete("nothing like it")).toEqual([]);
  });

  it("gives the same as JSON", async () => {
    const { desk } = await openDeskOver([OURS]);
    const found = await desk.find(
      { command: "cite", values: { id: "entity/kim-jong-un", style: "apa" } },
      ENGLISH,
    );
    expect(found).toEqual({
      id: "entity/kim-jong-un",
      style: "apa",
      citation: "Korea Desk. (2026, March). Kim Jong Un [Reference entry].",
      csl: {
        id: "entity:kim-jong-un",
        type: "entry",
        title: "Kim Jong Un",
        author: [{ literal: "Korea Desk" }],
        publisher: "Korea Desk",
        genre: "Reference entry",
        issued: { "date-parts": [[2026, 3]] },
        note: "Own words of Korea Desk, as of 2026-03",
        language: "en",
      },
    });
  });
});

describe("the library that writes citations", () => {
  it("is loaded when somebody cites, not when the desk starts", async () => {
    const script = `
      import { createRequire } from "node:module";
      const { cache } = createRequire(import.meta.url);
      const isLoaded = () => Object.keys(cache).some((file) => file.includes("citation-js"));
      await import("./commands/index.ts");
      const before = isLoaded();
      const { citationIn } = await import("./src/core/cite/cite.ts");
      await citationIn("apa", { id: "a", type: "document", title: "A" });
      console.log(before, isLoaded());
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout.trim()).toBe("false true");
  });
});
