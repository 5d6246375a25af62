import { Client, Events, GatewayIntentBits, type ClientOptions } from "discord.js";
import type { Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import type { ConnectionWatch, Ending } from "../core/platform.ts";
import { NO_WATCH, type TenantWatch } from "../core/tenant-watch.ts";
import { compileCommands } from "./compile.ts";
import { within } from "../core/deadline.ts";
import { describeError, endingOfClose } from "./endings.ts";
import { unwatchGuilds, watchGuilds } from "./guilds.ts";
import { createHandler } from "./interactions.ts";
import { registerCommands } from "./register.ts";

/** What a session is made of. */
export interface SessionParts {
  token: string;
  /** Base of the API, such as `https://discord.com/api`. */
  apiUrl: string;
  desk: Desk;
  log: Logger;
  /** Told when the connection opens and is lost. */
  connection?: ConnectionWatch;
  /** Told in which servers the bot is. */
  tenants?: TenantWatch;
}

/** One connection to the gateway. */
export interface Session {
  /** Resolves when the connection will not come back by itself: why, or `null` where it is only lost. */
  readonly over: Promise<Ending | null>;
  close(): Promise<void>;
}

/** Milliseconds for which discord.js may try to reconnect before everything is built anew. */
const RECONNECT_MAX = 5 * 60_000;
/** Milliseconds for one request. */
const REQUEST_MAX = 8_000;
/** Milliseconds for closing the connection. */
const CLOSE_MAX = 3_000;

/**
 * Logs in, waits until commands come in, and registers them where they differ. `signal` closes the session, also one
 * that is only being opened.
 *
 * @throws what discord.js throws where the API cannot be reached or refuses the token.
 */
export async function openSession(
  { token, apiUrl, desk, log, connection, tenants = NO_WATCH }: SessionParts,
  signal: AbortSignal,
): Promise<Session> {
  const client = new Client(clientOptions(apiUrl));
  const over = watch(client, log, connection);
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  const handle = createHandler(desk, log);
  watchGuilds(client, tenants);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= end());
  const end = async () => {
    signal.removeEventListener("abort", onAbort);
    // discord.js may come back from the middle of a reconnect: nothing it says then is heard or logged.
    client.removeAllListeners();
    unwatchGuilds(client);
    client.on(Events.Error, () => undefined);
    over.end(null);
    // In the middle of a reconnect discord.js may never finish destroying; what fails to close is gone anyway.
    await within(client.destroy(), CLOSE_MAX).catch(() => null);
  };
  const onAbort = () => void close();
  signal.addEventListener("abort", onAbort);
  try {
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => resolve());
    });
    // After close code 4014 the promise of `login` may stay open for ever.
    const early = await Promise.race([
      Promise.all([client.login(token), ready]).then(() => "ready" as const),
      over.promise,
    ]);
    if (early !== "ready") return { over: Promise.resolve(early), close };
    const wanted = compileCommands(desk.commands);
    const options = {
      rest: client.rest,
      applicationId: client.application!.id,
      guildId: null,
      dryRun: false,
    };
    const registered = await registerCommands(wanted, options);
    if (!signal.aborted) {
      over.open();
      log.info({ platform: "discord", bot: client.user?.tag, commands: registered }, "Discord is ready");
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { over: over.promise, close };
}

function clientOptions(apiUrl: string): ClientOptions {
  return {
    // Commands come without any intent; Guilds alone tells which servers the bot is in.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, retries: 0, timeout: REQUEST_MAX, rejectOnRateLimit: () => true },
  };
}

/** When a connection is over: settled by what discord.js says, or by {@link Over.end}. */
interface Over {
  promise: Promise<Ending | null>;
  end(ending: Ending | null): void;
  /** Commands are registered and come in; from now on the watch is told. */
  open(): void;
}

/**
 * Watches a connection. discord.js says "ready" for ever after a close code that it cannot recover from, and tries to
 * reconnect for ever otherwise (https://github.com/discordjs/discord.js/issues/8486).
 */
function watch(client: Client, log: Logger, connection?: ConnectionWatch): Over {
  const { promise, resolve: end } = Promise.withResolvers<Ending | null>();
  let patience: NodeJS.Timeout | undefined;
  let opened = false;
  const calm = () => {
    clearTimeout(patience);
    patience = undefined;
  };
  const connected = () => {
    calm();
    if (opened) connection?.opened();
  };
  client.on(Events.ShardDisconnect, ({ code }) => end(endingOfClose(code)));
  client.on(Events.Invalidated, () => end(null));
  client.on(Events.ShardReconnecting, () => {
    connection?.lost();
    log.warn({ platform: "discord" }, "connection lost, reconnecting");
    patience ??= setTimeout(() => end(null), RECONNECT_MAX);
    patience.unref();
  });
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, connected);
  client.on(Events.ShardError, (error) =>
    log.warn({ platform: "discord", error: describeError(error) }, "gateway error"),
  );
  client.on(Events.Error, (error) =>
    log.warn({ platform: "discord", error: describeError(error) }, "client error"),
  );
  const over = async () => {
    await promise;
    calm();
    connection?.lost();
  };
  void over();
  return {
    promise,
    end,
    open() {
      opened = true;
      connection?.opened();
    },
  };
}
