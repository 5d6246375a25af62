import { outcomeMessages } from "../../messages/groups/subscription-outcomes.ts";
import type { Messages } from "../../messages/messages.ts";
import { readWhyCode } from "../digest/why-code.ts";
import type { Delivery } from "../subscription.ts";
import { dayWords } from "./when.ts";

/** A delivery as far as it is told. */
export type Told = Pick<Delivery, "localDate" | "late" | "state" | "detail" | "why">;

/**
 * What became of a delivery, with its date, in a sentence. `detail` is for the log and may say anything: only what is known
 * of it is told, in words of ours.
 */
export function outcomeWords(delivery: Told, m: Messages): string {
  return outcomeMessages(m).on(dayWords(delivery.localDate, m), outcomeOf(delivery, m));
}

function outcomeOf({ state, detail, why, late }: Told, m: Messages): string {
  const say = outcomeMessages(m);
  switch (state) {
    case "pending":
      if (detail === "asked to wait") return say.askedToWait;
      return detail === "it could not be composed" ? say.notComposed : say.underWay;
    case "sending":
      return say.underWay;
    case "verify":
      return say.checking;
    case "sent":
      return late ? `${arrived(why, m)} ${say.cameLate}` : arrived(why, m);
    case "skipped":
      return skipped(detail, m);
    case "failed":
      return failed(detail, m);
    case "unknown":
      return /history|messages were posted since/iu.test(detail ?? "") ? say.unknownNoHistory : say.unknown;
  }
}

function arrived(code: string | null, m: Messages): string {
  const say = outcomeMessages(m);
  const why = readWhyCode(code ?? "");
  switch (why?.type) {
    case "news":
      return say.arrivedWith(why.matched, why.of);
    case "noNews":
      return say.arrivedNoNews;
    case "noMatch":
      return say.arrivedNoMatch(why.of);
    case "unreadable":
      return say.arrivedUnreadable;
    case undefined:
      return say.arrived;
  }
}

function skipped(detail: string | null, m: Messages): string {
  const say = outcomeMessages(m);
  const why = readWhyCode(detail ?? "");
  if (why?.type === "noNews") return say.noNews;
  if (why?.type === "noMatch") return say.noMatch(why.of);
  if (why?.type === "unreadable") return say.unreadable;
  if (detail === "missed") return say.missed;
  const before = /^missed, and (\d{1,9}) before$/u.exec(detail ?? "");
  if (before !== null) return say.missedMore(Number(before[1]));
  return detail === "paused" ? say.paused : say.notSent;
}

function failed(detail: string | null, m: Messages): string {
  const say = outcomeMessages(m);
  if (detail === "a document that it quotes is not kept any more") return say.documentGone;
  const reason = reasonOf(detail);
  return reason === null ? say.notArrived : say[reason];
}

/** Why a platform takes no more digests, of what its port said. */
export function reasonOf(detail: string | null): "gone" | "forbidden" | "token" | null {
  const reason = /^(gone|forbidden|token):/u.exec(detail ?? "")?.[1];
  return reason === undefined ? null : (reason as "gone" | "forbidden" | "token");
}
