import { Temporal } from "temporal-polyfill";

/** Minutes that a zone (IANA) is ahead of UTC at an instant (milliseconds since 1970), rounded to whole ones. */
export function offsetAt(zone: string, instant: number): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return Math.round(offsetNanoseconds / 60e9);
}

/** Minutes ahead of UTC as `UTC+09:00`. */
export function showOffset(minutes: number): string {
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "-" : "+"}${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const OFFSET = /^(?:utc|gmt)? ?(?<sign>[-+]) ?(?<hour>\d{1,2})(?::?(?<minute>\d{2}))?$/iu;

/**
 * Minutes ahead of UTC that `UTC+9`, `GMT-3:30`, `+0900` or `+09:00` says; `null` where it is no offset, or none that any
 * zone has.
 */
export function parseOffset(typed: string): number | null {
  const groups = OFFSET.exec(typed.replace(/[−–]/gu, "-"))?.groups;
  if (groups === undefined) return null;
  const minutes = Number(groups["hour"]) * 60 + Number(groups["minute"] ?? 0);
  if (Number(groups["minute"] ?? 0) > 59 || minutes > 14 * 60) return null;
  return groups["sign"] === "-" && minutes !== 0 ? -minutes : minutes;
}
