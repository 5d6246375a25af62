import { plainLog } from "./cli/plain-log.ts";
import { tellProblems } from "./cli/problems.ts";
import { noticesOnError, terminal } from "./cli/terminal.ts";
import { StoreUnavailableError, openDesk } from "./compose.ts";
import { loadConfig, type Config } from "./config.ts";
import { chat } from "./console/chat.ts";
import type { Desk } from "./core/desk.ts";
import { createLogger } from "./ops/log.ts";
import { serve, type Startable } from "./serve.ts";

/** Starts Korea Desk: configuration → store → documents → index → platforms. Without a token, the console chat. */
async function main(): Promise<number> {
  const { config, problems } = loadConfig();
  tellProblems(problems);
  if (config === null) return 1;
  try {
    const answersOnPlatforms = config.discord !== null || config.slack !== null;
    const notices = noticesOnError();
    const log = answersOnPlatforms ? createLogger(config.logLevel) : plainLog(notices.write);
    const { desk, live, problems: inDocuments, close } = await openDesk(config, [], log);
    tellProblems(inDocuments);
    void live.start();
    if (!answersOnPlatforms) await chat(desk, config.locale, terminal(notices));
    const status = answersOnPlatforms ? await runPlatforms(config, desk) : 0;
    await close();
    return status;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Their clients are loaded when they are configured only: that takes longer than everything else. */
async function runPlatforms(config: Config, desk: Desk): Promise<number> {
  const { discord, slack, logLevel } = config;
  const log = createLogger(logLevel);
  const stop = stopSignal();
  const platforms: Startable[] = [];
  if (discord !== null) {
    const { startDiscord } = await import("./discord/bot.ts");
    platforms.push({ name: "discord", start: () => startDiscord({ ...discord, desk, log, stop }) });
  }
  if (slack !== null) {
    const { startSlack } = await import("./slack/app.ts");
    platforms.push({ name: "slack", start: () => startSlack({ ...slack, desk, log, stop }) });
  }
  const ended = new AbortController();
  const serving = serve(platforms, log, stop).finally(() => ended.abort());
  // After the platforms, which answer without it; what it needs is loaded then.
  const following = import("./follow-feeds.ts").then(async ({ followFeeds }) =>
    followFeeds({ config, log, stop: ended.signal }),
  );
  const status = await serving;
  await following;
  return status;
}

/** Aborted when the operator or the machine asks the process to end. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

process.exitCode = await main();
