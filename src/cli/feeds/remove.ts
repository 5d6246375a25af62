import { withoutFeed, writeWhole } from "../../ingest/feeds/edit-feeds-file.ts";
import { UsageError } from "../command-line.ts";
import { addressesOf, ownFeeds, print, type FeedsRun } from "./run.ts";

/** `korea feeds remove`. */
export async function removeFeed(run: FeedsRun): Promise<number> {
  if (run.urls.length === 0) throw new UsageError("give the URL of a feed");
  const { path, text, isGood } = await ownFeeds(run.config);
  if (!isGood) return 1;
  let status = 0;
  let left = text;
  for (const url of addressesOf(run.urls)) {
    const without = withoutFeed(left, url);
    if (without === null) {
      print(`Not there: ${url}. See korea feeds list.`);
      status = 1;
    } else {
      left = without;
      print(`Removed ${url}. Documents that came from it stay.`);
    }
  }
  if (left !== text) await writeWhole(path, left);
  return status;
}
