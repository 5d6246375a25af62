import type { DeliveryState } from "../core/subscription.ts";
import type { Claim, Step } from "../store/delivery-store.ts";
import type { DeliveryParts } from "./parts.ts";
import type { PostPort } from "./port.ts";

/** What a step of a delivery needs to know beside its claim. */
export interface Run {
  readonly parts: DeliveryParts;
  readonly port: PostPort;
  /** Nothing new is begun once it is aborted. */
  readonly stop: AbortSignal;
}

/** Tells the metrics of a state that a delivery came into. */
export function tell(
  { delivery, subscription: { channel } }: Claim,
  { parts, port }: Run,
  state: DeliveryState,
  detail: string | null = null,
): void {
  const lateness = parts.moment().at - delivery.dueAt;
  parts.observe?.({ platform: port.platform, state, lateness, delivery, channel, detail });
}

/** Writes a step down. */
export async function end(claim: Claim, run: Run, step: Step): Promise<void> {
  const { store, log } = run.parts;
  if (!(await store.stepDelivery(claim, step))) return;
  tell(claim, run, step.state, "detail" in step ? step.detail : null);
  if (step.state === "unknown")
    log.warn(
      { delivery: claim.delivery.id, subscription: claim.subscription.id, why: step.detail },
      "nobody can tell whether a digest arrived; it is not sent again",
    );
}

/** Nothing reached the platform: it is tried again in so many milliseconds. */
export function putBack(claim: Claim, run: Run, after: number, detail: string | null): Promise<void> {
  return end(claim, run, { state: "pending", notBefore: run.parts.moment().at + after, detail });
}

/** Something may have reached the platform: it is looked at again in so many milliseconds. */
export function lookLater(
  claim: Claim,
  run: Run,
  after: number,
  more: { readonly detail?: string; readonly checked?: boolean; readonly anew?: boolean } = {},
): Promise<void> {
  const now = run.parts.moment();
  return end(claim, run, {
    state: "verify",
    notBefore: now.at + after,
    detail: more.detail ?? claim.delivery.detail,
    checked: more.checked ?? false,
    ...(more.anew === true && { last: now }),
  });
}

/** The digest ends here and its subscription is paused, which is told once. */
export async function giveUp(
  claim: Claim,
  run: Run,
  state: "failed" | "unknown",
  because: string,
): Promise<void> {
  const { store, paused, log } = run.parts;
  const { delivery, subscription } = claim;
  if (!(await store.giveUpDelivery(claim, state, because))) return;
  tell(claim, run, state, because);
  log.warn({ delivery: delivery.id, subscription: subscription.id, because }, "a subscription was paused");
  try {
    await paused?.(subscription, because);
  } catch (error) {
    const name = error instanceof Error ? error.name : String(error);
    log.warn({ subscription: subscription.id, error: name }, "nobody could be told that it was paused");
  }
}
