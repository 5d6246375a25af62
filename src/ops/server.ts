import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "../core/logger.ts";

/** Milliseconds that a request has to come in. */
const REQUEST_MAX = 5_000;

/** What is answered on a path. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Pages by their paths. */
export type Pages = Readonly<Record<string, () => Promise<Page>>>;

/** A server that listens. */
export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens for GET and HEAD. `null` where it cannot, which the operator is told; everything else goes on without. */
export async function listenForOps(
  pages: Pages,
  { host, port, log }: { readonly host: string; readonly port: number; readonly log: Logger },
): Promise<OpsServer | null> {
  const server = createServer(
    { requestTimeout: REQUEST_MAX, headersTimeout: REQUEST_MAX, connectionsCheckingInterval: REQUEST_MAX },
    (request, response) => void answer(request, response, pages, log),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port }, resolve);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    log.error(
      {
        host,
        port,
        error: code,
        remedy: "Set OPS_PORT to a free port and OPS_HOST to an address of this machine.",
      },
      "health and metrics are told nowhere: the port cannot be used",
    );
    return null;
  }
  server.on("error", (error) => log.warn({ error: error.name }, "the server of health and metrics failed"));
  // The bot ends where only this is left.
  server.unref();
  const { port: own } = server.address() as AddressInfo;
  log.info({ host, port: own }, "health and metrics are told");
  return {
    port: own,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Pages,
  log: Logger,
): Promise<void> {
  const page = await pageFor(request, pages, log);
  response.writeHead(page.status, {
    "content-type": page.contentType,
    "content-length": Buffer.byteLength(page.body),
    "cache-control": "no-store",
    ...(page.status === 405 ? { allow: "GET, HEAD" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

async function pageFor({ method, url = "" }: IncomingMessage, pages: Pages, log: Logger): Promise<Page> {
  if (method !== "GET" && method !== "HEAD") return plain(405, "GET and HEAD only\n");
  const path = url.split("?", 1)[0]!;
  if (!Object.hasOwn(pages, path)) return plain(404, `There is ${Object.keys(pages).join(", ")}.\n`);
  try {
    return await pages[path]!();
  } catch (error) {
    log.error({ path, error: error instanceof Error ? error.message : String(error) }, "a page failed");
    return plain(500, "It failed; the log says why.\n");
  }
}

/** A page of plain text. */
export function plain(status: number, body: string): Page {
  return { status, contentType: "text/plain; charset=utf-8", body };
}
