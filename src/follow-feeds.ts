import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { BUILT_IN, openOwnStore } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Logger } from "./core/logger.ts";
import { loadOutlets } from "./ingest/corpus.ts";
import { createFeedList } from "./ingest/feeds/feed-list.ts";
import { FEEDS_FILE } from "./ingest/feeds/feeds-file.ts";
import { createPoller } from "./ingest/feeds/poller.ts";
import { createFetcher } from "./ingest/fetch/fetcher.ts";
import { formatProblem } from "./ingest/problem.ts";
import { createWorkshop } from "./ingest/workshop/workshop.ts";

/** What following feeds needs. */
export interface FollowParts {
  config: Config;
  log: Logger;
  stop: AbortSignal;
  /** From 0 up to 1; spreads what would be asked at the same time. */
  random?: () => number;
}

/**
 * Follows the feeds of the data folder until it is told to stop. What comes is found like anything else that is imported
 * while the bot runs. Never rejects: without feeds everything else goes on.
 */
export async function followFeeds({ config, log, stop, random = Math.random }: FollowParts): Promise<void> {
  try {
    const { outlets } = await loadOutlets(BUILT_IN);
    const store = await openOwnStore(config);
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
        now: Date.now,
        wait: async (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
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
