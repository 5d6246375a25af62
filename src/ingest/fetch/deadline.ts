import { notNow } from "./refusal.ts";

/** Settles as the promise does, or rejects with the signal's reason; nothing is left behind on the signal. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/**
 * Does the work under one signal that falls when the time (in milliseconds) is over, or with the signal of whoever asked.
 * Its reason is a {@link Refusal}. The controller is handed to `started`, so that closing can end what is under way.
 */
export async function withDeadline<T>(
  { time, outer, running }: { time: number; outer?: AbortSignal | undefined; running: Set<AbortController> },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort(stopped());
  const late = () => controller.abort(notNow(`the answer was not there within ${time / 1000} s`));
  const timer = setTimeout(late, time);
  if (outer?.aborted === true) stop();
  else outer?.addEventListener("abort", stop, { once: true });
  running.add(controller);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
    running.delete(controller);
  }
}

/** Whoever asked no longer wants it. */
export function stopped() {
  return notNow("fetching was stopped before the answer was there");
}
