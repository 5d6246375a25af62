import type { Fetched, FetchRequest } from "../fetch/fetcher.ts";
import { DAY, EVERY_MIN } from "./feed.ts";

/** Fetches under way at once, of all hosts. */
const AT_ONCE = 4;
/** Milliseconds between two pages of one host. */
const BETWEEN_PAGES = 1_000;
/** Statuses of a server that has too much to do (https://www.rfc-editor.org/rfc/rfc6585#section-4, RFC 9110 section 15.6.4). */
const BUSY: ReadonlySet<number | null> = new Set([429, 503]);
/** Milliseconds for which its pages are left alone: for the rest of a poll at least, and not beyond what feeds are. */
const PEACE = { min: EVERY_MIN * 0.8, max: DAY } as const;

/** What politeness needs of the world. */
export interface PoliteParts {
  fetcher: { fetch(request: FetchRequest): Promise<Fetched> };
  now(): number;
  /** Rejects where the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * A way to fetch that asks each host one thing at a time, leaves a second between two of its pages, and asks four hosts at
 * once at most. Pages of a host that has too much to do are not asked for until the time it names. Rejects only where waiting
 * does.
 */
export function createPolite({
  fetcher,
  now,
  wait,
}: PoliteParts): (request: FetchRequest) => Promise<Fetched> {
  const lines = new Map<string, Promise<unknown>>();
  const lastPage = new Map<string, number>();
  const peaceUntil = new Map<string, number>();
  const slots = createSlots(AT_ONCE);

  const fetchIn = async (host: string, request: FetchRequest): Promise<Fetched> => {
    const { accept, signal } = request;
    const until = peaceUntil.get(host) ?? 0;
    // A feed has a time of its own for the next poll.
    if (accept === "page" && until > now()) return leftAlone(host, until, now());
    const pause = (lastPage.get(host) ?? Number.NEGATIVE_INFINITY) + BETWEEN_PAGES - now();
    if (accept === "page" && pause > 0) await wait(pause, signal);
    const release = await slots();
    try {
      const fetched = await fetcher.fetch(request);
      if (fetched.outcome === "refused" && BUSY.has(fetched.status)) {
        const asked = Math.min(Math.max(fetched.retryAfter ?? 0, PEACE.min), PEACE.max);
        peaceUntil.set(host, now() + asked);
      }
      return fetched;
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
      forgetOld(peaceUntil, now());
    });
    lines.set(host, line);
    return fetched;
  };
}

function leftAlone(host: string, until: number, now: number): Fetched {
  const time = `${new Date(until).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return {
    outcome: "refused",
    message: `${host} is left alone until ${time}, as it had too much to do`,
    remedy: "It will be tried again later",
    status: null,
    retryAfter: until - now,
    temporary: true,
    unasked: true,
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
