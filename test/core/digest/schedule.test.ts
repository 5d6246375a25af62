import { describe, expect, it } from "vitest";
import { dueOn, latestDue, nextDue } from "../../../src/core/digest/schedule.ts";
import { WORKDAYS } from "../../../src/core/digest/weekday.ts";
import { DAY, HOUR, iso, ms, scheduleOf } from "./schedules.ts";

describe("dueOn", () => {
  it.each([
    // A zone that has no change of the clock.
    ["Asia/Seoul", "09:00", "2026-03-10", "2026-03-10T00:00Z"],
    // The last and the first minute of a day.
    ["Asia/Seoul", "23:59", "2026-03-10", "2026-03-10T14:59Z"],
    ["Asia/Seoul", "00:00", "2026-03-10", "2026-03-09T15:00Z"],
    // London: 2026-03-29 01:00 → 02:00, 2026-10-25 02:00 → 01:00.
    ["Europe/London", "00:59", "2026-03-29", "2026-03-29T00:59Z"],
    ["Europe/London", "01:00", "2026-03-29", "2026-03-29T01:00Z"],
    ["Europe/London", "01:30", "2026-03-29", "2026-03-29T01:30Z"],
    ["Europe/London", "02:00", "2026-03-29", "2026-03-29T01:00Z"],
    ["Europe/London", "01:30", "2026-10-25", "2026-10-25T00:30Z"],
    ["Europe/London", "02:00", "2026-10-25", "2026-10-25T02:00Z"],
    ["Europe/London", "09:00", "2026-03-28", "2026-03-28T09:00Z"],
    ["Europe/London", "09:00", "2026-03-30", "2026-03-30T08:00Z"],
    // New York: 2026-03-08 02:00 → 03:00, 2026-11-01 02:00 → 01:00.
    ["America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30Z"],
    ["America/New_York", "09:00", "2026-03-08", "2026-03-08T13:00Z"],
    ["America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30Z"],
    ["America/New_York", "09:00", "2026-11-01", "2026-11-01T14:00Z"],
    // Lord Howe changes by half an hour: 2026-10-04 02:00 → 02:30, 2026-04-05 02:00 → 01:30.
    ["Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45Z"],
    ["Australia/Lord_Howe", "01:45", "2026-04-05", "2026-04-04T14:45Z"],
    ["Australia/Lord_Howe", "09:00", "2026-04-04", "2026-04-03T22:00Z"],
    ["Australia/Lord_Howe", "09:00", "2026-04-05", "2026-04-04T22:30Z"],
    // Casablanca leaves its summer time for Ramadan: 2024-03-10 03:00 → 02:00, back 2024-04-14 02:00 → 03:00.
    ["Africa/Casablanca", "09:00", "2024-03-09", "2024-03-09T08:00Z"],
    ["Africa/Casablanca", "02:30", "2024-03-10", "2024-03-10T01:30Z"],
    ["Africa/Casablanca", "09:00", "2024-03-11", "2024-03-11T09:00Z"],
    ["Africa/Casablanca", "02:30", "2024-04-14", "2024-04-14T02:30Z"],
    // São Paulo's day began at one: 2018-11-04 00:00 → 01:00; its evening came twice: 2018-02-18 00:00 → 23:00.
    ["America/Sao_Paulo", "00:00", "2018-11-04", "2018-11-04T03:00Z"],
    ["America/Sao_Paulo", "00:30", "2018-11-04", "2018-11-04T03:30Z"],
    ["America/Sao_Paulo", "23:30", "2018-02-17", "2018-02-18T01:30Z"],
    // Gaza: 2023-04-29 02:00 → 03:00, 2023-10-28 02:00 → 01:00.
    ["Asia/Gaza", "02:30", "2023-04-29", "2023-04-29T00:30Z"],
    ["Asia/Gaza", "01:30", "2023-10-28", "2023-10-27T22:30Z"],
    // Gaza once jumped over midnight: 2021-03-27 00:00 → 01:00.
    ["Asia/Gaza", "00:15", "2021-03-27", "2021-03-26T22:15Z"],
    // Apia left 2011-12-30 out.
    ["Pacific/Apia", "09:00", "2011-12-29", "2011-12-29T19:00Z"],
    ["Pacific/Apia", "09:00", "2011-12-30", null],
    ["Pacific/Apia", "09:00", "2011-12-31", "2011-12-30T19:00Z"],
    // So did Kwajalein with 1993-08-21 and Kiritimati with 1994-12-31.
    ["Pacific/Kwajalein", "09:00", "1993-08-21", null],
    ["Pacific/Kiritimati", "09:00", "1994-12-31", null],
    // 29 February.
    ["Asia/Seoul", "09:00", "2028-02-29", "2028-02-29T00:00Z"],
    ["America/New_York", "09:00", "2028-02-29", "2028-02-29T14:00Z"],
  ])("%s %s on %s is %s", (zone, at, date, instant) => {
    expect(iso(dueOn(scheduleOf(at, zone), date))).toBe(instant);
  });

  it("gives nothing on a weekday that is not chosen", () => {
    const schedule = scheduleOf("09:00", "Asia/Seoul", WORKDAYS);
    expect(iso(dueOn(schedule, "2026-03-13"))).toBe("2026-03-13T00:00Z");
    expect([dueOn(schedule, "2026-03-14"), dueOn(schedule, "2026-03-15")]).toEqual([null, null]);
  });

  it("refuses a date of no calendar", () => {
    expect(() => dueOn(scheduleOf("09:00", "Asia/Seoul"), "2027-02-29")).toThrow(RangeError);
  });
});

describe("nextDue", () => {
  const next = (schedule: ReturnType<typeof scheduleOf>, after: string, settled: string | null = null) => {
    const { localDate, at } = nextDue(schedule, ms(after), settled);
    return [localDate, iso(at)];
  };

  it("comes strictly after the instant", () => {
    const schedule = scheduleOf("09:00", "Asia/Seoul");
    expect(next(schedule, "2026-03-09T23:59:59.999Z")).toEqual(["2026-03-10", "2026-03-10T00:00Z"]);
    expect(next(schedule, "2026-03-10T00:00Z")).toEqual(["2026-03-11", "2026-03-11T00:00Z"]);
  });

  it("knows 29 February", () => {
    const schedule = scheduleOf("09:00", "Asia/Seoul");
    expect(next(schedule, "2028-02-28T00:00Z")[0]).toBe("2028-02-29");
    expect(next(schedule, "2027-02-28T00:00Z")[0]).toBe("2027-03-01");
  });

  it("waits for a chosen weekday, a fortnight where the zone left it out", () => {
    const fridays = scheduleOf("09:00", "Pacific/Apia", [5]);
    expect(next(fridays, "2011-12-22T00:00Z")[0]).toBe("2011-12-23");
    expect(next(fridays, "2011-12-24T00:00Z")[0]).toBe("2012-01-06");
  });

  it("comes after the settled date, also where that is still to come in the zone", () => {
    const settled = "2026-03-10";
    expect(next(scheduleOf("09:00", "America/New_York"), "2026-03-10T00:05Z", settled)).toEqual([
      "2026-03-11",
      "2026-03-11T13:00Z",
    ]);
    expect(next(scheduleOf("09:00", "Asia/Seoul"), "2026-03-20T12:00Z", settled)[0]).toBe("2026-03-21");
  });

  it("gives the hour that a jump moved over midnight to its own date", () => {
    // Toronto 1919-03-30 23:30 → 1919-03-31 00:30.
    const schedule = scheduleOf("23:45", "America/Toronto");
    expect(next(schedule, "1919-03-31T04:30Z")).toEqual(["1919-03-30", "1919-03-31T04:45Z"]);
  });

  it("refuses a schedule without a day and an instant without a date", () => {
    expect(() => nextDue(scheduleOf("09:00", "Asia/Seoul", []), 0)).toThrow(RangeError);
    expect(() => nextDue(scheduleOf("09:00", "Asia/Seoul"), Number.NaN)).toThrow(RangeError);
    expect(() => nextDue(scheduleOf("09:00", "Asia/Soul"), 0)).toThrow(RangeError);
  });
});

describe("latestDue", () => {
  const latest = (schedule: ReturnType<typeof scheduleOf>, notAfter: string, since: string) => {
    const due = latestDue(schedule, ms(notAfter), ms(since));
    return due === null ? null : [due.localDate, iso(due.at)];
  };

  it("lies in the time after `since`, up to and with `notAfter`", () => {
    const schedule = scheduleOf("09:00", "Asia/Seoul");
    expect(latest(schedule, "2026-03-10T00:00Z", "2026-03-01T00:00Z")).toEqual([
      "2026-03-10",
      "2026-03-10T00:00Z",
    ]);
    expect(latest(schedule, "2026-03-09T23:59:59.999Z", "2026-03-01T00:00Z")).toEqual([
      "2026-03-09",
      "2026-03-09T00:00Z",
    ]);
    expect(latest(schedule, "2026-03-10T12:00Z", "2026-03-10T00:00Z")).toBeNull();
    expect(latest(schedule, "2026-03-10T12:00Z", "2026-03-09T23:59Z")).not.toBeNull();
  });

  it("finds midnight of tomorrow where the clock went back over it", () => {
    // St John's 2010-11-07 00:01 → 2010-11-06 23:01: at 02:45 UTC it is 23:15 for the second time.
    expect(latest(scheduleOf("00:00", "America/St_Johns"), "2010-11-07T02:45Z", "2010-11-01T00:00Z")).toEqual(
      ["2010-11-07", "2010-11-07T02:30Z"],
    );
  });

  it("goes back a fortnight where the zone left the weekday out", () => {
    const fridays = scheduleOf("09:00", "Pacific/Apia", [5]);
    expect(latest(fridays, "2012-01-05T18:59Z", "2011-01-01T00:00Z")?.[0]).toBe("2011-12-23");
  });

  it("is what `nextDue` gave, at every instant until the next", () => {
    const schedule = scheduleOf("01:30", "Australia/Lord_Howe");
    let now = ms("2026-01-01T00:00Z");
    for (let day = 0; day < 400; day += 1) {
      const due = nextDue(schedule, now);
      const after = nextDue(schedule, due.at);
      expect(latestDue(schedule, due.at, 0)).toEqual(due);
      expect(latestDue(schedule, after.at - 1, 0)).toEqual(due);
      expect(after.at - due.at).toBeGreaterThanOrEqual(DAY - HOUR);
      now = due.at;
    }
  });
});
