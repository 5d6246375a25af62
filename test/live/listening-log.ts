import type { Logger } from "../../src/core/logger.ts";

/** What was logged. */
export interface Logged {
  level: "info" | "warn" | "error";
  facts: Record<string, unknown>;
  message: string;
}

/** A log that can be waited for. */
export interface ListeningLog extends Logger {
  readonly all: Logged[];
  /** The next message that is like this, or one since the last that was waited for. */
  heard(message: RegExp): Promise<Logged>;
}

export function listeningLog(): ListeningLog {
  const all: Logged[] = [];
  const waiting: { message: RegExp; resolve(logged: Logged): void }[] = [];
  let seen = 0;
  const take = (level: Logged["level"]) => (facts: object, message: string) => {
    const logged: Logged = { level, facts: facts as Record<string, unknown>, message };
    all.push(logged);
    const at = waiting.findIndex((one) => one.message.test(message));
    if (at !== -1) {
      seen = all.length;
      waiting.splice(at, 1)[0]!.resolve(logged);
    }
  };
  return {
    all,
    info: take("info"),
    warn: take("warn"),
    error: take("error"),
    heard: (message) => {
      const at = all.findIndex((logged, index) => index >= seen && message.test(logged.message));
      if (at === -1) return new Promise((resolve) => waiting.push({ message, resolve }));
      seen = at + 1;
      return Promise.resolve(all[at]!);
    },
  };
}
