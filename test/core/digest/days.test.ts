import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDays, showDays } from "../../../src/core/digest/days.ts";
import { WEEK } from "../../../src/core/digest/weekday.ts";
import { en } from "../../../src/messages/en.ts";
import { ko } from "../../../src/messages/ko.ts";
import { mistakeOf } from "./mistake.ts";

describe("parseDays", () => {
  it.each([
    ["every day", "1234567"],
    ["Everyday", "1234567"],
    ["daily", "1234567"],
    ["all days", "1234567"],
    ["매일", "1234567"],
    ["weekdays", "12345"],
    ["every weekday", "12345"],
    ["week days", "12345"],
    ["평일", "12345"],
    ["주중", "12345"],
    ["weekend", "67"],
    ["on weekends", "67"],
    ["주말", "67"],
    ["주말마다", "67"],
    ["Mon,Wed,Fri", "135"],
    ["fri wed mon mon", "135"],
    ["Monday, Wednesday and Friday", "135"],
    ["every Monday", "1"],
    ["Tuesdays & Thursdays", "24"],
    ["m/w/f", "135"],
    ["M-F", "12345"],
    ["mon-fri", "12345"],
    ["Mon – Thu", "1234"],
    ["monday to friday", "12345"],
    ["fri-mon", "1567"],
    ["sun-sun", "7"],
    ["mon-wed, sat", "1236"],
    ["weekends and Wed", "367"],
    ["월수금", "135"],
    ["월, 수, 금", "135"],
    ["월·수·금", "135"],
    ["월요일과 목요일", "14"],
    ["매주 월요일", "1"],
    ["월요일마다", "1"],
    ["화요일, 목요일 및 토요일", "246"],
    ["월-금", "12345"],
    ["월~금", "12345"],
    ["월～목", "1234"],
    ["월요일부터 금요일까지", "12345"],
    ["월부터 금까지", "12345"],
    ["금~월", "1567"],
    ["토일", "67"],
    ["일", "7"],
    ["평일, 토", "123456"],
    ["ｍｏｎ", "1"],
  ])("%s → %s", (typed, days) => expect([...parseDays(typed)].join("")).toBe(days));

  it.each([
    "",
    " ",
    "never",
    "funday",
    "mon-",
    "-fri",
    "mon-wed-fri",
    "t",
    "s",
    "8",
    "월수굼",
    "mon-funday",
    "x".repeat(500),
  ])("refuses %j", (typed) => {
    const said = mistakeOf(() => parseDays(typed));
    expect(said.en).toMatch(/^days: .*Mon,Wed,Fri/u);
    expect(said.ko).toMatch(/^days: .*월수금/u);
    expect(said.en.length).toBeLessThan(400);
  });

  it("names the part that it could not read", () => {
    expect(mistakeOf(() => parseDays("Mon, Funday")).en).toBe(
      "days: “funday” in “Mon, Funday” is no day of the week. Write for example every day, weekdays, weekends, Mon,Wed,Fri or Mon-Thu.",
    );
    expect(mistakeOf(() => parseDays("월, 굼")).ko).toContain("‘굼’");
    expect(mistakeOf(() => parseDays("never")).en).toContain("“never” names no days");
  });
});

describe("showDays", () => {
  it("knows groups, and lists others from Monday on", () => {
    const shown = (days: string) => [showDays(parseDays(days), en), showDays(parseDays(days), ko)];
    expect(shown("fri,mon")).toEqual(["Mon, Fri", "매주 월·금"]);
    expect(shown("fri")).toEqual(["Fri", "매주 금요일"]);
    expect(shown("mon-sun")).toEqual(["every day", "매일"]);
    expect(shown("mon-fri")).toEqual(["weekdays", "평일"]);
    expect(shown("sun,sat")).toEqual(["weekends", "주말"]);
  });

  it("is read back as the same days in both languages", () => {
    fc.assert(
      fc.property(fc.subarray([...WEEK], { minLength: 1 }), (some) => {
        for (const m of [en, ko]) expect(parseDays(showDays(new Set(some), m))).toEqual(new Set(some));
      }),
    );
  });
});
