import { readAllowedHost } from "./allowed-hosts.ts";
import { CODINGS } from "./body.ts";
import type { Dial } from "./connector.ts";
import { ACCEPT } from "./content-type.ts";
import { stopped, withDeadline } from "./deadline.ts";
import { follow, type Network } from "./follow.ts";
import { loadRobots } from "./load-robots.ts";
import { readAnswer, readValidator } from "./read-answer.ts";
import { Refusal } from "./refusal.ts";
import { lookupBySystem } from "./resolve.ts";
import { createRobots } from "./robots.ts";
import type { Fetched, FetchRequest, Lookup } from "./types.ts";
import { userAgent } from "./user-agent.ts";

export type { Fetched, FetchRequest } from "./types.ts";

/** Fetches addresses that others wrote: from a feed, a page or a person. */
export interface Fetcher {
  /** Never rejects for anything that the address or the far side does. */
  fetch(request: FetchRequest): Promise<Fetched>;
  /** Ends what is under way, and waits for it; whatever is asked afterwards is refused. */
  close(): Promise<void>;
}

/** What a fetcher may do, and as whom. */
export interface FetcherOptions {
  /**
   * Hosts that may be private for trusted requests: names or literal addresses, with `:port` or for every port. They are
   * compared with the host in the address, at each redirect anew; what a name resolves to does not count.
   */
  allowPrivate?: readonly string[];
  /** Goes into the user agent: an e-mail address, an http(s) address, or words. */
  contact: string;
  lookup?: Lookup;
  /** Milliseconds of the epoch, for dates in headers and the age of robots.txt. */
  now?: () => number;
  /** Milliseconds for everything from the name to the last byte, all redirects and robots.txt together. */
  deadline?: number;
  /** Opens connections; for tests of a network that leads elsewhere. */
  dial?: Dial;
}

const DEADLINE = 15_000;

/**
 * A fetcher with a memory of robots.txt of its own. It sends no cookies, no referrer and no credentials. From https to
 * http a redirect is followed, since many a small site still has such steps, but without the validators of a conditional
 * request: anybody on the way could know a visitor by them.
 *
 * @throws {TypeError} where a host of `allowPrivate` is none
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { lookup = lookupBySystem, now = Date.now, deadline = DEADLINE, dial } = options;
  const allowed = (options.allowPrivate ?? []).map((text) => {
    const host = readAllowedHost(text);
    if (host === null) throw new TypeError(`"${text}" is no host`);
    return host;
  });
  const network: Network = { allowed, lookup, dial };
  const common = { "user-agent": userAgent(options.contact), "accept-encoding": CODINGS };
  const running = new Set<AbortController>();
  const pending = new Set<Promise<unknown>>();
  let closed = false;

  const pend = <T>(work: Promise<T>): Promise<T> => {
    const settled: Promise<unknown> = Promise.allSettled([work]).then(() => pending.delete(settled));
    pending.add(settled);
    return work;
  };

  const loading = { network, headers: { ...common, accept: "text/plain" }, deadline, running, now };
  const robots = createRobots((target) => pend(loadRobots(target, loading)), now);

  const run = async (request: FetchRequest): Promise<Fetched> => {
    const validators = validatorsOf(request);
    const headers = { ...common, accept: ACCEPT[request.accept] };
    try {
      return await withDeadline({ time: deadline, outer: request.signal, running }, (signal) =>
        follow<Fetched>(network, {
          from: request.url,
          trusted: request.trusted === true,
          signal,
          before: async (target) => {
            if (request.accept === "page") await robots.check(target, signal);
          },
          headers: (bare) => (bare ? headers : { ...headers, ...validators }),
          read: (answer, { target, movedTo, bare }) => {
            const conditional = !bare && Object.keys(validators).length > 0;
            return readAnswer(answer, { accept: request.accept, target, movedTo, conditional, now: now() });
          },
        }),
      );
    } catch (error) {
      if (error instanceof Refusal) return error.refused;
      throw error;
    }
  };

  return {
    fetch: (request) => (closed ? Promise.resolve(stopped().refused) : pend(run(request))),
    close: async () => {
      closed = true;
      for (const controller of running) controller.abort(stopped());
      await Promise.all(pending);
    },
  };
}

function validatorsOf({ etag, lastModified }: FetchRequest): Record<string, string> {
  const tag = readValidator(etag);
  const date = readValidator(lastModified);
  return {
    ...(tag === null ? {} : { "if-none-match": tag }),
    ...(date === null ? {} : { "if-modified-since": date }),
  };
}
