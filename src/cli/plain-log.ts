import type { Logger } from "../core/logger.ts";
import { visible } from "../core/visible.ts";

/**
 * A logger for somebody who sits at the terminal: what is wrong, and of what was told to be wrong that it was `mended`, as
 * a line of its own, and nothing else.
 */
export function plainLog(write: (line: string) => void): Logger {
  const tell = (facts: object, message: string): void => {
    const values = Object.values(facts).map(String);
    write(`${visible([message, ...values].join(": ")).replaceAll("\n", " ")}\n`);
  };
  const info: Logger["info"] = (facts, message) => {
    if ("mended" in facts) tell(facts, message);
  };
  return { info, warn: tell, error: tell };
}
