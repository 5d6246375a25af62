import { afterEach } from "vitest";
import {
  createFetcher,
  type Fetched,
  type Fetcher,
  type FetcherOptions,
} from "../../../src/ingest/fetch/fetcher.ts";
import { startWeb, type WebPeer, type WebPeerOptions } from "../../peers/web.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A site that ends with the test. */
export async function site(options?: WebPeerOptions): Promise<WebPeer> {
  const web = await startWeb(options);
  ends.push(() => web.close());
  return web;
}

/** A fetcher that may fetch from these sites, for the operator where a request says nothing; ends with the test. */
export function fetcherFor(sites: readonly WebPeer[], options: Partial<FetcherOptions> = {}): Fetcher {
  const allowPrivate = sites.map(({ hostPort }) => hostPort);
  const fetcher = createFetcher({ contact: "desk@example.org", allowPrivate, ...options });
  ends.push(() => fetcher.close());
  return { ...fetcher, fetch: (request) => fetcher.fetch({ trusted: true, ...request }) };
}

/** The message of a refusal; else what came instead. */
export function messageOf(fetched: Fetched): string {
  return fetched.outcome === "refused" ? fetched.message : `not refused: ${fetched.outcome}`;
}

/** The text of what came; else what happened. */
export function textOf(fetched: Fetched): string {
  return fetched.outcome === "ok" ? new TextDecoder().decode(fetched.bytes) : JSON.stringify(fetched);
}
