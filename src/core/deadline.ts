import { setTimeout as delay } from "node:timers/promises";

/** A call that was not answered in time. Whether it had an effect is not known. */
export class DeadlineError extends Error {
  override name = "DeadlineError";
}

/** The result of `work`, or `null` where it is not there within `ms`; the work goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const stop = new AbortController();
  try {
    return await Promise.race([work, delay(ms, null, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}

/**
 * The result of `work`.
 *
 * @throws {DeadlineError} where it is not there within `ms`.
 */
export async function atMost<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  const stop = new AbortController();
  const late = delay(ms, undefined, { signal: stop.signal }).then(() => {
    throw new DeadlineError(`no answer to ${what} within ${ms} ms`);
  });
  // When the work is done first, the aborted wait must not count as unhandled.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}
