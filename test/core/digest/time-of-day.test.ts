import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTimeOfDay } from "../../../src/core/digest/time-of-day.ts";
import { mistakeOf } from "./mistake.ts";

describe("parseTimeOfDay", () => {
  it.each([
    ["09:00", "09:00"],
    ["9:05", "09:05"],
    ["9", "09:00"],
    ["0", "00:00"],
    ["23:59", "23:59"],
    ["0930", "09:30"],
    ["9.30", "09:30"],
    ["18h30", "18:30"],
    ["18h", "18:00"],
    ["９：００", "09:00"],
    [" 9 ", "09:00"],
    ["at 9", "09:00"],
    ["9 o’clock", "09:00"],
    ["9am", "09:00"],
    ["9 AM", "09:00"],
    ["9 a.m.", "09:00"],
    ["9:30 pm", "21:30"],
    ["12am", "00:00"],
    ["12:30 a.m.", "00:30"],
    ["12pm", "12:00"],
    ["11:59PM", "23:59"],
    ["noon", "12:00"],
    ["Midnight", "00:00"],
    ["오전 9시", "09:00"],
    ["오전9시", "09:00"],
    ["오후 6시 30분", "18:30"],
    ["오후 6시 반", "18:30"],
    ["오후 6:30", "18:30"],
    ["오전 0시", "00:00"],
    ["오후 12시", "12:00"],
    ["오전 12시", "00:00"],
    ["오후 18시", "18:00"],
    ["9시", "09:00"],
    ["21시 5분", "21:05"],
    ["아침 9시", "09:00"],
    ["아침 9시에", "09:00"],
    ["아침 아홉 시", "09:00"],
    ["저녁 7시", "19:00"],
    ["저녁 일곱시 반", "19:30"],
    ["밤 10시", "22:00"],
    ["밤 12시", "00:00"],
    ["밤 1시", "01:00"],
    ["새벽 5시", "05:00"],
    ["낮 12시", "12:00"],
    ["낮 2시", "14:00"],
    ["낮 11시", "11:00"],
    ["점심 12시 30분", "12:30"],
    ["정오", "12:00"],
    ["자정", "00:00"],
  ])("%s → %s", (typed, time) => expect(parseTimeOfDay(typed)).toBe(time));

  it.each([
    "",
    "24:00",
    "25",
    "9:60",
    "9:5",
    "-1",
    "13am",
    "morning",
    "9 to 10",
    "24시",
    "오전 13시",
    "아침 2시",
    "저녁 11:99",
    "새벽 9시",
    "여시",
    "09:00:00",
    "9am KST",
    "2026-03-10",
    "x".repeat(500),
  ])("refuses %j with forms that it takes", (typed) => {
    const said = mistakeOf(() => parseTimeOfDay(typed));
    expect(said.en).toMatch(/^at: .*09:00, 9am or 6:30 pm\.$/u);
    expect(said.ko).toMatch(/^at: .*09:00, 오전 9시, 오후 6시 30분$/u);
    expect(said.en.length).toBeLessThan(300);
  });

  it("takes every minute of the day in each form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
        const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const twelve = hour % 12 === 0 ? 12 : hour % 12;
        for (const typed of [
          time,
          `${twelve}:${time.slice(3)} ${hour < 12 ? "am" : "pm"}`,
          `${hour < 12 ? "오전" : "오후"} ${twelve}시 ${minute}분`,
          `${hour}시 ${minute}분`,
        ]) {
          expect(parseTimeOfDay(typed)).toBe(time);
        }
      }),
    );
  });
});
