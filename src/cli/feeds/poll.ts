import { setTimeout as delay } from "node:timers/promises";
import type { FeedPoll } from "../../ingest/feeds/poll-feed.ts";
import { createPoller } from "../../ingest/feeds/poller.ts";
import { plainLog } from "../plain-log.ts";
import { addressesOf, noFeeds, ownFeeds, print, withTools, type FeedsRun } from "./run.ts";

/** `korea feeds poll`: one pass. */
export async function pollFeeds(run: FeedsRun): Promise<number> {
  const { path, feeds, isGood, hasMistakes } = await ownFeeds(run.config);
  const urls = addressesOf(run.urls);
  const unknown = urls.filter((url) => !feeds.some((feed) => feed.url === url));
  for (const url of unknown) print(`Not there: ${url}. See korea feeds list.`);
  if (feeds.length === 0) {
    if (isGood && unknown.length === 0) print(noFeeds(path, hasMistakes));
    return hasMistakes || unknown.length > 0 ? 1 : 0;
  }
  const asked = urls.length === 0 ? feeds : feeds.filter(({ url }) => urls.includes(url));
  let defects = 0;
  return withTools(run, async (tools) => {
    const poller = createPoller({
      ...tools,
      feeds: () => feeds,
      outlets: run.outlets,
      now: Date.now,
      wait: async (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
      random: Math.random,
      // What else it would log stands in the lines below.
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (facts, message) => {
          defects += 1;
          plainLog((line) => process.stderr.write(line)).error(facts, message);
        },
      },
    });
    const polls = await poller.pollDue({ only: new Set(asked.map(({ url }) => url)) });
    print(...polls.map(pollLine));
    const rest = asked.length - polls.length;
    // What failed by a defect of ours is among the rest, and was told.
    if (rest > 0 && defects === 0)
      print(`${rest === 1 ? "1 feed is" : `${rest} feeds are`} not due; see korea feeds list.`);
    const failed = polls.some(({ outcome }) => outcome === "failed" || outcome === "gone");
    return !hasMistakes && unknown.length === 0 && !failed && defects === 0 ? 0 : 1;
  });
}

function pollLine({ url, outcome, items, error, notes }: FeedPoll): string {
  const said =
    error === null
      ? Object.entries(items)
          .filter(([, count]) => count > 0)
          .map(([what, count]) => `${count} ${what}`)
      : [`${error.message}. ${error.remedy}.`];
  const told = [...said, ...notes];
  return `${outcome.padEnd(9)}  ${url}${told.length === 0 ? "" : `: ${told.join("; ")}`}`;
}
