import { parsePartialDate } from "../../core/partial-date.ts";
import type { PartialDate } from "../../core/partial-date.ts";
import type { Range } from "../../core/range.ts";

/** A date written in a line, with the place where it stands, its time of day included. */
export interface FoundDate extends Range {
  readonly date: PartialDate;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const RUSSIAN = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
const JUCHE = 1911;
const MONTH =
  String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|` +
  String.raw`sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const DAY = String.raw`(?<day>[0-3]?\d)`;
const WEEKDAY = String.raw`(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,\s]{1,3})?`;
const NUMBER_MONTH = String.raw`(?<month>[01]?\d)`;
const ASIAN_WEEKDAY =
  String.raw`(?:\s?[(（](?:星期)?[月火水木金土日一二三四五六天월화수목금토일](?:요일|曜日)?[)）]|` +
  String.raw`\s?[월화수목금토일]요일|\s?星期[一二三四五六日天])?`;
const TIME =
  String.raw`(?:[T,\s]{0,3}(?:\bat\s)?(?:오전|오후|午前|午後|上午|下午)?\s{0,2}[0-2]?\d\s?[:：시時时]\s?[0-5]\d` +
  String.raw`(?:[:：][0-5]\d)?(?:\.\d{1,6})?분?(?:\s?[ap]\.?m\.?)?` +
  String.raw`(?:\s?(?:[A-Z]{2,4}T?|Z|[+-]\d{2}:?\d{2})\b)?)?`;

/** Days in the spellings news pages use. `03/04/2018` is not among them: it says either of two days; `14/03/2018` one. */
const FORMS = [
  `${WEEKDAY}\\b${MONTH}(?:\\.\\s{0,2}|\\s{1,2})${DAY}(?:st|nd|rd|th)?(?:,\\s{0,2}|\\s{1,2})${YEAR}\\b${TIME}`,
  `${WEEKDAY}\\b${DAY}(?:st|nd|rd|th)?[\\s-]${MONTH}\\.?,?[\\s-]{1,2}${YEAR}\\b${TIME}`,
  `(?<!\\d)${YEAR}\\s?[年년]\\s?${NUMBER_MONTH}\\s?[月월]\\s?${DAY}\\s?[日일号]${ASIAN_WEEKDAY}${TIME}`,
  `(?<![\\d./-])${YEAR}(?:-${NUMBER_MONTH}-${DAY})(?!\\d)${ASIAN_WEEKDAY}${TIME}`,
  `(?<![\\d./-])${YEAR}(?:\\.\\s?${NUMBER_MONTH}\\.\\s?${DAY})(?!\\d)\\.?${ASIAN_WEEKDAY}${TIME}`,
  `(?<![\\d./-])${YEAR}(?:/${NUMBER_MONTH}/${DAY})(?!\\d)${ASIAN_WEEKDAY}${TIME}`,
  // Year above, month and day below it.
  `(?<![\\d./-])${YEAR}\\s?(?<month>[01]\\d)/(?<day>[0-3]\\d)(?![\\d/])${TIME}`,
  `주체\\d{2,3}\\s?\\(${YEAR}\\)\\s?년\\s?${NUMBER_MONTH}\\s?월\\s?${DAY}\\s?일${ASIAN_WEEKDAY}${TIME}`,
  `주체\\d{2,3}\\s?\\(${YEAR}\\)\\.\\s?${NUMBER_MONTH}\\.\\s?${DAY}(?!\\d)\\.?${ASIAN_WEEKDAY}${TIME}`,
  `(?<![\\d./-])(?<day>1[3-9]|2\\d|3[01])/${NUMBER_MONTH}/${YEAR}(?!\\d)${TIME}`,
  `(?<![\\d./-])${NUMBER_MONTH}/(?<day>1[3-9]|2\\d|3[01])/${YEAR}(?!\\d)${TIME}`,
  `(?<!\\d)${DAY}\\s(?<month>(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,6})\\s${YEAR}(?:\\sг(?:ода|\\.)?)?${TIME}`,
  // With full stops the day comes first.
  `(?<![\\d./-])(?<day>[0-3]\\d)\\.(?<month>[01]\\d)\\.${YEAR}(?!\\d)${TIME}`,
  // The years of North Korea begin with 1912.
  `(?:juche|주체)\\s?(?<juche>\\d{2,3})\\.\\s?${NUMBER_MONTH}\\.\\s?${DAY}(?!\\d)\\.?`,
].map((source) => new RegExp(source, "giu"));

/** Longest line that is searched: a line of metadata is short. */
const LINE_MAX = 300;

/** The days named in a line, in the order they stand; none in a line too long to be metadata. */
export function datesIn(line: string): FoundDate[] {
  if (line.length > LINE_MAX) return [];
  const found: FoundDate[] = [];
  for (const form of FORMS) {
    for (const match of line.matchAll(form)) {
      const { month, day, juche } = match.groups!;
      const year = juche === undefined ? match.groups!["year"] : Number(juche) + JUCHE;
      const name = month!.slice(0, 3).toLowerCase();
      const number = /^\d/u.test(month!)
        ? Number(month)
        : Math.max(MONTHS.indexOf(name), RUSSIAN.indexOf(name.replace("май", "мая"))) + 1;
      const date = parsePartialDate(`${year}-${pad(number)}-${pad(Number(day))}`);
      if (date !== null) found.push({ date, start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
