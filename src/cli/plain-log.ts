import type { Logger } from "../core/logger.ts";
import { visible } from "../core/visible.ts";

/** A logger for somebody who sits at the terminal: what is wrong as a line of its own, and nothing else. */
export function plainLog(write: (line: string) => void = (line) => process.stderr.write(line)): Logger {
  const tell = (facts: object, message: string): void => {
    const values = Object.values(facts).map(String);
    write(`${visible([message, ...values].join(": ")).replaceAll("\n", " ")}\n`);
  };
  return { info: () => undefined, warn: tell, error: tell };
}
