import { expect, test } from "vitest";
import { datesIn } from "../../../src/core/search/dates.ts";

test.each([
  ["on 12 June 2018 and 3rd of May", ["2018-06-12"]],
  ["June 12, 2018", ["2018-06-12"]],
  ["Jan. 9, 2019", ["2019-01-09"]],
  ["in June 2018, Sept. 2017", ["2018-06", "2017-09"]],
  ["2018-06-12, 2018.6.12, 2018/06", ["2018-06-12", "2018-06-12", "2018-06"]],
  ["2018년 6월 12일, 2018년 6월", ["2018-06-12", "2018-06"]],
  ["2018年6月12日, 2018年6月", ["2018-06-12", "2018-06"]],
  ["31 February 2018", ["2018-02"]],
  ["2018-13, 2018년 13월", []],
  ["2018, June, resolution 2397, 1718-2006", []],
])("%j names %j", (text, dates) => {
  expect(
    datesIn(text)
      .map(({ date }) => date)
      .toSorted(),
  ).toEqual([...dates].toSorted());
});

test("a date is where it stands", () => {
  const text = "It was on 12 June 2018.";
  expect(datesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["12 June 2018"]);
});
