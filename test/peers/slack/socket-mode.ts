import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { Answer } from "./interaction.ts";
import { isJson, parseJson, str, type Json } from "./json.ts";
import { ACK_DEADLINE_MS, type Transport } from "./transport.ts";
import type { World } from "./world.ts";

/** Why Slack ends a connection. docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

/** Slack's side of Socket Mode. */
export interface SocketMode extends Transport {
  /** A URL that opens one connection, as apps.connections.open gives it. */
  link(): string;
  /** How many connections are open. */
  open(): number;
  /** Resolves once this many connections have been opened since the peer started, closed ones included. */
  opened(count: number): Promise<void>;
  /**
   * Tells all connections, or one (by its number, the first is 0), that they end. Slack closes them itself 10
   * seconds later, by the peer's clock; at once for `link_disabled`.
   */
  disconnect(reason: DisconnectReason, connection?: number): void;
  /** Sends a WebSocket ping to every connection; resolves once each has answered. */
  ping(): Promise<void>;
  close(): void;
}

/**
 * Up to 10 connections an app: docs.slack.dev/apis/events-api/using-socket-mode#using-multiple-connections
 */
const MOST_CONNECTIONS = 10;
/** A `warning` comes about 10 seconds before the connection ends. */
const LEAVE_MS = 10_000;

interface Connection {
  ws: WebSocket;
  leaving: boolean;
}

/** Takes WebSocket upgrades on the peer's server. */
export function createSocketMode(world: World, server: Server, base: () => string): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const all: Connection[] = [];
  const known = new Set<string>();
  /** By envelope id, the deliveries not acknowledged yet; an acknowledgement settles the oldest. */
  const waiting = new Map<string, ((answer: Answer) => void)[]>();
  let turn = 0;

  const live = (): Connection[] => all.filter(({ ws }) => ws.readyState === ws.OPEN);
  const debug = { host: "applink-peer", build_number: 1, approximate_connection_time: 18_060 };
  const send = (ws: WebSocket, value: Json): void => ws.send(JSON.stringify(value));
  const end = (connection: Connection, reason: DisconnectReason): void => {
    connection.leaving = true;
    send(connection.ws, { type: "disconnect", reason, debug_info: { host: debug.host } });
    const hangUp = (): void => connection.ws.close(1000);
    if (reason === "link_disabled" || reason === "too_many_websockets") hangUp();
    else world.clock.after(LEAVE_MS, hangUp);
  };

  function onAck(text: string): void {
    const ack = parseJson(text);
    const id = isJson(ack) ? str(ack.envelope_id) : undefined;
    if (!isJson(ack) || id === undefined || !known.has(id)) {
      world.violate("socket", [`not an acknowledgement of an envelope: ${text}`]);
      return;
    }
    // The SDK sends `payload: {}` where the bot has nothing to say.
    const payload = ack.payload;
    const empty = payload === undefined || (isJson(payload) && Object.keys(payload).length === 0);
    waiting.get(id)?.shift()?.({ ok: true, body: empty ? undefined : payload });
  }

  function onConnection(ws: WebSocket): void {
    const connection: Connection = { ws, leaving: false };
    const tooMany = live().length >= MOST_CONNECTIONS;
    all.push(connection);
    ws.on("message", (data: Buffer) => onAck(data.toString("utf8")));
    ws.on("error", () => ws.terminate());
    ws.on("close", () => world.signal.changed());
    if (tooMany) {
      end(connection, "too_many_websockets");
      return;
    }
    const hello = { type: "hello", num_connections: live().length, debug_info: debug };
    send(ws, { ...hello, connection_info: { app_id: world.appId } });
    world.signal.changed();
  }

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? "/", base()).searchParams.get("ticket") ?? "";
    // Each URL opens one connection only.
    if (!tickets.delete(ticket)) socket.end("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n");
    else sockets.handleUpgrade(request, socket, head, onConnection);
  });

  return {
    link() {
      const ticket = world.id("ticket-");
      tickets.add(ticket);
      return `${base().replace("http:", "ws:")}/link/?ticket=${ticket}&app_id=${world.appId}`;
    },
    open: () => live().length,
    opened: (count) =>
      world.signal.until(() => (all.length >= count ? true : undefined)).then(() => undefined),
    deliver({ id, kind, payload, accepts, retry }) {
      // Slack sends a payload to any one of the connections; here each gets its turn, those told to leave
      // only last.
      const staying = live().filter((connection) => !connection.leaving);
      const candidates = staying.length > 0 ? staying : live();
      const chosen = candidates[turn % Math.max(candidates.length, 1)];
      turn += 1;
      if (chosen === undefined) return Promise.resolve({ ok: false, error: "dispatch_failed" });
      known.add(id);
      return new Promise((resolve) => {
        const queue = waiting.get(id) ?? [];
        waiting.set(id, queue);
        const settle = (answer: Answer): void => {
          cancel();
          resolve(answer);
        };
        const cancel = world.clock.after(ACK_DEADLINE_MS, () => {
          queue.splice(queue.indexOf(settle), 1);
          resolve({ ok: false, error: "operation_timeout" });
        });
        queue.push(settle);
        const again = retry && { retry_attempt: retry.attempt, retry_reason: retry.reason };
        send(chosen.ws, {
          envelope_id: id,
          payload,
          type: kind,
          accepts_response_payload: accepts,
          ...again,
        });
      });
    },
    disconnect(reason, connection) {
      const chosen = connection === undefined ? live() : live().slice(connection, connection + 1);
      for (const one of chosen) end(one, reason);
    },
    async ping() {
      const answers = live().map(({ ws }) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        ws.once("pong", () => resolve());
        ws.ping();
        return promise;
      });
      await Promise.all(answers);
    },
    close() {
      for (const { ws } of all) ws.terminate();
      sockets.close();
    },
  };
}
