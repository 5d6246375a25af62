import { setTimeout as delay } from "node:timers/promises";
import { App } from "@slack/bolt";
import { within } from "../core/deadline.ts";
import type { Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import { PlatformError, type ConnectionWatch, type Ending, type Platform } from "../core/platform.ts";
import { Pace, withRetries } from "../core/retry.ts";
import { NO_WATCH, type TenantWatch } from "../core/tenant-watch.ts";
import { tenantOf, type Home } from "./asker.ts";
import { boltLog } from "./bolt-log.ts";
import { createChannelTrouble } from "./channel-trouble.ts";
import { clientOptions, createConnection, type Connection, type Reach } from "./connection.ts";
import { describeError, endingOfError } from "./endings.ts";
import { SCOPES } from "./limits.ts";
import { addListeners } from "./listeners.ts";
import { createPeople } from "./people.ts";
import { watchRemoval, type Installation } from "./removal.ts";
import { windowCalls } from "./windows.ts";

/** What the app is made of. `wait` and `now` are for tests. */
export interface SlackParts {
  botToken: string;
  reach: Reach;
  apiUrl: string;
  /** Ids of people who may manage subscriptions beside admins. Default none. */
  subscribers?: readonly string[];
  desk: Desk;
  log: Logger;
  /** Told where the app was removed, and that it is there. */
  tenants?: TenantWatch;
  /** Ends the app, also while it is still trying to start. */
  stop?: AbortSignal;
  wait?(ms: number, signal: AbortSignal): Promise<void>;
  now?(): number;
  /** Told whose token it is, and when the connection opens and is lost. */
  connection?: ConnectionWatch;
}

/** Milliseconds for closing the connection. */
const CLOSE_MAX = 3_000;

/**
 * Starts the app and keeps it connected: tries again while Slack cannot be reached, at the start and later.
 *
 * @throws {PlatformError} where Slack refuses a token or the app at the start.
 */
export async function startSlack(parts: SlackParts): Promise<Platform & { readonly port: number | null }> {
  const { log, botToken, apiUrl, desk, tenants = NO_WATCH } = parts;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(parts.stop === undefined ? [] : [parts.stop])]);
  const now = parts.now ?? Date.now;
  const wait = parts.wait ?? ((ms, until) => delay(ms, undefined, { signal: until }));
  const patiently = <T>(attempt: () => Promise<T>): Promise<T> =>
    withRetries(attempt, {
      wait: (ms) => wait(ms, signal),
      isPassing: (error) => !signal.aborted && !(asPlatformError(error) instanceof PlatformError),
      onRetry: (error, pause) =>
        log.warn(
          { platform: "slack", error: describeError(error), seconds: pause / 1_000 },
          "Slack cannot be reached, trying again",
        ),
    });

  const connection = createConnection(parts.reach, apiUrl, log);
  const who: { botId?: string; botUserId?: string } = {};
  const app = new App({
    receiver: connection.receiver,
    authorize: () => Promise.resolve({ botToken, ...who }),
    clientOptions: clientOptions(apiUrl),
    logger: boltLog(log),
  });
  let installation: Installation | null = null;
  const { promise: removed, resolve: ended } = Promise.withResolvers<Ending>();
  const askAnew = () => app.client.auth.test({ token: botToken });
  watchRemoval(app, {
    tenants,
    log,
    installation: () => installation,
    isRefused: () =>
      askAnew().then(
        () => false,
        (error: unknown) => endingOfError(error) !== null,
      ),
    ended,
  });
  const home: Home = { tenant: null, subscribers: new Set(parts.subscribers) };
  addListeners(app, {
    desk,
    log,
    home,
    personOf: createPeople(app.client, botToken, now),
    troubleIn: createChannelTrouble(app.client, botToken),
    calls: windowCalls(app.client, botToken),
  });

  let over: Promise<Ending | null>;
  try {
    const identity = await patiently(askAnew);
    tellScopes(identity.response_metadata?.scopes, log);
    if (identity.bot_id !== undefined) who.botId = identity.bot_id;
    if (identity.user_id !== undefined) who.botUserId = identity.user_id;
    home.tenant = tenantOf(identity);
    installation = { tenant: home.tenant, acceptedAt: now() };
    void tenants.returned(home.tenant);
    ({ over } = await patiently(() => connection.open()));
    parts.connection?.opened(home.tenant);
    log.info(
      { platform: "slack", team: identity.team, mode: parts.reach.mode, port: connection.port() },
      "Slack is ready",
    );
  } catch (error) {
    throw asPlatformError(error);
  }

  const pace = new Pace();
  const keepOpen = async (): Promise<Ending | null> => {
    for (;;) {
      const opened = now();
      const ending = await over;
      parts.connection?.lost();
      if (signal.aborted) return null;
      if (ending !== null) return ending;
      const pause = pace.after(now() - opened);
      if (pause === 0) log.info({ platform: "slack" }, "connection over, opening a new one");
      else log.warn({ platform: "slack", seconds: pause / 1_000 }, "connections do not last, waiting");
      try {
        if (pause > 0) await wait(pause, signal);
        ({ over } = await patiently(() => connection.open()));
        parts.connection?.opened();
      } catch (error) {
        if (signal.aborted) return null;
        const final = asPlatformError(error);
        if (final instanceof PlatformError) return final.ending;
        throw error;
      }
    }
  };
  return {
    name: "slack",
    ended: Promise.race([keepOpen(), aborted(signal), removed]),
    port: connection.port(),
    stop: () => stop(stopping, connection),
  };
}

async function stop(stopping: AbortController, connection: Connection): Promise<void> {
  stopping.abort();
  await within(connection.close(), CLOSE_MAX);
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}

/** What the token may not do is told once, with what will not work. */
function tellScopes(granted: readonly string[] | undefined, log: Logger): void {
  if (granted === undefined) return;
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  if (granted.length > 0 && !granted.includes("commands")) {
    throw new PlatformError({
      reason: "SLACK_BOT_TOKEN lacks the scope commands, so nobody can type /korea",
      remedy: "Print a manifest with korea manifest, save it in the app's settings, and reinstall the app",
    });
  }
  for (const [scope, purpose] of missing) {
    log.warn(
      { platform: "slack", scope, purpose },
      "a scope is missing: save the manifest of korea manifest and reinstall",
    );
  }
}

function isUnusablePort(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")
  );
}

function asPlatformError(error: unknown): unknown {
  if (isUnusablePort(error)) {
    return new PlatformError(
      {
        reason: `the port for Slack cannot be used (${describeError(error)})`,
        remedy: "Set PORT to a free port",
      },
      { cause: error },
    );
  }
  const ending = endingOfError(error);
  return ending === null ? error : new PlatformError(ending, { cause: error });
}
