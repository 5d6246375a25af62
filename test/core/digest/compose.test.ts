import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXCERPTS_MAX, REPLY_MAX, costOfAll } from "../../../src/core/budget.ts";
import {
  composeDigest,
  type Digest,
  type DigestInput,
  type NewDocument,
} from "../../../src/core/digest/compose.ts";
import { BRIEF_MAX } from "../../../src/core/digest/brief.ts";
import type { Entry } from "../../../src/core/document.ts";
import { verifyExcerpt } from "../../../src/core/excerpt.ts";
import type { Library } from "../../../src/core/library.ts";
import type { Block, Reply } from "../../../src/core/reply.ts";
import { renderReply as renderDiscord } from "../../../src/discord/render.ts";
import { renderReply as renderConsole } from "../../../src/console/render.ts";
import { libraryWith } from "../libraries.ts";
import { eventOf } from "../records.ts";
import { dateOf, entryOf } from "../samples.ts";

const DAY = "2026-06-12";

/** A news report of this number, all different texts. */
const report = (number: number, given: Partial<Entry["document"]> = {}): Entry =>
  entryOf(`Envoy number ${number} went to Hanoi on Thursday. He came back on Friday with nothing to show.`, {
    id: `report-${number}`,
    title: `Report ${number}`,
    outlet: "Example Times",
    country: "KR",
    ownership: "private",
    author: "A. Writer",
    date: dateOf("2026-06-11"),
    url: `https://news.example.com/${number}`,
    ...given,
  });

const reports = (count: number) => Array.from({ length: count }, (_, at) => report(at + 1));

const newsOf = (entries: readonly Entry[]): NewDocument[] =>
  entries.map(({ document }, at) => ({ document, addedSeq: 100 + at }));

interface Given {
  readonly query?: string | null;
  readonly quiet?: boolean;
  readonly language?: "en" | "ko";
  readonly news?: readonly NewDocument[];
  readonly late?: boolean;
  readonly past?: readonly string[];
  readonly localDate?: string;
}

function inputOf(library: Library, entries: readonly Entry[], given: Given = {}): DigestInput {
  const { query = null, quiet = false, language = "en", ...rest } = given;
  return {
    subscription: { query, quiet, language, zone: "Asia/Seoul" },
    localDate: DAY,
    news: newsOf(entries),
    library,
    past: [],
    late: false,
    ...rest,
  };
}

/** The digest of these documents, all of them new, and nothing else known. */
function digestOf(entries: readonly Entry[], given: Given = {}): Digest {
  return composeDigest(inputOf(libraryWith({}, { entries }), entries, given));
}

function replyOf({ reply }: Digest): Reply {
  if (reply === null) throw new Error("silence");
  return reply;
}

const shown = (digest: Digest) => renderConsole(replyOf(digest), { columns: null, colour: false }).text;

const numbersShown = (digest: Digest) => quotes(digest).map(({ citation }) => citation[0]!.text);

function quotes(digest: Digest) {
  return replyOf(digest).blocks.filter(
    (block): block is Extract<Block, { type: "quote" }> => block.type === "quote",
  );
}

const idsOf = (digest: Digest) => quotes(digest).map(({ excerpt }) => excerpt.version.documentId);

describe("a digest of news", () => {
  test("of one document opens with its first sentences, attributed", () => {
    const digest = digestOf([report(1)]);
    expect(shown(digest)).toBe(`Digest for 12 June 2026

1 new document

> Envoy number 1 went to Hanoi on Thursday. He came back on Friday with nothing to show.
  1 · news · A. Writer, “Report 1”, Example Times (South Korea, private media), 11 June 2026 · English · https://news.example.com/1

[1] Open 1
`);
    expect(digest).toMatchObject({ items: 1, why: { type: "news", matched: 1, of: 1 }, quoteOfDay: null });
  });

  test("in Korean, and late", () => {
    const korean = report(1, { language: "ko", title: "특사 하노이행" });
    const entry = {
      ...korean,
      version: entryOf("특사가 목요일에 하노이로 떠났다.", { id: "report-1" }).version,
    };
    expect(shown(digestOf([entry], { language: "ko", late: true }))).toBe(`2026년 6월 12일 소식

예정된 시각보다 늦게 보내 드립니다.

새 문서 1건

> 특사가 목요일에 하노이로 떠났다.
  1 · 뉴스 · A. Writer, 「특사 하노이행」, Example Times (대한민국, 민영 매체), 2026년 6월 11일 · 한국어 · https://news.example.com/1

[1] 1번 열기
`);
  });

  test("of a query quotes the best passage with what matched, and tells how many matched", () => {
    const other = entryOf("The weather was fine.\n\nSanctions on coal stayed in force, the ministry said.", {
      id: "coal",
      date: dateOf("2026-06-12"),
    });
    const digest = digestOf([report(1), other], { query: "coal sanctions" });
    expect(idsOf(digest)).toEqual(["coal"]);
    const [{ excerpt }] = quotes(digest) as [ReturnType<typeof quotes>[number]];
    expect(excerpt.highlights.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
      "Sanctions",
      "coal",
    ]);
    expect(digest.why).toEqual({ type: "news", matched: 1, of: 2 });
    expect(shown(digest)).toContain("\n1 of 2 new documents matches “coal sanctions”\n");
  });

  test("tells under what else it was searched", () => {
    const entries = [report(1)];
    const library = libraryWith({}, { entries, forms: { "entity/hanoi": ["Hanoi", "하노이"] } });
    const digest = composeDigest(inputOf(library, entries, { query: "하노이" }));
    expect(idsOf(digest)).toEqual(["report-1"]);
    expect(shown(digest)).toContain("Also searched: Hanoi.");
  });

  test("answers from the news alone, whatever else answers better", () => {
    const old = entryOf("Coal sanctions, coal sanctions: sanctions on coal.", { id: "old" });
    const fresh = entryOf("Sanctions on coal stayed in force.", { id: "fresh" });
    const library = libraryWith({}, { entries: [old, fresh] });
    expect(idsOf(composeDigest(inputOf(library, [fresh], { query: "coal sanctions" })))).toEqual(["fresh"]);
  });

  test("a query that only narrows lets all of it through, but for what it excludes", () => {
    const entries = [
      report(1),
      report(2, { kind: "opinion" }),
      entryOf("Tariffs came up first.\n\nThen the trade war did, for an hour.", {
        id: "war",
        date: dateOf("2026-06-10"),
      }),
    ];
    const ids = (query: string) => idsOf(digestOf(entries, { query }));
    expect(ids("kind:news")).toEqual(["report-1", "war"]);
    expect(ids("kind:opinion from:2026-06-11")).toEqual(["report-2"]);
    expect(ids("-Hanoi")).toEqual(["war"]);
    // A passage without the excluded words answers, as in a search.
    expect(quotes(digestOf(entries, { query: "kind:news -tariffs -Hanoi" }))[0]!.excerpt.text).toBe(
      "Then the trade war did, for an hour.",
    );
    expect(quotes(digestOf(entries, { query: '-"trade war" -Hanoi' }))[0]!.excerpt.text).toBe(
      "Tariffs came up first.",
    );
    expect(digestOf(entries, { query: "kind:official" }).why).toEqual({ type: "noMatch", of: 3 });
  });

  test("the newest comes first, of one day what came last, undated last", () => {
    const entries = [
      report(1, { date: dateOf("2026-06-10") }),
      report(2, { date: null }),
      report(3),
      report(4, { date: dateOf("2026-06-12") }),
      report(5),
    ];
    expect(idsOf(digestOf(entries))).toEqual(["report-4", "report-5", "report-3", "report-1", "report-2"]);
  });

  test("one text in several outlets is one item with its outlets, the first of them quoted", () => {
    const copy = (id: string, outlet: string, date: string) => ({
      ...report(1, { id, outlet, date: dateOf(date) }),
      version: entryOf(report(1).version.body, { id }).version,
      story: "first",
    });
    const entries = [
      copy("second", "Second Post", "2026-06-12"),
      copy("first", "First Post", "2026-06-10"),
      copy("third", "Third Post", "2026-06-12"),
      report(2, { date: dateOf("2026-06-09") }),
    ];
    for (const query of [null, "Hanoi"]) {
      const digest = digestOf(entries, { query });
      expect([digest.items, digest.why]).toEqual([2, { type: "news", matched: 4, of: 4 }]);
      expect(shown(digest)).toContain("4 new documents");
      expect(shown(digest)).toContain(", 2 different texts\n");
      const [item] = quotes(digest).filter(({ remarks }) => remarks !== undefined);
      expect(item!.excerpt.version.documentId).toBe("first");
      expect(item!.remarks![0]!.map(({ text }) => text).join("")).toBe(
        "The same text also appeared in: Second Post (12 June 2026), Third Post (12 June 2026)",
      );
    }
    expect(idsOf(digestOf(entries))).toEqual(["first", "report-2"]);
  });

  test("ten fit, each with its button, and the eleventh is behind one", () => {
    const ten = digestOf(reports(10));
    expect(numbersShown(ten)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(replyOf(ten).actions.map(({ label }) => label)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Open ${at + 1}`),
    );
    const eleven = digestOf(reports(11));
    expect(numbersShown(eleven)).toHaveLength(10);
    expect(eleven.items).toBe(11);
    expect(replyOf(eleven).actions.at(-1)).toEqual({
      label: "1 more",
      command: "digest",
      values: {
        date: DAY,
        after: 99,
        through: 110,
        offset: 0,
        shown: "101,102,103,104,105,106,107,108,109,110",
      },
    });
    expect(replyOf(digestOf(reports(11), { query: "Hanoi envoy" })).actions.at(-1)!.values["query"]).toBe(
      "Hanoi envoy",
    );
  });

  test("ten thousand are one digest, and every one is counted", () => {
    const entries = reports(10_000);
    const library = libraryWith({}, { entries });
    for (const query of [null, "Hanoi"]) {
      const digest = composeDigest(inputOf(library, entries, { query }));
      expect(digest).toMatchObject({ items: 10_000, why: { type: "news", matched: 10_000, of: 10_000 } });
      expect(numbersShown(digest)).toHaveLength(10);
      expect(replyOf(digest).actions.at(-1)!.label).toBe("9990 more");
    }
  });

  test("the fullest form in which all fit is taken: links go before titles, sentences before links", () => {
    const sentence = `The first sentence ${"goes on and on about Hanoi, ".repeat(8)}and then it ends.`;
    const of = (count: number) => {
      const entries = Array.from({ length: count }, (_, at) =>
        entryOf(`${sentence} A second one follows.`, {
          ...report(at).document,
          id: `long-${at}`,
          url: `https://news.example.com/${"path/".repeat(8)}${at}`,
        }),
      );
      return quotes(digestOf(entries));
    };
    expect(of(EXCERPTS_MAX).map(({ excerpt }) => excerpt.text)).toEqual(Array(5).fill(sentence));
    const [brief] = of(7);
    const [briefest] = of(10);
    for (const quote of [brief!, briefest!]) {
      expect(quote.excerpt.text.length).toBeLessThanOrEqual(BRIEF_MAX);
      expect(quote.excerpt.text).toMatch(/^The first sentence goes on .* \S+$/u);
      expect(sentence.charAt(quote.excerpt.text.length)).toBe(" ");
      expect(quote.excerpt.cutEnd).toBe(true);
    }
    const hasLink = ({ citation }: ReturnType<typeof quotes>[number]) =>
      citation.some(({ type }) => type === "link");
    expect([hasLink(brief!), hasLink(briefest!)]).toEqual([true, false]);
  });

  test("what the library does not have, or has no words of, is no news", () => {
    const entries = [report(1), entryOf("", { id: "empty" })];
    const library = libraryWith({}, { entries });
    const gone = newsOf([...entries, report(2)]);
    const digest = composeDigest(inputOf(library, entries, { news: gone }));
    expect([idsOf(digest), digest.why]).toEqual([["report-1"], { type: "news", matched: 1, of: 2 }]);
  });

  test("hostile titles and texts become no markup", async () => {
    const title = "@everyone **[click](https://evil.example)** <@1> `x`\n# big ~~gone~~ ‮";
    const digest = digestOf([report(1, { title, outlet: title, author: title })], {
      query: 'Hanoi -"**x**"',
    });
    const components = await renderDiscord(replyOf(digest), async () => "key");
    const [first] = components as { content: string }[];
    expect(first!.content).toContain("\\*\\*\\[click]\\(");
    expect(first!.content).not.toMatch(/(?<!\\)<@1>|(?<!\\)\[click|\n# |‮/u);
  });

  test("a query that cannot be searched any more says so", () => {
    const digest = digestOf([report(1)], { query: "Hanoi by:Nobody" });
    expect(digest.why).toEqual({ type: "unreadable", mistake: expect.stringContaining("Nobody") as string });
    expect(shown(digest)).toContain("“Hanoi by:Nobody” could not be searched. ");
    expect(digestOf([report(1)], { query: "Hanoi by:Nobody", quiet: true }).reply).toBeNull();
  });

  test("a day that is none is refused", () => {
    for (const localDate of ["2026-06", "2026-02-30", "today"])
      expect(() => digestOf([], { localDate })).toThrow(RangeError);
  });
});

describe("on this day", () => {
  const events = [
    eventOf({ id: "a", date: "1999-06-12", title: "First thing" }),
    eventOf({ id: "b", date: "2000-06-01", end: "2000-06-30", title: "Long thing" }),
    eventOf({ id: "c", date: "2001-06-12", title: "Second thing" }),
    eventOf({ id: "d", date: "2026-06-12", title: "Today's thing" }),
    eventOf({ id: "e", date: "2001-06-13", title: "Next day's thing" }),
  ];
  const library = (entries: readonly Entry[]) => libraryWith({ events }, { entries });
  const told = (digest: Digest) =>
    replyOf(digest).blocks.flatMap((block) =>
      block.type === "list" ? block.items.map((spans) => spans[1]!.text) : [],
    );

  test("two events of earlier years, those of that day alone first, with a button to more", () => {
    const digest = composeDigest(inputOf(library([report(1)]), [report(1)]));
    expect(told(digest)).toEqual([" · First thing", " · Second thing"]);
    expect(replyOf(digest).actions.at(-1)).toEqual({
      label: "More on this day",
      command: "today",
      values: { date: DAY },
    });
    expect(told(composeDigest(inputOf(library([]), [])))).toEqual([" · First thing", " · Second thing"]);
  });

  test("make room for news", () => {
    const entries = reports(30).map(({ version, document }) =>
      entryOf(version.body, {
        ...document,
        title: "A very long title ".repeat(6),
        outlet: "Long name ".repeat(6),
      }),
    );
    const digest = composeDigest(inputOf(library(entries), entries));
    expect(told(digest)).toEqual([" · First thing"]);
    expect(numbersShown(digest).length).toBeGreaterThan(4);
  });

  test("no heading on a day without events", () => {
    const digest = composeDigest(inputOf(library([report(1)]), [report(1)], { localDate: "2026-01-05" }));
    expect(shown(digest)).not.toContain("On this day");
    expect(replyOf(digest).actions).toHaveLength(1);
  });
});

describe("a day without news", () => {
  const SENTENCES = [
    "The ministry in Seoul said on Monday that talks would go on behind closed doors.",
    "Coal exports fell by a third in the first half of the year, customs data showed.",
    "Nobody in the delegation of Pyongyang spoke to reporters who had waited all day.",
  ];
  const texts = [
    entryOf(`${SENTENCES[0]} He laughed. ${SENTENCES[1]}`, { id: "one", title: "One", author: "A. Writer" }),
    entryOf(
      `Short one.\n\n${SENTENCES[2]} This points back at what was said before it, so it does not stand alone.`,
      {
        id: "two",
      },
    ),
    entryOf("The position of somebody in our own words, which nobody may ever quote as theirs, is this.", {
      id: "position/x",
      outletId: "korea-desk",
      kind: "reference",
    }),
  ];
  const library = libraryWith({}, { entries: texts });
  const quoted = (given: Given = {}) => composeDigest(inputOf(library, [], given));

  test("has a quote, and says that nothing came in", () => {
    const digest = composeDigest(inputOf(libraryWith({}, { entries: texts.slice(1, 2) }), []));
    expect(shown(digest)).toBe(`Digest for 12 June 2026

Nothing new came in.

Quote of the day

> ${SENTENCES[2]}…
  news · “Title”, outlet unknown, undated · English

[1] Context
`);
    expect(digest).toMatchObject({ items: 0, why: { type: "noNews" } });
    expect(digest.quoteOfDay).toBe(replyOf(digest).actions[0]!.values["id"]);
  });

  test("or news that do not match", () => {
    const entries = [report(1)];
    const all = libraryWith({}, { entries: [...texts, ...entries] });
    const digest = composeDigest(inputOf(all, entries, { query: "submarine cables" }));
    expect(digest.why).toEqual({ type: "noMatch", of: 1 });
    expect(shown(digest)).toContain("One new document came in; it does not match “submarine cables”.");
    expect(digest.quoteOfDay).not.toBeNull();
  });

  test("nothing of what came in and does not match is a quote, nor what is dated later", () => {
    const came = entryOf(SENTENCES[0]!, { id: "came", date: dateOf("2026-06-11") });
    const later = entryOf(SENTENCES[1]!, { id: "later", date: dateOf("2026-06-13") });
    const idOn = (localDate: string, news: Entry[]) =>
      composeDigest(
        inputOf(libraryWith({}, { entries: [came, later] }), news, { localDate, query: "submarine cables" }),
      ).quoteOfDay;
    expect(idOn("2026-06-12", [came])).toBeNull();
    expect(idOn("2026-06-12", [])).toMatch(/^came@/u);
    expect(idOn("2026-06-13", [came])).toMatch(/^later@/u);
    expect(idOn("2026-06-10", [])).toBeNull();
  });

  test("somebody's words come before our own, and the beginning of a paragraph before what follows there", () => {
    const own = Array.from({ length: 6 }, (_, at) =>
      entryOf(`${SENTENCES[0]} ${at}`, { id: `own${at}`, outletId: "korea-desk", kind: "briefing" }),
    );
    const theirs = entryOf(`Short one. ${SENTENCES[2]}\n\n${SENTENCES[1]}`, {
      id: "theirs",
      kind: "opinion",
    });
    const all = libraryWith({}, { entries: [...own, theirs] });
    const digestOf = (past: readonly string[]) =>
      composeDigest(inputOf(all, [], { past, localDate: "2026-06-12" }));
    const past: string[] = [];
    for (const sentence of [SENTENCES[1], SENTENCES[2]]) {
      const digest = digestOf(past);
      expect(quotes(digest)[0]!.excerpt.text).toBe(sentence);
      past.push(digest.quoteOfDay!);
    }
    expect(digestOf(past).quoteOfDay).toMatch(/^own/u);
  });

  test("is silence where that is wanted", () => {
    expect(quoted({ quiet: true })).toEqual({
      reply: null,
      items: 0,
      why: { type: "noNews" },
      quoteOfDay: null,
    });
  });

  test("without any quotable text says only that nothing came in", () => {
    const digest = composeDigest(inputOf(libraryWith({}, { entries: texts.slice(2) }), []));
    expect([shown(digest), digest.quoteOfDay]).toEqual([
      "Digest for 12 June 2026\n\nNothing new came in.\n",
      null,
    ]);
  });

  test("no quote comes again before all came, whatever the days and the subscription are", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 9, maxLength: 9 }),
        fc.option(fc.string({ maxLength: 20 })),
        fc.constantFrom("en" as const, "ko" as const),
        (days, query, language) => {
          const past: string[] = [];
          for (const day of days) {
            const localDate = `2026-02-${String(day).padStart(2, "0")}`;
            const id = quoted({ localDate, query, language, past }).quoteOfDay;
            expect(id).not.toBeNull();
            past.push(id!);
          }
          for (const round of [past.slice(0, 3), past.slice(3, 6), past.slice(6)])
            expect(new Set(round).size).toBe(3);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("every quote is one whole sentence, and texts in the subscription's language come first", () => {
    const korean = entryOf("통일부 대변인은 월요일 서울에서 기자들과 만나 대화의 문이 열려 있다고 말했다.", {
      id: "ko",
      language: "ko",
    });
    const all = libraryWith({}, { entries: [...texts, korean] });
    const idOf = (past: readonly string[]) =>
      composeDigest(inputOf(all, [], { language: "ko", past })).quoteOfDay!;
    const first = idOf([]);
    expect(first).toMatch(/^ko@/u);
    expect(idOf([first])).toMatch(/^(?:one|two)@/u);
    const seen = new Set<string>();
    for (let past: string[] = []; past.length < 3;) {
      const digest = quoted({ past });
      seen.add(quotes(digest)[0]!.excerpt.text);
      past = [...past, digest.quoteOfDay!];
    }
    expect([...seen].toSorted()).toEqual(SENTENCES.toSorted());
  });

  test("the day and the subscription choose it", () => {
    const ofDays = Array.from(
      { length: 28 },
      (_, day) => quoted({ localDate: `2026-02-${String(day + 1).padStart(2, "0")}` }).quoteOfDay!,
    );
    expect(new Set(ofDays).size).toBeGreaterThan(1);
    const ofQueries = Array.from({ length: 20 }, (_, at) => quoted({ query: `word${at}` }).quoteOfDay!);
    expect(new Set(ofQueries).size).toBeGreaterThan(1);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.constantFrom(
    "*".repeat(500),
    "[](".repeat(200),
    "\u200b".repeat(300),
    "한".repeat(600),
    "@everyone ".repeat(60),
  ),
  fc.lorem({ maxCount: 60 }),
);

test("whatever comes in, a digest fits a message, quotes verbatim, and is the same again", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          body: hostile,
          title: hostile,
          outlet: fc.option(hostile),
          author: fc.option(hostile),
          url: fc.option(fc.webUrl({ withQueryParameters: true })),
          story: fc.option(fc.constantFrom("document-0", "document-1")),
        }),
        { maxLength: 14 },
      ),
      fc.oneof(fc.constant(null), hostile),
      fc.boolean(),
      fc.constantFrom("en" as const, "ko" as const),
      (given, query, late, language) => {
        const entries = given.map(({ body, story, ...known }, at): Entry => ({
          ...entryOf(body, { id: `document-${at}`, ...known }),
          ...(story === null ? {} : { story }),
        }));
        const events = [1, 2, 3].map((at) =>
          eventOf({ id: `e${at}`, date: `200${at}-06-12`, title: "Thing ".repeat(60) }),
        );
        const input = inputOf(libraryWith({ events }, { entries }), entries, { query, late, language });
        const digest = composeDigest(input);
        const { blocks, actions } = replyOf(digest);
        expect(costOfAll(blocks)).toBeLessThanOrEqual(REPLY_MAX);
        expect(1 + actions.length + Math.ceil(actions.length / 5)).toBeLessThanOrEqual(30);
        for (const { excerpt } of quotes(digest)) verifyExcerpt(excerpt);
        expect(composeDigest(input)).toEqual(digest);
      },
    ),
    { numRuns: 60 },
  );
});
