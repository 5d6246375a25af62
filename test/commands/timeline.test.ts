import { beforeAll, describe, expect, it } from "vitest";
import { messagesFor } from "../../src/messages/index.ts";
import type { Library } from "../../src/core/library.ts";
import type { RawValues, Reply } from "../../src/core/reply.ts";
import {
  ENGLISH,
  KOREAN,
  asking,
  eventLibrary,
  excessOf,
  linesOf,
  openedBy,
  type Asking,
} from "../core/events/base.ts";
import { builtInLibrary } from "../core/libraries.ts";
import { entityOf, eventOf } from "../core/records.ts";
import { NOW } from "../core/samples.ts";

const SMALL = {
  events: [
    eventOf({
      id: "summit",
      date: "2019-02-27",
      end: "2019-02-28",
      title: "Summit in Hanoi",
      topics: ["summit"],
      places: ["Hanoi"],
      place_ids: ["hanoi"],
      actors: ["Kim Jong Un", "A host"],
      actor_ids: ["kju", null],
      sources: [
        { title: "Text", publisher: "Ministry", key: "k" },
        { title: "News", publisher: "Paper", url: "https://www.paper.example/1", date: "2019-03-01" },
        { title: "More", publisher: "Agency" },
      ],
    }),
    eventOf({ id: "letter", date: "2018-06", title: "A letter", actor_ids: ["kju"], confidence: "known" }),
    eventOf({ id: "one", date: "2018-06-12", title: "One thing", topics: ["un"] }),
    eventOf({ id: "two", date: "2018-06-12", title: "Another thing", sources: [] }),
  ],
  ambiguous: [
    { form: "Kim", ids: ["kju", "kyj"] },
    { form: "the host", ids: ["kyj"] },
  ],
  entities: [
    entityOf({ id: "kju", name: "Kim Jong Un", ko: "김정은", zh_aliases: ["金正恩"], country: "KP" }),
    entityOf({ id: "kyj", name: "Kim Yo Jong", country: "KP" }),
    entityOf({ id: "entity/hanoi", name: "Hanoi", country: "VN" }),
  ],
};

let small: Asking;
let whole: Asking;
let library: Library;
beforeAll(async () => {
  small = await asking(eventLibrary(SMALL));
  library = await builtInLibrary();
  whole = await asking(library);
});

describe("/korea timeline", () => {
  it("shows the latest events where nothing is asked for, and says so", async () => {
    expect(linesOf(await small.ask("timeline", {}))).toEqual([
      "Timeline: all events (newest first)",
      "2019",
      "- 27–28 February 2019 · Summit in Hanoi · verified · sources: Paper, Ministry, and 1 more · [paper.example](https://www.paper.example/1)",
      "2018",
      "- 12 June 2018 · Another thing · verified",
      "- 12 June 2018 · One thing · verified · sources: A paper",
      "- June 2018 · A letter · known, sources partial · sources: A paper",
      "4 events.",
      "Verified: the main fact stands in at least one listed source. Known: well established, but the listed sources support it only in part.",
      "The reference base has 4 events, from June 2018 to 28 February 2019.",
      "[27–28 February 2019]",
      "[12 June 2018: Another thing]",
      "[12 June 2018: One thing]",
      "[June 2018]",
    ]);
  });

  it.each(["Kim Jong Un", "김정은", "金正恩", "entity/kju"])(
    "tells the story of %s, oldest first",
    async (about) => {
      expect(linesOf(await small.ask("timeline", { about }))).toEqual([
        "Timeline: Kim Jong Un (oldest first)",
        "2018",
        "- June 2018 · A letter · known, sources partial · sources: A paper",
        "2019",
        "- 27–28 February 2019 · Summit in Hanoi · verified · sources: Paper, Ministry, and 1 more · [paper.example](https://www.paper.example/1)",
        "2 events.",
        "Verified: the main fact stands in at least one listed source. Known: well established, but the listed sources support it only in part.",
        "[June 2018]",
        "[27–28 February 2019]",
      ]);
    },
  );

  it("answers in Korean", async () => {
    expect(
      linesOf(await small.ask("timeline", { topic: "summit", from: "2019", to: "2020-01" }, KOREAN)),
    ).toEqual([
      "연표: 정상회담 · 2019년부터 · 2020년 1월까지 (오래된 순)",
      "2019년",
      "- 2019년 2월 27~28일 · Summit in Hanoi · 확인됨 · 출처: Paper, Ministry, 외 1건 · [paper.example](https://www.paper.example/1)",
      "사건 1건.",
      "확인됨: 핵심 사실이 제시된 출처 가운데 적어도 한 곳에 나옵니다.",
      "[2019년 2월 27~28일]",
    ]);
  });

  it("lets a person choose whom a shared name means, keeping the other filters", async () => {
    const choice = await small.ask("timeline", { about: "kim", from: "2019" });
    expect(linesOf(choice)).toEqual([
      "“kim” can mean several. Which timeline do you want?",
      "- Kim Jong Un (2 events) · somebody",
      "- Kim Yo Jong (0 events) · somebody",
      "[Kim Jong Un (2 events)]",
      "[Kim Yo Jong (0 events)]",
    ]);
    const chosen = await small.press(choice.actions[0]!);
    expect(linesOf(chosen)[0]).toBe("Timeline: Kim Jong Un · from 2019 (oldest first)");
    expect(openedBy(chosen)).toEqual(["summit"]);
  });

  it("says for whom it took a name, and what is there without the narrowest filter", async () => {
    const empty = await small.ask("timeline", { about: "the host", topic: "un", sort: "newest" });
    expect(linesOf(empty)).toEqual([
      "No event found for: Kim Yo Jong · United Nations.",
      "“the host” was taken to mean Kim Yo Jong.",
      "Without “Kim Yo Jong” there is 1 event.",
      "The reference base has 4 events, from June 2018 to 28 February 2019.",
      "[Without “Kim Yo Jong”]",
      "[Search the texts for Kim Yo Jong]",
    ]);
    expect(empty.actions.map(({ command, values }) => [command, values])).toEqual([
      ["timeline", { topic: "un", sort: "newest" }],
      ["search", { query: "Kim Yo Jong" }],
    ]);
    const wider = await small.press(empty.actions[0]!);
    expect(openedBy(wider)).toEqual(["one"]);
    expect(openedBy(await small.ask("timeline", { about: "Kim Jong Un", from: "2020" }))).toEqual([]);
  });

  it("takes a topic for one where it is typed like a name", async () => {
    const reply = await small.ask("timeline", { about: "summits" });
    expect(linesOf(reply)[0]).toBe("Timeline: summits (oldest first)");
    expect(openedBy(reply)).toEqual(["summit"]);
    expect(linesOf(await small.ask("timeline", { about: "summits", topic: "un" }))).toEqual([
      "“summits” is no name that I know. Try another spelling, or search the texts for it with /korea search.",
    ]);
  });

  it("names every mistake", async () => {
    const said = async (values: RawValues) => linesOf(await small.ask("timeline", values));
    expect(await said({ about: "Hanio" })).toEqual(["“Hanio” is no name that I know. Did you mean Hanoi?"]);
    expect(await said({ from: "2020", to: "2019" })).toEqual([
      "from:2020 comes after to:2019, so nothing can lie between. Exchange them.",
    ]);
    expect((await said({ topic: "sanction" }))[0]).toMatch(/^topic: “sanction” .*Did you mean sanctions\?/u);
    expect((await said({ from: "June" }))[0]).toMatch(/^from: “June” is not a date/u);
    expect(await said({ offset: 4 })).toEqual(["There are no more events: this timeline has 4."]);
    expect(await said({ about: "*<@1>\u202e".repeat(700) })).toHaveLength(1);
    expect(small.reported).toEqual([]);
  });

  it("says so where there is no reference base", async () => {
    const { ask, find } = await asking(eventLibrary({}));
    const none = ["There are no events here: the reference base is empty."];
    expect(linesOf(await ask("timeline", {}))).toEqual(none);
    expect(linesOf(await ask("timeline", { topic: "un" }))).toEqual(none);
    expect(await find("timeline", {})).toMatchObject({ total: 0, events: [] });
  });

  it("has no buttons for entries that are not among the documents", async () => {
    const other = eventLibrary(SMALL);
    const bare = await asking(bareOf(other) as Library);
    expect((await bare.ask("timeline", {})).actions).toEqual([]);
  });

  it("gives plain data", async () => {
    expect(await small.find("timeline", { about: "김정은", from: "2019" })).toEqual({
      about: { id: "entity/kju", name: "Kim Jong Un" },
      topic: null,
      from: "2019",
      to: null,
      sort: "oldest",
      total: 1,
      events: [
        {
          id: "event/summit",
          date: "2019-02-27",
          end: "2019-02-28",
          title: "Summit in Hanoi",
          summary: "Summary of summit.",
          places: [{ id: "entity/hanoi", name: "Hanoi" }],
          actors: [
            { id: "entity/kju", name: "Kim Jong Un" },
            { id: null, name: "A host" },
          ],
          topics: ["summit"],
          confidence: "verified",
          sources: [
            { title: "Text", publisher: "Ministry", date: null, url: null },
            { title: "News", publisher: "Paper", date: "2019-03-01", url: "https://www.paper.example/1" },
            { title: "More", publisher: "Agency", date: null, url: null },
          ],
        },
      ],
    });
    expect(await small.find("timeline", { offset: 3 })).toMatchObject({
      about: null,
      sort: "newest",
      total: 4,
    });
    const unclear = await Promise.resolve()
      .then(() => small.find("timeline", { about: "Kim" }))
      .catch((error: { say(m: unknown): string }) => error.say(messagesFor("en")));
    expect(unclear).toBe(
      "“Kim” can mean several. Write one of these: Kim Jong Un (entity/kju), Kim Yo Jong (entity/kyj).",
    );
  });
});

/** The library as it is where another folder is searched: names and records, but none of our documents. */
function bareOf(library: Library): Partial<Library> {
  const { reference, analyser, translations, outlets, index } = library;
  return { reference, analyser, translations, outlets, index, get: () => null, size: 0 };
}

/** Ids of events in JSON, as {@link openedBy} gives them. */
function idsOf(events: unknown): string[] {
  return (events as { id: string }[]).map(({ id }) => id.replace(/^event\//u, ""));
}

describe("the whole timeline", () => {
  async function walk(first: Reply, label: string, asker = ENGLISH): Promise<Reply[]> {
    const pages = [first];
    for (let page = first; ;) {
      const action = page.actions.find((candidate) => candidate.label === label);
      if (action === undefined) return pages;
      page = await whole.press(action, asker);
      pages.push(page);
    }
  }

  it.each([
    ["oldest", "en"],
    ["newest", "en"],
    ["oldest", "ko"],
    ["newest", "ko"],
  ])("%s first has every event on exactly one page, and every page fits: %s", async (sort, locale) => {
    const asker = locale === "ko" ? KOREAN : ENGLISH;
    const { nextPage } = messagesFor(asker.locale);
    const pages = await walk(await whole.ask("timeline", { sort }, asker), nextPage, asker);
    const shown = pages.flatMap(openedBy);
    const { events } = await whole.find("timeline", { sort });
    expect(shown).toEqual(idsOf(events));
    expect(shown.toSorted()).toEqual(library.reference.events.map(({ id }) => id).toSorted());
    expect(pages.flatMap(excessOf)).toEqual([]);
    expect(
      pages.flatMap(({ blocks }) => blocks.filter(({ type }) => type === "list")).length,
    ).toBeGreaterThan(pages.length);
  });

  it("is the other way round in the other order", async () => {
    const ids = async (sort: string) => idsOf((await whole.find("timeline", { sort }))["events"]);
    expect(await ids("newest")).toEqual((await ids("oldest")).toReversed());
  });

  it("can be turned back: each page ends where the one after it begins", async () => {
    const back = await walk(await whole.ask("timeline", { offset: 380 }), "Previous");
    const { events } = await whole.find("timeline", {});
    const ids = idsOf(events);
    const followed = back.slice(0, -1).toReversed().flatMap(openedBy);
    expect(followed).toEqual(ids.slice(-followed.length));
    const first = openedBy(back.at(-1)!);
    expect(first).toEqual(ids.slice(0, first.length));
    expect(first.length + followed.length).toBeGreaterThanOrEqual(ids.length);
    expect(back.flatMap(excessOf)).toEqual([]);
  });

  it("shows no day of what is dated to a month", async () => {
    const { events } = await whole.find("timeline", {});
    const months = (events as { id: string; date: string }[]).filter(({ date }) => date.length === 7);
    expect(months.length).toBeGreaterThan(3);
    for (const { id, date } of months) {
      const reply = await whole.ask("timeline", { from: date, to: date });
      const at = reply.actions.find(({ values }) => values["id"] === id)!;
      expect(at.label).toMatch(/^[A-Z][a-z]+ \d{4}(?::|$)/u);
    }
  });

  it("offers a choice that fits for every name that several share", async () => {
    for (const { form } of library.reference.ambiguous) {
      for (const asker of [ENGLISH, KOREAN]) {
        const reply = await whole.ask("timeline", { about: form }, asker);
        expect([form, excessOf(reply)]).toEqual([form, []]);
      }
    }
    expect(whole.reported).toEqual([]);
  });

  it("fits for every topic, and for an event of the longest words", async () => {
    for (const topic of Object.keys(messagesFor("en").timeline.topics)) {
      expect(excessOf(await whole.ask("timeline", { topic }))).toEqual([]);
    }
    const long = (index: number) =>
      eventOf({
        id: `e${index}`,
        date: "2018-06-12",
        title: "*".repeat(500),
        summary: "_".repeat(3_000),
        sources: [
          { title: "t", publisher: "|".repeat(400), url: `https://a.example/${"(".repeat(90)}` },
          { title: "t", publisher: "#".repeat(400) },
        ],
      });
    const { ask } = await asking(
      eventLibrary({ events: Array.from({ length: 12 }, (_, index) => long(index)) }),
      {
        now: NOW,
      },
    );
    for (const values of [{}, { offset: 3 }]) expect(excessOf(await ask("timeline", values))).toEqual([]);
    for (const offset of [0, 1]) expect(excessOf(await ask("today", { date: "06-12", offset }))).toEqual([]);
  });
});
