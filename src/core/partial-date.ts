/**
 * A date as far as it is known: `2018`, `2018-03` or `2018-03-28` (proleptic Gregorian calendar, no time zone: the date
 * of the place where the thing happened). Two partial dates are compared by the intervals of days they stand for.
 */
export type PartialDate = string & { readonly partialDate: unique symbol };

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** The parsed date, or `null` where the text is no `Y`, `Y-M` or `Y-M-D`, or names a day that does not exist. */
export function parsePartialDate(text: string): PartialDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined) {
    const days = daysInMonth(Number(year), Number(month));
    if (Number(day) < 1 || Number(day) > days) return null;
  }
  return text as PartialDate;
}

/** Year, and month (1–12) and day (1–31) as far as they are known. */
export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

/** The numbers of a partial date. */
export function partsOf(date: PartialDate): DateParts {
  const [year, month, day] = date.split("-").map(Number);
  return { year: year!, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** First day the date can mean, as `Y-M-D`; such strings compare in time order. */
export function firstDay(date: PartialDate): string {
  const { year, month = 1, day = 1 } = partsOf(date);
  return isoDay(year, month, day);
}

/** Last day the date can mean, as `Y-M-D`. */
export function lastDay(date: PartialDate): string {
  const { year, month = 12, day } = partsOf(date);
  return isoDay(year, month, day ?? daysInMonth(year, month));
}

/** Whether `date` can lie between `from` and `to` (both inclusive, either open): the intervals of days overlap. */
export function overlaps(date: PartialDate, from: PartialDate | null, to: PartialDate | null): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to));
}

function daysInMonth(year: number, month: number): number {
  // Day 0 of the next month is the last of this one; setUTCFullYear, because Date.UTC reads years 0–99 as 19xx.
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
