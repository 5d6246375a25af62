import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The platform as far as the bench needs it: it sends commands and takes the first responses. */
export interface FarSide {
  /** What the bot is started with. */
  readonly apiUrl: string;
  /** Called when the bot is ready; `port` is where it listens, where it does. */
  ready(port: number | null): void;
  /** Sends a search; resolves when its first response has arrived whole, rejects where that holds no answer. */
  ask(query: string): Promise<void>;
  close(): void;
}

/** A server on a free port of 127.0.0.1. */
export async function listen(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** The whole body. */
export async function bodyOf(message: IncomingMessage): Promise<string> {
  let text = "";
  message.setEncoding("utf8");
  for await (const chunk of message) text += String(chunk);
  return text;
}
