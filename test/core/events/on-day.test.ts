import { describe, expect, it } from "vitest";
import { datedEvents } from "../../../src/core/events/dated.ts";
import { isInMonth, isOn, nearestDays } from "../../../src/core/events/on-day.ts";
import { NO_REFERENCE } from "../../../src/core/reference.ts";
import { eventOf } from "../records.ts";

const eventsOf = (...dates: [date: string, end?: string | undefined][]) =>
  datedEvents({
    ...NO_REFERENCE,
    events: dates.map(([date, end], index) => eventOf({ id: `e${index}`, date, end })),
  });
const on = (date: string, end: string | undefined, month: number, day: number) =>
  isOn(eventsOf([date, end])[0]!, { month, day });

describe("isOn", () => {
  it("matches the day of any year", () => {
    expect(on("2018-06-12", undefined, 6, 12)).toBe(true);
    expect(on("2018-06-12", undefined, 6, 13)).toBe(false);
    expect(on("2018-06-12", undefined, 12, 6)).toBe(false);
  });

  it("matches every day of a period, over the end of a year", () => {
    const days = (end: string) =>
      [29, 30, 31]
        .map((day) => on("2018-12-30", end, 12, day))
        .concat([1, 2, 3].map((day) => on("2018-12-30", end, 1, day)));
    expect(days("2019-01-02")).toEqual([false, true, true, true, true, false]);
  });

  it("knows which years have a 29 February", () => {
    expect(on("2019-02-27", "2019-03-02", 2, 29)).toBe(false);
    expect(on("2020-02-27", "2020-03-02", 2, 29)).toBe(true);
    expect(on("2020-02-29", undefined, 2, 28)).toBe(false);
  });

  it("never matches what is dated to a month or a year", () => {
    expect(on("2018-06", undefined, 6, 1)).toBe(false);
    expect(on("2018", undefined, 1, 1)).toBe(false);
    expect(on("2018-06-12", "2018-07", 6, 12)).toBe(true);
    expect(on("2018-06-12", "2018-07", 6, 13)).toBe(false);
  });
});

it("isInMonth: what is dated to a month, or to months around it", () => {
  const [month, months, day, year] = eventsOf(["2018-06"], ["2018-12", "2019-02"], ["2019-06-12"], ["2020"]);
  expect([5, 6, 7].map((one) => isInMonth(month!, one))).toEqual([false, true, false]);
  expect([11, 12, 1, 2, 3].map((one) => isInMonth(months!, one))).toEqual([false, true, true, true, false]);
  expect(isInMonth(day!, 6)).toBe(false);
  expect(isInMonth(year!, 1)).toBe(false);
});

describe("nearestDays", () => {
  it("go around the year", () => {
    const events = eventsOf(["2018-01-10"], ["2012-02-29"], ["2017-11-29"], ["2018-12"]);
    expect(nearestDays(events, { month: 1, day: 5 })).toEqual({
      before: { month: 11, day: 29 },
      after: { month: 1, day: 10 },
    });
    expect(nearestDays(events, { month: 3, day: 1 })).toEqual({
      before: { month: 2, day: 29 },
      after: { month: 11, day: 29 },
    });
    expect(nearestDays(events, { month: 12, day: 31 })).toEqual({
      before: { month: 11, day: 29 },
      after: { month: 1, day: 10 },
    });
  });

  it("are not the day itself, and none where there is no other", () => {
    const events = eventsOf(["2018-01-10"]);
    expect(nearestDays(events, { month: 1, day: 10 })).toEqual({ before: null, after: null });
    expect(nearestDays(events, { month: 1, day: 11 })).toEqual({
      before: { month: 1, day: 10 },
      after: { month: 1, day: 10 },
    });
    expect(nearestDays([], { month: 1, day: 10 })).toEqual({ before: null, after: null });
  });
});
