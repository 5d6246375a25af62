import { partsOf, parsePartialDate } from "../partial-date.ts";
import { datesIn } from "../search/dates.ts";
import type { Day } from "./period.ts";

/** A day as a person asks for it; `year` is `null` where none was given. */
export interface AskedDay extends Day {
  readonly year: number | null;
}

/** A day of a year. */
export interface DayOfYear extends Day {
  readonly year: number;
}

/** UTF-16 units that a day may take; the longest form has half as many. */
const DAY_MAX = 60;

/** Days from today. */
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["오늘", 0],
  ["yesterday", -1],
  ["어제", -1],
  ["tomorrow", 1],
  ["내일", 1],
]);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>\\d{1,2})";

/**
 * Days without a year. Numbers alone are read month first, as ISO 8601, Korea and the United States write them: the
 * heading of the answer shows what was read.
 */
const WITHOUT_YEAR: readonly RegExp[] = [
  new RegExp(`^(?<month>\\d{1,2})[-./]${DAY}$`, "u"),
  new RegExp(`^(?<month>\\d{1,2}) ?[월月] ?${DAY} ?[일日号號]$`, "u"),
  new RegExp(`^${MONTH} ?(?:the )?${DAY}(?:st|nd|rd|th)?$`, "iu"),
  new RegExp(`^${DAY}(?:st|nd|rd|th)? ?(?:of )?${MONTH}$`, "iu"),
];

/**
 * The day that a text names: `2018-06-12`, `12 June 2018`, `06-12`, `June 12`, 6월 12일, `today` … `null` where it is none
 * of these, or a day that does not exist. 29 February exists where no year is given.
 */
export function readDay(typed: string, today: DayOfYear): AskedDay | null {
  if (typed.length > DAY_MAX) return null;
  const plain = typed
    .normalize("NFKC")
    .trim()
    .replace(/\s+/gu, " ")
    // The Korean way to write numbers: 2018. 6. 12.
    .replace(/(?<=\d) ?\. ?(?=\d)/gu, ".")
    .replace(/(?<=\d)\.$/u, "");
  const days = RELATIVE.get(plain.toLowerCase());
  if (days !== undefined) return shifted(today, days);
  const [dated] = datesIn(plain);
  if (dated !== undefined) {
    const { year, month, day } = partsOf(dated.date);
    const isWhole = dated.start === 0 && dated.end === plain.length && year > 0;
    return isWhole && month !== undefined && day !== undefined ? { year, month, day } : null;
  }
  for (const pattern of WITHOUT_YEAR) {
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) continue;
    const month =
      groups["name"] === undefined
        ? Number(groups["month"])
        : MONTHS.indexOf(groups["name"].slice(0, 3).toLowerCase()) + 1;
    const day = Number(groups["day"]);
    return isDay({ month, day }) ? { year: null, month, day } : null;
  }
  return null;
}

/** The day that it is in a time zone (IANA) at an instant (milliseconds since 1970). */
export function todayIn(zone: string, now: number): DayOfYear {
  const parts = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(now);
  const number = (type: "year" | "month" | "day") => Number(parts.find((part) => part.type === type)!.value);
  return { year: number("year"), month: number("month"), day: number("day") };
}

/** Whether there is such a day in any year. */
function isDay({ month, day }: Day): boolean {
  return parsePartialDate(`2000-${two(month)}-${two(day)}`) !== null;
}

function shifted({ year, month, day }: DayOfYear, days: number): DayOfYear {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
