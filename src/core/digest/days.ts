import type { Messages } from "../../messages/messages.ts";
import { echo } from "../budget.ts";
import { UserError } from "../errors.ts";
import { WEEK, WEEKEND, WORKDAYS, type Weekday } from "./weekday.ts";

/** UTF-16 units that days may take; all seven written out in full take half as many. */
const DAYS_MAX = 120;

/** Names of several days. */
const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...named(WEEK, "everyday daily all allweek 매일 날마다 전체 모든요일"),
  ...named(WORKDAYS, "weekday weekdays workday workdays businessday businessdays 평일 주중"),
  ...named(WEEKEND, "weekend weekends 주말"),
]);

/** Names of one day; letters that begin two days (`t`, `s`) are none. */
const DAYS: ReadonlyMap<string, Weekday> = new Map([
  ...named<Weekday>(1, "m mo mon monday mondays 월 월요일"),
  ...named<Weekday>(2, "tu tue tues tuesday tuesdays 화 화요일"),
  ...named<Weekday>(3, "w we wed weds wednesday wednesdays 수 수요일"),
  ...named<Weekday>(4, "th thu thur thurs thursday thursdays 목 목요일"),
  ...named<Weekday>(5, "f fr fri friday fridays 금 금요일"),
  ...named<Weekday>(6, "sa sat saturday saturdays 토 토요일"),
  ...named<Weekday>(7, "su sun sunday sundays 일 일요일"),
]);

/** Days written as one word: 월수금, 화목. */
const RUN = /^[월화수목금토일]{2,7}$/u;

/**
 * The weekdays that a text names in English or Korean: `every day`, `weekdays`, `Mon, Wed and Fri`, `fri-mon`, 매일, 평일,
 * 월수금, 월~금, 주말. A range may go over Sunday.
 *
 * @throws {UserError} where a part of it is no day.
 */
export function parseDays(typed: string): ReadonlySet<Weekday> {
  const parts = typed.length > DAYS_MAX ? [] : partsOf(typed);
  if (parts.length === 0) throw new UserError((m) => m.digest.badDays(echo(typed), echo(typed)));
  const days = new Set<Weekday>();
  for (const part of parts) {
    const found = daysOf(part);
    if (found === null) throw new UserError((m) => m.digest.badDays(echo(typed), echo(part)));
    for (const day of found) days.add(day);
  }
  return new Set(WEEK.filter((day) => days.has(day)));
}

/** The days as a person writes them: `every day`, `weekdays`, `weekend` or their short names, Monday first; {@link parseDays} reads it. */
export function showDays(days: ReadonlySet<Weekday>, { digest }: Messages): string {
  const isAll = (group: readonly Weekday[]) =>
    group.length === days.size && group.every((day) => days.has(day));
  if (isAll(WEEK)) return digest.everyDay;
  if (isAll(WORKDAYS)) return digest.weekdays;
  if (isAll(WEEKEND)) return digest.weekend;
  return digest.someDays(WEEK.filter((day) => days.has(day)).map((day) => digest.dayNames[day]));
}

/** Single days, ranges (`a-b`) and groups, in lower case and without spaces. */
function partsOf(typed: string): string[] {
  return (
    typed
      .normalize("NFKC")
      .toLowerCase()
      // `NFKC` has made one tilde of the full-width one; these are the other signs and words for a range.
      .replace(/[‐‑‒–—―−~〜]|\b(?:to|through|until)\b/gu, "-")
      .replace(/(?<=[월화수목금토일])부터(?=[\s월화수목금토일])/gu, "-")
      .replace(/(?<=[월화수목금토일])까지/gu, "")
      .replace(/\b(?:every|each|all) +(?:day|days|week)\b/gu, "everyday")
      .replace(/\b(work|business|week) days?\b/gu, "$1days")
      .replace(/\b(?:every|each|on|and|the)\b|매주|마다|에만|(?<=요일)[과와]|및|그리고/gu, " ")
      .replace(/모든 요일/gu, "모든요일")
      .replace(/ ?- ?/gu, "-")
      .split(/[\s,;/&+·・ㆍ.、]+/u)
      .filter((part) => part !== "")
  );
}

function daysOf(part: string): readonly Weekday[] | null {
  const group = GROUPS.get(part);
  if (group !== undefined) return group;
  if (RUN.test(part)) return Array.from(part, (day) => DAYS.get(day)!);
  const ends = part.split("-").map((day) => DAYS.get(day));
  const [first, last] = ends;
  if (first === undefined || ends.length > 2) return null;
  if (ends.length === 1) return [first];
  if (last === undefined) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => (((first - 1 + n) % 7) + 1) as Weekday);
}

function named<T>(value: T, names: string): [string, T][] {
  return names.split(" ").map((name) => [name, value]);
}
