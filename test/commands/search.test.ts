import { describe, expect, it } from "vitest";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { excerptId } from "../../src/core/excerpt.ts";
import type { Action, RawValues, Reply } from "../../src/core/reply.ts";
import { builtInLibrary } from "../core/libraries.ts";
import { asReply, dateOf, deskOver, entryOf, openDeskOver, quotesOf, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };

async function ask(desk: Desk, values: RawValues, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.run({ command: "search", values }, asker));
}

/** A reply fits every platform. */
function expectFits(reply: Reply): void {
  expect(quotesOf(reply).length).toBeLessThanOrEqual(EXCERPTS_MAX);
  expect(reply.blocks.reduce((sum, block) => sum + costOf(block), 0)).toBeLessThanOrEqual(REPLY_MAX);
}

function actionOf(reply: Reply, label: string) {
  return reply.actions.find((action) => action.label === label);
}

/** The quotes of every page from this one on, in the order in which pages are turned. */
async function turn(desk: Desk, first: Reply, label: string): Promise<string[][]> {
  const pages = [quotesOf(first)];
  let reply = first;
  for (let action = actionOf(reply, label); action !== undefined; action = actionOf(reply, label)) {
    reply = asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH));
    expectFits(reply);
    pages.push(quotesOf(reply));
  }
  return pages;
}

const MEETING = entryOf("Kim met Xi in Beijing.\n\nThe talks went on for a day.", {
  id: "visit",
  title: "A visit",
  outletId: "dong-a-ilbo",
  outlet: "The Dong-A Ilbo",
  country: "KR",
  ownership: "private",
  date: dateOf("2018-03-28"),
  url: "https://www.donga.com/1",
});
const COMMUNIQUE = entryOf("A communique on the Beijing visit.", {
  id: "communique",
  title: "Statement",
  outletId: "xinhua",
  outlet: "Xinhua",
  country: "CN",
  ownership: "state",
  kind: "official",
  date: dateOf("2019"),
});
const KOREAN = entryOf("김정은 위원장이 비핵화를 말했다.", { id: "ko", title: "회담", language: "ko" });
const ENTRIES = [MEETING, COMMUNIQUE, KOREAN];

describe("/korea search", () => {
  it("quotes, attributes and offers the context", async () => {
    const { desk, library } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "Xi" });
    expect(reply.blocks).toEqual([
      { type: "heading", spans: [{ type: "text", text: "1 excerpt for “Xi”" }] },
      expect.objectContaining({ type: "quote" }),
    ]);
    expect(quotesOf(reply)).toEqual(["Kim met Xi in Beijing."]);
    const quote = reply.blocks.find(
      (block) => block.type === "quote" && block.excerpt.text.startsWith("Kim"),
    );
    const { version } = library.get("visit")!;
    expect(quote).toMatchObject({
      excerpt: { version, start: 0, end: 22, highlights: [{ start: 8, end: 10 }] },
      citation: [
        { type: "strong", text: "news" },
        {
          type: "text",
          text: " · “A visit”, The Dong-A Ilbo (South Korea, private media), 28 March 2018 · English",
        },
        { type: "text", text: " · " },
        { type: "link", text: "donga.com", url: "https://www.donga.com/1" },
      ],
      actions: [
        {
          label: "Context",
          command: "read",
          values: { id: excerptId({ version, start: 0, end: 22 }) },
        },
        {
          label: "Cite",
          command: "cite",
          values: { id: excerptId({ version, start: 0, end: 22 }) },
        },
      ],
    });
    expect(reply.actions).toEqual([]);
  });

  it("answers in the person's language", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "비핵화" }, { tenant: "console", locale: "ko" });
    expect(wordsOf(reply)).toEqual(["‘비핵화’ 인용 1건"]);
    expect(reply.blocks[1]).toMatchObject({
      citation: [
        { type: "strong", text: "뉴스" },
        { type: "text", text: " · 「회담」, 매체 미상, 날짜 미상 · 한국어" },
      ],
      actions: [{ label: "문맥 보기" }, { label: "서지" }],
    });
  });

  it.each<[RawValues, string[]]>([
    [{ from: "2019" }, ["A communique on the Beijing visit."]],
    [{ to: "2018" }, ["Kim met Xi in Beijing."]],
    [{ from: "2018-03", to: "2018-03" }, ["Kim met Xi in Beijing."]],
    [{ outlet: "동아일보" }, ["Kim met Xi in Beijing."]],
    [{ country: "중국" }, ["A communique on the Beijing visit."]],
    [{ kind: "official" }, ["A communique on the Beijing visit."]],
    [
      { language: "English", sort: "newest" },
      ["A communique on the Beijing visit.", "Kim met Xi in Beijing."],
    ],
    [{ sort: "oldest" }, ["Kim met Xi in Beijing.", "A communique on the Beijing visit."]],
  ])("narrows and orders by %j", async (filters, quotes) => {
    const { desk } = await openDeskOver(ENTRIES);
    expect(quotesOf(await ask(desk, { query: "Beijing", ...filters }))).toEqual(quotes);
  });

  it("says that nothing was found, and what was searched", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "volleyball" });
    expect(wordsOf(reply)).toEqual([
      "Nothing found for “volleyball” in 3 documents.",
      "No passage has enough of these words. Try fewer words, other words for the same thing, or another " +
        "spelling of a name.",
    ]);
    expect(reply.actions).toEqual([]);
  });

  it("offers the cards of what the question names where nothing was found", async () => {
    const { desk } = await deskOver(await builtInLibrary());
    const reply = await ask(desk, { query: "volleyball badminton 김정은 Hanoi" });
    expect(wordsOf(reply)[0]).toContain("Nothing found");
    expect(wordsOf(reply).at(-1)).toBe("/korea about tells of what you name: Kim Jong Un, Hanoi.");
    expect(reply.actions.map(({ label }) => label.split(" — ")[0])).toEqual(["Kim Jong Un", "Hanoi"]);
    expectFits(reply);
    const card = asReply(await desk.press(await desk.keep(reply.actions[0]!, ENGLISH), ENGLISH));
    expect(wordsOf(card)[0]).toContain("Kim Jong Un");
  });

  it("offers to search without filters where only they stand in the way", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "Beijing", country: "KR", kind: "official", from: "2018" });
    expect(wordsOf(reply)).toEqual([
      "Nothing found for “Beijing” in 3 documents with from: 2018, kind: official text, country: South Korea.",
      "Without the filters there are 2 excerpts.",
    ]);
    expect(reply.actions).toMatchObject([
      { label: "Search without the filters", command: "search", values: { query: "Beijing" } },
    ]);
    const again = asReply(await desk.press(await desk.keep(reply.actions[0]!, ENGLISH), ENGLISH));
    expect(quotesOf(again)).toHaveLength(2);
  });

  it("offers to search for the words where no passage has a phrase word for word", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: '"Beijing met Xi"' });
    expect(wordsOf(reply)).toEqual([
      'Nothing found for “"Beijing met Xi"” in 3 documents.',
      "Without the quotation marks there is 1 excerpt.",
    ]);
    expect(reply.actions).toMatchObject([
      {
        label: "Search without the quotation marks",
        command: "search",
        values: { query: "Beijing met Xi" },
        replaces: true,
      },
    ]);
    const again = asReply(await desk.press(await desk.keep(reply.actions[0]!, ENGLISH), ENGLISH));
    expect(quotesOf(again)).toEqual(["Kim met Xi in Beijing."]);
  });

  it("offers to search without the fields of the question", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "Beijing kind:editorial", country: "KR" });
    expect(wordsOf(reply)).toEqual([
      "Nothing found for “Beijing kind:editorial” in 3 documents with kind: editorial (opinion), country: South Korea.",
      "Without the filters there are 2 excerpts.",
    ]);
    expect(reply.actions).toMatchObject([
      { label: "Search without the filters", command: "search", values: { query: "Beijing" } },
    ]);
  });

  it("offers what finds something: without filters and without quotation marks", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: '"Beijing met Xi" kind:editorial' });
    expect(wordsOf(reply)[1]).toBe("Without the quotation marks there is 1 excerpt.");
    expect(reply.actions).toMatchObject([
      { label: "Search without the quotation marks", values: { query: "Beijing met Xi" } },
    ]);
  });

  it("keeps what is excluded as it takes quotation marks away", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: '"Beijing met Xi" -Kim' });
    expect(reply.actions).toEqual([]);
  });

  it("reads fields, phrases, exclusions and alternatives", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const quotes = async (query: string) => quotesOf(await ask(desk, { query }));
    expect(await quotes("Beijing since:2019")).toEqual(["A communique on the Beijing visit."]);
    expect(await quotes('"met Xi"')).toEqual(["Kim met Xi in Beijing."]);
    expect(await quotes("Beijing -communique")).toEqual(["Kim met Xi in Beijing."]);
  });

  it("tells a mistake in the question, and where it is", async () => {
    const { desk, reported } = await openDeskOver(ENTRIES);
    expect(wordsOf(await ask(desk, { query: "Kim outlt:xinhua" }))).toEqual([
      "There is no filter or option “outlt” (at character 5). Did you mean outlet:? Filters: outlet, country, kind, language, " +
        "author, about, from, to. Options: sort. To search for the word itself, put a space after the colon.",
    ]);
    expect(wordsOf(await ask(desk, { query: "Kim kind:news", kind: "news" }))).toEqual([
      "kind: is given twice. Give it once.",
    ]);
    expect(reported).toEqual([]);
  });

  it("does not offer what would find nothing either", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    const reply = await ask(desk, { query: "volleyball", kind: "news" });
    expect(wordsOf(reply)[0]).toBe("Nothing found for “volleyball” in 3 documents with kind: news.");
    expect(reply.actions).toEqual([]);
  });

  it("says so where there is no word to search for", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    for (const query of ["the of and", "?!", "…"]) {
      expect(wordsOf(await ask(desk, { query }))).toEqual([
        "That has no word to search for: words such as “the” and “of” stand in nearly every text. Name a person, " +
          "a place, an event or a subject.",
      ]);
    }
  });

  it("says so where there is nothing to search", async () => {
    const { desk } = await openDeskOver([]);
    expect(wordsOf(await ask(desk, { query: "Kim" }))).toEqual([
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
    ]);
  });

  it("answers a question of 5,000 characters", async () => {
    const { desk, reported } = await openDeskOver(ENTRIES);
    const found = await ask(desk, { query: `Beijing ${"x".repeat(4_992)}` });
    expectFits(found);
    expect(quotesOf(found)).toHaveLength(2);
    expect(wordsOf(found)).toEqual([
      `2 excerpts for “Beijing ${"x".repeat(111)}…”: 1–2`,
      "The question was very long: its end was left out of the search.",
    ]);
    const nothing = await ask(desk, { query: "volleyball ".repeat(455), outlet: "xinhua" });
    expectFits(nothing);
    expect(wordsOf(nothing)[0]).toBe(
      `Nothing found for “${"volleyball ".repeat(11).slice(0, 119).trim()}…” in 3 documents with outlet: Xinhua.`,
    );
    expect(reported).toEqual([]);
  });

  it("fits where an option of 5,000 characters is wrong", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    for (const option of ["from", "outlet", "country", "kind", "language", "sort"]) {
      expectFits(await ask(desk, { query: "Kim", [option]: "*".repeat(5_000) }));
    }
  });

  it("says how many there are on a page after the last", async () => {
    const { desk } = await openDeskOver(ENTRIES);
    expect(wordsOf(await ask(desk, { query: "Beijing", offset: 2 }))).toEqual([
      "There are no more excerpts: this question has 2.",
    ]);
    expect(wordsOf(await ask(desk, { query: "Beijing", offset: 1_000_001 }))).toEqual([
      "offset: “1000001” is not a whole number from 0 to 1000000. For example offset:0.",
    ]);
  });
});

describe("pages of /korea search", () => {
  const numbered = (words: string, count: number) =>
    Array.from({ length: count }, (_, index) => `Summit number ${index} ${words}`);

  it("hold five excerpts where those are short", async () => {
    const { desk } = await openDeskOver([entryOf(numbered("was held.", 12).join("\n\n"))]);
    const first = await ask(desk, { query: "summit" });
    const pages = await turn(desk, first, "Next");
    expect(wordsOf(first)).toEqual(["12 excerpts for “summit”: 1–5"]);
    expect(first.actions.map(({ label }) => label)).toEqual(["Next"]);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
    expect(pages.flat().toSorted()).toEqual(numbered("was held.", 12).toSorted());
  });

  it("keep filters and order as they turn", async () => {
    const { desk } = await openDeskOver([entryOf(numbered("was held.", 6).join("\n\n"))]);
    const values = { query: "summit", kind: "news", sort: "oldest", language: "en" };
    const [action] = (await ask(desk, values)).actions;
    expect(action).toMatchObject({ label: "Next", command: "search", values: { ...values, offset: 5 } });
  });

  it("show every excerpt in either direction, however long they are", async () => {
    // Marks cost twice: between one and four such excerpts fit a page.
    const bodies = Array.from(
      { length: 23 },
      (_, index) => `Summit ${index} ${(index % 3 === 0 ? "*_" : "ab").repeat(10 + ((index * 37) % 140))}.`,
    );
    const { desk, reported } = await openDeskOver([
      entryOf(bodies.join("\n\n"), { title: "[*]".repeat(60), outlet: "[*]".repeat(20) }),
    ]);
    const first = await ask(desk, { query: "summit" });
    const forward = await turn(desk, first, "Next");
    expect(forward.flat().toSorted()).toEqual(bodies.toSorted());
    expect(forward.some((page) => page.length < EXCERPTS_MAX && page !== forward.at(-1))).toBe(true);

    const last = await ask(desk, { query: "summit", offset: bodies.length - 1 });
    const back = await turn(desk, last, "Previous");
    expect([...new Set(back.flat())].toSorted()).toEqual(bodies.toSorted());
    // Each page ends where the one after it begins; only the first, filled up, may go on.
    expect(back.slice(0, -1).toReversed().flat()).toEqual(
      forward.flat().slice(-back.slice(0, -1).flat().length),
    );
    expect(back.at(-1)).toEqual(forward[0]);
    expect(reported).toEqual([]);
  });
});

describe("every action of /korea search", () => {
  it("runs, and answers with a quote", async () => {
    const bodies = Array.from({ length: 11 }, (_, index) => `Summit number ${index} was held.`);
    const { desk, reported } = await openDeskOver([entryOf(bodies.join("\n\n")), ...ENTRIES]);
    const reply = await ask(desk, { query: "summit", offset: 5 });
    const quotes = reply.blocks.flatMap((block) => (block.type === "quote" ? [block] : []));
    expect(quotes).toHaveLength(5);
    const press = async (action: Action) =>
      asReply(await desk.press(await desk.keep(action, ENGLISH), ENGLISH));
    for (const { excerpt, actions } of quotes) {
      expect(actions.map(({ label }) => label)).toEqual(["Context", "Cite"]);
      const [context, citation] = await Promise.all(actions.map(press));
      expectFits(context!);
      expect(quotesOf(context!)).toContain(excerpt.text);
      expectFits(citation!);
      expect(quotesOf(citation!)).toEqual([excerpt.text]);
    }
    expect(reply.actions.map(({ label }) => label)).toEqual(["Previous", "Next"]);
    const [previous, next] = await Promise.all(reply.actions.map(press));
    expect(wordsOf(previous!)).toEqual(["11 excerpts for “summit”: 1–5"]);
    expect(wordsOf(next!)).toEqual(["11 excerpts for “summit”: 11–11"]);
    expect(reported).toEqual([]);
  });
});
