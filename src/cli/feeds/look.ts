import type { OutletBook } from "../../core/outlet.ts";
import { entryOfItem } from "../../ingest/feeds/entry-of-item.ts";
import type { Feed } from "../../ingest/feeds/feed.ts";
import type { FeedRead } from "../../ingest/feeds/read-feed.ts";
import type { Fetcher } from "../../ingest/fetch/fetcher.ts";
import type { Workshop } from "../../ingest/workshop/workshop.ts";

/** A feed as it is now, or why it cannot be read. */
export type Look =
  | { read: FeedRead; movedTo: string | null }
  | { read: null; message: string; remedy: string };

/** Fetches and reads a feed, whatever the store knows of it. */
export async function lookAt(
  feed: Pick<Feed, "url">,
  { fetcher, workshop }: { fetcher: Fetcher; workshop: Workshop },
): Promise<Look> {
  const fetched = await fetcher.fetch({ url: feed.url, accept: "feed", trusted: true });
  switch (fetched.outcome) {
    case "gone":
      return { read: null, message: "it is gone for good (410)", remedy: "Look for its new address" };
    case "unchanged":
      return { read: null, message: "it answered 304 without being asked", remedy: "Tell its publisher" };
    case "refused":
      return { read: null, message: fetched.message, remedy: fetched.remedy };
    case "ok": {
      const { bytes, contentType, url: address, movedTo } = fetched;
      const outcome = await workshop.run("feed", { bytes, contentType, address });
      return outcome.ok ? { read: outcome.value, movedTo } : { read: null, ...refusalOf(outcome) };
    }
  }
}

function refusalOf({ message, remedy }: { message: string; remedy: string }) {
  return { message, remedy };
}

/** What is in a feed, in a few lines. */
export function described(feed: Feed, read: FeedRead, outlets: OutletBook): string[] {
  const origin = { feed, from: feed.url };
  const found = new Set(
    read.items.map((item) => entryOfItem(item, origin, null, outlets).entry?.document.outlet ?? "unknown"),
  );
  const names = [...found].slice(0, 5).join(", ");
  return [
    `  title: ${feed.title ?? read.title ?? "unknown"}`,
    `  outlet: ${names === "" ? "unknown" : names}`,
    `  items: ${read.items.length}`,
    ...read.problems.map((problem) => `  note: ${problem}`),
  ];
}
