import { parsePartialDate, type PartialDate } from "../../core/partial-date.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The calendar day that a feed writes for an item, in the item's own zone: `Wed, 09 Jan 2019 00:30:00 +0900` is
 * 2019-01-09. Reads RFC 822 and RFC 3339, which feeds should write, and what Korean and Chinese sites write instead; `null`
 * where the text is none of these or names no real day.
 */
export function dayOf(text: string): PartialDate | null {
  const line = text.slice(0, 100).trim();
  const numbers =
    /^(\d{4})\s?[-/.년年]\s?(\d{1,2})(?:\s?[-/.월月]\s?(\d{1,2}))?(?!\d)/u.exec(line) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d{1}$)/u.exec(line);
  if (numbers !== null) return day(numbers[1]!, Number(numbers[2]), numbers[3]);
  const dayFirst = /(?:^|[\s,])(\d{1,2})[\s-]([A-Za-z]{3})[A-Za-z]{0,6}\.?[\s-](\d{4}|\d{2})(?!\d)/u.exec(
    line,
  );
  if (dayFirst !== null) return day(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), dayFirst[1]);
  const monthFirst = /(?:^|[\s,])([A-Za-z]{3})[A-Za-z]{0,6}\.? (\d{1,2}),? (\d{4})(?!\d)/u.exec(line);
  return monthFirst === null ? null : day(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]);
}

/** The instant that a feed writes, as ISO 8601 in UTC; `null` where it tells no zone or no time. */
export function instantOf(text: string): string | null {
  const line = text.slice(0, 100).trim();
  if (!/\d:\d{2}.*(?:Z|GMT|UTC|UT|[A-Z]{2}T|[+-]\d{2}:?\d{2})$/u.test(line)) return null;
  const ms = Date.parse(line);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

function day(year: string, month: number, date: string | undefined): PartialDate | null {
  const two = (value: number | string) => String(value).padStart(2, "0");
  return parsePartialDate(`${year}-${two(month)}${date === undefined ? "" : `-${two(date)}`}`);
}

/** Years of two digits as RFC 5322 reads them (section 4.3). */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

/** 1–12; 0, which is no month, where the name is none. */
function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}
