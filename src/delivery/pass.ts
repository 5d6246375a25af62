import type { DueDelivery } from "../store/delivery-store.ts";
import { deliver } from "./deliver.ts";
import type { DeliveryParts } from "./parts.ts";
import { createSettle } from "./settle.ts";

/** Deliveries that are worked on at once, unless the parts say otherwise. */
const AT_ONCE = 32;
/** Milliseconds for which one that was interrupted, by a full disk say, is left alone. */
const REST = 60_000;
/** Due deliveries that are read at once. */
const PAGE = 100;

/** Passes over what is due. */
export interface Passes {
  /** Makes the deliveries that subscriptions owe now. Rejects where the store cannot be read or written. */
  settle(stop: AbortSignal): Promise<void>;
  /** Starts work on deliveries that are due, as many as there is room for, and tells how many. Rejects like `settle`. */
  begin(stop: AbortSignal): Promise<number>;
  /** Resolves when one of those that are worked on is done; never rejects. */
  oneDone(): Promise<void>;
  /** Resolves when all of them are done; never rejects. */
  allDone(): Promise<void>;
  /** One pass: settles, then works until nothing more is due. Rejects like `settle`. */
  run(stop: AbortSignal): Promise<PassResult>;
}

/** How a pass ended. */
export interface PassResult {
  /** When the next open delivery can be worked on, milliseconds since 1970; `null` where none is open. */
  readonly next: number | null;
}

/** Makes passes. One delivery that fails stops no other; several processes may make passes over one store. */
export function createPasses(parts: DeliveryParts): Passes {
  const { store, portOf, limiter, moment, log, atOnce = AT_ONCE } = parts;
  const settle = createSettle(parts);
  const inHand = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();

  const work = async (due: DueDelivery, stop: AbortSignal): Promise<void> => {
    try {
      const port = portOf(due.channel.tenant);
      if (port !== null) await deliver(due, { parts, port, stop });
    } catch (error) {
      resting.set(due.id, moment().up + REST);
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log.error({ delivery: due.id, error: stack }, "a delivery was interrupted; it goes on later");
    } finally {
      inHand.delete(due.id);
    }
  };
  const canBegin = ({ id, channel }: DueDelivery): boolean =>
    !inHand.has(id) && !resting.has(id) && portOf(channel.tenant) !== null && limiter.waitFor(channel) === 0;

  const begin = async (stop: AbortSignal): Promise<number> => {
    for (const [id, until] of resting) if (until <= moment().up) resting.delete(id);
    let [begun, after]: [number, DueDelivery | null] = [0, null];
    while (!stop.aborted && inHand.size < atOnce) {
      const page = await store.dueDeliveries(after, PAGE);
      for (const due of page.filter(canBegin)) {
        if (stop.aborted || inHand.size >= atOnce) break;
        inHand.set(due.id, work(due, stop));
        begun += 1;
      }
      if (page.length < PAGE) break;
      after = page.at(-1)!;
    }
    return begun;
  };

  const oneDone = async (): Promise<void> => {
    await Promise.race(inHand.values());
  };
  const allDone = async (): Promise<void> => {
    while (inHand.size > 0) await Promise.all(inHand.values());
  };
  return {
    settle,
    begin,
    oneDone,
    allDone,
    async run(stop) {
      await settle(stop);
      try {
        for (;;) {
          await begin(stop);
          if (inHand.size === 0) break;
          await oneDone();
        }
      } finally {
        await allDone();
      }
      return { next: await store.nextDelivery() };
    },
  };
}
