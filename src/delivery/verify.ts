import { createHash } from "node:crypto";
import { SENT_WITHIN } from "../core/digest/catch-up.ts";
import type { Claim } from "../store/delivery-store.ts";
import { elapsedSince, surelyBefore } from "./elapsed.ts";
import { end, lookLater, type Run } from "./outcomes.ts";
import { verifyWithin } from "./request.ts";
import { HISTORY_TELLS_AFTER, sendAgain, sendNow } from "./send.ts";

/**
 * Milliseconds after the first request within which a platform surely knows the nonce again. Discord says "the past few
 * minutes": https://discord.com/developers/docs/resources/message#create-message
 */
const NONCE_LASTS = 120_000;
/** Times at least that a history which does not answer is asked, and as long as a digest would be sent. */
const CHECKS_MIN = 10;
/** Milliseconds that it is left alone at most, beside what the platform asks for. */
const LEFT_ALONE_MAX = 5 * 60_000;

/** Finds out what became of a request that was not answered, and goes on from there. */
export async function verify(claim: Claim, run: Run): Promise<void> {
  const { delivery, subscription } = claim;
  const now = run.parts.moment();
  if (run.stop.aborted) return lookLater(claim, run, 0);
  // The request must have been read by then, and it can be read as late as it can show in the history.
  const first = elapsedSince(delivery.first!, now);
  const isRemembered = first !== null && first.atMost + HISTORY_TELLS_AFTER <= NONCE_LASTS;
  if (run.port.repost !== null && isRemembered && subscription.state === "active")
    return sendAgain(claim, run);
  const last = elapsedSince(delivery.last!, now);
  if (last === null) return lookLater(claim, run, HISTORY_TELLS_AFTER, { anew: true });
  if (last.atLeast < HISTORY_TELLS_AFTER) return lookLater(claim, run, HISTORY_TELLS_AFTER - last.atLeast);
  await askHistory(claim, run);
}

async function askHistory(claim: Claim, run: Run): Promise<void> {
  const { delivery, subscription } = claim;
  const { wait, moment } = run.parts;
  const since = surelyBefore(delivery.first!, moment());
  const request = { channel: subscription.channel, key: delivery.key, since };
  const verified = await verifyWithin((one) => run.port.verify(one), request, wait);
  if (verified.found === true) return end(claim, run, { state: "sent", message: verified.message });
  if (verified.found === null) return end(claim, run, { state: "unknown", detail: verified.detail });
  if (verified.found === "later") {
    const isOver = moment().at - delivery.dueAt > SENT_WITHIN;
    if (isOver && delivery.checks + 1 >= CHECKS_MIN)
      return end(claim, run, { state: "unknown", detail: "the channel's history could not be read" });
    const after = Math.max(verified.after, 1_000) + leftAlone(delivery);
    return lookLater(claim, run, after, { checked: true });
  }
  // It is surely not there.
  if (subscription.state === "paused") return end(claim, run, { state: "skipped", detail: "paused" });
  if (moment().at - delivery.dueAt > SENT_WITHIN)
    return end(claim, run, { state: "skipped", detail: "missed" });
  await sendNow(claim, run);
}

/**
 * Up to twice as many milliseconds each time that a history does not answer. How many of them hangs on the delivery:
 * those of a workspace whose histories may be read once a minute would else be in each other's way every time.
 */
function leftAlone({ key, checks }: Claim["delivery"]): number {
  const hash = createHash("sha256").update(`${key} ${checks}`).digest();
  const most = Math.min(1_000 * 2 ** checks, LEFT_ALONE_MAX);
  return Math.floor((hash.readUInt32BE(0) / 2 ** 32) * most);
}
