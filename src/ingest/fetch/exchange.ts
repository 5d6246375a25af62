import type { Socket } from "node:net";
import { Client, type Dispatcher } from "undici";
import { safeConnector, type Dial } from "./connector.ts";
import { networkRefusal } from "./network-refusal.ts";
import type { Target } from "./target.ts";
import type { HostAddress } from "./types.ts";

/** Enough for the longest security policies that sites send. */
const MAX_HEADER_BYTES = 64 * 1024;

/** An answer whose body has not been read yet. */
export type Answer = Dispatcher.ResponseData;

/** One header; of several with this name the last, as the Fetch standard has it for content types. */
export function header(answer: Answer, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value.at(-1) : value) ?? null;
}

/**
 * Asks one address once and has the answer read. Each exchange has a connection of its own, closed in the end however it
 * ends: a pooled one would have been checked for somebody else.
 *
 * @throws {Refusal} whatever goes wrong on the way
 */
export async function exchange<T>(
  { target, addresses, headers, signal, dial }: ExchangeOptions,
  read: (answer: Answer) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>();
  const client = new Client(target.url.origin, {
    connect: safeConnector(target, addresses, sockets, dial),
    pipelining: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The signal's deadline is over everything; a second clock would only give a second message.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const { pathname, search } = target.url;
    const answer = await client.request({ method: "GET", path: pathname + search, headers, signal });
    // A body that is not read breaks off when the connection is closed.
    answer.body.on("error", () => {});
    return await read(answer);
  } catch (error) {
    throw networkRefusal(error, target.host, signal);
  } finally {
    await client.destroy();
    for (const socket of sockets) socket.destroy();
  }
}

/** What {@link exchange} needs. */
export interface ExchangeOptions {
  target: Target;
  /** Checked. */
  addresses: readonly HostAddress[];
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  dial?: Dial | undefined;
}
