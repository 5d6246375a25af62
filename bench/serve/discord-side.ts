import type { IncomingMessage, ServerResponse } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { bodyOf, listen, type FarSide } from "./far-side.ts";

/** Milliseconds after which an interaction token is worth nothing. */
const FIRST_RESPONSE_MAX = 3_000;

const BOT = { id: "1000", username: "bench", discriminator: "0", global_name: null, avatar: null, bot: true };
const PERSON = { id: "2000", username: "asker", discriminator: "0", global_name: null, avatar: null };

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** Discord: a gateway that sends interactions, and the routes that the bot calls. */
export async function createDiscordSide(): Promise<FarSide> {
  const waiting = new Map<string, Waiting>();
  const { server, port } = await listen((request, response) => void route(request, response));
  const sockets = new WebSocketServer({ server });
  let socket: WebSocket | null = null;
  let sequence = 0;
  let last = BigInt(Date.now() - 1_420_070_400_000) << 22n;
  const dispatch = (type: string, d: object) => {
    sequence += 1;
    socket?.send(JSON.stringify({ op: 0, t: type, s: sequence, d }));
  };

  sockets.on("connection", (opened: WebSocket) => {
    socket = opened;
    opened.on("message", (data: Buffer) => {
      const { op } = JSON.parse(data.toString("utf8")) as { op: number };
      if (op === 1) opened.send(JSON.stringify({ op: 11, d: null }));
      if (op === 2) {
        dispatch("READY", {
          v: 10,
          user: BOT,
          guilds: [],
          session_id: "bench",
          resume_gateway_url: `ws://127.0.0.1:${port}`,
          application: { id: BOT.id, flags: 0 },
        });
      }
    });
    opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = request.url?.split("?")[0] ?? "";
    const id = /\/interactions\/(\d+)\//u.exec(path)?.[1];
    if (id !== undefined) {
      // Type 4 is an answer; type 5 would only announce one.
      if (body.includes('"type":4')) waiting.get(id)?.resolve();
      else waiting.get(id)?.reject(new Error("no answer"));
      response.writeHead(204).end();
      return;
    }
    const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    const gateway = { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(path.endsWith("/gateway/bot") ? JSON.stringify(gateway) : "[]");
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    ready: () => undefined,
    ask(query) {
      last += 1n;
      const id = String(last);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("late")), FIRST_RESPONSE_MAX);
        const settle = (then: () => void) => {
          clearTimeout(late);
          waiting.delete(id);
          then();
        };
        waiting.set(id, {
          resolve: () => settle(resolve),
          reject: (error) => settle(() => reject(error)),
        });
        dispatch("INTERACTION_CREATE", interaction(id, query));
      });
    },
    close() {
      socket?.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function interaction(id: string, query: string): object {
  const options = [{ name: "query", type: 3, value: query }];
  return {
    id,
    application_id: BOT.id,
    type: 2,
    token: `token-${id}`,
    version: 1,
    channel_id: "3000",
    channel: { id: "3000", type: 1 },
    user: PERSON,
    locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: { 0: "0" },
    app_permissions: "0",
    context: 1,
    attachment_size_limit: 10_485_760,
    data: { id: "4000", name: "korea", type: 1, options: [{ name: "search", type: 1, options }] },
  };
}
