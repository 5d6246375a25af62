import { treeOf } from "../html/tree.ts";
import { HostilePageError } from "../html/hostile-page-error.ts";
import { resolveAddress } from "./address.ts";

/** Feeds of one page that are told. */
const TOLD_MAX = 3;

const FEED_TYPES: ReadonlySet<string> = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
]);

/**
 * Addresses of the feeds that a web page names as its own (https://blog.whatwg.org/feed-autodiscovery), the first few, in its
 * order; none where the page could hurt a parser.
 */
export function namedFeeds(html: string, address: string): string[] {
  try {
    const { elements } = treeOf(html);
    const base = elements.find(({ tag, attributes }) => tag === "base" && attributes.has("href"));
    const bases = [address, ...(base === undefined ? [] : [base.attributes.get("href")!])];
    const found = elements
      .filter(({ tag }) => tag === "link")
      .filter(({ attributes }) => wordsOf(attributes.get("rel")).includes("alternate"))
      .filter(({ attributes }) => FEED_TYPES.has(wordsOf(attributes.get("type")?.split(";", 1)[0])[0] ?? ""))
      .flatMap(({ attributes }) => resolveAddress(attributes.get("href") ?? null, bases) ?? []);
    return [...new Set(found)].slice(0, TOLD_MAX);
  } catch (error) {
    if (error instanceof HostilePageError) return [];
    throw error;
  }
}

function wordsOf(value = ""): string[] {
  return value.trim().toLowerCase().split(/\s+/u);
}
