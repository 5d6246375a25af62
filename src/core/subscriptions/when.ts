import { Temporal } from "temporal-polyfill";
import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import type { Messages } from "../../messages/messages.ts";
import { showDays } from "../digest/days.ts";
import { settledBy } from "../digest/catch-up.ts";
import { nextDue, type Due } from "../digest/schedule.ts";
import { zoneCity } from "../digest/zone-book.ts";
import { labelOf } from "../digest/zones.ts";
import { formatDate } from "../names.ts";
import { parsePartialDate } from "../partial-date.ts";
import type { Span } from "../reply.ts";
import type { Subscription } from "../subscription.ts";

/** The local date (`YYYY-MM-DD`) in a zone at an instant (milliseconds since 1970). */
export function localDate(instant: number, zone: string): string {
  return at(instant, zone).toPlainDate().toString();
}

/** The next time at which a digest comes, after `now` (milliseconds since 1970), unless it is paused. */
export function nextOf(subscription: Subscription, now: number): Due {
  const { since, lastLocalDate } = subscription;
  const schedule = { ...subscription, days: new Set(subscription.days) };
  return nextDue(schedule, Math.max(now, since), settledBy(lastLocalDate, schedule, now));
}

/** Days, time of day and zone, with the offset that the zone has at the next digest. */
export function scheduleWords(subscription: Subscription, now: number, m: Messages): string {
  const { at, zone, days } = subscription;
  const label = labelOf(zone, zoneCity(zone, m.language), nextOf(subscription, now).at);
  return subscriptionMessages(m).schedule(showDays(new Set(days), m), at, label);
}

/** An instant (milliseconds since 1970) on the clocks of a zone: `Friday, 27 November 2026, 09:00`. */
export function instantWords(instant: number, zone: string, m: Messages): string {
  const time = at(instant, zone);
  const weekday = weekdayName(time.dayOfWeek, m.language);
  const clock = time.toPlainTime().toString({ smallestUnit: "minute" });
  return subscriptionMessages(m).instant(weekday, dayWords(time.toPlainDate().toString(), m), clock);
}

/** An instant as each reader's own clock shows it, where the platform can tell; else on that of Greenwich. */
export function momentSpan(instant: number, m: Messages): Span {
  return { type: "moment", at: instant, text: `${instantWords(instant, "UTC", m)} UTC` };
}

/** A local date (`YYYY-MM-DD`) as a person writes it. */
export function dayWords(date: string, m: Messages): string {
  const parsed = parsePartialDate(date);
  return parsed === null ? date : formatDate(parsed, m.language);
}

function at(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** The name of a day by its ISO 8601 number. */
function weekdayName(day: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // 1 January 2024 was a Monday.
  return format.format(Date.UTC(2024, 0, day));
}
