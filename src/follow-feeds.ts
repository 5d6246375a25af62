import { join } from "node:path";
import { BUILT_IN, openOwnStore } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Clock } from "./core/clock.ts";
import type { Logger } from "./core/logger.ts";
import { withRetries } from "./core/retry.ts";
import { loadOutlets } from "./ingest/corpus.ts";
import { createFeedList } from "./ingest/feeds/feed-list.ts";
import { FEEDS_FILE } from "./ingest/feeds/feeds-file.ts";
import { createPoller } from "./ingest/feeds/poller.ts";
import { createFetcher } from "./ingest/fetch/fetcher.ts";
import { formatProblem } from "./ingest/problem.ts";
import { createWorkshop } from "./ingest/workshop/workshop.ts";
import { isBusy } from "./store/busy.ts";
import type { Store } from "./store/store.ts";

/** What following feeds needs. */
export interface FollowParts {
  config: Config;
  log: Logger;
  stop: AbortSignal;
  /** From 0 up to 1; spreads what would be asked at the same time. */
  random?: () => number;
  readonly clock: Clock;
}

/**
 * Follows the feeds of the data folder until it is told to stop. What comes is found like anything else that is imported
 * while the bot runs. Never rejects: without feeds everything else goes on.
 */
export async function followFeeds(parts: FollowParts): Promise<void> {
  const { config, log, stop, clock, random = Math.random } = parts;
  try {
    const { outlets } = await loadOutlets(BUILT_IN);
    const store = await openPatiently(parts);
    if (store === null) return;
    const fetcher = createFetcher(config.fetch);
    const workshop = createWorkshop();
    const list = createFeedList(join(config.dataDir, FEEDS_FILE), (problems) => {
      for (const problem of problems) log.warn({}, formatProblem(problem));
    });
    try {
      await createPoller({
        feeds: async () => list.feeds(),
        fetcher,
        workshop,
        store,
        outlets,
        now: clock.now,
        wait: clock.wait,
        random,
        log,
      }).run(stop);
    } finally {
      await Promise.all([fetcher.close(), workshop.close()]);
      store.close();
    }
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : String(error) }, "feeds cannot be followed");
  }
}

/** Opens the store as soon as nobody holds its lock; `null` where the stop came first. */
async function openPatiently({ config, log, stop, clock }: FollowParts): Promise<Store | null> {
  try {
    return await withRetries(() => openOwnStore(config, clock.now), {
      wait: (ms) => clock.wait(ms, stop),
      isPassing: (error) => !stop.aborted && error instanceof Error && isBusy(error.cause),
      onRetry: (_error, pause) =>
        log.warn({ seconds: pause / 1_000 }, "another process holds the store, feeds wait"),
    });
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}
