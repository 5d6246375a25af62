import { loadOutlets } from "../ingest/corpus.ts";
import { BUILT_IN } from "../compose.ts";
import { addFeed } from "./feeds/add.ts";
import { checkFeeds } from "./feeds/check.ts";
import { listFeeds } from "./feeds/list.ts";
import { pollFeeds } from "./feeds/poll.ts";
import { removeFeed } from "./feeds/remove.ts";
import type { FeedsRun } from "./feeds/run.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";

const ACTIONS = new Map<string, (run: FeedsRun) => Promise<number>>([
  ["list", listFeeds],
  ["add", addFeed],
  ["remove", removeFeed],
  ["check", checkFeeds],
  ["poll", pollFeeds],
]);

/** `korea feeds`: what Korea Desk follows. */
export const feedsProgram: Program = {
  usage: `Usage: korea feeds list [--json]
       korea feeds add URL [OPTION]…
       korea feeds remove URL…
       korea feeds check URL…
       korea feeds poll [URL…]

Follows RSS, Atom and JSON Feed. The feeds stand in feeds.yaml in the data folder, which you may edit by hand as well; a
bot that is running takes changes up within a minute. docs/feeds.md tells more.

  list      one line a feed: state, when it was last read, items a week, the next poll, what went wrong
  add       reads the feed, tells what is in it, and adds it to feeds.yaml
  remove    takes it out; documents that came from it stay
  check     reads the feed and tells what would be taken, without saving anything; a feed that was given up is polled
            again where that succeeds
  poll      reads what is due now, all or these, and tells what came

  --title TEXT     how it is called in lists; else as it calls itself
  --outlet NAME    outlet of its items; else the one at whose address an item stands
  --kind KIND      opinion, editorial, news, official or another kind; else as the item's page shows
  --language TAG   where the script of an item's words does not tell: fr, de, …
  --every TIME     time between two polls, 5m to 1d. Default: 30m
  --full-text      read each item's page for its whole text
  --json           print list as JSON
  --help           show this

Exit status: 0 where all went well, 1 where a feed could not be read or is not there, or
feeds.yaml has a mistake, 2 for wrong arguments.`,

  background: true,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      title: { type: "string" },
      outlet: { type: "string" },
      kind: { type: "string" },
      language: { type: "string" },
      every: { type: "string" },
      "full-text": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    });
    const [action = "", ...urls] = positionals;
    const run = ACTIONS.get(action);
    if (run === undefined) {
      const names = [...ACTIONS.keys()].join(", ");
      throw new UsageError(action === "" ? `which of ${names}?` : `“${action}” is none of ${names}`);
    }
    const { outlets, problems } = await loadOutlets(BUILT_IN);
    tellProblems(problems);
    const { "full-text": fullText, json, ...entry } = values;
    return run({
      urls,
      entry: { ...entry, ...(fullText ? { fullText: "yes" } : {}) },
      json,
      config,
      outlets,
    });
  },
};
