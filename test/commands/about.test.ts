import { beforeAll, describe, expect, it } from "vitest";
import type { CardJson } from "../../src/core/about/json.ts";
import { subjectsOf } from "../../src/core/about/subject.ts";
import { EXCERPTS_MAX, REPLY_MAX, costOf } from "../../src/core/budget.ts";
import type { Asker, Desk } from "../../src/core/desk.ts";
import { UserError } from "../../src/core/errors.ts";
import type { Library } from "../../src/core/library.ts";
import type { Action, RawValues, Reply } from "../../src/core/reply.ts";
import { renderReply } from "../../src/discord/render.ts";
import { SMALL } from "../core/about/small.ts";
import { builtInLibrary, libraryBeside, libraryWith } from "../core/libraries.ts";
import { asReply, dateOf, deskOver, entryOf, quotesOf, wordsOf } from "../core/samples.ts";

const ENGLISH: Asker = { tenant: "console", locale: "en", mayPost: true };
const KOREAN: Asker = { tenant: "console", locale: "ko", mayPost: true };
/** Components of a message that the core may use; Discord counts each text, row and button. */
const COMPONENTS_MAX = 30;
/** What Slack shows of a button's label. */
const LABEL_MAX = 75;

let library: Library;
let desk: Desk;
let reported: unknown[];
beforeAll(async () => {
  library = await builtInLibrary();
  ({ desk, reported } = await deskOver(library));
});

async function about(values: RawValues, asker = ENGLISH, over = desk): Promise<Reply> {
  return asReply(await over.run({ command: "about", values }, asker));
}

/** Runs what a button does, as after a restart: from what the store kept. */
async function press(action: Action, asker = ENGLISH): Promise<Reply> {
  return asReply(await desk.press(await desk.keep(action, asker), asker));
}

function actionOf(reply: Reply, label: string): Action {
  const action = reply.actions.find((one) => one.label === label);
  if (action === undefined) throw new Error(`no button ${label}: ${labelsOf(reply).join(", ")}`);
  return action;
}

/** The words of all blocks, a line a block or item, quotes behind a mark. */
function linesOf(reply: Reply): string[] {
  return reply.blocks.flatMap((block) =>
    block.type === "quote" ? [`> ${block.excerpt.text}`] : wordsOf({ ...reply, blocks: [block] }),
  );
}

function labelsOf(reply: Reply): string[] {
  return reply.actions.map(({ label }) => label);
}

/** What keeps a reply from fitting every platform; empty where it fits. */
async function unfit(reply: Reply): Promise<string[]> {
  const cost = reply.blocks.reduce((sum, block) => sum + costOf(block), 0);
  const actions = [
    ...reply.actions,
    ...reply.blocks.flatMap((block) => (block.type === "quote" ? block.actions : [])),
  ];
  const components = await renderReply(reply, async () => "key");
  const count = components.reduce(
    (sum, one) => sum + 1 + ("components" in one ? one.components.length : 0),
    0,
  );
  return [
    ...(reply.blocks.length === 0 ? ["nothing"] : []),
    ...(cost > REPLY_MAX ? [`costs ${cost}`] : []),
    ...(quotesOf(reply).length > EXCERPTS_MAX ? [`${quotesOf(reply).length} quotes`] : []),
    ...(count > COMPONENTS_MAX ? [`${count} components`] : []),
    ...(actions.length > 25 ? [`${actions.length} buttons`] : []),
    ...actions.filter(({ label }) => label === "" || label.length > LABEL_MAX).map(({ label }) => label),
  ];
}

describe("a card", () => {
  let small: Desk;
  beforeAll(async () => {
    ({ desk: small } = await deskOver(SMALL));
  });

  it("of a person shows names, role, positions with their contraries, events, excerpts and sources", async () => {
    const reply = await about({ name: "Ana Kim" }, ENGLISH, small);
    expect(linesOf(reply)).toMatchInlineSnapshot(`
      [
        "Ana Kim · 김아나",
        "person, South Korea · our own words · Envoy since 2017",
        "Korean 김아나 · Chinese, hanja 金阿娜 · Also called Envoy Kim of the year 1990, Envoy Kim of the year 1991, Envoy Kim of the year 1992, Envoy Kim of the year 1993, Envoy Kim of the year 1994, and 8 more",
        "Positions held, in our paraphrase: 2",
        "2 January 2019 · Ana Kim · official position · freeze: Wants none any more. Differs from what the same side held: April 2018.",
        "April 2018 · Ana Kim · official position · freeze: Wants a freeze. Opposing positions: The Lake (2018). Differs from what the same side held: 2 January 2019. · position/yes",
        "Events: 2",
        "May 2018 · A vote · event/vote",
        "27 April 2018 · Lake Pact signed · event/signing",
        "Party to agreements: 1",
        "27 April 2018 · Pact of the Lake · agreement/pact-2018",
        "Excerpt from the one document with this name",
        "> Ana Kim signed the Lake Pact. Resolution 9999 came later.",
        "Sources of this entry: 1",
        "A Press, “Who is who”, May 2019 · example.org",
        "Verified: the main fact of this entry stands in at least one listed source. The entry is in our own words. Positions are our paraphrases, not quotations.",
      ]
    `);
    expect(labelsOf(reply)).toEqual(["Names", "Timeline"]);
  });

  it("is in Korean for whoever reads Korean, the records' own words in English", async () => {
    const reply = await about({ name: "ANAKIM" }, KOREAN, small);
    expect(linesOf(reply)).toMatchInlineSnapshot(`
      [
        "김아나 · Ana Kim",
        "인물, 대한민국 · 자체 작성 · Envoy since 2017",
        "한국어 김아나 · 중국어, 한자 金阿娜 · 다른 이름 Envoy Kim of the year 1990, Envoy Kim of the year 1991, Envoy Kim of the year 1992, Envoy Kim of the year 1993, Envoy Kim of the year 1994, 외 8개",
        "밝힌 입장(자체 요약): 2건",
        "2019년 1월 2일 · 김아나 · 공식 입장 · freeze: Wants none any more. 같은 측의 다른 시기 입장과 다름: 2018년 4월.",
        "2018년 4월 · 김아나 · 공식 입장 · freeze: Wants a freeze. 이와 맞서는 입장: The Lake(2018). 같은 측의 다른 시기 입장과 다름: 2019년 1월 2일. · position/yes",
        "사건: 2건",
        "2018년 5월 · A vote · event/vote",
        "2018년 4월 27일 · Lake Pact signed · event/signing",
        "당사자로 참여한 합의: 1건",
        "2018년 4월 27일 · Pact of the Lake · agreement/pact-2018",
        "이 이름이 나오는 문서의 인용",
        "> Ana Kim signed the Lake Pact. Resolution 9999 came later.",
        "이 항목의 출처: 1건",
        "A Press, 「Who is who」, 2019년 5월 · example.org",
        "확인됨: 이 항목의 핵심 사실이 제시된 출처 가운데 적어도 한 곳에 있습니다. 항목은 저희가 영어로 작성했습니다. 입장은 인용이 아니라 저희가 영어로 요약한 것입니다.",
      ]
    `);
    expect(labelsOf(reply)).toEqual(["이름", "연표"]);
  });

  it("of a term defines it, with what others hold on it, and related ones as buttons", async () => {
    const reply = await about({ name: "frozen" }, ENGLISH, small);
    expect(linesOf(reply)).toMatchInlineSnapshot(`
      [
        "freeze · 동결",
        "term · our own words · A stop.",
        "Related: Lake Pact, Ana Kim",
        "Korean 동결 · Also called frozen",
        "Positions of others on this, in our paraphrase: 3",
        "2 January 2019 · Ana Kim · official position · freeze: Wants none any more. Differs from what the same side held: April 2018.",
        "April 2018 · Ana Kim · official position · freeze: Wants a freeze. Opposing positions: The Lake (2018). Differs from what the same side held: 2 January 2019. · position/yes",
        "2018 · The Lake · official position · freeze: Wants boats. Opposing positions: Ana Kim (2018).",
        "No text here has this name, our own entries aside: there are no excerpts to quote.",
        "The entry is in our own words. Positions are our paraphrases, not quotations.",
      ]
    `);
    expect(labelsOf(reply)).toEqual(["Lake Pact", "Ana Kim"]);
    expect(wordsOf(await about(reply.actions[0]!.values, ENGLISH, small))[0]).toBe("Lake Pact · 호수 협정");
  });

  it("of an agreement shows what it provides and whether it holds", async () => {
    const reply = await about({ name: "호수협정" }, ENGLISH, small);
    expect(linesOf(reply)).toMatchInlineSnapshot(`
      [
        "Lake Pact · 호수 협정",
        "document, international · our own words · Pact about the lake",
        "agreement · 27 April 2018, in force from 2019",
        "Status: In force.",
        "Parties: Ana Kim, The Lake",
        "Provisions, in our summary:",
        "No boats",
        "Fish for all",
        "Korean 호수 협정 · Also called Pact of the Lake",
        "Events: 1",
        "27 April 2018 · Lake Pact signed · event/signing",
        "Excerpt from the one document with this name",
        "> Ana Kim signed the Lake Pact. Resolution 9999 came later.",
        "Sources of this entry: 1",
        "Lake Office, “Text”",
        "Known: well established, but the listed sources support this entry only in part. The entry is in our own words.",
      ]
    `);
  });

  it("of an agreement that is nobody's name is found by its title or its number", async () => {
    const reply = await about({ name: "S/RES/9999" }, ENGLISH, small);
    expect(linesOf(reply)).toMatchInlineSnapshot(`
      [
        "UN Security Council Resolution 9999 (2018): Boats on the lake",
        "resolution of the UN Security Council · May 2018 · our own words",
        "Status: In force.",
        "Parties: UN Security Council",
        "Events: 1",
        "May 2018 · A vote · event/vote",
        "Excerpt from the one document with this name",
        "> Ana Kim signed the Lake Pact. Resolution 9999 came later.",
        "Known: well established, but no source is listed for this entry. The entry is in our own words.",
      ]
    `);
    expect(linesOf(await about({ name: "boats on the lake" }, ENGLISH, small))).toEqual(linesOf(reply));
  });

  it("never shows a position as a quotation", async () => {
    const statements = library.reference.positions.map(({ statement }) => statement);
    for (const part of ["positions", "events", "names", "sources"]) {
      const reply = await about({ name: "Kim Jong Un", part });
      expect(quotesOf(reply)).toEqual([]);
    }
    for (const quote of quotesOf(await about({ name: "Kim Jong Un" }))) {
      expect(statements).not.toContain(quote);
    }
  });
});

describe("a name", () => {
  it("that several have is asked back, with a button for each", async () => {
    const reply = await about({ name: "rocket man" });
    expect(wordsOf(reply)).toEqual(["“rocket man” can mean several. Which one?"]);
    expect(labelsOf(reply)).toEqual([
      "Kim Jong Un — person, North Korea: Supreme leader of the DPRK since…",
      "Rocket Man — term: Trump's nickname for Kim in 2017.",
    ]);
    expect(reply.actions[1]).toMatchObject({
      command: "about",
      values: { name: "term/rocket-man" },
      replaces: true,
    });
    expect(wordsOf(await press(reply.actions[1]!))[0]).toBe("Rocket Man · 로켓맨");
  });

  it("that is nobody's alone is not guessed", async () => {
    expect(wordsOf(await about({ name: "the North" }))).toEqual([
      "“the North” may mean this, among others, so nothing is guessed. Known here under it:",
    ]);
    expect(await unfit(await about({ name: "Kim" }))).toEqual([]);
    expect(wordsOf(await about({ name: "Kim" }))[0]).toContain("is not the name of one alone");
    for (const name of ["김", "金"])
      expect(labelsOf(await about({ name }))).toEqual(labelsOf(await about({ name: "Kim" })));
    const several = await about({ name: "joint" });
    expect(await unfit(several)).toEqual([]);
    for (const { ids, form } of library.reference.ambiguous) {
      const reply = await about({ name: form });
      expect(await unfit(reply)).toEqual([]);
      const isCard = reply.blocks[0]?.type === "heading";
      expect(isCard || reply.actions.length >= ids.length).toBe(true);
      for (const action of reply.actions)
        expect(wordsOf(await press(action)).join("")).not.toContain("nothing is guessed");
    }
  });

  it("that is misspelt is met with names that are near, and a search", async () => {
    const reply = await about({ name: "Kim Jng Unn" });
    expect(wordsOf(reply)).toEqual(["“Kim Jng Unn” is not a name known here.", "Did you mean one of these?"]);
    expect(labelsOf(reply)[0]).toMatch(/^Kim Jong Un — person/u);
    expect(actionOf(reply, "Search")).toMatchObject({ command: "search", values: { query: "Kim Jng Unn" } });
  });

  it("that is none is met with what to do", async () => {
    expect(wordsOf(await about({ name: "zzzzzzzz" }))).toEqual([
      "“zzzzzzzz” is not a name known here.",
      "Write the name alone, in any script: an actor, a place, a weapon, an agreement, a programme or a term. A " +
        "search finds words in texts.",
    ]);
    expect(wordsOf(await about({ name: "🚀" }))[0]).toBe(
      "“🚀” has no letters or digits. Write a name, such as Kim Yo Jong, 판문점 or S/RES/2397.",
    );
    expect(labelsOf(await about({ name: "🚀" }))).toEqual([]);
  });

  it.each([
    "x".repeat(5_000),
    "*_`~|".repeat(1_000),
    "🚀".repeat(2_000),
    "\u202e\u200f\u0000",
    "<@1234> @everyone [x](https://example.org)",
    "\ud800",
    'outlet:nowhere "open',
    "김".repeat(5_000),
    "__proto__",
    "entity/",
    "entity/__proto__",
    "constructor",
  ])("may be anything (%#)", async (name) => {
    for (const asker of [ENGLISH, KOREAN]) {
      const reply = await about({ name }, asker);
      expect(await unfit(reply)).toEqual([]);
      for (const action of reply.actions) expect(await unfit(await press(action, asker))).toEqual([]);
    }
    expect(reported).toEqual([]);
  });

  it("is asked for where it is missing", async () => {
    expect(await desk.runText("about", ENGLISH)).toMatchObject({ type: "form", fields: [{ name: "name" }] });
    expect(wordsOf(await about({ name: "THAAD", part: "nonsense" }))[0]).toContain("part: “nonsense”");
  });

  it("is completed, agreements by their titles too", async () => {
    expect((await desk.complete("about", "name", "kim jong u", ENGLISH))[0]).toBe("Kim Jong Un");
    expect(await desk.complete("about", "name", "japan-dprk stock", ENGLISH)).toEqual([
      "Japan-DPRK Stockholm Agreement",
    ]);
  });
});

describe("pages of a card", () => {
  it("hold every position once, forward and back", async () => {
    const held = library.reference.positions.filter(({ who, also }) =>
      [who, ...also].includes("kim-jong-un"),
    );
    const pages = [await about({ name: "Kim Jong Un", part: "positions" })];
    for (;;) {
      const next = pages.at(-1)!.actions.find(({ label }) => label === "Next");
      if (next === undefined) break;
      pages.push(await press(next));
    }
    const ids = pages.flatMap(wordsOf).flatMap((line) => line.match(/position\/\S+$/u) ?? []);
    expect(ids.toSorted()).toEqual(held.map(({ id }) => `position/${id}`).toSorted());
    expect(pages.length).toBeGreaterThan(1);
    const [first, second] = pages;
    expect(wordsOf(first!)[0]).toMatch(/^Kim Jong Un: Positions 1–\d+ of \d+$/u);
    expect(labelsOf(first!)).toEqual(["Overview", "Next"]);
    expect(wordsOf(await press(actionOf(second!, "Previous")))).toEqual(wordsOf(first!));
    expect(wordsOf(await press(actionOf(second!, "Overview")))[0]).toBe("Kim Jong Un · 김정은");
  });

  it("say so where there is none, or no more", async () => {
    expect(wordsOf(await about({ name: "term/cvid", part: "agreements" }))).toEqual([
      "This card has no page “Agreements”: nothing of that kind is recorded here.",
    ]);
    const late = await about({ name: "Kim Jong Un", part: "positions", offset: 999 });
    expect(wordsOf(late)[0]).toMatch(/^There is no more: this page of the card has \d+\.$/u);
    expect(labelsOf(late)).toEqual(["Overview"]);
  });

  it("of names show every one", async () => {
    const reply = await about({ name: "김정은", part: "names" });
    const { aliases, ko_aliases } = library.reference.entities.find(({ id }) => id === "kim-jong-un")!;
    for (const alias of [...aliases, ...ko_aliases]) expect(wordsOf(reply).join("\n")).toContain(alias);
  });
});

describe("another corpus", () => {
  const news = (id: string, date: string | null, body: string) =>
    entryOf(body, { id, title: id, outlet: "Paper", ...(date === null ? {} : { date: dateOf(date) }) });

  it("says that it has no excerpts, and names no id that it cannot read", async () => {
    const empty = await deskOver(libraryBeside(library, []));
    const none = await about({ name: "Kim Jong Un" }, ENGLISH, empty.desk);
    expect(quotesOf(none)).toEqual([]);
    expect(wordsOf(none)).toContain(
      "There are no documents to search. The operator can add some with: npm run -s korea -- import FILE",
    );
    expect(wordsOf(none).join("\n")).not.toMatch(/event\/|position\//u);
    const other = await deskOver(libraryBeside(library, [news("a", null, "Nothing of note.")]));
    expect(wordsOf(await about({ name: "Kim Jong Un" }, ENGLISH, other.desk))).toContain(
      "No text here has this name, our own entries aside: there are no excerpts to quote.",
    );
  });

  it("quotes other people's documents first, the newest before older ones, one passage of each", async () => {
    const briefing = entryOf("Kim Jong Un is in our briefing.", {
      id: "ours",
      kind: "briefing",
      outletId: "korea-desk",
      date: dateOf("2026-01-01"),
    });
    const over = libraryBeside(library, [
      briefing,
      news("undated", null, "김정은 위원장 without a date."),
      news(
        "old",
        "2017",
        "Kim Jong Un in an old text.\n\nAnd Kim Jong Un once more, in a longer paragraph of it.",
      ),
      news("new", "2025-01-02", "In a new text, 金正恩."),
    ]);
    const opened = await deskOver(over);
    expect(quotesOf(await about({ name: "Kim Jong Un" }, ENGLISH, opened.desk))).toEqual([
      "In a new text, 金正恩.",
      "Kim Jong Un in an old text.",
    ]);
    expect(quotesOf(await about({ name: "Kim Jong Un", part: "excerpts" }, ENGLISH, opened.desk))).toEqual([
      "In a new text, 金正恩.",
      "Kim Jong Un in an old text.",
      "김정은 위원장 without a date.",
      "Kim Jong Un is in our briefing.",
    ]);
  });

  it("without records has nothing to show, and says so", async () => {
    const { desk: bare } = await deskOver(libraryWith({}));
    expect(wordsOf(await about({ name: "Kim Jong Un" }, ENGLISH, bare))).toEqual([
      "“Kim Jong Un” is not a name known here.",
      "There are no entries here: the reference base is empty. A search finds words in texts.",
    ]);
    expect(await bare.complete("about", "name", "", ENGLISH)).toEqual([]);
  });

  it("may hold records of any kind and length, full of markup", async () => {
    const long = "*[_](http://x) ".repeat(60);
    const { desk: odd, reported: defects } = await deskOver(
      libraryWith(
        {
          entities: [
            {
              id: "odd",
              type: "spaceship",
              name: `Odd ${long}`,
              aliases: Array.from({ length: 90 }, (_, index) => `${long} ${index}`),
              ko: "이상한 것",
              ko_aliases: [],
              zh_aliases: [],
              role: long.repeat(9),
              country: "??",
              sources: Array.from({ length: 9 }, (_, index) => ({
                title: long,
                publisher: long,
                date: "long ago",
                url: `https://example.org/${"*".repeat(index * 90)}`,
              })),
              confidence: "known",
            },
          ],
          events: Array.from({ length: 80 }, (_, index) => ({
            id: `e${index}`,
            date: "2018",
            title: long,
            summary: long,
            places: [],
            place_ids: [],
            actors: ["x"],
            actor_ids: ["odd"],
            topics: [],
            sources: [],
            confidence: "known" as const,
          })),
        },
        { forms: { "entity/odd": ["이상한 것"] } },
      ),
    );
    for (const part of [undefined, "events", "names", "sources"]) {
      const reply = await about({ name: "이상한 것", ...(part === undefined ? {} : { part }) }, ENGLISH, odd);
      expect(await unfit(reply)).toEqual([]);
    }
    expect(defects).toEqual([]);
  });
});

describe("korea about --json", () => {
  const find = (name: string, locale = "en") =>
    desk.find({ command: "about", values: { name } }, { ...ENGLISH, locale });

  it("gives the record, what is known beside it, and excerpts", async () => {
    const { desk: small } = await deskOver(SMALL);
    const values = { name: "호수 협정" };
    const json = (await small.find({ command: "about", values }, ENGLISH)) as CardJson;
    const { excerpts, ...rest } = json;
    expect(rest).toMatchInlineSnapshot(`
      {
        "agreement": {
          "date": "2018-04-27",
          "effective": "2019",
          "id": "agreement/pact-2018",
          "kind": "agreement",
          "parties": [
            {
              "id": "entity/ana-kim",
              "name": "Ana Kim",
            },
            {
              "id": null,
              "name": "The Lake",
            },
          ],
          "provisions": [
            "No boats",
            "Fish for all",
          ],
          "status": "In force.",
          "title": "Pact of the Lake",
        },
        "agreements": [],
        "confidence": "known",
        "country": "INT",
        "definition": null,
        "events": [
          {
            "date": "2018-04-27",
            "end": null,
            "id": "event/signing",
            "title": "Lake Pact signed",
          },
        ],
        "id": "entity/pact",
        "ids": [
          "entity/pact",
          "agreement/pact-2018",
        ],
        "kind": "entity",
        "mentions": 1,
        "name": "Lake Pact",
        "names": {
          "hanja": null,
          "ja": null,
          "ko": "호수 협정",
          "name": "Lake Pact",
          "others": [
            "Pact of the Lake",
          ],
          "ru": null,
          "zh": null,
        },
        "positions": [],
        "related": [],
        "role": "Pact about the lake",
        "sources": [
          {
            "date": null,
            "publisher": "Lake Office",
            "title": "Text",
            "url": null,
          },
        ],
        "type": "document",
      }
    `);
    expect(excerpts).toHaveLength(json.mentions);
    for (const { text, start, end, document } of excerpts) {
      expect(SMALL.get(document.id)!.version.body.slice(start, end)).toBe(text);
    }
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const { positions } = (await small.find(
      { command: "about", values: { name: "Ana Kim" } },
      ENGLISH,
    )) as CardJson;
    expect(positions).toMatchInlineSnapshot(`
      [
        {
          "confidence": "verified",
          "date": "2019-01-02",
          "end": null,
          "holds": true,
          "id": "position/later",
          "kind": "official",
          "opposing": [
            {
              "date": "2018-04",
              "id": "position/yes",
              "who": "Ana Kim",
            },
          ],
          "statement": "Wants none any more.",
          "topic": "freeze",
          "who": [
            {
              "id": "entity/ana-kim",
              "name": "Ana Kim",
            },
          ],
        },
        {
          "confidence": "verified",
          "date": "2018-04",
          "end": null,
          "holds": true,
          "id": "position/yes",
          "kind": "official",
          "opposing": [
            {
              "date": "2018",
              "id": "position/no",
              "who": "The Lake",
            },
            {
              "date": "2019-01-02",
              "id": "position/later",
              "who": "Ana Kim",
            },
          ],
          "statement": "Wants a freeze.",
          "topic": "freeze",
          "who": [
            {
              "id": "entity/ana-kim",
              "name": "Ana Kim",
            },
          ],
        },
      ]
    `);
  });

  it("gives choices where a name is not one subject's", async () => {
    expect(await find("rocket man")).toMatchObject({
      query: "rocket man",
      choices: [
        { id: "entity/kim-jong-un", kind: "entity", name: "Kim Jong Un" },
        { id: "term/rocket-man", kind: "term", name: "Rocket Man" },
      ],
    });
    await expect(find("zzzzzzzz")).rejects.toBeInstanceOf(UserError);
  });
});

describe("every card of the built-in corpus", () => {
  it.each([
    ["English", ENGLISH],
    ["Korean", KOREAN],
  ])(
    "fits, and so does what its buttons show: %s",
    async (_, asker) => {
      const problems: string[] = [];
      for (const subject of subjectsOf(library.reference)) {
        const reply = await about({ name: subject.id }, asker);
        const shown = await Promise.all(reply.actions.map((action) => press(action, asker)));
        for (const [index, one] of [reply, ...shown].entries()) {
          for (const problem of await unfit(one)) {
            problems.push(`${subject.id} ${index === 0 ? "" : reply.actions[index - 1]!.label}: ${problem}`);
          }
        }
      }
      expect(problems).toEqual([]);
      expect(reported).toEqual([]);
    },
    120_000,
  );

  it.each([
    ["English", ENGLISH],
    ["Korean", KOREAN],
  ])(
    "fits on every page, of the thirty largest: %s",
    async (_, asker) => {
      const size = (id: string) =>
        library.reference.events.filter((one) => [...one.actor_ids, ...one.place_ids].includes(id)).length +
        5 * library.reference.positions.filter(({ who }) => who === id).length;
      const largest = library.reference.entities.toSorted((a, b) => size(b.id) - size(a.id)).slice(0, 30);
      for (const { id } of largest) {
        for (const part of ["positions", "events", "agreements", "excerpts", "names", "sources"]) {
          let page = await about({ name: `entity/${id}`, part }, asker);
          let pages = 1;
          for (;;) {
            expect(await unfit(page)).toEqual([]);
            const next = page.actions.find(({ label }) => label === (asker === ENGLISH ? "Next" : "다음"));
            if (next === undefined) break;
            page = await press(next, asker);
            pages += 1;
          }
          expect(pages).toBeLessThan(20);
        }
      }
      expect(reported).toEqual([]);
    },
    120_000,
  );
});
