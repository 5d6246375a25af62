import type { Clock } from "../core/clock.ts";
import type { Logger } from "../core/logger.ts";

/** Milliseconds after which the process ends whatever hangs: less than the 30 s that Kubernetes gives, and systemd's 90 s. */
const EXIT_WITHIN = 25_000;

/** What stopping needs. */
export interface StopParts {
  readonly clock: Pick<Clock, "wait">;
  readonly log: Logger;
  /** Ends the process at once. */
  exit(status: number): void;
}

/**
 * Aborted when the operator or the machine asks the process to end. Asked a second time, it ends at once; what has not
 * ended 25 s after the first time is left as it is.
 */
export function stopOnSignals({ clock, log, exit }: StopParts): AbortSignal {
  const stopping = new AbortController();
  const endLate = async () => {
    await clock.wait(EXIT_WITHIN);
    log.error({ seconds: EXIT_WITHIN / 1_000 }, "something did not end in time; the process ends without it");
    exit(1);
  };
  const hear = (signal: string) => {
    if (stopping.signal.aborted) {
      log.warn({ signal }, "asked to end a second time; the process ends at once");
      return exit(1);
    }
    log.info({ signal }, "stopping");
    stopping.abort();
    void endLate();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, hear);
  return stopping.signal;
}
