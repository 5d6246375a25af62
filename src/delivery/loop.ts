import type { DeliveryParts } from "./parts.ts";
import { createPasses } from "./pass.ts";

/** Milliseconds between two looks at which deliveries are due. */
const LOOK = 250;
/** Milliseconds between two looks at what subscriptions owe. */
const SETTLE = 5_000;
/** Milliseconds that what is being sent has to come to an end after a stop. */
const FINISH = 15_000;

/** What the loop needs beside what deliveries need. */
export interface LoopParts extends DeliveryParts {
  /** Told with every look, for a check of readiness. */
  tick?(): void;
}

/**
 * Delivers digests until the stop: then nothing more is claimed, and what is being sent has 15 s to end. What is not
 * done then is verified by whoever starts next. Never rejects.
 */
export async function runDeliveries(parts: LoopParts, stop: AbortSignal): Promise<void> {
  const { wait, moment, log, tick } = parts;
  const passes = createPasses(parts);
  let settled = Number.NEGATIVE_INFINITY;
  let failing = false;
  while (!stop.aborted) {
    try {
      const { up } = moment();
      if (up - settled >= SETTLE) {
        await passes.settle(stop);
        settled = up;
      }
      await passes.begin(stop);
      if (failing) log.info({}, "digests are delivered again");
      failing = false;
      tick?.();
    } catch (error) {
      // Once for every series: it is tried again at once.
      if (!failing)
        log.error(
          { error: error instanceof Error ? error.message : String(error) },
          "digests cannot be delivered; trying again",
        );
      failing = true;
    }
    await wait(LOOK, stop).catch(() => undefined);
  }
  const finished = new AbortController();
  const late = wait(FINISH, finished.signal).catch(() => undefined);
  await Promise.race([passes.allDone(), late]);
  finished.abort();
}
