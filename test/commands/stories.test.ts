import { describe, expect, it } from "vitest";
import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import type { Document, Entry } from "../../src/core/document.ts";
import type { Block, RawValues, Reply } from "../../src/core/reply.ts";
import { search } from "../../src/core/search/search.ts";
import { renderReply } from "../../src/console/render.ts";
import { openStore } from "../../src/store/sqlite.ts";
import {
  asReply,
  dateOf,
  deskOver,
  entryOf,
  libraryOf,
  openDeskOver,
  quotesOf,
  wordsOf,
} from "../core/samples.ts";
import { REPORT, without } from "../core/stories/texts.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en" };
const KOREAN: Asker = { tenant: "console", locale: "ko" };

const DONGA = {
  outletId: "dong-a-ilbo",
  outlet: "The Dong-A Ilbo",
  country: "KR",
  ownership: "private",
} as const;
const XINHUA = { outletId: "xinhua", outlet: "Xinhua", country: "CN", ownership: "state" } as const;

/** A copy that the store has put into a story. */
function copyOf(story: string, body: string, given: Partial<Document>): Entry {
  return { ...entryOf(body, given), story };
}

const BODY = "Kim met Xi in Beijing.";
const FIRST = copyOf("a", BODY, {
  id: "a",
  title: "Visit",
  ...XINHUA,
  date: dateOf("2018-03-28"),
  url: "https://news.cn/a",
});
const SECOND = copyOf("a", BODY, { id: "b", title: "Visit", ...DONGA, date: dateOf("2018-03-29") });
const CUT = copyOf("a", `${BODY}\n\nMore on the visit.`, { id: "c", title: "Visit", date: null });
const ALONE = entryOf("Kim spoke of Beijing at home.", { id: "d", title: "Speech", ...DONGA });

async function ask(desk: Desk, values: RawValues, asker = ENGLISH, command = "search"): Promise<Reply> {
  return asReply(await desk.run({ command, values }, asker));
}

function remarksOf({ blocks }: Reply): string[] {
  return blocks.flatMap((block) =>
    block.type === "quote"
      ? (block.remarks ?? []).map((spans) => spans.map(({ text }) => text).join(""))
      : [],
  );
}

const documentsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block: Block) => (block.type === "quote" ? [block.excerpt.version.documentId] : []));

describe("/korea search over copies of one text", () => {
  it("shows one of them, the earliest of equals, and tells where else it appeared", async () => {
    const { desk } = await openDeskOver([SECOND, FIRST, ALONE]);
    const reply = await ask(desk, { query: "Beijing" });
    expect(documentsOf(reply)).toEqual(["a", "d"]);
    expect(remarksOf(reply)).toEqual(["The same text also appeared in: The Dong-A Ilbo (29 March 2018)"]);
    expect(wordsOf(reply)[0]).toBe("2 excerpts for “Beijing”: 1–2");
    expect(renderReply(reply, { columns: null, colour: false }).text).toContain(
      "※ The same text also appeared in: The Dong-A Ilbo (29 March 2018)",
    );
  });

  it("says so where a copy is not word for word the same, and what of it is not known", async () => {
    const { desk } = await openDeskOver([FIRST, CUT]);
    expect(remarksOf(await ask(desk, { query: "Kim met Xi" }))).toEqual([
      "The same text, shortened or edited in places, also appeared in: outlet unknown (undated)",
    ]);
    expect(remarksOf(await ask(desk, { query: "Kim met Xi" }, KOREAN))).toEqual([
      "같은 글이 일부 줄거나 고쳐져 실린 다른 곳: 매체 미상 (날짜 미상)",
    ]);
  });

  it("finds a copy that the filters let through where the others are left out", async () => {
    const { desk } = await openDeskOver([FIRST, SECOND, ALONE]);
    expect(documentsOf(await ask(desk, { query: "Xi", outlet: "동아일보" }))).toEqual(["b"]);
    expect(documentsOf(await ask(desk, { query: "Xi country:CN" }))).toEqual(["a"]);
    expect(documentsOf(await ask(desk, { query: "Xi", from: "2018-03-29" }))).toEqual(["b"]);
    // The remark tells of all: the filter was asked of the excerpts.
    expect(remarksOf(await ask(desk, { query: "Xi country:KR" }))).toEqual([
      "The same text also appeared in: Xinhua (28 March 2018)",
    ]);
  });

  it("orders the one that stands for all by its own date", async () => {
    const early = entryOf("Xi in Beijing.", { id: "early", date: dateOf("2018-03-27"), title: "Other" });
    const { desk } = await openDeskOver([SECOND, FIRST, early]);
    expect(documentsOf(await ask(desk, { query: "Xi", sort: "newest" }))).toEqual(["a", "early"]);
    expect(documentsOf(await ask(desk, { query: "Xi", sort: "oldest" }))).toEqual(["early", "a"]);
  });

  it("names an outlet once, whatever number of copies it has", async () => {
    const on = (id: string, day: string, outlet = DONGA) =>
      copyOf("a", BODY, { id, title: "Visit", ...outlet, date: dateOf(day) });
    const remarkOf = async (...copies: Entry[]) => {
      const { desk } = await openDeskOver([FIRST, ...copies]);
      return remarksOf(await ask(desk, { query: "Beijing" }));
    };
    const [first, same, second, third] = [
      on("b", "2018-03-29"),
      on("c", "2018-03-29"),
      on("d", "2018-03-30"),
      on("e", "2018-03-31"),
    ] as const;
    expect(await remarkOf(first, same)).toEqual([
      "The same text also appeared in: The Dong-A Ilbo (29 March 2018)",
    ]);
    expect(await remarkOf(first, same, second)).toEqual([
      "The same text also appeared in: The Dong-A Ilbo (29 March 2018, 30 March 2018)",
    ]);
    expect(await remarkOf(first, same, second, third)).toEqual([
      "The same text also appeared in: The Dong-A Ilbo (29 March 2018, and 2 more)",
    ]);
  });

  it("names four at most, and counts the others", async () => {
    const copies = Array.from({ length: 7 }, (_, at) =>
      copyOf("a", BODY, {
        id: `x${at}`,
        title: "Visit",
        outlet: `Paper ${at}`,
        date: dateOf(`2019-01-0${at + 1}`),
      }),
    );
    const { desk } = await openDeskOver([FIRST, ...copies]);
    expect(remarksOf(await ask(desk, { query: "Xi" }))).toEqual([
      "The same text also appeared in: Paper 0 (1 January 2019), Paper 1 (2 January 2019), Paper 2 (3 January 2019), " +
        "Paper 3 (4 January 2019), and 3 more",
    ]);
  });

  it("leaves the remark out where an excerpt has no room for it", async () => {
    const long = `Summit ${"*_".repeat(590)}`;
    const copies = Array.from({ length: 6 }, (_, at) =>
      copyOf("x0", long, {
        id: `x${at}`,
        title: "[*]".repeat(60),
        outlet: "*".repeat(200),
        date: dateOf("2019"),
      }),
    );
    const { desk, reported } = await openDeskOver(copies);
    const reply = await ask(desk, { query: "summit" });
    expect(documentsOf(reply)).toEqual(["x0"]);
    expect(costOfAll(reply.blocks)).toBeLessThanOrEqual(REPLY_MAX);
    expect(reported).toEqual([]);
  });

  it("turns pages on which no text comes twice, each as full as it can be", async () => {
    const stories = Array.from({ length: 12 }, (_, at) => `Summit number ${at} was held.`);
    const entries = stories.flatMap((body, at) =>
      ["p", "q", "r"].slice(0, 1 + (at % 3)).map((paper, copy) => {
        const given = { id: `${paper}${at}`, title: `Title ${copy}`, outlet: paper, date: dateOf("2019") };
        return at % 3 === 0 ? entryOf(body, given) : copyOf(`p${at}`, body, given);
      }),
    );
    const { desk } = await openDeskOver(entries);
    const pages: string[][] = [];
    let reply = await ask(desk, { query: "summit" });
    expect(wordsOf(reply)[0]).toBe("12 excerpts for “summit”: 1–5");
    for (;;) {
      pages.push(quotesOf(reply));
      const next = reply.actions.find(({ label }) => label === "Next");
      if (next === undefined) break;
      reply = asReply(await desk.press(await desk.keep(next, ENGLISH), ENGLISH));
    }
    expect(pages.map(({ length }) => length)).toEqual([EXCERPTS_MAX, EXCERPTS_MAX, 2]);
    expect(pages.flat().toSorted()).toEqual(stories.toSorted());
    const back: string[][] = [];
    for (;;) {
      const previous = reply.actions.find(({ label }) => label === "Previous");
      if (previous === undefined) break;
      reply = asReply(await desk.press(await desk.keep(previous, ENGLISH), ENGLISH));
      back.unshift(quotesOf(reply));
    }
    expect(back).toEqual(pages.slice(0, -1));
  });

  it("gives the others in JSON", async () => {
    const { desk } = await openDeskOver([FIRST, SECOND, ALONE]);
    const found = await desk.find({ command: "compare", values: { topic: "Xi in Beijing" } }, ENGLISH);
    const groups = (
      found as { groups: { excerpt: { sameStory: unknown; document: { id: string } } | null }[] }
    ).groups;
    expect(
      groups.flatMap(({ excerpt }) => (excerpt === null ? [] : [[excerpt.document.id, excerpt.sameStory]])),
    ).toEqual([
      ["a", [{ id: "b", outlet: "The Dong-A Ilbo", date: "2018-03-29", url: null }]],
      ["b", [{ id: "a", outlet: "Xinhua", date: "2018-03-28", url: "https://news.cn/a" }]],
    ]);
  });

  it("finds every copy where all of them are asked for", () => {
    const library = libraryOf([FIRST, SECOND, CUT]);
    expect(search(library, { query: "Kim met Xi", limit: 9 }).total).toBe(1);
    expect(search(library, { query: "Kim met Xi", limit: 9, copies: true }).total).toBe(3);
  });
});

describe("other commands over copies of one text", () => {
  it("/korea compare keeps the copy of each outlet, and tells of the other", async () => {
    const { desk } = await openDeskOver([FIRST, SECOND, ALONE]);
    const reply = await ask(desk, { topic: "Kim met Xi", by: "outlet" }, ENGLISH, "compare");
    expect(documentsOf(reply)).toEqual(["a", "b"]);
    expect(remarksOf(reply)).toEqual([
      "The same text also appeared in: The Dong-A Ilbo (29 March 2018)",
      "The same text also appeared in: Xinhua (28 March 2018)",
    ]);
  });

  it("/korea check lists every place", async () => {
    const { desk } = await openDeskOver([FIRST, SECOND, ALONE]);
    const found = await desk.find({ command: "check", values: { quote: "Kim met Xi in Beijing" } }, ENGLISH);
    expect(found).toMatchObject({ verdict: "exact", occurrences: [{}, {}] });
  });

  it("/korea read tells it once, and reads the other copies", async () => {
    const { desk } = await openDeskOver([FIRST, SECOND, ALONE]);
    const reply = await ask(desk, { id: "a" }, ENGLISH, "read");
    const told = wordsOf(reply).filter((words) => words.startsWith("The same text"));
    expect(told).toEqual(["The same text also appeared in: The Dong-A Ilbo (29 March 2018)"]);
    expect(remarksOf(reply)).toEqual([]);
    const [action] = reply.actions;
    expect(action).toEqual({ label: "Copy: The Dong-A Ilbo", command: "read", values: { id: "b" } });
    const other = asReply(await desk.press(await desk.keep(action!, ENGLISH), ENGLISH));
    expect(documentsOf(other)).toEqual(["b"]);
    expect((await ask(desk, { id: "d" }, ENGLISH, "read")).actions).toEqual([]);
    expect(await desk.find({ command: "read", values: { id: "b" } }, ENGLISH)).toMatchObject({
      sameStory: [{ id: "a", outlet: "Xinhua", date: "2018-03-28", url: "https://news.cn/a" }],
    });
  });

  it("/korea read does not tell of copies of words that a document has no longer", async () => {
    const { desk, store } = await openDeskOver([FIRST, SECOND]);
    const older = entryOf("Kim saw Xi in Beijing.", { id: "a", title: "Visit", ...XINHUA });
    await store.save("import", [older]);
    const id = `a@${older.version.sha256.slice(0, 8)}:0-3`;
    const reply = await ask(desk, { id }, ENGLISH, "read");
    expect(wordsOf(reply).filter((words) => words.startsWith("The same text"))).toEqual([]);
    expect(reply.actions.map(({ label }) => label)).toEqual(["What changed", "Newest version"]);
    expect(await desk.find({ command: "read", values: { id } }, ENGLISH)).toMatchObject({ sameStory: [] });
  });
});

it("what the store links is shown as one", async () => {
  const store = await openStore({ path: ":memory:", now: () => 0 });
  await store.save("import", [
    entryOf(REPORT, { id: "wire", title: "Line reopened", ...XINHUA, date: dateOf("2026-10-09") }),
    entryOf(without(REPORT, 3, 5), {
      id: "paper",
      title: "Line reopened",
      ...DONGA,
      date: dateOf("2026-10-10"),
    }),
  ]);
  const { desk } = await deskOver(libraryOf(await store.entries()));
  store.close();
  const reply = await ask(desk, { query: "duty officers will speak twice a day" });
  expect(documentsOf(reply)).toEqual(["wire"]);
  expect(remarksOf(reply)).toEqual([
    "The same text, shortened or edited in places, also appeared in: The Dong-A Ilbo (10 October 2026)",
  ]);
});
