import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** Answers requests for one path. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** One request as it came in; headers in lower case. */
export interface WebRequest {
  path: string;
  host: string;
  headers: Readonly<Record<string, string | undefined>>;
}

/** A web site on loopback: what others serve, well-behaved or not. */
export interface WebPeer {
  /** `http://127.0.0.1:PORT`, or of the host it was started on. */
  origin: string;
  /** Host with port, as a list of allowed hosts has it. */
  hostPort: string;
  port: number;
  /** Sets what a path (with its query) answers; everything else is 404. */
  on(path: string, handler: WebHandler): void;
  /** Every request, in order. */
  requests: WebRequest[];
  /** How many requests a path had. */
  count(path: string): number;
  /** How many connections are open. */
  open(): number;
  /** Resolves when no connection is open. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** What a peer is started with. */
export interface WebPeerOptions {
  /** Loopback address. Default: 127.0.0.1 */
  host?: "127.0.0.1" | "::1";
  /** Makes it https. */
  tls?: { key: string; cert: string };
}

/** Answers with a text. */
export function text(body: string | Buffer, headers: Record<string, string> = {}, status = 200): WebHandler {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };
}

/** Answers with a redirect. */
export function redirect(status: number, location: string): WebHandler {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}

/** Starts a site on a free port. */
export async function startWeb({ host = "127.0.0.1", tls }: WebPeerOptions = {}): Promise<WebPeer> {
  const handlers = new Map<string, WebHandler>();
  const requests: WebRequest[] = [];
  const sockets = new Set<Socket>();
  const idle = new Set<() => void>();
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? "";
    const headers: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
    requests.push({ path, host: headers["host"] ?? "", headers });
    // A client that goes away in the middle is nothing to a server.
    response.on("error", () => {});
    const handler = handlers.get(path) ?? text("not found", {}, 404);
    handler(request, response);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      if (sockets.size === 0) for (const resolve of idle) resolve();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const hostPort = host === "::1" ? `[::1]:${port}` : `${host}:${port}`;
  return {
    origin: `${tls === undefined ? "http" : "https"}://${hostPort}`,
    hostPort,
    port,
    on: (path, handler) => {
      handlers.set(path, handler);
    },
    requests,
    count: (path) => requests.filter((request) => request.path === path).length,
    open: () => sockets.size,
    idle: () => {
      if (sockets.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        idle.add(resolve);
      });
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
