import type { Logger } from "../../core/logger.ts";
import type { OutletBook } from "../../core/outlet.ts";
import type { Store } from "../../store/store.ts";
import type { Fetched, FetchRequest } from "../fetch/fetcher.ts";
import type { Workshop } from "../workshop/workshop.ts";
import type { Feed } from "./feed.ts";

/** What the poller needs of the world. */
export interface PollerParts {
  /** The operator's list as it is now. */
  feeds(): readonly Feed[] | Promise<readonly Feed[]>;
  fetcher: { fetch(request: FetchRequest): Promise<Fetched> };
  workshop: Pick<Workshop, "run">;
  store: Store;
  outlets: OutletBook;
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects where the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
  log: Logger;
}

/** The same with a way to fetch that is polite, for one poll of one feed. */
export interface PollParts extends Omit<PollerParts, "fetcher" | "feeds" | "wait"> {
  fetch(request: FetchRequest): Promise<Fetched>;
  signal: AbortSignal | undefined;
}
