import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds of work between two turns of the event loop: what a search may have to wait for longer than it would. */
const SLICE = 1;

/** What work in the background needs of the machine. */
export interface Turns {
  /** Milliseconds from any moment on. */
  now(): number;
  /** Resolves when everything else that waited has had its turn. */
  pause(): Promise<unknown>;
}

/** The clock and the event loop of this process. */
export const TURNS: Turns = { now: () => performance.now(), pause: () => nextTurn() };

/** Runs all steps, letting everything else have its turn after each slice of work; gives up between two where `stop` is aborted. */
export async function runInSlices(
  steps: Iterable<void>,
  stop: AbortSignal,
  { now, pause }: Turns = TURNS,
): Promise<void> {
  let started = now();
  for (const _ of steps) {
    if (now() - started < SLICE) continue;
    await pause();
    if (stop.aborted) return;
    started = now();
  }
}
