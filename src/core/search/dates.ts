import { parsePartialDate, type PartialDate } from "../partial-date.ts";
import type { Range } from "../range.ts";

/** A date that a text names, and where. */
export interface NamedDate extends Range {
  readonly date: PartialDate;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

/** `12 June 2018`, `June 12, 2018`, `June 2018`, `2018-06-12`, `2018.6.12`, `2018년 6월 12일`, `2018年6月12日`. */
const PATTERNS: readonly { pattern: RegExp; order: readonly ("y" | "m" | "d")[] }[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, "giu"),
    order: ["d", "m", "y"],
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "giu"),
    order: ["m", "d", "y"],
  },
  { pattern: new RegExp(`\\b${MONTH},? (\\d{4})\\b`, "giu"), order: ["m", "y"] },
  { pattern: /\b(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?\b/gu, order: ["y", "m", "d"] },
  { pattern: /(\d{4}) ?[년年] ?(\d{1,2}) ?[월月](?: ?(\d{1,2}) ?[일日])?/gu, order: ["y", "m", "d"] },
];

/** The dates that a text names with year and month at least. A day inside a longer date is not named again. */
export function datesIn(text: string): NamedDate[] {
  const found: NamedDate[] = [];
  // Every form has a year; most texts that are asked about have none.
  if (!/\d{4}/u.test(text)) return found;
  for (const { pattern, order } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const parts = Object.fromEntries(order.map((part, index) => [part, match[index + 1]]));
      const date = dateOf(parts["y"], parts["m"], parts["d"]);
      if (date !== null) found.push({ date, start, end });
    }
  }
  return found;
}

function dateOf(year?: string, month?: string, day?: string): PartialDate | null {
  const number = month === undefined ? Number.NaN : Number(month);
  const months = Number.isNaN(number) ? MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1 : number;
  const two = (value: number) => String(value).padStart(2, "0");
  return parsePartialDate(
    [year ?? "", two(months), ...(day === undefined ? [] : [two(Number(day))])].join("-"),
  );
}
