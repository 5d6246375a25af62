import type { Fetched, FetchRequest } from "../fetch/fetcher.ts";

/** Fetches under way at once, of all hosts. */
const AT_ONCE = 4;
/** Milliseconds between two pages of one host. */
const BETWEEN_PAGES = 1_000;

/** What politeness needs of the world. */
export interface PoliteParts {
  fetcher: { fetch(request: FetchRequest): Promise<Fetched> };
  now(): number;
  /** Rejects where the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * A way to fetch that asks each host one thing at a time, leaves a second between two of its pages, and asks four hosts at
 * once at most. Rejects only where waiting does.
 */
export function createPolite({
  fetcher,
  now,
  wait,
}: PoliteParts): (request: FetchRequest) => Promise<Fetched> {
  const lines = new Map<string, Promise<unknown>>();
  const lastPage = new Map<string, number>();
  const slots = createSlots(AT_ONCE);

  const fetchIn = async (host: string, request: FetchRequest): Promise<Fetched> => {
    const { accept, signal } = request;
    const pause = (lastPage.get(host) ?? Number.NEGATIVE_INFINITY) + BETWEEN_PAGES - now();
    if (accept === "page" && pause > 0) await wait(pause, signal);
    const release = await slots();
    try {
      return await fetcher.fetch(request);
    } finally {
      release();
      if (accept === "page") lastPage.set(host, now());
    }
  };

  return (request) => {
    const host = URL.canParse(request.url) ? new URL(request.url).host : "";
    const before = lines.get(host) ?? Promise.resolve();
    const fetched = before.then(async () => fetchIn(host, request));
    const line: Promise<unknown> = Promise.allSettled([fetched]).finally(() => {
      if (lines.get(host) !== line) return;
      lines.delete(host);
      forgetOld(lastPage, now() - BETWEEN_PAGES);
    });
    lines.set(host, line);
    return fetched;
  };
}

function forgetOld(times: Map<string, number>, before: number): void {
  for (const [host, time] of times) if (time < before) times.delete(host);
}

/** Gives a slot when one of `count` is free; what it resolves to gives the slot back. */
export function createSlots(count: number): () => Promise<() => void> {
  let free = count;
  const waiting: (() => void)[] = [];
  const release = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return release;
  };
}
