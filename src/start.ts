import { tellProblems } from "./cli/problems.ts";
import { chatProgram } from "./cli/chat.ts";
import { StoreUnavailableError } from "./compose.ts";
import { loadConfig } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import { createLogger } from "./ops/log.ts";
import { stopOnSignals } from "./ops/signals.ts";
import { runKoreaDesk } from "./run.ts";

/**
 * Starts Korea Desk: on the platforms that there are tokens for; without one, the console chat.
 *
 * @returns the exit status. On platforms the process ends by itself, whatever is still open.
 */
export async function start(clock: Clock): Promise<number> {
  const { config, problems } = loadConfig();
  tellProblems(problems);
  if (config === null) return 1;
  try {
    if (config.discord === null && config.slack === null) return await chatProgram.run([], config);
    const log = createLogger(config.logLevel);
    const exit = (status: number) => process.exit(status);
    const stop = stopOnSignals({ clock, log, exit });
    return exit(await runKoreaDesk({ config, log, stop, clock }));
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
