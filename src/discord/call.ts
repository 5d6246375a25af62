import { atMost } from "../core/deadline.ts";

/** Milliseconds for one call of the API. */
const DEADLINE = 10_000;

/**
 * The result of a call of the API.
 *
 * @throws {DeadlineError} where there is none in time.
 */
export function call<T>(promise: Promise<T>, what: string): Promise<T> {
  return atMost(promise, DEADLINE, what);
}
