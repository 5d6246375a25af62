import { tellProblems } from "./cli/problems.ts";
import { openDesk } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import type { Desk } from "./core/desk.ts";
import type { Logger } from "./core/logger.ts";
import type { Platform } from "./core/platform.ts";
import type { TenantWatch } from "./core/tenant-watch.ts";
import { createConnectionWatch, type Connections } from "./ops/connections.ts";
import { openOps } from "./ops/open.ts";
import { forgetNow, forgetRegularly } from "./forget-regularly.ts";
import { serve, type Startable } from "./serve.ts";
import { watchTenants } from "./watch-tenants.ts";

/** What the bot runs with. */
export interface RunParts {
  readonly config: Config;
  readonly log: Logger;
  /** Aborted when the process is to end. */
  readonly stop: AbortSignal;
  /** Every time that is read or waited for, but for the deadlines of answers to people. */
  readonly clock: Clock;
  /** Takes the place of the documents that come with the project. */
  readonly corpus?: string;
}

/**
 * Runs the bot on the platforms that are configured: answers, follows feeds and delivers digests, until it is told to stop
 * or all platforms have ended.
 *
 * @returns the exit status: 0 after a stop, 1 where all platforms ended by themselves.
 * @throws {StoreUnavailableError} where the store cannot be opened.
 */
export async function runKoreaDesk({ config, log, stop, clock, corpus }: RunParts): Promise<number> {
  const opened = await openDesk(config, [], log, clock.now, corpus);
  tellProblems(opened.problems);
  if (stop.aborted) {
    await opened.close();
    return 0;
  }
  void opened.live.start();
  const names = (["discord", "slack"] as const).filter((name) => config[name] !== null);
  const connections: Connections = new Map(names.map((name) => [name, createConnectionWatch()]));
  const { lastChange, feedRows } = opened.store;
  const ops = await openOps({
    where: config.ops,
    store: { lastChange },
    feeds: feedRows,
    connections,
    clock,
    stop,
    log,
  });
  const { observe, onLimit, tick } = ops;
  const ended = new AbortController();
  const until = AbortSignal.any([stop, ended.signal]);
  const { store } = opened;
  const forgetting = forgetRegularly({ store, clock, log, stop: until });
  const tenants = await watchTenants({ store, log, wait: (ms) => clock.wait(ms, until) });
  const platforms = await loadPlatforms({
    config,
    desk: opened.desk,
    log,
    stop,
    clock,
    connections,
    tenants: tenants.watch,
  });
  const serving = serve(platforms, log, stop).finally(() => ended.abort());
  // After the platforms, which answer without them; what they need is loaded then.
  const parts = { config, log, clock, stop: until };
  const beside = [
    import("./follow-feeds.ts").then(({ followFeeds }) => followFeeds(parts)),
    import("./deliver-digests.ts").then(({ deliverDigests }) =>
      deliverDigests({ ...parts, opened, connections, isAway: tenants.isAway, observe, onLimit, tick }),
    ),
  ];
  const status = await serving;
  await Promise.all([...beside, forgetting]);
  // Where the only platform refuses its token on every start, what is due is deleted all the same.
  if (!stop.aborted) await forgetNow({ store, clock, log });
  await ops.close();
  await opened.close();
  return status;
}

/** Their clients are loaded when they are configured only: that takes longer than everything else. */
async function loadPlatforms({
  config: { discord, slack },
  connections,
  ...shared
}: RunParts & {
  readonly desk: Desk;
  readonly connections: Connections;
  readonly tenants: TenantWatch;
}): Promise<Startable[]> {
  const { wait } = shared.clock;
  const platforms: Startable[] = [];
  const add = (name: Platform["name"], start: Startable["start"]) =>
    platforms.push({
      name,
      async start() {
        const platform = await start();
        const { ended } = connections.get(name)!;
        platform.ended.then(ended, ended);
        return platform;
      },
    });
  if (discord !== null) {
    const { startDiscord } = await import("./discord/bot.ts");
    const connection = connections.get("discord")!;
    add("discord", () => startDiscord({ ...discord, ...shared, wait, connection }));
  }
  if (slack !== null) {
    const { startSlack } = await import("./slack/app.ts");
    const connection = connections.get("slack")!;
    add("slack", () => startSlack({ ...slack, ...shared, wait, now: shared.clock.now, connection }));
  }
  return platforms;
}
