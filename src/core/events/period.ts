import { formatDate } from "../names.ts";
import { partsOf, type PartialDate } from "../partial-date.ts";
import type { DatedEvent } from "./dated.ts";

/** A day of any year; month 1–12, day 1–31. */
export interface Day {
  readonly month: number;
  readonly day: number;
}

/**
 * When an event happened, as precisely as it is known and no more: `12 June 2018`, `June 2018`, `27–28 February 2019`,
 * `30 April – 2 May 2018`; in Korean 2019년 2월 27~28일.
 */
export function formatPeriod({ date, end }: Pick<DatedEvent, "date" | "end">, language: string): string {
  if (end === null) return formatDate(date, language);
  const first = partsOf(date);
  const last = partsOf(end);
  const sameYear = first.year === last.year;
  const whole = first.day !== undefined && last.day !== undefined;
  if (sameYear && first.month === last.month && whole) {
    return language === "ko"
      ? `${formatDate(date, language).replace(/일$/u, "")}~${last.day}일`
      : `${first.day}–${formatDate(end, language)}`;
  }
  const to = formatDate(end, language);
  if (!sameYear || !whole) return `${formatDate(date, language)}${language === "ko" ? "~" : " – "}${to}`;
  return language === "ko"
    ? `${formatDate(date, language)}~${formatDay(dayOf(end)!, language)}`
    : `${formatDay(dayOf(date)!, language)} – ${to}`;
}

/** Day and month of a date; `null` where its day is not settled. */
export function dayOf(date: PartialDate): Day | null {
  const { month, day } = partsOf(date);
  return month === undefined || day === undefined ? null : { month, day };
}

/** A day without its year: `12 June`, 6월 12일. */
export function formatDay({ month, day }: Day, language: string): string {
  return format({ month: "long", day: "numeric" }, { month, day }, language);
}

/** A month without its year: `June`, 6월. */
export function formatMonth(month: number, language: string): string {
  return format({ month: "long" }, { month, day: 1 }, language);
}

// Formats take far longer to make than to use.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(parts: Intl.DateTimeFormatOptions, { month, day }: Day, language: string): string {
  const locale = language === "en" ? "en-GB" : language;
  const key = `${locale} ${Object.keys(parts).join(" ")}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...parts });
  formats.set(key, known);
  // A leap year has every day.
  return known.format(Date.UTC(2000, month - 1, day));
}
