import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { readBody } from "./body.ts";
import { rateLimited } from "./faults.ts";
import { Refusal, refusals } from "./errors.ts";
import { obj } from "./json.ts";
import { matchRoute } from "./routes.ts";
import { noteViolation } from "./world.ts";
import type { Contract } from "./contract.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Answer, Route } from "./routes.ts";
import type { World } from "./world.ts";

/** "refused": nobody listens. "failing": every request gets a 500, every gateway connection a 503. */
export type Reachability = "up" | "refused" | "failing";

/** One request, as it came, and how it was answered. */
export interface PeerRequest {
  method: string;
  /** Without `/api/v10` and query. */
  path: string;
  /** The endpoint, as Discord's description writes it; "" for none. */
  route: string;
  query: Record<string, string>;
  body: unknown;
  /** 0 where the connection was cut. */
  status: number;
  /** Milliseconds since the epoch, of the peer's clock. */
  at: number;
}

/** The HTTP half of the peer. */
export interface PeerServer {
  readonly http: Server;
  readonly port: number;
  readonly requests: PeerRequest[];
  reach(state: Reachability): Promise<void>;
  state(): Reachability;
  close(): Promise<void>;
}

const VERSION = "/api/v10";

interface Reply extends Answer {
  headers?: Readonly<Record<string, string>>;
}

/** Starts listening on a free port of 127.0.0.1. */
export async function startServer(input: {
  world: World;
  routes: readonly Route[];
  contract: Contract | null;
  faults: Faults;
  reachable: Reachability;
}): Promise<PeerServer> {
  const { world, faults } = input;
  const requests: PeerRequest[] = [];
  const sockets = new Set<Socket>();
  const releases = new Set<() => void>();
  let state: Reachability = "up";

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://peer");
    const method = request.method ?? "GET";
    const path = url.pathname.startsWith(`${VERSION}/`) ? url.pathname.slice(VERSION.length) : url.pathname;
    const found = url.pathname.startsWith(VERSION) ? matchRoute(input.routes, method, path) : null;
    const entry: PeerRequest = {
      method,
      path,
      route: found?.route.path ?? "",
      query: Object.fromEntries(url.searchParams),
      body: await readBody(request),
      status: 0,
      at: world.clock.now(),
    };
    requests.push(entry);
    const fault = faults.take(method, entry.route, path);
    const run = (): Answer => answer(entry, found, url.searchParams, request.headers.authorization);
    const reply = await meet(fault, run);
    if (reply === "reset") {
      request.socket.resetAndDestroy();
      return;
    }
    entry.status = reply.status;
    if (fault?.outcome === "stall") stall(response, reply);
    else send(response, reply);
  }

  async function meet(fault: Fault | undefined, run: () => Answer): Promise<Reply | "reset"> {
    if (state === "failing") return { status: 500, body: { message: "500: Internal Server Error", code: 0 } };
    if (fault === undefined) return run();
    const after = fault.when === "after" ? run() : null;
    fault.met?.();
    if (fault.delayMs !== undefined) await wait(fault.delayMs);
    const { outcome } = fault;
    if (outcome === "pass" || outcome === "stall") return after ?? run();
    if (outcome === "reset") return "reset";
    return "status" in outcome ? outcome : rateLimited(outcome);
  }

  /** Waits on the peer's clock; closing the peer ends the wait. */
  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      releases.add(resolve);
      world.clock.after(ms, resolve);
    });
  }

  function answer(
    entry: PeerRequest,
    found: ReturnType<typeof matchRoute>,
    query: URLSearchParams,
    authorization: string | undefined,
  ): Answer {
    try {
      if (found === null) {
        world.violations.push(`${entry.method} ${entry.path}: the peer has no such endpoint`);
        throw refusals.noRoute();
      }
      const { route, params } = found;
      if (route.auth && authorization !== `Bot ${world.token}`) throw refusals.unauthorized();
      return route.run({
        world,
        param: (name) => params.get(name) ?? "",
        query,
        body: entry.body,
        form: obj(entry.body),
        found: input.contract?.check(route.method, route.path, entry.body) ?? [],
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 400 && error.code !== 40060) {
        noteViolation(world, `${entry.method} ${entry.route}`, error);
      }
      return { status: error.status, body: error.toJSON() };
    }
  }

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      world.violations.push(`the peer failed: ${String(error)}`);
      response.destroy();
    });
  });
  http.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await listen(http, 0);
  const port = (http.address() as AddressInfo).port;

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (http.listening) await new Promise<void>((resolve) => http.close(() => resolve()));
  }

  async function reach(next: Reachability): Promise<void> {
    state = next;
    if (next === "refused") await stop();
    else if (!http.listening) await listen(http, port);
  }

  await reach(input.reachable);
  return {
    http,
    port,
    requests,
    reach,
    state: () => state,
    async close() {
      for (const release of releases) release();
      await stop();
    },
  };
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", () => {
      http.removeListener("error", reject);
      resolve();
    });
  });
}

/**
 * Every answer carries its bucket, roomy unless a fault says otherwise.
 * https://discord.com/developers/docs/topics/rate-limits#header-format
 */
function send(response: ServerResponse, reply: Reply): void {
  const headers: Record<string, string> = {
    "x-ratelimit-limit": "50",
    "x-ratelimit-remaining": "49",
    "x-ratelimit-reset-after": "1.000",
    "x-ratelimit-bucket": "peer",
    ...reply.headers,
  };
  if (reply.body === undefined) {
    response.writeHead(reply.status, headers).end();
    return;
  }
  const raw = typeof reply.body === "string";
  headers["content-type"] ??= raw ? "text/html" : "application/json";
  response.writeHead(reply.status, headers).end(raw ? reply.body : JSON.stringify(reply.body));
}

/** An answer that never ends: the length that its head names is not reached. */
function stall(response: ServerResponse, reply: Reply): void {
  const body = JSON.stringify(reply.body ?? {});
  response.writeHead(reply.status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.write(body.slice(0, body.length / 2));
}
