import { parseFeed, type AnyFeed } from "feedsmith";
import { hashBody } from "../../core/document.ts";
import type { PartialDate } from "../../core/partial-date.ts";
import { withoutTracking } from "../tracking.ts";
import { resolveAddress } from "./address.ts";
import { spaced } from "../space.ts";
import { FeedError } from "./feed-error.ts";
import { namedFeeds } from "./named-feeds.ts";
import { rawFeedOf } from "./formats.ts";
import { dayOf, instantOf } from "./item-date.ts";
import { fragmentText, plainLine, plainParagraphs, type ItemText } from "./item-text.ts";
import type { Marked, RawItem } from "./raw-item.ts";
import { checkFeedText } from "./scan.ts";

/** Items of one feed that are taken, in its order. */
export const ITEMS_MAX = 500;

/** A feed as it was read. */
export interface FeedRead {
  /** As the feed calls itself; `null` where it does not. */
  title: string | null;
  /** As the feed says, BCP 47 as it comes; `null` where it does not. */
  language: string | null;
  items: FeedItem[];
  /** What is wrong with items, in words for the operator, without full stops at their ends. */
  problems: string[];
}

/** One item of a feed. Its HTML has become words already: nobody else needs to parse it. */
export interface FeedItem {
  /** Tells it from every other item of the feed: `guid` or `id`, else the link, else a hash of title and date. */
  key: string;
  /** Where it is to be read, without tracking parameters; http or https only, `null` where it tells none. */
  url: string | null;
  /** `null` where it has none. */
  title: string | null;
  /** As the feed writes them. */
  authors: string[];
  /** Calendar day of publication as written, in the item's own zone; of the last change where nothing else is told. */
  date: PartialDate | null;
  /** Instant of the last change, ISO 8601 in UTC. */
  updated: string | null;
  /** What the feed has of the text itself (`content:encoded`, `content`); `null` where it has no words. */
  content: ItemText | null;
  /** Summary or description in paragraphs; empty where there is none. */
  summary: string[];
  /** Of the item, else of the feed. */
  language: string | null;
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed. Takes time linear in the text but for what the parsers do.
 *
 * @throws {HostileFeedError} where its structure could hurt a parser.
 * @throws {FeedError} where it is no feed, or broken.
 */
export function readFeed(text: string, address: string): FeedRead {
  if (WEB_PAGE.test(text)) throw webPage(text, address);
  checkFeedText(text);
  const feed = rawFeedOf(parsed(text));
  const problems: string[] = [];
  const site = resolveAddress(feed.base, [address]) ?? address;
  const items = feed.items.slice(0, ITEMS_MAX).map((raw) => {
    const bases = raw.bases.length === 0 ? [site] : [address, ...raw.bases];
    return itemOf(raw, bases, feed.language, problems);
  });
  if (feed.items.length > ITEMS_MAX) problems.push(`only the first ${ITEMS_MAX} of its items are taken`);
  return { title: lineOf(feed.title), language: feed.language, items: distinct(items, problems), problems };
}

/** How a web page begins, and no feed. */
const WEB_PAGE = /^\uFEFF?\s{0,1000}(?:<!doctype\s+html|<html)/iu;

function webPage(html: string, address: string): FeedError {
  const feeds = namedFeeds(html, address);
  return new FeedError(
    "a web page, not a feed",
    feeds.length === 0
      ? "Look on that page for the address of its feed"
      : `It names its ${feeds.length === 1 ? "feed" : "feeds"}: ${feeds.map((feed) => `<${feed}>`).join(", ")}`,
  );
}

function parsed(text: string): AnyFeed {
  try {
    // One more than is taken, so that it can be told that there are more.
    return parseFeed(text, { maxItems: ITEMS_MAX + 1 });
  } catch (error) {
    const kind = error instanceof Error ? error.name : "";
    throw kind === "DetectError"
      ? new FeedError("neither RSS nor Atom nor JSON Feed", "Check the address", { cause: error })
      : new FeedError("it is broken and cannot be read", "Tell its publisher", { cause: error });
  }
}

function itemOf(raw: RawItem, bases: string[], language: string | null, problems: string[]): FeedItem {
  const url = resolveAddress(raw.link, bases);
  const title = lineOf(raw.title);
  const date = dayOf(raw.published ?? "") ?? dayOf(raw.updated ?? "");
  const content = textOf(raw.content);
  if (raw.content !== null && content === null) {
    problems.push(`the text of “${title ?? url ?? "an item"}” nests too deep to be read`);
  }
  const summary = textOf(raw.summary);
  const written = url ?? hashBody(`${title ?? ""}\n${raw.published ?? ""}`);
  return {
    key: (raw.id ?? written).trim().slice(0, 1_000),
    url: url === null ? null : withoutTracking(new URL(url)),
    title,
    authors: raw.authors.map(plainLine).filter((name) => name !== ""),
    date,
    updated: instantOf(raw.updated ?? ""),
    content: content === null || content.paragraphs.length === 0 ? null : content,
    summary: summary?.paragraphs ?? [],
    language: raw.language ?? language,
  };
}

function textOf(marked: Marked | null): ItemText | null {
  if (marked === null) return null;
  if (marked.type === "html") return fragmentText(marked.text);
  return { paragraphs: plainParagraphs(marked.text), captions: [] };
}

function lineOf(marked: Marked | null): string | null {
  if (marked === null) return null;
  const line = marked.type === "html" ? plainLine(marked.text) : spaced(marked.text);
  return line === "" ? null : line;
}

/**
 * Items with keys of their own. Where several with different links share a `guid`, which some publishers get wrong, the
 * link is part of all their keys; of several with the same link the first is taken.
 */
function distinct(items: readonly FeedItem[], problems: string[]): FeedItem[] {
  const links = new Map<string, Set<string | null>>();
  for (const { key, url } of items) links.set(key, (links.get(key) ?? new Set()).add(url));
  const taken = new Map<string, FeedItem>();
  let shared = 0;
  for (const item of items) {
    const isShared = links.get(item.key)!.size > 1;
    const key = isShared ? `${item.key} ${item.url ?? ""}` : item.key;
    if (isShared) shared += 1;
    if (!taken.has(key)) taken.set(key, { ...item, key });
  }
  if (shared > 0)
    problems.push(`${shared} of its items share an id with another; their links tell them apart`);
  return [...taken.values()];
}
