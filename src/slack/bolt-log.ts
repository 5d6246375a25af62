import { LogLevel, type Logger as BoltLogger } from "@slack/bolt";
import type { Logger } from "../core/logger.ts";

/**
 * Bolt's own log, at warnings and errors. Only the first line of plain words: what else Bolt logs may hold payloads,
 * and with them what people ask.
 */
export function boltLog(log: Logger): BoltLogger {
  const words = (parts: unknown[]) => {
    const [first] = parts;
    const text = first instanceof Error ? first.name : typeof first === "string" ? first : "";
    return text
      .split("\n", 1)[0]!
      .replace(/[{[].*$/u, "…")
      .slice(0, 200);
  };
  const drop = () => undefined;
  return {
    debug: drop,
    info: drop,
    warn: (...parts) => log.warn({ platform: "slack" }, words(parts)),
    error: (...parts) => log.error({ platform: "slack" }, words(parts)),
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  };
}
