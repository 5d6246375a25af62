import { describe, expect, it } from "vitest";
import { formatDay, formatMonth, formatPeriod } from "../../../src/core/events/period.ts";
import { dateOf } from "../samples.ts";

const period = (date: string, end: string | null, language: string) =>
  formatPeriod({ date: dateOf(date), end: end === null ? null : dateOf(end) }, language);

describe("formatPeriod", () => {
  it.each([
    ["2018-06-12", null, "12 June 2018", "2018년 6월 12일"],
    ["2018-06", null, "June 2018", "2018년 6월"],
    ["2018", null, "2018", "2018년"],
    ["2019-02-27", "2019-02-28", "27–28 February 2019", "2019년 2월 27~28일"],
    ["2018-04-30", "2018-05-02", "30 April – 2 May 2018", "2018년 4월 30일~5월 2일"],
    ["2018-12-30", "2019-01-02", "30 December 2018 – 2 January 2019", "2018년 12월 30일~2019년 1월 2일"],
    ["2018-03", "2018-05", "March 2018 – May 2018", "2018년 3월~2018년 5월"],
    ["2018-03-04", "2018-05", "4 March 2018 – May 2018", "2018년 3월 4일~2018년 5월"],
  ])("%s to %s: as precise as it is known", (date, end, en, ko) => {
    expect([period(date, end, "en"), period(date, end, "ko")]).toEqual([en, ko]);
  });
});

it("days and months have no year", () => {
  expect([formatDay({ month: 2, day: 29 }, "en"), formatDay({ month: 2, day: 29 }, "ko")]).toEqual([
    "29 February",
    "2월 29일",
  ]);
  expect([formatMonth(6, "en"), formatMonth(6, "ko")]).toEqual(["June", "6월"]);
});
