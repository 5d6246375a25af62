import type { Claim } from "../store/delivery-store.ts";
import { giveUp, end, lookLater, putBack, type Run } from "./outcomes.ts";
import type { PostOutcome } from "./port.ts";
import { REQUEST_DEADLINE, postWithin } from "./request.ts";

/** Milliseconds that a request which was given up may still take to show in a channel. */
const MAY_APPEAR_WITHIN = 60_000;
/** Milliseconds after the last request from which the history tells what became of it. */
export const HISTORY_TELLS_AFTER = REQUEST_DEADLINE + MAY_APPEAR_WITHIN;
/** Milliseconds before a request is made again with the same nonce. */
const REPOST_AFTER = 2_000;
/** Milliseconds that a platform's pause may be: as long as a digest is sent at all, and some at least. */
const PAUSE_MAX = 6 * 60 * 60_000;
const PAUSE_MIN = 1_000;

/**
 * Posts a frozen payload of which nothing can be in the channel: nothing was sent yet, or the history had nothing. What
 * is not to be sent at once goes back to where it came from.
 */
export async function sendNow(claim: Claim, run: Run): Promise<void> {
  const sending = await start(claim, run, false);
  if (sending === null) return;
  const outcome = await request(sending, run, run.port.post);
  if (outcome.outcome === "permanent")
    return giveUp(sending, run, "failed", `${outcome.reason}: ${outcome.detail}`);
  if (outcome.outcome === "again") return putBack(sending, run, pause(outcome.after), "asked to wait");
  await settle(sending, run, outcome);
}

/** Posts the same once more where the platform drops the second of two. */
export async function sendAgain(claim: Claim, run: Run): Promise<void> {
  const { repost } = run.port;
  const sending = repost === null ? null : await start(claim, run, true);
  if (repost === null || sending === null) return;
  const outcome = await request(sending, run, repost);
  // The first one may be in the channel all the same.
  if (outcome.outcome === "permanent")
    return giveUp(sending, run, "unknown", `${outcome.reason}: ${outcome.detail}`);
  if (outcome.outcome === "again") return lookLater(sending, run, pause(outcome.after));
  await settle(sending, run, outcome);
}

/** Writes down that a request goes out; `null` where it does not. */
async function start(claim: Claim, run: Run, again: boolean): Promise<Claim | null> {
  const { store, limiter, moment } = run.parts;
  const wasPosted = claim.delivery.state === "verify";
  const back = (after: number) =>
    wasPosted ? lookLater(claim, run, after) : putBack(claim, run, after, claim.delivery.detail);
  if (run.stop.aborted) await back(0);
  else {
    const wait = limiter.take(claim.subscription.channel);
    if (wait === 0) return store.startSending(claim, moment(), again);
    await back(wait);
  }
  return null;
}

/** The deadline begins with what was written down, so that the time that passed since then counts. */
function request(
  { delivery, subscription }: Claim,
  { parts }: Run,
  post: Run["port"]["post"],
): Promise<PostOutcome> {
  const { channel, language } = subscription;
  const left = REQUEST_DEADLINE - (parts.moment().up - delivery.last!.up);
  return postWithin(
    post,
    { channel, language, reply: delivery.payload!, key: delivery.key },
    left,
    parts.wait,
  );
}

async function settle(
  claim: Claim,
  run: Run,
  outcome: Extract<PostOutcome, { outcome: "sent" | "unclear" }>,
): Promise<void> {
  if (outcome.outcome === "sent") return end(claim, run, { state: "sent", message: outcome.message });
  const after = run.port.repost === null ? HISTORY_TELLS_AFTER : REPOST_AFTER;
  await lookLater(claim, run, after, { detail: outcome.detail });
}

/** A pause that a platform asked for, made sense of. */
function pause(after: number): number {
  return Number.isFinite(after) ? Math.min(Math.max(after, PAUSE_MIN), PAUSE_MAX) : 60_000;
}
