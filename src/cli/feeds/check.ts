import { entryOfItem } from "../../ingest/feeds/entry-of-item.ts";
import { EVERY_DEFAULT, type Feed } from "../../ingest/feeds/feed.ts";
import { formatProblem } from "../../ingest/problem.ts";
import { UsageError } from "../command-line.ts";
import { described, lookAt } from "./look.ts";
import { addressesOf, ownFeeds, print, withTools, type FeedsRun } from "./run.ts";

/** `korea feeds check`: what would be taken. */
export async function checkFeeds(run: FeedsRun): Promise<number> {
  if (run.urls.length === 0) throw new UsageError("give the URL of a feed");
  const { feeds } = await ownFeeds(run.config);
  const urls = addressesOf(run.urls);
  return withTools(run, async (tools) => {
    let status = 0;
    for (const url of urls) {
      const listed = feeds.find((feed) => feed.url === url);
      const feed = listed ?? unlisted(url);
      const look = await lookAt(feed, tools);
      if (look.read === null) {
        status = 1;
        const { message, remedy } = look;
        print(`failed   ${formatProblem({ file: url, line: null, message, remedy })}`);
        continue;
      }
      print(`ok       ${url}`, ...described(feed, look.read, run.outlets));
      if (look.movedTo !== null) print(`  It has moved to ${look.movedTo}.`);
      for (const item of look.read.items) {
        const { entry, refused } = entryOfItem(item, { feed, from: feed.url }, null, run.outlets);
        const name = item.title ?? item.url ?? item.key;
        if (entry === null) {
          const isRead = feed.fullText && item.url !== null;
          print(isRead ? `  would read the page of “${name}”` : `  would leave out “${name}”: ${refused}`);
        } else {
          const { date, id } = entry.document;
          print(`  would take ${date ?? "undated"} “${entry.document.title}” as ${id}`);
        }
      }
      // It is there after all: a feed that was given up, or is waited for, is due.
      if (listed !== undefined) {
        await tools.store.updateFeed(url, { gone: false, failures: 0, nextPoll: Date.now() });
      }
    }
    return status;
  });
}

function unlisted(url: string): Feed {
  return {
    url,
    title: null,
    outlet: null,
    kind: null,
    language: null,
    fullText: false,
    every: EVERY_DEFAULT,
  };
}
