import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDay, todayIn } from "../../../src/core/events/read-day.ts";

const TODAY = { year: 2024, month: 3, day: 1 };
const JUNE_12 = { year: null, month: 6, day: 12 };

describe("readDay", () => {
  it.each([
    "06-12",
    "6-12",
    "6/12",
    "6.12",
    "6. 12.",
    "June 12",
    "june 12th",
    "Jun. 12",
    "Jun 12",
    "June the 12th",
    "12 June",
    "12th of June",
    "12 JUN",
    "12June",
    "6월 12일",
    "6월12일",
    "6月12日",
    "６月１２日",
    "  06-12  ",
  ])("%j is 12 June of any year", (typed) => expect(readDay(typed, TODAY)).toEqual(JUNE_12));

  it.each([
    "2018-06-12",
    "2018.6.12",
    "2018. 6. 12.",
    "2018/06/12",
    "12 June 2018",
    "June 12, 2018",
    "12th June, 2018",
    "2018년 6월 12일",
    "2018年6月12日",
  ])("%j has its year", (typed) => expect(readDay(typed, TODAY)).toEqual({ year: 2018, month: 6, day: 12 }));

  it("reads days from today, over the ends of months", () => {
    expect(["today", "오늘", "Yesterday", "내일"].map((typed) => readDay(typed, TODAY))).toEqual([
      TODAY,
      TODAY,
      { year: 2024, month: 2, day: 29 },
      { year: 2024, month: 3, day: 2 },
    ]);
    expect(readDay("어제", { year: 2024, month: 1, day: 1 })).toEqual({ year: 2023, month: 12, day: 31 });
  });

  it("knows 29 February where no year denies it", () => {
    expect(readDay("02-29", TODAY)).toEqual({ year: null, month: 2, day: 29 });
    expect(readDay("2012-02-29", TODAY)).toEqual({ year: 2012, month: 2, day: 29 });
    expect(readDay("2018-02-29", TODAY)).toBeNull();
  });

  it.each([
    "02-30",
    "13-01",
    "12-32",
    "00-10",
    "10-00",
    "13/6",
    "June",
    "June 31",
    "6월",
    "2018",
    "2018-06",
    "0000-06-12",
    "on 12 June 2018",
    "12 June 2018 and 13 June 2018",
    "2018-06-12T09:00",
    "06-12-18",
    "constructor",
    "🎂",
    "\u202e06-12",
    "<@1>",
    "",
    "6".repeat(5_000),
  ])("%j is none", (typed) => expect(readDay(typed, TODAY)).toBeNull());

  it("never throws, and gives days that exist only", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9-/. ]{1,12}$/u)),
        (typed) => {
          const day = readDay(typed, TODAY);
          if (day === null) return;
          const date = new Date(Date.UTC(day.year ?? 2000, day.month - 1, day.day));
          date.setUTCFullYear(day.year ?? 2000, day.month - 1, day.day);
          expect([date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([day.month, day.day]);
        },
      ),
    );
  });
});

it("todayIn: half past eleven in the evening of Greenwich is the next day in Seoul", () => {
  const late = Date.UTC(2025, 11, 31, 23, 30);
  expect(todayIn("UTC", late)).toEqual({ year: 2025, month: 12, day: 31 });
  expect(todayIn("Asia/Seoul", late)).toEqual({ year: 2026, month: 1, day: 1 });
  expect(todayIn("America/New_York", Date.UTC(2024, 2, 1, 4))).toEqual({ year: 2024, month: 2, day: 29 });
});
