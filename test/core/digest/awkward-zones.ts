import type { Weekday } from "../../../src/core/digest/weekday.ts";

/** Awkward zones, with a year in which they were, and times of day that a change of their clock touches. */
export const ZONES: readonly [zone: string, year: number, touched: readonly string[]][] = [
  ["Europe/London", 2026, ["01:30"]],
  ["America/New_York", 2026, ["01:30", "02:30"]],
  ["Australia/Lord_Howe", 2026, ["01:45", "02:15"]],
  ["Africa/Casablanca", 2024, ["02:30"]],
  ["Asia/Seoul", 2028, ["09:00"]],
  ["Pacific/Apia", 2011, ["00:00", "03:30", "23:59"]],
  ["America/Sao_Paulo", 2018, ["00:00", "00:30", "23:30"]],
  ["Asia/Gaza", 2023, ["01:30", "02:30"]],
  ["America/St_Johns", 2010, ["00:00", "00:01", "23:30"]],
  ["Pacific/Kiritimati", 1994, ["00:00", "09:00"]],
  ["Antarctica/Troll", 2026, ["01:30", "02:30"]],
  ["Pacific/Chatham", 2026, ["02:45", "03:15"]],
];

/** Whether a date (`YYYY-MM-DD`) is one of these days of the week. */
export function isOn(date: string, days: readonly Weekday[]): boolean {
  const weekday = new Date(date).getUTCDay();
  return days.includes((weekday === 0 ? 7 : weekday) as Weekday);
}
