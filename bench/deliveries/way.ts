import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { PostPort } from "../../src/delivery/port.ts";
import type { SimClock } from "../../test/delivery/sim-clock.ts";
import type { Fate, Sort } from "./fates.ts";

/** A request of the bot's that is on its way. */
interface Underway {
  readonly fate: Fate;
  /** It waits for time to pass. */
  held: boolean;
}

/** The way to a platform: a server on loopback that hands on what the bot sends, unless something goes wrong. */
export interface Way {
  readonly url: string;
  /** Nobody listens there. */
  readonly nowhere: string;
  /** Ports over it, with the fates of their requests: one to a channel at a time. */
  port(make: (url: string) => PostPort, fate: (kind: "post" | "look", channel: string) => Fate): PostPort;
  /** Whether something is under way that does not wait for time to pass. */
  busy(): boolean;
  close(): Promise<void>;
}

/** What goes wrong after the platform took the request. */
const TAKEN: ReadonlySet<Sort> = new Set(["reset after it is taken", "never answered, taken", "5xx, taken"]);

/** What is asked of the far side; `channel` is `null` where the request is neither a post nor a look at a history. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly channel: string | null;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Opens the way to a platform whose server is at `base` (`http://127.0.0.1:PORT`). */
export async function openWay(base: string, clock: SimClock): Promise<Way> {
  const underway = new Map<string, Underway>();
  let handingOn = 0;

  const handOn = async ({ method, path, headers, body }: Asked): Promise<Answer> => {
    handingOn += 1;
    try {
      const response = await fetch(base + path, { method, headers, ...(body !== "" && { body }) });
      const type = response.headers.get("content-type");
      return {
        status: response.status,
        headers: type === null ? {} : { "content-type": type },
        body: await response.text(),
      };
    } finally {
      handingOn -= 1;
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await read(request);
    const one = asked.channel === null ? undefined : underway.get(asked.channel);
    const { sort, number } = one?.fate ?? { sort: null, number: 0 };
    if (sort === null) return send(response, await handOn(asked));
    if (TAKEN.has(sort)) await handOn(asked);
    if (sort.startsWith("reset")) return void request.socket.resetAndDestroy();
    if (sort === "429") return send(response, limited(number));
    if (sort.startsWith("5xx")) return send(response, { status: number, headers: {}, body: "" });
    if (sort === "never answered, taken late") clock.after(number, () => void handOn(asked));
    one!.held = true;
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 600_000;
  await once(server.listen(0, "127.0.0.1"), "listening");
  const closed = createServer();
  await once(closed.listen(0, "127.0.0.1"), "listening");
  const nowhere = addressOf(closed.address());
  await new Promise((resolve) => closed.close(resolve));
  const url = addressOf(server.address());

  const track = async <T>(channel: string, fate: Fate, run: () => Promise<T>): Promise<T> => {
    const one: Underway = { fate, held: false };
    underway.set(channel, one);
    try {
      return await run();
    } finally {
      if (underway.get(channel) === one) underway.delete(channel);
    }
  };
  return {
    url,
    nowhere,
    port(make, fate) {
      const [through, astray] = [make(url), make(nowhere)];
      const over = ({ sort }: Fate) => (sort === "refused" ? astray : through);
      const post: PostPort["post"] = (request) => {
        const { channel } = request.channel;
        const drawn = fate("post", channel);
        return track(channel, drawn, () => over(drawn).post(request));
      };
      return {
        platform: through.platform,
        post,
        repost: through.repost === null ? null : post,
        verify: (request) => {
          const { channel } = request.channel;
          const drawn = fate("look", channel);
          return track(channel, drawn, () => over(drawn).verify(request));
        },
      };
    },
    busy: () => handingOn > 0 || [...underway.values()].some(({ held }) => !held),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(address: AddressInfo | string | null): string {
  return `http://127.0.0.1:${(address as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<Asked> {
  let body = "";
  request.setEncoding("utf8");
  for await (const chunk of request) body += String(chunk);
  const { method = "GET", url: path = "/" } = request;
  const headers: Record<string, string> = {};
  for (const name of ["authorization", "content-type"]) {
    const value = request.headers[name];
    if (typeof value === "string") headers[name] = value;
  }
  const inDiscord = /^\/api\/v\d+\/channels\/(\d+)\/messages(?:\?|$)/u.exec(path)?.[1];
  const inSlack = /^\/api\/(?:chat\.postMessage|conversations\.history)$/u.test(path)
    ? new URLSearchParams(body).get("channel")
    : null;
  return { method, path, channel: inDiscord ?? inSlack, headers, body };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

/** Slack reads the header, Discord the body. */
function limited(seconds: number): Answer {
  return {
    status: 429,
    headers: { "content-type": "application/json", "retry-after": String(seconds) },
    body: JSON.stringify({ ok: false, error: "ratelimited", retry_after: seconds, global: false }),
  };
}
