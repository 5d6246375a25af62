import { join } from "node:path";
import { openOwnStore } from "../../compose.ts";
import type { Config } from "../../config.ts";
import type { OutletBook } from "../../core/outlet.ts";
import { visible } from "../../core/visible.ts";
import { feedsText } from "../../ingest/feeds/edit-feeds-file.ts";
import { feedAddress, type Feed } from "../../ingest/feeds/feed.ts";
import { FEEDS_FILE, readFeeds } from "../../ingest/feeds/feeds-file.ts";
import { createFetcher, type Fetcher } from "../../ingest/fetch/fetcher.ts";
import { createWorkshop, type Workshop } from "../../ingest/workshop/workshop.ts";
import type { Store } from "../../store/store.ts";
import { UsageError } from "../command-line.ts";
import { wholeAddress } from "../whole-address.ts";
import { tellProblems } from "../problems.ts";

/** What `korea feeds ACTION` was asked. */
export interface FeedsRun {
  /** As typed. */
  urls: readonly string[];
  /** Settings of an entry, as typed. */
  entry: Readonly<Record<string, string>>;
  json: boolean;
  config: Config;
  outlets: OutletBook;
}

/** The operator's list. */
export interface OwnFeeds {
  path: string;
  text: string;
  feeds: Feed[];
  /** Whether the file can be read as a whole. */
  isGood: boolean;
  /** Whether something in it is wrong; what, is told. */
  hasMistakes: boolean;
}

/** Reads the list of the data folder and tells what is wrong with it. */
export async function ownFeeds({ dataDir }: Config): Promise<OwnFeeds> {
  const path = join(dataDir, FEEDS_FILE);
  let text: string;
  try {
    text = await feedsText(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    tellProblems([
      { file: path, line: null, message: `it cannot be read (${code})`, remedy: "Check its permissions" },
    ]);
    return { path, text: "", feeds: [], isGood: false, hasMistakes: true };
  }
  const { feeds, problems } = readFeeds(text, path);
  tellProblems(problems);
  return { path, text, feeds: feeds ?? [], isGood: feeds !== null, hasMistakes: problems.length > 0 };
}

/** What to tell of a list without feeds that can be used. */
export function noFeeds(path: string, hasMistakes: boolean): string {
  return hasMistakes
    ? `No feed in ${path} can be used as it is.`
    : `No feeds in ${path}. Add one with: npm run -s korea -- feeds add URL`;
}

/**
 * The addresses as keys of feeds.
 *
 * @throws {UsageError} where one is no address.
 */
export function addressesOf(urls: readonly string[]): string[] {
  return urls.map((url) => {
    const address = feedAddress(url);
    if (address !== null) return address;
    const meant = wholeAddress(url);
    throw new UsageError(
      `“${url}” is no http or https address${meant === null ? "" : `. Did you mean ${meant}?`}`,
    );
  });
}

/** Runs with what reads feeds, and puts it away again. */
export async function withTools<T>(
  { config }: FeedsRun,
  run: (tools: { fetcher: Fetcher; workshop: Workshop; store: Store }) => Promise<T>,
): Promise<T> {
  const store = await openOwnStore(config);
  const fetcher = createFetcher(config.fetch);
  const workshop = createWorkshop();
  try {
    return await run({ fetcher, workshop, store });
  } finally {
    await Promise.all([fetcher.close(), workshop.close()]);
    store.close();
  }
}

/** Prints lines; what stands in feeds ends up on the operator's terminal. */
export function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${visible(line)}\n`);
}
