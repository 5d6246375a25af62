import { randomBytes } from "node:crypto";
import { destination, pino, type Logger as Pino } from "pino";
import type { Logger } from "../core/logger.ts";

/** A logger that writes JSON lines to standard error. Secrets, and what people ask, are never given to it. */
export function createLogger(level: string): Pino {
  // Synchronous: what is logged last before a crash matters most.
  return pino({ level }, destination({ fd: 2, sync: true }));
}

/** Logs a defect of ours; gives the reference under which the person who met it can be helped. */
export function reportTo(log: Logger): (error: unknown) => string {
  return (error) => {
    const reference = randomBytes(4).toString("hex");
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    log.error({ reference, err: { name, message, stack } }, "a command failed");
    return reference;
  };
}
