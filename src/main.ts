import { chatProgram } from "./cli/chat.ts";
import { StoreUnavailableError } from "./compose.ts";
import { loadConfig } from "./config.ts";
import { formatProblem } from "./ingest/problem.ts";
import { realClock } from "./ops/clock.ts";
import { createLogger } from "./ops/log.ts";
import { runKoreaDesk } from "./run.ts";

/** Starts Korea Desk: on the platforms that there are tokens for; without one, the console chat. */
async function main(): Promise<number> {
  const { config, problems } = loadConfig();
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  if (config === null) return 1;
  try {
    if (config.discord === null && config.slack === null) return await chatProgram.run([], config);
    return await runKoreaDesk({
      config,
      log: createLogger(config.logLevel),
      stop: stopSignal(),
      clock: realClock(),
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Aborted when the operator or the machine asks the process to end. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

process.exitCode = await main();
