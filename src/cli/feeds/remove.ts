import { editFeeds, withoutFeed } from "../../ingest/feeds/edit-feeds-file.ts";
import { UsageError } from "../command-line.ts";
import { addressesOf, ownFeeds, print, type FeedsRun } from "./run.ts";

/** `korea feeds remove`. */
export async function removeFeed(run: FeedsRun): Promise<number> {
  if (run.urls.length === 0) throw new UsageError("give the URL of a feed");
  const { path, isGood } = await ownFeeds(run.config);
  if (!isGood) return 1;
  const urls = addressesOf(run.urls);
  const removed = new Set<string>();
  await editFeeds(path, (text) => {
    removed.clear();
    return urls.reduce((left, url) => {
      const without = withoutFeed(left, url);
      if (without !== null) removed.add(url);
      return without ?? left;
    }, text);
  });
  for (const url of urls) {
    print(
      removed.has(url)
        ? `Removed ${url}. Documents that came from it stay.`
        : `Not there: ${url}. See korea feeds list.`,
    );
  }
  return urls.every((url) => removed.has(url)) ? 0 : 1;
}
