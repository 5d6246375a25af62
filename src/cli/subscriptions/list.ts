import { openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import { showDays } from "../../core/digest/days.ts";
import { nextDue } from "../../core/digest/schedule.ts";
import type { Delivery, Subscription } from "../../core/subscription.ts";
import { en } from "../../messages/en.ts";
import { detailWords } from "../digests/outcome-words.ts";
import { minuteOf, printLine } from "../print.ts";
import { allSubscriptions } from "./all.ts";

/** Deliveries looked through for those of which nobody knows whether they arrived: those of the last month, as a rule. */
const LOOKED_AT = 31;

/** `korea subscriptions list`. */
export async function listSubscriptions(tenant: string | undefined, config: Config): Promise<number> {
  const store = await openOwnStore(config);
  try {
    const all = await allSubscriptions(store, tenant);
    if (all.length === 0) printLine("No channel is subscribed.");
    for (const one of all) {
      printLine(lineOf(one, await store.deliveriesOf(one.channel.tenant, one.id, LOOKED_AT)));
    }
  } finally {
    store.close();
  }
  return 0;
}

function lineOf(subscription: Subscription, [last, ...before]: readonly Delivery[]): string {
  const { id, channel, at, zone, days, query, quiet, language, state, pausedBecause } = subscription;
  // What paused it is told once.
  const told = last === undefined || last.detail === pausedBecause ? null : last.detail;
  const unknown = before.filter((one) => one.state === "unknown").map((one) => one.localDate);
  const parts = [
    `${at} ${zone}, ${showDays(new Set(days), en)}, ${language}`,
    query === null ? "everything" : `“${query}”`,
    ...(quiet ? ["quiet"] : []),
    ...(pausedBecause === null ? [] : [`because: ${pausedBecause}`]),
    ...(state === "active" ? [`next ${nextOf(subscription)}`] : []),
    ...(last === undefined
      ? ["none yet"]
      : [`last ${last.localDate} ${last.state}${told === null ? "" : ` (${detailWords(told)})`}`]),
    ...(unknown.length === 0 ? [] : [`unknown whether it arrived: ${unknown.toReversed().join(", ")}`]),
  ];
  return `${state}  ${id}  ${channel.tenant} channel ${channel.channel}: ${parts.join("; ")}`;
}

function nextOf({ at, zone, days, since, lastLocalDate }: Subscription): string {
  try {
    const from = Math.max(Date.now(), since);
    return minuteOf(nextDue({ at, zone, days: new Set(days) }, from, lastLocalDate).at);
  } catch {
    return `unknown: this Node.js knows no zone ${zone}`;
  }
}
