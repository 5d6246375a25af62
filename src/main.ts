import { loadConfig } from "./config.ts";
import { StoreUnavailableError, openDesk } from "./compose.ts";
import { chat } from "./console/chat.ts";
import { formatProblem } from "./ingest/problem.ts";
import { terminal } from "./cli/terminal.ts";

/** Starts Korea Desk: configuration → store → documents → index → platforms. Without a token, the console chat. */
async function main(): Promise<number> {
  const { config, problems } = loadConfig();
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  if (config === null) return 1;
  try {
    const { desk, problems: inDocuments, close } = await openDesk(config);
    for (const problem of inDocuments) process.stderr.write(`${formatProblem(problem)}\n`);
    await chat(desk, config.locale, terminal());
    close();
    return 0;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
