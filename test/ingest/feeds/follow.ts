import { afterAll, onTestFinished } from "vitest";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import { healthLine, healthOf } from "../../../src/ingest/feeds/health.ts";
import { createPoller, type Poller } from "../../../src/ingest/feeds/poller.ts";
import { createFetcher, type FetcherOptions } from "../../../src/ingest/fetch/fetcher.ts";
import { createWorkshop } from "../../../src/ingest/workshop/workshop.ts";
import { OutletBook } from "../../../src/core/outlet.ts";
import { openStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { text, type WebHandler } from "../../peers/web.ts";

/** 1 June 2026, midnight UTC. */
export const START = Date.UTC(2026, 5, 1);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A poller of a list of feeds, with a real store, fetcher and thread, on a clock that the test moves. */
export interface Follower {
  /** The operator's list. */
  feeds: Feed[];
  store: Store;
  poller: Poller;
  clock: { now: number };
  /** How long was waited for, in order. */
  waits: number[];
  /** What was logged: level, message, facts. */
  logged: [string, string, Record<string, unknown>][];
  /** Lines of the list of feeds. */
  health(): Promise<string[]>;
  /** Bodies by id of the documents that are found now. */
  bodies(): Promise<Record<string, string>>;
}

/** What a follower is made with. */
export interface FollowOptions extends Partial<FetcherOptions> {
  feeds: Feed[];
  /** An own store in memory where absent. */
  store?: Store;
  clock?: { now: number };
  outlets?: OutletBook;
}

/** One thread for a file of tests: starting it takes longer than what it does. */
const workshop = createWorkshop();
afterAll(async () => workshop.close());

/** Ends with the test. */
export async function follow(options: FollowOptions): Promise<Follower> {
  const { feeds, clock = { now: START }, outlets = new OutletBook([]), ...fetching } = options;
  const now = () => clock.now;
  const store = options.store ?? (await openStore({ path: ":memory:", now }));
  const fetcher = createFetcher({ contact: "desk@example.org", now, ...fetching });
  const waits: number[] = [];
  const logged: Follower["logged"] = [];
  const log = (level: string) => (facts: object, message: string) => {
    logged.push([level, message, facts as Record<string, unknown>]);
  };
  const poller = createPoller({
    feeds: () => feeds,
    fetcher,
    workshop,
    store,
    outlets,
    now,
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      clock.now += ms;
      // What is under way goes on meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    },
    random: () => 0.5,
    log: { info: log("info"), warn: log("warn"), error: log("error") },
  });
  onTestFinished(async () => {
    await fetcher.close();
    if (options.store === undefined) store.close();
  });
  return {
    feeds,
    store,
    poller,
    clock,
    waits,
    logged,
    async health() {
      const rows = new Map((await store.feedRows()).map((row) => [row.url, row]));
      const counts = await store.itemsSince(clock.now - 7 * 24 * HOUR);
      return feeds.map((feed) => healthLine(healthOf(feed, rows.get(feed.url), counts.get(feed.url) ?? 0)));
    },
    async bodies() {
      const entries = await store.entries();
      return Object.fromEntries(entries.map(({ document, version }) => [document.id, version.body]));
    },
  };
}

/** A feed with nothing set but its address. */
export function feedAt(url: string, given: Partial<Feed> = {}): Feed {
  return {
    url,
    title: null,
    outlet: null,
    kind: null,
    language: null,
    fullText: false,
    every: HOUR,
    ...given,
  };
}

/** An item of an RSS feed: link, title, and words as HTML. */
export interface RssItem {
  link?: string;
  guid?: string;
  title?: string;
  html?: string;
  summary?: string;
  date?: string;
}

/** An RSS feed. */
export function rssOf(items: readonly RssItem[], title = "News"): string {
  const element = (name: string, value: string | undefined) =>
    value === undefined ? "" : `<${name}><![CDATA[${value}]]></${name}>`;
  const parts = items.map(
    ({ link, guid, title, html, summary, date }) =>
      `<item>${element("title", title)}${element("link", link)}${element("description", summary)}` +
      (guid === undefined ? "" : `<guid isPermaLink="false">${guid}</guid>`) +
      `${element("pubDate", date)}${element("content:encoded", html)}</item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">' +
    `<channel>${element("title", title)}${parts.join("")}</channel></rss>`
  );
}

/** Answers with a feed. */
export function feed(body: string | Buffer, headers: Record<string, string> = {}, status = 200): WebHandler {
  return text(body, { "content-type": "application/rss+xml", ...headers }, status);
}

/** The text of a page, long enough to be one; `words` begins it. */
export function articleOn(words: string): string {
  const long =
    "Those who were there said that both sides had read out what they had written before, and that all questions were left " +
    "for another day, as they had been the last time, too, when nobody had named a date for the next meeting";
  return [`${words} ${long}.`, `Later that day ${long}, although the host had offered two.`].join("\n\n");
}

/** Answers with the page of an article. */
export function page(words: string, title = "Page"): WebHandler {
  const paragraphs = articleOn(words).split("\n\n");
  return text(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>` +
      `${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}</article></body></html>`,
  );
}
