import { expect, test } from "vitest";
import { dayOf, instantOf } from "../../../src/ingest/feeds/item-date.ts";

test.each([
  ["Wed, 09 Jan 2019 00:30:00 +0900", "2019-01-09"],
  ["9 January 2019 23:59 EST", "2019-01-09"],
  ["Wed, 9-Jan-19 00:30:00 GMT", "2019-01-09"],
  ["Tue, 31 Dec 99 10:00 GMT", "1999-12-31"],
  ["2019-01-09T00:30:00+09:00", "2019-01-09"],
  ["2019-01-09 07:31:00", "2019-01-09"],
  ["2019.1.9 07:31", "2019-01-09"],
  ["2019/01/09", "2019-01-09"],
  ["2019년 1월 9일 오전", "2019-01-09"],
  ["2019年1月9日", "2019-01-09"],
  ["20190109073100", "2019-01-09"],
  ["20190109", "2019-01-09"],
  ["January 9, 2019", "2019-01-09"],
  ["2019-01", "2019-01"],
  ["Wed, 31 Feb 2019 00:00:00 GMT", null],
  ["31/12/2019", null],
  ["yesterday", null],
  ["", null],
])("%s is %s", (text, day) => expect(dayOf(text)).toBe(day));

test("an instant needs a time and a zone", () => {
  expect(instantOf("2019-01-09T00:30:00+09:00")).toBe("2019-01-08T15:30:00.000Z");
  expect(instantOf("Wed, 09 Jan 2019 00:30:00 GMT")).toBe("2019-01-09T00:30:00.000Z");
  expect(instantOf("2019-01-09")).toBeNull();
  expect(instantOf("2019-01-09 00:30:00")).toBeNull();
});
