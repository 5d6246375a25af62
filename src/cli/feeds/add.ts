import { editFeeds, withFeed } from "../../ingest/feeds/edit-feeds-file.ts";
import { readEntry, readFeeds } from "../../ingest/feeds/feeds-file.ts";
import { formatProblem } from "../../ingest/problem.ts";
import { UsageError } from "../command-line.ts";
import { described, lookAt } from "./look.ts";
import { addressesOf, ownFeeds, print, withTools, type FeedsRun } from "./run.ts";

/** `korea feeds add`: a feed that cannot be read is not added. */
export async function addFeed(run: FeedsRun): Promise<number> {
  if (run.urls.length !== 1) throw new UsageError("give the URL of one feed");
  const [url] = addressesOf(run.urls) as [string];
  const { feed, mistakes } = readEntry({ url, ...run.entry });
  if (feed === null) throw new UsageError(mistakes.map((mistake) => `--${mistake}`).join("\n"));
  const { path, feeds, isGood } = await ownFeeds(run.config);
  if (!isGood) return 1;
  const thereAlready = `There already: ${url}. Change its entry in ${path}.`;
  if (feeds.some((one) => one.url === url)) {
    print(thereAlready);
    return 1;
  }
  return withTools(run, async (tools) => {
    const look = await lookAt(feed, tools);
    if (look.read === null) {
      print(
        `Not added: ${formatProblem({ file: url, line: null, message: look.message, remedy: look.remedy })}`,
      );
      return 1;
    }
    let refused: string[] = [];
    // Somebody may have edited the list while the feed was looked at.
    const isAdded = await editFeeds(path, (text) => {
      const { feeds: listed, problems } = readFeeds(text, path);
      refused = [];
      if (listed === null) refused = [`Not added: ${url}.`, ...problems.map(formatProblem)];
      else if (listed.some((one) => one.url === url)) refused = [thereAlready];
      return refused.length === 0 ? withFeed(text, feed) : null;
    });
    if (!isAdded) {
      print(...refused);
      return 1;
    }
    // Where it was given up before it is due again.
    await tools.store.updateFeed(url, { gone: false, failures: 0, nextPoll: Date.now() });
    print(`Added ${url}.`, ...described(feed, look.read, run.outlets));
    if (look.movedTo !== null) print(`  It has moved to ${look.movedTo}; change it in ${path}.`);
    print("Read it now with: npm run -s korea -- feeds poll. A bot in Discord or Slack reads it by itself.");
    return 0;
  });
}
