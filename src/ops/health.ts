import type { Clock } from "../core/clock.ts";
import { within } from "../core/deadline.ts";
import type { Connections } from "./connections.ts";

/** Milliseconds within which the loop of deliveries looks again, at the latest. */
const TICK_WITHIN = 30_000;
/** Milliseconds that the store has to answer: probes wait a few seconds themselves. */
const STORE_WITHIN = 1_000;

/** What readiness hangs on. */
export interface HealthParts {
  readonly store: { lastChange(): Promise<number> };
  readonly connections: Connections;
  readonly clock: Pick<Clock, "moment">;
  /** Aborted when the process is to end. */
  readonly stop: AbortSignal;
}

/** Whether the bot does its work. */
export interface Health {
  /** The loop of deliveries has looked. */
  tick(): void;
  /** Seconds since it did; `null` before the first time. */
  tickAge(): number | null;
  /** Names of what is not ready; none where all is. Never rejects. */
  notReady(): Promise<string[]>;
}

/** Watches over it. */
export function createHealth({ store, connections, clock, stop }: HealthParts): Health {
  let ticked: number | null = null;
  const tickAge = () => (ticked === null ? null : (clock.moment().up - ticked) / 1_000);
  const isReadable = async (): Promise<boolean> => {
    const read = store.lastChange().then(
      () => true,
      () => false,
    );
    return (await within(read, STORE_WITHIN)) === true;
  };
  return {
    tick() {
      ticked = clock.moment().up;
    },
    tickAge,
    async notReady() {
      const age = tickAge();
      const closed = [...connections].flatMap(([name, { isOpen }]) => (isOpen ? [] : [name]));
      return [
        ...((await isReadable()) ? [] : ["store"]),
        ...closed,
        ...(age !== null && age * 1_000 < TICK_WITHIN ? [] : ["scheduler"]),
        ...(stop.aborted ? ["stopping"] : []),
      ];
    },
  };
}
