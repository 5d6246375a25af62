import { beforeAll, describe, expect, it } from "vitest";
import type { RawValues } from "../../src/core/reply.ts";
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
import { eventOf } from "../core/records.ts";
import type { Library } from "../../src/core/library.ts";

const SMALL = eventLibrary({
  events: [
    eventOf({ id: "leap", date: "2012-02-29", title: "Leap Day", summary: "It came." }),
    eventOf({ id: "talks", date: "2018-06-11", end: "2018-06-13", title: "Talks" }),
    eventOf({ id: "month", date: "2017-06", title: "A month", confidence: "known" }),
    eventOf({ id: "old", date: "2009-06-12", title: "Resolution" }),
    eventOf({ id: "year", date: "2018", title: "A year" }),
  ],
});
const AT_NOON = Date.UTC(2026, 5, 12, 12);

let small: Asking;
beforeAll(async () => {
  small = await asking(SMALL, { now: AT_NOON });
});

describe("/korea today", () => {
  it("shows what happened on this day of any year, oldest first, and the month's apart", async () => {
    expect(linesOf(await small.ask("today", {}))).toEqual([
      "On this day: 12 June",
      "Today is 12 June 2026 (UTC).",
      "- 12 June 2009 · Resolution: Summary of old. · verified · sources: A paper",
      "- 11–13 June 2018 · Talks: Summary of talks. · verified · sources: A paper",
      "In June, day not settled",
      "- June 2017 · A month: Summary of month. · known, sources partial · sources: A paper",
      "3 events.",
      "Verified: the main fact stands in at least one listed source. Known: well established, but the listed sources support it only in part.",
      "[12 June 2009]",
      "[11–13 June 2018]",
      "[June 2017]",
      "[Earlier: 11 June]",
      "[Later: 13 June]",
    ]);
  });

  it.each(["06-12", "June 12", "12 June", "6월 12일", "6月12日"])("reads %s, of no year", async (date) => {
    const lines = linesOf(await small.ask("today", { date }));
    expect(lines.slice(0, 2)).toEqual([
      "On this day: 12 June",
      "- 12 June 2009 · Resolution: Summary of old. · verified · sources: A paper",
    ]);
  });

  it("shows the year that was asked for, and the same events", async () => {
    const lines = linesOf(await small.ask("today", { date: "2018-06-13" }));
    expect(lines.slice(0, 3)).toEqual([
      "On this day: 13 June",
      "You asked for 13 June 2018; what happened on this day of any year is shown.",
      "- 11–13 June 2018 · Talks: Summary of talks. · verified · sources: A paper",
    ]);
    expect(linesOf(await small.ask("today", { date: "today" }))[1]).toBe("Today is 12 June 2026 (UTC).");
  });

  it("leads to the nearest days where there is nothing, around the year", async () => {
    const empty = await small.ask("today", { date: "12-24" });
    expect(linesOf(empty)).toEqual([
      "On this day: 24 December",
      "The reference base has no event of 24 December.",
      "The nearest days with events are 13 June and 29 February.",
      "[Earlier: 13 June]",
      "[Later: 29 February]",
    ]);
    const leap = await small.press(empty.actions[1]!);
    expect(linesOf(leap).slice(0, 2)).toEqual([
      "On this day: 29 February",
      "- 29 February 2012 · Leap Day: It came. · verified · sources: A paper",
    ]);
    expect(linesOf(await small.press(leap.actions.at(-1)!))[0]).toBe("On this day: 11 June");
  });

  it("answers in Korean", async () => {
    expect(linesOf(await small.ask("today", { date: "06-14" }, KOREAN))).toEqual([
      "이날의 역사: 6월 14일",
      "참고 자료에 6월 14일의 사건은 없습니다.",
      "사건이 있는 가장 가까운 날은 6월 13일과 2월 29일입니다.",
      "6월 중(날짜 미확정)",
      "- 2017년 6월 · A month: Summary of month. · 알려진 사실(출처 일부 확인) · 출처: A paper",
      "사건 1건.",
      "알려진 사실: 널리 알려져 있으나 제시된 출처로는 일부만 확인됩니다.",
      "[2017년 6월]",
      "[이전: 6월 13일]",
      "[이후: 2월 29일]",
    ]);
  });

  it("begins the day where the channel is: half past eleven in the evening of Greenwich is tomorrow in Seoul", async () => {
    const now = Date.UTC(2026, 5, 11, 23, 30);
    const heads = async (zone: string, values: RawValues = {}) => {
      const { ask } = await asking(SMALL, { now, zone });
      return linesOf(await ask("today", values)).slice(0, 2);
    };
    expect(await heads("UTC")).toEqual(["On this day: 11 June", "Today is 11 June 2026 (UTC)."]);
    expect(await heads("Asia/Seoul")).toEqual([
      "On this day: 12 June",
      "Today is 12 June 2026 (Asia/Seoul).",
    ]);
    expect(await heads("Asia/Seoul", { date: "어제" })).toEqual([
      "On this day: 11 June",
      "You asked for 11 June 2026; what happened on this day of any year is shown.",
    ]);
  });

  it.each(["02-30", "June", "2018-06", "next week", "🎂", "<@1> *bold*", "\u202e06-12"])(
    "says how to write a day instead of %j",
    async (date) => {
      expect(linesOf(await small.ask("today", { date }))).toEqual([
        `date: “${date}” is no day. Write a month and a day: 06-12, 12 June, 6월 12일 or 2018-06-12.`,
      ]);
    },
  );

  it("stays small whatever is typed", async () => {
    const [line] = linesOf(await small.ask("today", { date: "9".repeat(5_000) }));
    expect(line).toBe(
      `date: “${"9".repeat(119)}…” is no day. Write a month and a day: 06-12, 12 June, 6월 12일 or 2018-06-12.`,
    );
    expect(linesOf(await small.ask("today", { date: " " }))[0]).toBe("On this day: 12 June");
    expect(linesOf(await small.ask("today", { offset: 3 }))).toEqual([
      "There are no more events: this day has 3.",
    ]);
    expect(small.reported).toEqual([]);
  });

  it("says so where there are no events at all", async () => {
    const { ask, find } = await asking(eventLibrary({}), { now: AT_NOON });
    expect(linesOf(await ask("today", { date: "01-02" }))).toEqual([
      "On this day: 2 January",
      "The reference base has no event of 2 January.",
    ]);
    expect(await find("today", {})).toEqual({
      month: 6,
      day: 12,
      events: [],
      monthOnly: [],
      nearest: { before: null, after: null },
    });
  });

  it("gives plain data", async () => {
    expect(await small.find("today", { date: "29 February" })).toEqual({
      month: 2,
      day: 29,
      events: [
        {
          id: "event/leap",
          date: "2012-02-29",
          end: null,
          title: "Leap Day",
          summary: "It came.",
          places: [],
          actors: [],
          topics: [],
          confidence: "verified",
          sources: [{ title: "Report", publisher: "A paper", date: null, url: null }],
        },
      ],
      monthOnly: [],
      nearest: { before: { month: 6, day: 13 }, after: { month: 6, day: 11 } },
    });
  });
});

describe("every day of a leap year", () => {
  const days = Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(2024, 0, index + 1)).toISOString().slice(5, 10),
  );
  let library: Library;
  beforeAll(async () => {
    library = await builtInLibrary();
  });

  it.each([ENGLISH, KOREAN])("fits, and has events or the nearest days ($locale)", async (asker) => {
    const { ask, find, press, reported } = await asking(library);
    const seen = new Set<string>();
    for (const date of days) {
      const json = await find("today", { date });
      const ids = ["events", "monthOnly"].flatMap((key) =>
        (json[key] as { id: string }[]).map(({ id }) => id.replace(/^event\//u, "")),
      );
      const pages = [await ask("today", { date }, asker)];
      for (;;) {
        const next = pages.at(-1)!.actions.find(({ label }) => label === "Next" || label === "다음");
        if (next === undefined) break;
        pages.push(await press(next, asker));
      }
      expect(pages.flatMap(excessOf)).toEqual([]);
      expect(pages.flatMap(openedBy)).toEqual(ids);
      const nearest = pages[0]!.actions.filter(
        ({ command, values }) => command === "today" && !("offset" in values),
      );
      expect(nearest).toHaveLength(2);
      for (const id of ids) seen.add(id);
    }
    expect([...seen].toSorted()).toEqual(library.reference.events.map(({ id }) => id).toSorted());
    expect(reported).toEqual([]);
  });
});
