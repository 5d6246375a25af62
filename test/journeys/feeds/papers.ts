import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import { redirect, text, type WebHandler, type WebPeer } from "../../peers/web.ts";
import { articlesOf, shownAt, type Article, type Plan } from "./articles.ts";
import { atom, json, page, rdf, rss, type Written } from "./formats.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** A paper with a feed: what it does through the week, and what should have come of it. */
export interface Paper {
  /** Two digits. */
  number: string;
  feed: Feed;
  /** Articles that should be in the store; every state of each, oldest first. */
  expected: { title: string; bodies: string[] }[];
  /** What its line in the list of feeds is at the end. */
  health: RegExp;
  /** When its feed was asked for. */
  asked: number[];
}

/** What a kind of paper is. */
interface Kind {
  plan?: Partial<Plan>;
  settings?: Partial<Feed>;
  /** Answers for the feed in place of the usual one, at some times or always; `null` for the usual one. */
  answer?: (now: number, paper: { origin: string; path: string }) => WebHandler | null;
  write?: (articles: readonly Article[], feed: Written) => string | Buffer;
  options?: Partial<Written>;
  /** Conditional requests are answered. */
  conditional?: boolean;
  /** Which articles come in; all where absent. */
  taken?: (article: Article) => boolean;
  /** What is expected of an article; the states in the feed where absent. */
  bodies?: (article: Article) => string[];
  health?: RegExp;
  /** Whose articles it has. */
  of?: string;
}

const OK = /^ok {7}Paper/u;
const failing = (reason: string) =>
  new RegExp(`^failing  \\S+: never read; 0 items a week; .*last error .*: .*${reason}`, "u");
const bad = (body: string | Buffer, reason: string, type = "application/xml"): Kind => ({
  answer: () => text(body, { "content-type": type }),
  taken: () => false,
  health: failing(reason),
});

const whole = ({ page: paragraphs }: Article) => [paragraphs!.join("\n\n")];
const summary = ({ states }: Article) => [states[0]!.paragraphs[0]!];
const isEven = ({ path }: Article) => Number(path.slice(-2)) % 2 === 0;

/** What the sixty papers are like, by number; `secret` is the address of something that must never be asked. */
function kindsOf(start: number, secretPort: number): Kind[] {
  const within = (now: number, from: number, to: number) => now >= start + from && now < start + to;
  const pages: Kind = { plan: { hasPages: true }, settings: { fullText: true }, options: { summary: true } };
  const korean: Kind = {
    plan: { isKorean: true },
    write: (articles, feed) => iconv.encode(rss(articles, feed, "euc-kr"), "cp949"),
  };
  const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, " "));
  return [
    ...Array.from({ length: 10 }, () => ({})),
    ...Array.from({ length: 4 }, () => ({ conditional: true })),
    ...Array.from({ length: 4 }, () => ({ write: atom })),
    ...Array.from({ length: 3 }, () => ({ write: rdf })),
    ...Array.from({ length: 3 }, () => ({ write: json, conditional: true })),
    ...Array.from({ length: 3 }, () => korean),
    ...Array.from({ length: 3 }, () => ({ plan: { isEdited: true }, conditional: true })),
    ...Array.from({ length: 3 }, () => ({ plan: { isWithdrawn: true } })),
    // 34–36: moved for good, for now, and gone after three days.
    {
      answer: (_now, { path }) => redirect(301, `${path}-new`),
      health: /^ok .*; moved to http:\S+-new: change it in feeds\.yaml/u,
    },
    { answer: (_now, { path }) => redirect(302, `${path}-new`), health: /^ok {7}Paper (?!.*moved)/u },
    {
      answer: (now) => (now >= start + 3 * DAY ? text("", {}, 410) : null),
      taken: ({ published }) => published < start + 3 * DAY - 5 * HOUR,
      health: /^gone {5}.*polled no more/u,
    },
    // 37–40: too many requests, and broken for a day.
    ...Array.from({ length: 2 }, () => ({
      answer: (now: number) =>
        within(now, DAY, 1.5 * DAY) ? text("later", { "retry-after": String(9 * 3_600) }, 429) : null,
      health: /^ok .*; last error .*429/u,
    })),
    ...Array.from({ length: 2 }, () => ({
      answer: (now: number) => (within(now, 2 * DAY, 3 * DAY) ? text("oh", {}, 500) : null),
      health: /^ok .*; last error .*500/u,
    })),
    // 41–44: pages, forbidden pages, pages of which half are missing.
    { ...pages, bodies: whole },
    { ...pages, bodies: whole },
    { ...pages, bodies: summary, health: /^ok .*its page was not read: .*robots\.txt/u },
    {
      ...pages,
      bodies: (article) => (isEven(article) ? whole(article) : summary(article)),
      health: /^ok .*its page was not read: .*404/u,
    },
    // 45–47: one guid for all, no links, the articles of another on another site: documents of its own.
    { options: { sameGuid: true }, health: /^ok .*share an id with another/u },
    { options: { noLinks: true } },
    { of: "01" },
    // 48–60: what must be refused.
    {
      answer: () => () => undefined,
      taken: () => false,
      health: failing("was not there within"),
    },
    {
      answer: () => text(bomb, { "content-encoding": "gzip", "content-type": "application/rss+xml" }),
      taken: () => false,
      health: failing("5 MB"),
    },
    {
      answer: () => redirect(302, `http://127.0.0.1:${secretPort}/secret`),
      taken: () => false,
      health: failing("loopback"),
    },
    {
      answer: () => redirect(302, `http://[::ffff:127.0.0.1]:${secretPort}/secret`),
      taken: () => false,
      health: failing("is a (?:loopback|special) address"),
    },
    { taken: () => false, health: failing("private address") },
    bad(
      '<rss version="2.0"><channel><title>x</title><item><title>a</title><description>He said n',
      "it ends in its middle",
    ),
    bad(
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>',
      "entities of its own",
    ),
    bad(
      `<rss version="2.0"><channel>${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}</channel></rss>`,
      "256 levels deep",
    ),
    bad(`<rss version="2.0"><channel><item a="${"x".repeat(2_000_000)}"/></channel></rss>`, "64 KB"),
    bad("<!doctype html><html><body><p>Not here.</p></body></html>", "a web page, not a feed", "text/html"),
    bad(
      '{"version":"https://jsonfeed.org/version/1.1","items":[',
      "neither RSS nor Atom nor JSON Feed",
      "application/json",
    ),
    bad(
      Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 1, 2]),
      "a PDF, not a text",
      "application/rss+xml",
    ),
    bad(
      Buffer.from('<rss version="2.0"><channel><title>\xff\xfe\x81</title></channel></rss>', "latin1"),
      "not readable as UTF-8",
      "application/rss+xml; charset=utf-8",
    ),
  ];
}

/** Number of the paper whose name leads to a private address. */
export const PRIVATE = "52";

/** Puts sixty papers on a site. */
export function publish(web: WebPeer, clock: { now: number }, start: number, secretPort: number): Paper[] {
  const papers = kindsOf(start, secretPort).map((kind, index) => {
    const number = String(index + 1).padStart(2, "0");
    return paperOf(number, kind, web, clock, start);
  });
  web.on("/robots.txt", (request, response) => {
    const isStrict = request.headers.host?.startsWith("f43.") === true;
    text(`User-agent: *\nDisallow: ${isStrict ? "/f43/a/" : ""}`, { "content-type": "text/plain" })(
      request,
      response,
    );
  });
  return papers;
}

function paperOf(number: string, kind: Kind, web: WebPeer, clock: { now: number }, start: number): Paper {
  const origin = `http://f${kind.of ?? number}.example.com:${web.port}`;
  const path = `/f${number}/feed`;
  const articles = articlesOf({ feed: kind.of ?? number, start, ...kind.plan });
  const asked: number[] = [];
  const usual: WebHandler = (request, response) => {
    const shown = shownAt(articles, clock.now);
    const feed = { origin, title: `Paper ${number}`, now: clock.now, ...kind.options };
    const body = (kind.write ?? rss)(shown, feed);
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 12)}"`;
    if (kind.conditional === true && request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    const type = kind.write === json ? "application/feed+json" : "application/xml";
    text(body, { "content-type": type, etag })(request, response);
  };
  web.on(path, (request, response) => {
    asked.push(clock.now);
    (kind.answer?.(clock.now, { origin, path }) ?? usual)(request, response);
  });
  web.on(`${path}-new`, usual);
  for (const article of articles.filter((one) => one.page !== null)) {
    if (number === "44" && !isEven(article)) continue;
    web.on(article.path, text(page(article, origin)));
  }
  const bodies = kind.bodies ?? ((article) => statesSeen(article, start).map((state) => state.join("\n\n")));
  return {
    number,
    feed: {
      url: `http://f${number}.example.com:${web.port}${path}`,
      title: null,
      outlet: null,
      kind: null,
      language: null,
      fullText: false,
      every: 4 * HOUR,
      ...kind.settings,
    },
    expected: articles
      .filter(({ withdrawn }) => withdrawn === null || withdrawn > start)
      .filter(kind.taken ?? (() => true))
      .map((article) => ({ title: article.title, bodies: bodies(article) })),
    health: kind.health ?? OK,
    asked,
  };
}

/** The states of an article which its feed had between the beginning of the week and its last polls. */
function statesSeen({ states }: Article, start: number): string[][] {
  const end = start + 7 * DAY - 5 * HOUR;
  return states
    .filter(({ from }, index) => from <= end && (states[index + 1]?.from ?? end) > start)
    .map(({ paragraphs }) => paragraphs);
}
