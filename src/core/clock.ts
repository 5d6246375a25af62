import type { Moment } from "./subscription.ts";

/** Time, for whatever must be testable without letting it pass. */
export interface Clock {
  /** Milliseconds since 1970, by the calendar. */
  now(): number;
  /** Both clocks, read together. */
  moment(): Moment;
  /** Waits so many milliseconds; rejects where the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}
