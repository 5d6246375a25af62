import { describe, expect, it } from "vitest";
import { firstDay, lastDay, overlaps, parsePartialDate, partsOf } from "../../src/core/partial-date.ts";
import { dateOf } from "./samples.ts";

describe("parsePartialDate", () => {
  it.each(["2018", "2018-03", "2018-03-28", "2024-02-29", "2000-02-29", "0099-12-31", "2018-04-30"])(
    "takes %s as it is",
    (text) => expect(parsePartialDate(text)).toBe(text),
  );

  it.each([
    "",
    "18",
    "2018-3",
    "2018-00",
    "2018-13",
    "2018-03-00",
    "2018-03-32",
    "2018-04-31",
    "2018-02-29",
    "1900-02-29",
    "0099-02-29",
    "2018-03-28T00:00",
    " 2018",
    "2018\n",
    "2018-03-",
    "March 2018",
    "２０１８",
  ])("refuses %j", (text) => expect(parsePartialDate(text)).toBeNull());
});

describe("a partial date", () => {
  it("has the parts that are known", () => {
    expect(partsOf(dateOf("2018"))).toEqual({ year: 2018 });
    expect(partsOf(dateOf("2018-03"))).toEqual({ year: 2018, month: 3 });
    expect(partsOf(dateOf("2018-03-28"))).toEqual({ year: 2018, month: 3, day: 28 });
  });

  it.each([
    ["2018", "2018-01-01", "2018-12-31"],
    ["2018-02", "2018-02-01", "2018-02-28"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2018-11", "2018-11-01", "2018-11-30"],
    ["2018-03-28", "2018-03-28", "2018-03-28"],
    ["0099", "0099-01-01", "0099-12-31"],
  ])("%s stands for the days from %s to %s", (date, first, last) => {
    expect([firstDay(dateOf(date)), lastDay(dateOf(date))]).toEqual([first, last]);
  });
});

describe("overlaps", () => {
  it.each([
    ["2018", "2018-03", null, true],
    ["2018", "2018-12-31", null, true],
    ["2018", "2019", null, false],
    ["2018", null, "2018-01-01", true],
    ["2018", null, "2017-12-31", false],
    ["2020-02", "2020-02-29", "2020-02-29", true],
    ["2018-03-28", "2018-03", "2018-03", true],
    ["2018-03-28", "2018-03-29", "2018-04", false],
    ["2018-03-28", "2017", "2018-03-27", false],
    ["2018-03-28", null, null, true],
  ])("%s between %s and %s: %s", (date, from, to, expected) => {
    const bound = (text: string | null) => (text === null ? null : dateOf(text));
    expect(overlaps(dateOf(date), bound(from), bound(to))).toBe(expected);
  });
});
