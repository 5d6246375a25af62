import { echo } from "../budget.ts";
import { UserError } from "../errors.ts";

/** UTF-16 units that a time may take; the longest form has half as many. */
const TIME_MAX = 40;

/** Times with a name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["noon", "12:00"],
  ["midday", "12:00"],
  ["midnight", "00:00"],
  ["정오", "12:00"],
  ["자정", "00:00"],
]);

/** Native Korean numbers, which count hours. */
const HOURS = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"];

/**
 * Parts of the day with the hours of twenty-four that each may have, in their order: an hour of twelve is that one of
 * its two that the part has. 밤 1시 is an hour after midnight, 밤 10시 two before.
 */
const PARTS: ReadonlyMap<string, readonly number[]> = new Map([
  ...part("am 오전", 0, 11),
  ...part("pm 오후", 12, 23),
  ...part("새벽", 0, 6),
  ...part("아침", 4, 11),
  ...part("낮 점심", 10, 16),
  ...part("저녁", 16, 23),
  ...part("밤", 18, 27),
]);

const ENGLISH = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))? ?(?<part>a\.?m\.?|p\.?m\.?)$/u;
const KOREAN =
  /^(?:(?<part>오전|오후|새벽|아침|낮|점심|저녁|밤) ?)?(?<hour>\d{1,2}|[한두세네다섯여일곱덟아홉열]{1,2}) ?시(?: ?(?:(?<minute>\d{1,2}) ?분|(?<half>반)))?$/u;
const KOREAN_CLOCK = /^(?<part>오전|오후|새벽|아침|낮|점심|저녁|밤) ?(?<hour>\d{1,2}):(?<minute>\d{2})$/u;
const CLOCK = /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2}))?h?(?: ?(?:o'clock|hrs|hours))?$/u;
const DIGITS = /^(?<hour>\d{2})(?<minute>\d{2})$/u;

/**
 * The time of day that a text names, as `HH:MM`: `09:00`, `9`, `9am`, `9:30 pm`, `0930`, noon, 오전 9시, 오후 6시 30분, 아침 9시,
 * 21시 반, 정오. An hour without a part of the day is one of the twenty-four.
 *
 * @throws {UserError} where it is none, naming forms that are.
 */
export function parseTimeOfDay(typed: string): string {
  const time = typed.length > TIME_MAX ? null : read(plain(typed));
  if (time !== null) return time;
  throw new UserError((m) => m.digest.badTime(echo(typed)));
}

function plain(typed: string): string {
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/’/gu, "'")
    .replace(/^at /u, "")
    .replace(/ ?에$/u, "");
}

function read(text: string): string | null {
  const named = NAMED.get(text);
  if (named !== undefined) return named;
  const groups = [ENGLISH, KOREAN, KOREAN_CLOCK, CLOCK, DIGITS]
    .map((pattern) => pattern.exec(text)?.groups)
    .find((found) => found !== undefined);
  if (groups === undefined) return null;
  const written = groups["hour"]!;
  const hour = /\d/u.test(written) ? Number(written) : HOURS.indexOf(written) + 1;
  // Native numbers count the twelve hours; a word that is none of them is 0 here.
  if (hour === 0 && !/\d/u.test(written)) return null;
  const minute = groups["half"] === undefined ? Number(groups["minute"] ?? 0) : 30;
  const whole = groups["part"] === undefined ? hour : hourOf(groups["part"], hour);
  return whole === null || whole > 23 || minute > 59 ? null : `${two(whole)}:${two(minute)}`;
}

/** The hour of twenty-four; `null` where the part of the day has no such hour. */
function hourOf(name: string, hour: number): number | null {
  const hours = PARTS.get(name.replaceAll(".", ""))!;
  const meant = hour > 12 ? [hour] : [hour % 12, (hour % 12) + 12];
  return meant.find((one) => hours.includes(one)) ?? null;
}

function part(names: string, first: number, last: number): [string, readonly number[]][] {
  const hours = Array.from({ length: last - first + 1 }, (_, n) => (first + n) % 24);
  return names.split(" ").map((name) => [name, hours]);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
