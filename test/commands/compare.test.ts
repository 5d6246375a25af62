import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { importProgram } from "../../src/cli/import.ts";
import { BUILT_IN, openDesk } from "../../src/compose.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { CompareJson } from "../../src/core/compare/json.ts";
import { COMPONENTS_MAX } from "../../src/core/compare/fits.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { excerptId, verifyExcerpt } from "../../src/core/excerpt.ts";
import type { PositionRecord } from "../../src/core/reference.ts";
import type { Block, RawValues, Reply } from "../../src/core/reply.ts";
import { renderReply } from "../../src/discord/render.ts";
import { folderWith } from "../folder.ts";
import { asReply, dateOf, entryOf, quotesOf, wordsOf } from "../core/samples.ts";
import { ENTITIES, deskWith, saidIn } from "../core/compare/samples.ts";
import { entityOf, positionOf } from "../core/records.ts";
import { configOf } from "../config-of.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en", mayPost: true };
const KOREAN: Asker = { ...ENGLISH, locale: "ko" };

async function compare(desk: Desk, values: RawValues, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.run({ command: "compare", values }, asker));
}

async function json(desk: Desk, values: RawValues, asker = ENGLISH): Promise<CompareJson> {
  return (await desk.find({ command: "compare", values }, asker)) as CompareJson;
}

/** Ids of positions, without their kind. */
function idsOf(positions: readonly { id: string }[]): string[] {
  return positions.map(({ id }) => id.replace(/^position\//u, ""));
}

/** What a reply shows, a line a block or item: `>` begins a quote. */
function linesOf({ blocks }: Reply): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "quote") return [`> ${block.excerpt.text}`];
    const words = (spans: readonly { text: string }[]) => spans.map(({ text }) => text).join("");
    return block.type === "list" ? block.items.map((item) => `- ${words(item)}`) : [words(block.spans)];
  });
}

const cost = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + costOf(block), 0);

/** A reply and all pages after it. */
async function walk(desk: Desk, values: RawValues, asker = ENGLISH): Promise<Reply[]> {
  const pages = [await compare(desk, values, asker)];
  for (;;) {
    const next = pages.at(-1)!.actions.find(({ label }) => label === "Next" || label === "다음");
    if (next === undefined) return pages;
    pages.push(asReply(await desk.press(await keyOf(desk, next), asker)));
    expect(pages.length).toBeLessThan(50);
  }
}

const keyOf = (desk: Desk, action: Reply["actions"][number]) => desk.keep(action, ENGLISH);

async function expectToFit(reply: Reply): Promise<void> {
  expect(quotesOf(reply).length).toBeLessThanOrEqual(EXCERPTS_MAX);
  expect(cost(reply.blocks)).toBeLessThanOrEqual(REPLY_MAX);
  const rendered = await renderReply(reply, () => Promise.resolve("key"));
  const inside = rendered.map((part) => ("components" in part ? part.components.length : 0));
  const buttons = inside.reduce((sum, some) => sum + some, 0);
  expect(rendered.length + buttons).toBeLessThanOrEqual(COMPONENTS_MAX);
  expect(buttons).toBeLessThanOrEqual(25);
}

const POSITIONS: PositionRecord[] = [
  positionOf({ id: "xi-1", who: "xi", also: ["putin"], date: "2018-03-26", opposing: ["dong-a-1"] }),
  positionOf({
    id: "dong-a-1",
    who: "dong-a-ilbo-entity",
    outlet: "dong-a-ilbo-entity",
    date: "2019-01-09",
    kind: "opinion",
    opposing: ["xi-1"],
  }),
  positionOf({ id: "un-1", who: "un", date: "2017", end: "2019-02", kind: "reported" }),
  positionOf({ id: "writer-1", who: "writer", outlet: "xinhua-entity", date: "2018", kind: "opinion" }),
  positionOf({
    id: "nobody-1",
    who: "Some Body",
    date: "2020",
    kind: "opinion",
    statement: "The summit\nwas *short*.",
  }),
];

describe("/korea compare", () => {
  it("shows each side's best excerpt and positions in a fixed order, and says who is silent", async () => {
    const entries = [
      saidIn("US", {}, "The summit, the summit, the summit: a summit it was."),
      saidIn("KR", { kind: "editorial", ownership: "private" }),
      saidIn("CN", { kind: "opinion", ownership: "state" }),
      saidIn("FR"),
      saidIn("KP", {}, "Rice was planted."),
    ];
    const { desk } = await deskWith(entries, POSITIONS);
    const reply = await compare(desk, { topic: "summit" });
    expect(linesOf(reply)).toEqual([
      "What each side says: summit",
      "China",
      "> The summit was held, says from-CN.",
      "- Xi · with Putin · official position · 26 March 2018 · in our paraphrase: The summit matters, holds xi-1. · Opposing positions: Dong-A Ilbo (2019).",
      "North Korea · no statement found in this corpus",
      "South Korea",
      "> The summit was held, says from-KR.",
      "- Dong-A Ilbo · opinion · 9 January 2019 · in our paraphrase: The summit matters, holds dong-a-1. · Opposing positions: Xi (2018), Putin (2018).",
      "United States",
      "> The summit, the summit, the summit: a summit it was.",
      "Japan · no statement found in this corpus",
      "Russia · no statement found in this corpus",
      "United Nations and international bodies · no statement found in this corpus",
      "- United Nations · reported position · 2017 – February 2019 · in our paraphrase: The summit matters, holds un-1.",
      "Others",
      "> The summit was held, says from-FR.",
      "- Some Body · opinion · 2020 · in our paraphrase: The summit was *short*.",
      "- Writer (Syria) · opinion in xinhua-entity · 2018 · in our paraphrase: The summit matters, holds writer-1.",
    ]);
    const citations = reply.blocks.flatMap((block) => (block.type === "quote" ? [block.citation] : []));
    expect(citations.map((spans) => spans.map(({ text }) => text).join(""))).toEqual([
      "opinion · “News of from-CN”, Paper of CN (China, state media), undated · English",
      "editorial (opinion) · “News of from-KR”, Paper of KR (South Korea, private media), undated · English",
      "news · “News of from-US”, Paper of US (United States, ownership unknown), undated · English",
      "news · “News of from-FR”, Paper of FR (France, ownership unknown), undated · English",
    ]);
    const [quote] = reply.blocks.filter((block) => block.type === "quote");
    const id = excerptId(quote!.excerpt);
    expect(quote!.actions).toEqual([
      { label: "Context", command: "read", values: { id } },
      { label: "Share", command: "share", values: { id } },
      { label: "Cite", command: "cite", values: { id } },
    ]);
    expect(reply.actions).toEqual([
      { label: "By outlet", command: "compare", values: { topic: "summit", by: "outlet" }, replaces: true },
      {
        label: "By kind of text",
        command: "compare",
        values: { topic: "summit", by: "kind" },
        replaces: true,
      },
    ]);
  });

  it("answers in Korean", async () => {
    const { desk } = await deskWith([saidIn("KR")], POSITIONS.slice(0, 2));
    expect(linesOf(await compare(desk, { topic: "summit" }, KOREAN))).toEqual([
      "각 측 입장 비교: summit",
      "중국 · 보유 자료에서 관련 발언을 찾지 못했습니다",
      "- Xi(한글) · 공동: Putin(한글) · 공식 입장 · 2018년 3월 26일 · 저희가 풀어 쓴 요지: The summit matters, holds xi-1. · 이와 맞서는 입장: Dong-A Ilbo(한글)(2019)",
      "북한 · 보유 자료에서 관련 발언을 찾지 못했습니다",
      "한국",
      "> The summit was held, says from-KR.",
      "- Dong-A Ilbo(한글) · 의견 · 2019년 1월 9일 · 저희가 풀어 쓴 요지: The summit matters, holds dong-a-1. · 이와 맞서는 입장: Xi(한글)(2018), Putin(한글)(2018)",
      "미국 · 보유 자료에서 관련 발언을 찾지 못했습니다",
      "일본 · 보유 자료에서 관련 발언을 찾지 못했습니다",
      "러시아 · 보유 자료에서 관련 발언을 찾지 못했습니다",
    ]);
  });

  it("says once that there are only our own words, and gives the positions", async () => {
    const ours = entryOf("The summit was a summit.", {
      id: "ours",
      kind: "briefing",
      outletId: "korea-desk",
    });
    const { desk } = await deskWith([ours], POSITIONS.slice(0, 1));
    const reply = await compare(desk, { topic: "summit" });
    expect(linesOf(reply)).toEqual([
      "What each side says: summit",
      "There are no texts of outlets here to quote, only our own words. What each side holds follows in our paraphrase, not in its words.",
      "China",
      "- Xi · with Putin · official position · 26 March 2018 · in our paraphrase: The summit matters, holds xi-1.",
      "North Korea · no position on this is recorded here",
      "South Korea · no position on this is recorded here",
      "United States · no position on this is recorded here",
      "Japan · no position on this is recorded here",
      "Russia · no position on this is recorded here",
    ]);
    expect(quotesOf(reply)).toEqual([]);
  });

  it("tells how many positions are not shown, and shows all of one side alone", async () => {
    const many = Array.from({ length: 15 }, (_, at) =>
      positionOf({
        id: `xi-${at}`,
        who: "xi",
        statement: `The summit ${at}. ${"Words of ours. ".repeat(12)}`,
      }),
    );
    const { desk } = await deskWith([saidIn("CN"), saidIn("KR")], many);
    const together = linesOf(await compare(desk, { topic: "summit" }));
    expect(together.filter((line) => line.startsWith("- "))).toHaveLength(2);
    expect(together).toContain(
      "Further positions are recorded: China 13. Add country:CN to the topic to see one side alone.",
    );
    const pages = await walk(desk, { topic: "summit country:CN" });
    const items = pages.flatMap(linesOf).filter((line) => line.startsWith("- "));
    expect(new Set(items).size).toBe(15);
    expect(items).toHaveLength(15);
    expect(pages.map(quotesOf).map(({ length }) => length)).toEqual([1, 0, 0].slice(0, pages.length));
    expect(linesOf(pages[0]!).slice(0, 3)).toEqual([
      `What each side says (page 1 of ${pages.length}): summit country:CN`,
      "Only with country: China.",
      "China",
    ]);
    expect(linesOf(pages[1]!)[2]).toBe("China");
    for (const page of pages) await expectToFit(page);
  });
});

describe("filters of /korea compare", () => {
  const entries = [
    saidIn("CN", { id: "old", date: dateOf("2017-05") }),
    saidIn("CN", { id: "new", date: dateOf("2019") }),
    saidIn("KR", { id: "undated" }),
  ];
  const shown = async (desk: Desk, values: RawValues) =>
    (await json(desk, values)).groups.map(({ key, excerpt, positions }) =>
      [key, excerpt?.document.id ?? "-", ...idsOf(positions)].join(" "),
    );

  it("are dates of publication, and the days a position was held", async () => {
    const { desk } = await deskWith(entries, POSITIONS);
    expect(await shown(desk, { topic: "summit", from: "2019", to: "2019-12" })).toEqual([
      "CN new",
      "KP -",
      "KR - dong-a-1",
      "US -",
      "JP -",
      "RU -",
      "INT - un-1",
    ]);
    expect(await shown(desk, { topic: "summit after:2016 before:2017-12" })).toEqual([
      "CN old",
      "KP -",
      "KR -",
      "US -",
      "JP -",
      "RU -",
      "INT - un-1",
    ]);
    expect(wordsOf(await compare(desk, { topic: "summit", from: "2019" }))).toContain(
      "Only with from: 2019.",
    );
    const { actions } = await compare(desk, { topic: "summit", from: "2019" });
    expect(actions.map(({ values }) => values)).toEqual([
      { topic: "summit", from: "2019", by: "outlet" },
      { topic: "summit", from: "2019", by: "kind" },
    ]);
    expect(wordsOf(await compare(desk, { topic: "summit", from: "2019", to: "2018" }))).toEqual([
      "from:2019 comes after to:2018, so nothing can lie between. Exchange them.",
    ]);
    expect(wordsOf(await compare(desk, { topic: "summit from:2019", from: "2018" }))).toEqual([
      "from: is given twice. Give it once.",
    ]);
  });

  it("by country leave one side: it alone can be silent", async () => {
    const { desk } = await deskWith(entries, POSITIONS);
    expect(await shown(desk, { topic: "summit country:KR" })).toEqual(["KR undated dong-a-1"]);
    expect(await shown(desk, { topic: "summit country:JP" })).toEqual(["JP -"]);
    expect(await shown(desk, { topic: "summit country:Syria" })).toEqual(["OTHER - writer-1"]);
    expect(await shown(desk, { topic: 'summit outlet:"Paper of KR"' })).toEqual(["KR undated"]);
    expect(await shown(desk, { topic: "summit outlet:Donga" })).toEqual(["KR - dong-a-1"]);
    expect(await shown(desk, { topic: "summit kind:opinion", by: "kind" })).toEqual([
      "opinion - nobody-1 dong-a-1 writer-1",
    ]);
  });

  it("are words, too: phrases, words left out", async () => {
    const { desk } = await deskWith(
      [saidIn("CN", {}, "A long summit."), saidIn("KR", {}, "A short summit.")],
      POSITIONS,
    );
    expect((await shown(desk, { topic: '"long summit"' })).slice(0, 3)).toEqual([
      "CN from-CN",
      "KP -",
      "KR -",
    ]);
    expect((await shown(desk, { topic: "summit -long" })).slice(0, 3)).toEqual([
      "CN - xi-1",
      "KP -",
      "KR from-KR dong-a-1",
    ]);
  });

  it("tell the option by from the field by", async () => {
    const { desk } = await deskWith(entries, POSITIONS);
    expect(wordsOf(await compare(desk, { topic: "summit by:outlet" }))).toEqual([
      "In a topic, by: names an author. To compare by outlet, choose outlet for the option by beside the topic.",
    ]);
    expect(wordsOf(await compare(desk, { topic: "summit by:nobody" }))[0]).toContain("nobody");
    const typed = asReply(await desk.runText("compare summit by:kind", ENGLISH));
    expect(linesOf(typed)[0]).toBe("What each kind of text says: summit");
    expect(wordsOf(await compare(desk, { topic: "summit", by: "contry" }))).toEqual([
      "by: “contry” is not one of country, outlet, kind. Did you mean country?",
    ]);
  });
});

describe("/korea compare by outlet and by kind", () => {
  it("sorts outlets by country and name, those of positions among them", async () => {
    const entries = [
      saidIn("unknown", { id: "nowhere", outlet: null }),
      saidIn("FR", { id: "fr", outlet: "Zeit" }),
      saidIn("DE", { id: "de", outlet: "Zeitung" }),
      saidIn("KR", { id: "kr-b", outlet: "Beta" }),
      saidIn("KR", { id: "kr-a", outlet: "Alpha" }),
      saidIn("CN", { id: "cn", outletId: "xinhua", outlet: "Xinhua" }),
      saidIn("US", { id: "silent", outlet: "Silent" }, "Rice was planted."),
    ];
    const { desk } = await deskWith(entries, POSITIONS);
    const { by, groups } = await json(desk, { topic: "summit", by: "outlet" });
    expect(by).toBe("outlet");
    expect(groups.map(({ key, label, positions }) => [key, label, ...idsOf(positions)])).toEqual([
      ["xinhua", "Xinhua", "writer-1"],
      ["alpha", "Alpha"],
      ["beta", "Beta"],
      ["dong-a-ilbo", "The Dong-A Ilbo", "dong-a-1"],
      ["zeitung", "Zeitung"],
      ["zeit", "Zeit"],
      ["united-nations", "United Nations", "un-1"],
      ["unknown:unknown", "outlet unknown"],
    ]);
    const pages = await walk(desk, { topic: "summit", by: "outlet" });
    expect(pages.map((page) => linesOf(page)[0])).toEqual([
      "What each outlet says (page 1 of 2): summit",
      "What each outlet says (page 2 of 2): summit",
    ]);
    expect(pages.map((page) => quotesOf(page).length)).toEqual([4, 2]);
    expect(pages[1]!.actions).toEqual([
      {
        label: "Previous",
        command: "compare",
        values: { topic: "summit", by: "outlet", offset: 0 },
        replaces: true,
      },
    ]);
    const [, shown] = (await json(desk, { topic: "summit", by: "outlet" }, KOREAN)).groups;
    expect(shown!.label).toBe("Alpha");
  });

  it("compares the 25 outlets that answer best", async () => {
    const entries = Array.from({ length: 30 }, (_, at) =>
      saidIn(
        "KR",
        { id: `o${at}`, outlet: `Outlet ${at}` },
        `The summit. ${"Rice was planted. ".repeat(at)}`,
      ),
    );
    const { desk } = await deskWith(entries);
    const { groups } = await json(desk, { topic: "summit", by: "outlet" });
    expect(
      groups.map(({ excerpt }) => Number(excerpt!.document.id.slice(1))).toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 25 }, (_, at) => at));
  });

  it("shows kinds in a fixed order, ours as ours and the unknown one last", async () => {
    const entries = [
      saidIn("KR", { id: "unknown", kind: "unknown" }),
      entryOf("The summit was a summit.", {
        id: "briefing",
        title: "Summits",
        kind: "briefing",
        outletId: "korea-desk",
        outlet: "Korea Desk",
      }),
      saidIn("KR", { id: "news", kind: "news" }),
      saidIn("CN", { id: "opinion", kind: "opinion" }),
    ];
    const { desk } = await deskWith(entries, POSITIONS);
    const reply = await compare(desk, { topic: "summit", by: "kind" });
    const { groups } = await json(desk, { topic: "summit", by: "kind" });
    expect(
      groups.map(({ key, excerpt, positions }) => [
        key,
        excerpt?.document.id ?? null,
        ...idsOf(positions).toSorted(),
      ]),
    ).toEqual([
      ["opinion", "opinion", "dong-a-1", "nobody-1", "writer-1"],
      ["editorial", null],
      ["news", "news", "un-1"],
      ["official", null, "xi-1"],
      ["briefing", "briefing"],
      ["unknown", "unknown"],
    ]);
    expect(linesOf(reply)).toContain("editorial (opinion) · no statement found in this corpus");
    expect(JSON.stringify(reply.blocks)).toContain("briefing, our own words");
  });

  it("never takes our own words for a side's", async () => {
    const ours = { outletId: "korea-desk", outlet: "Korea Desk", country: "KR" };
    const { desk } = await deskWith(
      [
        entryOf("The summit was ours.", { ...ours, id: "news", kind: "news" }),
        entryOf("The summit was briefed.", { id: "b", kind: "briefing", country: "KR" }),
        entryOf("The summit is an entry.", { id: "r", kind: "reference", country: "KR" }),
        saidIn("CN"),
      ],
      POSITIONS,
    );
    for (const by of ["country", "outlet"]) {
      expect(quotesOf(await compare(desk, { topic: "summit", by }))).toEqual([
        "The summit was held, says from-CN.",
      ]);
    }
  });
});

describe("/korea compare where nothing is found", () => {
  it("says what was searched and what to try", async () => {
    const { desk } = await deskWith([saidIn("CN", { date: dateOf("2018") })], POSITIONS);
    const none = await compare(desk, { topic: "zebra *crossing*" });
    expect(wordsOf(none)).toEqual([
      "No statement and no position is found on this topic: zebra *crossing*. Searched: 6 documents and 5 recorded positions.",
      "Try fewer words, other words for the same thing, or another spelling of a name.",
    ]);
    expect(none.actions).toEqual([]);
    const filtered = await compare(desk, { topic: "summit lang:ja", from: "2030" });
    expect(wordsOf(filtered)[0]).toBe(
      "No statement and no position is found on this topic: summit lang:ja. Searched: 6 documents and 5 recorded positions, with from: 2030, language: Japanese.",
    );
    expect(filtered.actions).toEqual([
      {
        label: "Compare without the filters",
        command: "compare",
        values: { topic: "summit", by: "country" },
        replaces: true,
      },
    ]);
  });

  it("offers a search where our own texts tell of it", async () => {
    const ours = entryOf("Zebras were seen.", { id: "ours", kind: "briefing", outletId: "korea-desk" });
    const { desk } = await deskWith([ours, saidIn("CN")], POSITIONS);
    expect((await compare(desk, { topic: "zebras" })).actions).toEqual([
      { label: "Search all texts", command: "search", values: { query: "zebras" } },
    ]);
    expect((await json(desk, { topic: "zebras" })).groups).toEqual(
      [
        ["CN", "China"],
        ["KP", "North Korea"],
        ["KR", "South Korea"],
        ["US", "United States"],
        ["JP", "Japan"],
        ["RU", "Russia"],
      ].map(([key, label]) => ({ key, label, excerpt: null, positions: [] })),
    );
  });

  it("says so where there is nothing to search, or nothing to search for", async () => {
    const { desk } = await deskWith([]);
    expect(wordsOf(await compare(desk, { topic: "summit" }))).toEqual([
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
    ]);
    const { desk: some } = await deskWith([saidIn("CN")]);
    for (const topic of ["the", "country:CN", "***"]) {
      expect(wordsOf(await compare(some, { topic }))[0]).toMatch(/^That has no word to search for/u);
    }
    expect(await some.runText("compare", ENGLISH)).toMatchObject({
      type: "form",
      fields: [{ name: "topic", label: "What to compare, in your own words" }],
    });
  });
});

describe("the JSON of /korea compare", () => {
  it("is plain data of documents and positions", async () => {
    const { desk } = await deskWith([saidIn("CN", { kind: "opinion", url: "https://news.cn/a" })], POSITIONS);
    const found = await json(desk, { topic: "summit" });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(Object.keys(found)).toEqual(["topic", "by", "groups"]);
    expect(found.groups[0]).toEqual({
      key: "CN",
      label: "China",
      excerpt: {
        id: expect.stringMatching(/^from-CN@[0-9a-f]{8}:0-34$/u) as string,
        text: "The summit was held, says from-CN.",
        start: 0,
        end: 34,
        highlights: [[4, 10]],
        document: {
          id: "from-CN",
          title: "News of from-CN",
          outlet: "Paper of CN",
          country: "CN",
          ownership: "unknown",
          author: null,
          date: null,
          url: "https://news.cn/a",
          kind: "opinion",
          language: "en",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
          sources: [],
        },
        notes: [],
        sameStory: [],
      },
      positions: [
        {
          id: "position/xi-1",
          who: [
            { id: "entity/xi", name: "Xi" },
            { id: "entity/putin", name: "Putin" },
          ],
          kind: "official",
          date: "2018-03-26",
          end: null,
          topic: "summit",
          statement: "The summit matters, holds xi-1.",
          confidence: "known",
          opposing: [{ id: "position/dong-a-1", who: "Dong-A Ilbo", date: "2019-01-09" }],
        },
      ],
    });
    expect(found.groups.at(-2)!.positions[0]).toMatchObject({
      id: "position/un-1",
      date: "2017",
      end: "2019-02",
    });
    expect(found.groups.at(-1)!.positions[0]).toMatchObject({
      who: [{ id: null, name: "Some Body" }],
    });
  });
});

describe("replies of /korea compare", () => {
  const MARKUP = "*_~`|>#<@:[]()\\&+-";
  const marks = (units: number) => MARKUP.repeat(Math.ceil(units / MARKUP.length)).slice(0, units);
  const countries = ["CN", "KP", "KR", "US", "JP", "RU", "FR", "DE", "GB", "IN", "VN", "SG"];
  const hostile = countries.flatMap((country) => [
    entryOf(`The summit ${marks(308)}.`, {
      id: `hostile-${country}`,
      title: marks(300),
      outlet: `${country} ${marks(200)}`,
      author: marks(200),
      country,
      kind: "opinion",
      ownership: "state",
      date: dateOf("2018-09-30"),
      url: `https://example.org/${"(*)".repeat(80)}`,
    }),
  ]);
  const long = countries.flatMap((country) => {
    const who = `who-${country}`;
    return Array.from({ length: 4 }, (_, at) =>
      positionOf({
        id: `${country}-${at}`,
        who,
        also: [who, who],
        date: "2018-09-30",
        end: "2019-09-30",
        outlet: who,
        statement: `The summit ${at} ${marks(400)}`,
        opposing: countries.map((other) => `${other}-0`),
      }),
    );
  });
  const holders = countries.map((country) => entityOf({ id: `who-${country}`, name: marks(200), country }));

  it.each([
    ["country", ENGLISH],
    ["country", KOREAN],
    ["outlet", ENGLISH],
    ["outlet", KOREAN],
    ["kind", ENGLISH],
    ["kind", KOREAN],
  ])("fit with twelve countries full of markup, by %s", async (by, asker) => {
    const { desk, reported } = await deskWith(hostile, long, holders);
    const { groups } = await json(desk, { topic: "summit", by }, asker);
    const pages = await walk(desk, { topic: "summit", by }, asker);
    for (const page of pages) await expectToFit(page);
    const quoted = groups.flatMap(({ excerpt }) => excerpt?.text ?? []);
    expect(quoted).toHaveLength({ country: 7, outlet: 12, kind: 1 }[by]!);
    expect(pages.flatMap(quotesOf)).toEqual(quoted);
    // Back again by Previous, page by page.
    const back: Reply[] = [];
    for (const page of pages) {
      const previous = page.actions.find(({ label }) => label === "Previous" || label === "이전");
      if (previous !== undefined) back.push(asReply(await desk.run(previous, asker)));
    }
    expect(back).toEqual(pages.slice(0, -1));
    expect(reported).toEqual([]);
  });

  it("fit with the shortest excerpts, of which five share a page", async () => {
    const { desk } = await deskWith(countries.map((country) => saidIn(country)));
    const pages = await walk(desk, { topic: "summit", by: "outlet" });
    expect(pages.map((page) => quotesOf(page).length)).toEqual([5, 5, 2]);
    for (const page of pages) await expectToFit(page);
    const last = await compare(desk, { topic: "summit", by: "outlet", offset: 999_999 });
    expect(last).toEqual(pages.at(-1));
  });

  it("stay small and calm whatever is typed", async () => {
    const { desk, reported } = await deskWith([...hostile, saidIn("KR", { id: "kr" })], long, holders);
    for (const topic of [
      "summit ".repeat(800),
      "🙂",
      "\u202esummit\u202c <@1> @everyone",
      "summit*_`|",
      '"summit',
      "sumit:x",
      "-summit",
      "summit OR talks",
      "about:Nobody summit",
      'summit outlet:""',
      "정상회담",
      `summit ${marks(280)}`,
      "x".repeat(5_000),
    ]) {
      for (const asker of [ENGLISH, KOREAN]) await expectToFit(await compare(desk, { topic }, asker));
    }
    expect(reported).toEqual([]);
  });

  it("never put a position into quotation marks or into a quote", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            who: fc.constantFrom(...ENTITIES.map(({ id }) => id), "Some Body"),
            words: fc.stringMatching(/^[ a-z"“”'>*\n]{0,80}$/u),
            kind: fc.constantFrom("official" as const, "reported" as const, "opinion" as const),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.constantFrom("country", "outlet", "kind"),
        fc.constantFrom(ENGLISH, KOREAN),
        fc.boolean(),
        async (given, by, asker, asTopic) => {
          const positions = given.map(({ words, ...one }, at) =>
            positionOf({
              ...one,
              id: `p${at}`,
              statement: `item${at} of the summit ${words} end`,
              outlet: "xinhua-entity",
              opposing: given.map((_, to) => `p${to}`),
            }),
          );
          const { desk } = await deskWith([saidIn("CN"), saidIn("KR", { kind: "opinion" })], positions);
          const shown = positions.map(({ statement }) => statement.replace(/\s+/gu, " ").trim());
          // Who pastes a position in asks for it; it does not come back as somebody's words.
          const typed = shown[0]!.replace(/["“”':>-]/gu, "");
          const reply = await compare(desk, { topic: asTopic ? typed : "summit", by }, asker);
          const excerpts = reply.blocks.flatMap((block) => (block.type === "quote" ? [block.excerpt] : []));
          for (const excerpt of excerpts) verifyExcerpt(excerpt);
          expect(excerpts.filter(({ version }) => !version.documentId.startsWith("from-"))).toEqual([]);
          const words = linesOf(reply).filter((line) => !line.startsWith("> "));
          const found = shown.flatMap((statement) =>
            words.filter((line) => line.includes(statement)).map((line) => line.split(statement, 2)),
          );
          expect(found.length > 0 || asTopic).toBe(true);
          for (const [before, behind] of found) {
            expect(before).not.toMatch(/["“‘「『«']\s*$/u);
            expect(behind).not.toMatch(/^\s*["”’」』»']/u);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("completion of a topic", () => {
  it("offers topics on which positions are recorded, then names", async () => {
    const positions = [
      positionOf({ id: "a", who: "xi", topic: "summit talks" }),
      positionOf({ id: "b", who: "xi", topic: "the summit" }),
      positionOf({ id: "c", who: "xi", topic: "the summit" }),
      positionOf({ id: "d", who: "xi", topic: "abductions" }),
    ];
    const { desk } = await deskWith([], positions);
    expect((await desk.complete("compare", "topic", "", ENGLISH)).slice(0, 4)).toEqual([
      "the summit",
      "summit talks",
      "abductions",
      "Xi",
    ]);
    expect(await desk.complete("compare", "topic", "Summit", ENGLISH)).toEqual([
      "summit talks",
      "the summit",
    ]);
    expect(await desk.complete("compare", "topic", "tru", ENGLISH)).toEqual(["Trump"]);
    expect(await desk.complete("compare", "topic", "zebra", ENGLISH)).toEqual([]);
  });
});

const SEEDS = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));
const isThere = existsSync(SEEDS);
const CONFIG = configOf();

describe("the two texts it started from, compared", () => {
  beforeEach((context) => {
    if (!isThere) context.skip("skipped: ../shared is absent");
  });

  async function seededDesk(): Promise<Desk> {
    const folder = folderWith();
    const [first = "", second = ""] = readdirSync(SEEDS).map((file) => `${SEEDS}/${file}`);
    const write = process.stdout.write.bind(process.stdout);
    // The program tells on standard output what it did with each file.
    process.stdout.write = () => true;
    try {
      expect(await importProgram.run([first, "--out", folder], CONFIG)).toBe(0);
      const told = ["--set", "outlet=dong-a-ilbo", "--set", "kind=editorial"];
      expect(await importProgram.run([second, ...told, "--out", folder], CONFIG)).toBe(0);
    } finally {
      process.stdout.write = write;
    }
    const { desk, close } = await openDesk(CONFIG, [BUILT_IN, folder]);
    onTestFinished(close);
    return desk;
  }

  it("stand under their countries, marked as opinion, with the dispute between them", async () => {
    const desk = await seededDesk();
    const topic = "China's role in denuclearization";
    const reply = await compare(desk, { topic });
    await expectToFit(reply);
    const heads = reply.blocks.flatMap((block) =>
      block.type === "text" && block.spans[0]!.type === "strong"
        ? [block.spans.map(({ text }) => text).join("")]
        : [],
    );
    const silent = "no statement found in this corpus";
    expect(heads).toEqual([
      "China",
      `North Korea · ${silent}`,
      "South Korea",
      `United States · ${silent}`,
      `Japan · ${silent}`,
      `Russia · ${silent}`,
      `Others · ${silent}`,
    ]);
    const marked = reply.blocks.flatMap((block) =>
      block.type === "quote" ? [[block.citation[0]!.text, block.citation[1]!.text]] : [],
    );
    expect(marked).toEqual([
      ["opinion", expect.stringContaining("China.org.cn (China, state media), 3 April 2018")],
      [
        "editorial (opinion)",
        expect.stringContaining("The Dong-A Ilbo (South Korea, private media), 9 January 2019"),
      ],
    ]);
    const items = linesOf(reply).filter((line) => line.startsWith("- "));
    expect(items.find((line) => line.startsWith("- Dong-A Ilbo"))).toMatch(
      / · opinion · .*Opposing positions: Haifa Said \(2018\)/u,
    );
    expect(
      items.find((line) => line.startsWith("- Haifa Said (Syria) · opinion in China.org.cn")),
    ).toBeDefined();

    const { groups } = await json(desk, { topic });
    const opposing = groups
      .flatMap(({ positions }) => positions)
      .filter(({ id }) => id === "position/said-china-centre" || id === "position/donga-suspicion")
      .map(({ id, opposing }) => [id.replace("position/", ""), idsOf(opposing)]);
    expect(opposing).toEqual([
      ["donga-suspicion", expect.arrayContaining(["said-china-centre"])],
      ["said-china-centre", expect.arrayContaining(["donga-suspicion"])],
    ]);
  });
});
