import type { Config } from "../src/config.ts";

/** A configuration with nothing set but what is given. Its data folder is for tests that use none. */
export function configOf(given: Partial<Config> = {}): Config {
  return {
    dataDir: "unused",
    logLevel: "silent",
    zone: "UTC",
    locale: "en",
    discord: null,
    slack: null,
    ops: null,
    fetch: { allowPrivate: [], contact: "tests" },
    ...given,
  };
}
