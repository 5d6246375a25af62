import { subscriptionMessages } from "../../messages/groups/subscriptions.ts";
import type { Messages } from "../../messages/messages.ts";
import { parseDays } from "../digest/days.ts";
import { parseTimeOfDay } from "../digest/time-of-day.ts";
import type { Weekday } from "../digest/weekday.ts";
import { WEEK } from "../digest/weekday.ts";
import { zoneCity } from "../digest/zone-book.ts";
import { parseZone } from "../digest/zones.ts";
import type { Context } from "../command.ts";
import { UserError } from "../errors.ts";

/** When somebody wants a digest, as it was typed; what is absent stays as it is or is the usual. */
export interface TypedTimes {
  readonly at?: string | undefined;
  readonly timezone?: string | undefined;
  readonly days?: string | undefined;
}

/** When a digest comes, and what the person should know about how it was read. */
export interface Times {
  readonly at: string;
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly remarks: readonly string[];
}

/** {@link UsualZone}, or the zone of a subscription, which somebody chose. */
type Unsaid = Pick<UsualZone, "zone"> & Partial<UsualZone>;

/** The usual times: 09:00 every day. The zone hangs on who asks where. */
export const USUAL: Pick<Times, "at" | "days"> = { at: "09:00", days: WEEK };

/**
 * The times that were typed, on top of others.
 *
 * @throws {UserError} where one of them is none.
 */
export function readTimes(
  typed: TypedTimes,
  others: Pick<Times, "at" | "zone" | "days"> & Unsaid,
  { now, m }: Pick<Context, "now" | "m">,
): Times {
  const at = typed.at === undefined ? others.at : parseTimeOfDay(typed.at);
  const meant = typed.timezone === undefined ? null : parseZone(typed.timezone, now());
  const days = typed.days === undefined ? others.days : [...parseDays(typed.days)];
  const remark = meant === null ? unsaid(others, m) : meant.say?.(m);
  return { at, zone: meant?.zone ?? others.zone, days, remarks: remark === undefined ? [] : [remark] };
}

function unsaid({ zone, nobodySaid = false }: Unsaid, m: Messages): string | undefined {
  if (!nobodySaid) return undefined;
  return subscriptionMessages(m).zoneUnsaid(zone === "UTC" ? zone : zoneCity(zone, m.language));
}

/** A zone to go by where none is typed. */
export interface UsualZone {
  readonly zone: string;
  /** Whether it is this program's own, since nobody has chosen one here yet: a person would not expect it. */
  readonly nobodySaid: boolean;
}

/** The zone last used in the tenant, by a new subscription or an edit; that of this program where there is none. */
export async function usualZone({ subscriptions, zone }: Context): Promise<UsualZone> {
  const [last] = (await subscriptions.list()).toReversed().toSorted((a, b) => b.since - a.since);
  return { zone: last?.zone ?? zone, nobodySaid: last === undefined };
}

/** Whether words are one value of an option for times, so that in a line of text none of them becomes the query. */
export const READS = {
  at: (words: string) => isRead(() => parseTimeOfDay(words)),
  timezone: (words: string) => isRead(() => parseZone(words, 0)),
  // What may stand between days, or before what comes next, ends none.
  days: (words: string) =>
    !/(?:^|\s)(?:and|on|the|every|each|all|및|그리고)$/iu.test(words) && isRead(() => parseDays(words)),
};

function isRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
