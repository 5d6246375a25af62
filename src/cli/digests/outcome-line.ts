import type { ChannelRef } from "../../core/subscription.ts";
import type { DeliveryEvent, MissedDates } from "../../delivery/parts.ts";
import { counted } from "../print.ts";
import { detailWords } from "./outcome-words.ts";

/** What was not delivered although it was due; what only waits for its turn is no fault. */
export function wentWrong({ state, detail }: DeliveryEvent): boolean {
  if (state === "sent") return false;
  if (state === "skipped") return detail?.startsWith("missed") === true;
  return !(state === "pending" && detail === null);
}

/** What became of a digest, in one line. */
export function outcomeLine({ delivery, channel, state, lateness, detail }: DeliveryEvent): string {
  const late = `${Math.max(0, Math.round(lateness / 1_000))} s after its time`;
  const why = detail === null ? "" : ` (${detailWords(detail)})`;
  return `${nameOf(delivery.localDate, delivery.subscription, channel)}: ${state}${why}, ${late}`;
}

/** What was settled as missed, a line a date. */
export function missedLines({ subscription: { id, channel }, dates, before }: MissedDates): string[] {
  const lines = dates.map((date) => `${nameOf(date, id, channel)}: skipped (missed)`);
  const [first] = dates;
  if (before === 0 || first === undefined) return lines;
  return [`${nameOf(first, id, channel)}: ${counted(before, "date")} before it skipped (missed)`, ...lines];
}

/** By the subscription's id, as `korea subscriptions list` shows it: a channel may have several. */
function nameOf(localDate: string, subscription: string, { tenant, channel }: ChannelRef): string {
  return `${localDate} ${subscription} ${tenant} channel ${channel}`;
}
