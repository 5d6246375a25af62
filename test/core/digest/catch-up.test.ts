import { describe, expect, it } from "vitest";
import { SENT_WITHIN, SKIPPED_MAX, whatIsDue } from "../../../src/core/digest/catch-up.ts";
import { nextDue, type Schedule } from "../../../src/core/digest/schedule.ts";
import { DAY, HOUR, iso, ms, scheduleOf } from "./schedules.ts";

const SEOUL = scheduleOf("09:00", "Asia/Seoul");
/** 09:00 in Seoul on 2026-03-10. */
const NINE = ms("2026-03-10T00:00Z");
const SINCE = ms("2026-03-01T12:00Z");

function owed(now: number, lastLocalDate: string | null, schedule: Schedule = SEOUL, since = SINCE) {
  const { send, skipped, skippedBefore } = whatIsDue(schedule, now, { since, lastLocalDate });
  return {
    sent: send === null ? null : `${send.localDate}${send.late ? " late" : ""}`,
    dueAt: send === null ? null : iso(send.dueAt),
    skipped,
    skippedBefore,
  };
}
const NOTHING = { sent: null, dueAt: null, skipped: [], skippedBefore: 0 };
const TODAY = { sent: "2026-03-10", dueAt: "2026-03-10T00:00Z", skipped: [], skippedBefore: 0 };

describe("what is due", () => {
  it("is nothing before its time, and today's at it", () => {
    expect(owed(NINE - 1, "2026-03-09")).toEqual(NOTHING);
    expect(owed(NINE, "2026-03-09")).toEqual(TODAY);
    expect(owed(NINE + 10 * 60_000, "2026-03-09")).toEqual(TODAY);
  });

  it("is nothing more once today is settled", () => {
    for (const after of [0, 1, HOUR, 6 * HOUR, 7 * HOUR, DAY - 1]) {
      expect(owed(NINE + after, "2026-03-10")).toEqual(NOTHING);
    }
  });

  it("is late after ten minutes, sent up to six hours, and skipped after", () => {
    const late = { ...TODAY, sent: "2026-03-10 late" };
    expect(owed(NINE + 10 * 60_000 + 1, "2026-03-09")).toEqual(late);
    expect(owed(NINE + 5 * HOUR, "2026-03-09")).toEqual(late);
    expect(owed(NINE + SENT_WITHIN, "2026-03-09")).toEqual(late);
    const skipped = { ...NOTHING, skipped: ["2026-03-10"] };
    expect(owed(NINE + SENT_WITHIN + 1, "2026-03-09")).toEqual(skipped);
    expect(owed(NINE + 7 * HOUR, "2026-03-09")).toEqual(skipped);
    expect(owed(NINE + DAY - 1, "2026-03-09")).toEqual(skipped);
  });

  it("is the latest alone after days of downtime; those before are skipped in order", () => {
    expect(owed(NINE + 2 * HOUR, "2026-03-06")).toEqual({
      ...TODAY,
      sent: "2026-03-10 late",
      skipped: ["2026-03-07", "2026-03-08", "2026-03-09"],
    });
    const weekdays = scheduleOf("09:00", "Asia/Seoul", [1, 2, 3, 4, 5]);
    expect(owed(NINE, "2026-03-05", weekdays).skipped).toEqual(["2026-03-06", "2026-03-09"]);
  });

  it("skips no date that did not exist", () => {
    const apia = scheduleOf("09:00", "Pacific/Apia");
    const now = ms("2011-12-31T19:05Z");
    expect(owed(now, "2011-12-28", apia, ms("2011-12-01T00:00Z"))).toEqual({
      sent: "2012-01-01",
      dueAt: "2011-12-31T19:00Z",
      skipped: ["2011-12-29", "2011-12-31"],
      skippedBefore: 0,
    });
  });

  it("is nothing from before a subscription was made, changed or resumed", () => {
    expect(owed(NINE + HOUR, null, SEOUL, NINE + HOUR / 2)).toEqual(NOTHING);
    expect(owed(NINE + HOUR, "2026-02-01", SEOUL, NINE)).toEqual(NOTHING);
    expect(owed(NINE + DAY, "2026-02-01", SEOUL, NINE + HOUR).sent).toBe("2026-03-11");
    expect(owed(NINE, null, SEOUL, NINE - 1)).toEqual(TODAY);
  });

  it("is nothing while the clock stands before the time the schedule began", () => {
    expect(owed(SINCE - DAY, null)).toEqual(NOTHING);
  });
});

describe("a clock that is set", () => {
  it("sends nothing again when it goes back an hour, and goes on after", () => {
    expect(owed(NINE + 60_000 - HOUR, "2026-03-10")).toEqual(NOTHING);
    expect(owed(NINE + 120_000, "2026-03-10")).toEqual(NOTHING);
    expect(owed(NINE + DAY, "2026-03-10").sent).toBe("2026-03-11");
  });

  it("loses nothing when it jumps an hour on", () => {
    expect(owed(NINE - 60_000 + HOUR, "2026-03-09").sent).toBe("2026-03-10 late");
  });
});

describe("a schedule that is edited right after its digest was sent", () => {
  const sent = "2026-03-10";
  const edited = NINE + 5 * 60_000;

  /** Dates sent in the five days after the edit, each with its instant. */
  function sentAfter(schedule: Schedule): string[] {
    let last: string = sent;
    const all: string[] = [];
    for (let now = edited; now < edited + 5 * DAY; now += 5 * 60_000) {
      const { send } = whatIsDue(schedule, now, { since: edited, lastLocalDate: last });
      if (send === null) continue;
      all.push(`${send.localDate} ${iso(send.dueAt)}`);
      last = send.localDate;
    }
    return all;
  }

  it.each([
    [
      "to a zone in the west, where it is still the day before",
      "09:00",
      "America/New_York",
      "2026-03-11T13:00Z",
    ],
    [
      "to one where it is the day before for nearly a day more",
      "09:00",
      "Pacific/Honolulu",
      "2026-03-11T19:00Z",
    ],
    ["to a zone in the east", "09:00", "Pacific/Auckland", "2026-03-10T20:00Z"],
    ["to a later hour of the day", "18:00", "Asia/Seoul", "2026-03-11T09:00Z"],
    ["to an earlier hour of the day", "08:00", "Asia/Seoul", "2026-03-10T23:00Z"],
    ["to the minute to come", "09:06", "Asia/Seoul", "2026-03-11T00:06Z"],
  ])("%s: goes on with the next date", (_, at, zone, first) => {
    const schedule = scheduleOf(at, zone);
    const all = sentAfter(schedule);
    expect(all[0]).toBe(`2026-03-11 ${first}`);
    const dates = all.map((one) => one.slice(0, 10));
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(all).toHaveLength(Math.floor((edited + 5 * DAY - ms(first)) / DAY) + 1);
    const next = nextDue(schedule, edited, sent);
    expect(`${next.localDate} ${iso(next.at)}`).toBe(all[0]);
  });

  it("sends today's at a later hour when it was not sent yet", () => {
    const schedule = scheduleOf("18:00", "Asia/Seoul");
    expect(owed(NINE + 9 * HOUR, "2026-03-09", schedule, NINE - HOUR).sent).toBe("2026-03-10");
  });
});

describe("years of downtime", () => {
  it("list a year of dates and count those before", () => {
    const now = ms("2036-03-10T00:00Z");
    const { sent, skipped, skippedBefore } = owed(now, "2026-03-09");
    expect(sent).toBe("2036-03-10");
    expect(skipped).toHaveLength(SKIPPED_MAX);
    expect([skipped[0], skipped.at(-1)]).toEqual(["2035-03-10", "2036-03-09"]);
    // From 2026-03-10 to 2035-03-09.
    expect(skippedBefore).toBe((ms("2035-03-09") - ms("2026-03-10")) / DAY + 1);
  });

  it("count the chosen weekdays alone", () => {
    const schedule = scheduleOf("09:00", "Asia/Seoul", [1, 4]);
    const { skipped, skippedBefore } = owed(ms("2036-03-12T00:00Z"), "2026-03-09", schedule);
    const all: string[] = [];
    for (let day = ms("2026-03-10"); day <= ms("2036-03-11"); day += DAY) {
      if ([1, 4].includes(new Date(day).getUTCDay())) all.push(new Date(day).toISOString().slice(0, 10));
    }
    expect(skipped).toEqual(all.slice(-SKIPPED_MAX));
    expect(skippedBefore).toBe(all.length - SKIPPED_MAX);
  });

  it("count nothing when all are listed", () => {
    const now = NINE + SKIPPED_MAX * DAY;
    const { skipped, skippedBefore } = owed(now, "2026-03-09");
    expect([skipped[0], skipped.length, skippedBefore]).toEqual(["2026-03-10", SKIPPED_MAX, 0]);
  });

  it("stay bounded at the end of time", () => {
    const { skipped, skippedBefore } = owed(8.64e15 - 3 * DAY, null);
    expect(skipped).toHaveLength(SKIPPED_MAX);
    expect(skippedBefore).toBeGreaterThan(99_000_000);
  });
});
