import { ON_TIME_WITHIN, SENT_WITHIN } from "../core/digest/catch-up.ts";
import type { Claim, DueDelivery } from "../store/delivery-store.ts";
import { end, putBack, tell, type Run } from "./outcomes.ts";
import { sendNow } from "./send.ts";
import { verify } from "./verify.ts";

/** Milliseconds after which a digest that could not be composed is composed again. */
const COMPOSE_AGAIN = 60_000;

/**
 * Takes one due delivery as far as it goes now. Rejects where the store cannot be written: the lease then ends, and
 * whoever claims the delivery next goes on from what was written last.
 */
export async function deliver(due: DueDelivery, run: Run): Promise<void> {
  const claim = await run.parts.store.claimDelivery(due);
  if (claim === null) return;
  if (claim.delivery.state === "verify") await verify(claim, run);
  else await send(claim, run);
}

/** Composes what is pending, unless it was before, and sends it. */
async function send(claim: Claim, run: Run): Promise<void> {
  const { delivery, subscription } = claim;
  const { moment } = run.parts;
  if (moment().at - delivery.dueAt > SENT_WITHIN)
    return end(claim, run, { state: "skipped", detail: "missed" });
  if (subscription.state === "paused") return end(claim, run, { state: "skipped", detail: "paused" });
  if (run.stop.aborted) return putBack(claim, run, 0, null);
  const frozen = delivery.payload === null ? await freeze(claim, run) : claim;
  if (frozen !== null) await sendNow(frozen, run);
}

/** The claim with its payload; `null` where there is nothing more to do with it now. */
async function freeze(claim: Claim, run: Run): Promise<Claim | null> {
  const { delivery, subscription } = claim;
  const { store, compose, moment, log } = run.parts;
  const late = moment().at - delivery.dueAt > ON_TIME_WITHIN;
  let composed;
  try {
    composed = await compose(subscription, delivery.localDate, late);
  } catch (error) {
    const { name, stack } = error instanceof Error ? error : new Error(String(error));
    log.error(
      { delivery: delivery.id, error: stack ?? name },
      "a digest could not be composed; trying again",
    );
    await putBack(claim, run, COMPOSE_AGAIN, "it could not be composed");
    return null;
  }
  const frozen = await store.freezeDelivery(claim, { ...composed, late });
  if (frozen?.delivery.state !== "skipped") return frozen;
  tell(claim, run, "skipped", composed.why);
  return null;
}
