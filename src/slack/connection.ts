import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HTTPReceiver, SocketModeReceiver, type App, type Receiver } from "@slack/bolt";
import { atMost, within } from "../core/deadline.ts";
import type { Logger } from "../core/logger.ts";
import { PlatformError, type Ending } from "../core/platform.ts";
import { boltLog } from "./bolt-log.ts";
import { ENDINGS } from "./endings.ts";
import { EVENTS_PATH } from "./manifest.ts";

/** How Slack reaches the bot: it listens for signed requests, or it opens a socket to Slack. */
export type Reach =
  | { mode: "http"; signingSecret: string; port: number }
  | { mode: "socket"; appToken: string };

type SocketModeClient = SocketModeReceiver["client"];

/** A way for Slack's messages to come in. */
export interface Connection {
  receiver: Receiver;
  /**
   * Opens it. `over` resolves when it is open no more: with the reason where another try is of no use, else with `null`.
   * Rejects where it cannot be opened.
   */
  open(): Promise<{ over: Promise<Ending | null> }>;
  close(): Promise<void>;
  /** Where it listens; `null` for a socket. */
  port(): number | null;
}

/** Options of every client of the Web API: failures are ours to judge, and nothing waits in a queue. */
export function clientOptions(apiUrl: string) {
  return { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: 8_000, rejectRateLimitedCalls: true };
}

/** Makes a connection. */
export function createConnection(reach: Reach, apiUrl: string, log: Logger): Connection {
  return reach.mode === "http" ? http(reach, log) : socket(reach, apiUrl, log);
}

function http({ signingSecret, port }: Extract<Reach, { mode: "http" }>, log: Logger): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, endpoints: [EVENTS_PATH], logger: boltLog(log) });
  let server: Server | null = null;
  return {
    receiver,
    async open() {
      const listening: Server = await receiver.start(port);
      server = listening;
      return { over: new Promise((resolve) => listening.once("close", () => resolve(null))) };
    },
    async close() {
      if (server === null) return;
      // Kept-alive connections would hold the server open.
      server.closeAllConnections();
      await receiver.stop();
      server = null;
    },
    port: () => (server?.address() as AddressInfo | null)?.port ?? null,
  };
}

/** Milliseconds for opening a socket, and for closing one before it is ended by force. */
const OPEN_MAX = 20_000;
const CLOSE_MAX = 500;

/**
 * A new client for every connection. The SDK's own reconnecting ends the process where the network is away for a moment,
 * and its client waits for the old socket to be closed from afar before it opens another, which Slack takes seconds to do.
 */
function socket({ appToken }: Extract<Reach, { mode: "socket" }>, apiUrl: string, log: Logger): Connection {
  let app: App | null = null;
  let current: SocketModeClient | null = null;
  const connect = async (): Promise<{ over: Promise<Ending | null> }> => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: boltLog(log),
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: clientOptions(apiUrl) },
    });
    if (app !== null) receiver.init(app);
    const { client } = receiver;
    const over = watch(client);
    current = client;
    try {
      await atMost(client.start(), OPEN_MAX, "opening the socket");
    } catch (error) {
      await end(client);
      const ending = await within(over, 0);
      throw ending === null ? error : new PlatformError(ending, { cause: error });
    }
    void over.then(() => end(client));
    return { over };
  };
  return {
    receiver: {
      init: (made) => {
        app = made;
      },
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    open: connect,
    // One that is being opened just now counts as over, and is ended as soon as it is open.
    async close() {
      if (current !== null) await end(current);
    },
    port: () => null,
  };
}

/**
 * Resolves when Slack says that the connection ends, or it is lost. Only where Socket Mode was switched off a new one is
 * of no use (https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect).
 */
function watch(client: SocketModeClient): Promise<Ending | null> {
  return new Promise((resolve) => {
    client.on("ws_message", (data: unknown) => {
      const reason = typeof data === "string" ? disconnectReason(data) : null;
      if (reason !== null) resolve(reason === "link_disabled" ? ENDINGS.link_disabled : null);
    });
    client.once("disconnected", () => resolve(null));
  });
}

/** Why Slack ends the connection; `null` where the message says something else. */
function disconnectReason(data: string): string | null {
  try {
    const { type, reason } = JSON.parse(data) as { type?: unknown; reason?: unknown };
    return type === "disconnect" ? String(reason) : null;
  } catch {
    return null;
  }
}

/** Ends a connection. Asked a second time, the SDK waits for nobody and leaves no timer behind. */
async function end(client: SocketModeClient): Promise<void> {
  await within(client.disconnect(), CLOSE_MAX);
  await client.disconnect();
}
