import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, SocketModeReceiver, type Logger, type LogLevel } from "@slack/bolt";
import { afterEach } from "vitest";
import { createSlackPeer, type SlackPeer } from "../slack.ts";
import type { SlackPeerOptions } from "./options.ts";

/** A real Bolt app, and the peer it talks to. */
export interface BoltAndPeer {
  app: App;
  peer: SlackPeer;
  /** What Bolt logged at warn and error, one string each. */
  log: string[];
  /** Starts the app; call it after the listeners are registered. */
  start(): Promise<void>;
  /** Stops both. */
  stop(): Promise<void>;
}

/** A peer's options, and Bolt's. */
export interface BotOptions extends SlackPeerOptions {
  /**
   * Milliseconds the SDK waits before it connects again. It is also how long it waits for a pong, so a short
   * one makes a busy machine look like a dead connection: only for tests that reconnect. Default: the SDK's
   * own 5 s.
   */
  reconnectMs?: number;
}

function quiet(log: string[]): Logger {
  const keep = (...message: unknown[]): void => void log.push(message.map(String).join(" "));
  const drop = (): void => undefined;
  return {
    debug: drop,
    info: drop,
    warn: keep,
    error: keep,
    setLevel: drop,
    getLevel: () => "warn" as LogLevel,
    setName: drop,
  };
}

/** A Bolt app that is wired to a fresh peer, in the peer's mode, with the SDK's retries off. */
async function boltAndPeer(options: BotOptions): Promise<BoltAndPeer> {
  const peer = await createSlackPeer(options);
  const log: string[] = [];
  const logger = quiet(log);
  const clientOptions = {
    slackApiUrl: peer.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const { signingSecret, appToken } = peer;
  const receiver =
    options.mode === "http"
      ? new HTTPReceiver({ signingSecret, port: 0, logger })
      : new SocketModeReceiver({
          appToken,
          logger,
          ...(options.reconnectMs !== undefined && { clientPingTimeout: options.reconnectMs }),
          installerOptions: { clientOptions: { ...clientOptions } },
        });
  const app = new App({ token: peer.workspace.botToken, receiver, clientOptions, logger });
  return {
    app,
    peer,
    log,
    async start() {
      const started = await app.start();
      if (options.mode !== "http") return;
      const { port } = (started as Server).address() as AddressInfo;
      peer.requestUrl = `http://127.0.0.1:${port}/slack/events`;
    },
    async stop() {
      await app.stop();
      await peer.close();
    },
  };
}

const running: BoltAndPeer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

/** As above; both end with the test. */
export async function bot(options: BotOptions = {}): Promise<BoltAndPeer> {
  const made = await boltAndPeer(options);
  running.push(made);
  return made;
}
