import type { AnyFeed } from "feedsmith";
import { firstOf, html, plain, present, type Marked, type RawFeed, type RawItem } from "./raw-item.ts";

type FeedOf<F extends AnyFeed["format"]> = Extract<AnyFeed, { format: F }>["feed"];
type AtomFeed = FeedOf<"atom">;
type AtomEntry = NonNullable<AtomFeed["entries"]>[number];
type RssFeed = FeedOf<"rss">;
type RssItem = NonNullable<RssFeed["items"]>[number];
type RdfFeed = FeedOf<"rdf">;
type RdfItem = NonNullable<RdfFeed["items"]>[number];
type JsonFeed = FeedOf<"json">;
type JsonItem = NonNullable<JsonFeed["items"]>[number];

/** A feed of any format in one shape. */
export function rawFeedOf(read: AnyFeed): RawFeed {
  switch (read.format) {
    case "rss":
      return fromRss(read.feed);
    case "rdf":
      return fromRdf(read.feed);
    case "atom":
      return fromAtom(read.feed);
    case "json":
      return fromJson(read.feed);
  }
}

/** https://www.rssboard.org/rss-specification; titles and descriptions may have markup in them. */
function fromRss(feed: RssFeed): RawFeed {
  return {
    title: html(feed.title),
    base: firstOf(feed.link, alternate(feed.atom?.links)),
    language: firstOf(feed.language, feed.dc?.languages?.[0]),
    items: (feed.items ?? []).map((item) => rssItem(item, present(feed.xml?.base))),
  };
}

function rssItem(item: RssItem, bases: string[]): RawItem {
  const { guid, dc, dcterms, atom, media, itunes } = item;
  const isLink = guid?.isPermaLink !== false && /^https?:\/\//iu.test(guid?.value ?? "");
  return {
    id: firstOf(guid?.value, atom?.id),
    link: firstOf(item.link, alternate(atom?.links), isLink ? guid?.value : null),
    bases: [...bases, ...present(item.xml?.base)],
    title: html(firstOf(item.title, dc?.titles?.[0])),
    authors: namesIn(item.authors, dc?.creators, atom?.authors),
    published: firstOf(
      item.pubDate,
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
      dc?.dates?.[0],
      atom?.published,
    ),
    updated: firstOf(atom?.updated, dcterms?.modified?.[0]),
    content: html(item.content?.encoded) ?? (atom?.content === undefined ? null : typed(atom.content)),
    summary: html(firstOf(item.description, media?.description?.value, itunes?.summary)),
    language: firstOf(dc?.languages?.[0], item.xml?.lang),
  };
}

/** RSS 0.90 and 1.0: https://web.resource.org/rss/1.0/spec */
function fromRdf(feed: RdfFeed): RawFeed {
  return {
    title: html(feed.title),
    base: firstOf(feed.link),
    language: firstOf(feed.dc?.languages?.[0]),
    items: (feed.items ?? []).map((item) => rdfItem(item, present(feed.xml?.base))),
  };
}

function rdfItem(item: RdfItem, bases: string[]): RawItem {
  const { dc, dcterms } = item;
  return {
    id: firstOf(item.rdf?.about),
    link: firstOf(item.link, item.rdf?.about),
    bases: [...bases, ...present(item.xml?.base)],
    title: html(item.title),
    authors: namesIn(undefined, dc?.creators, undefined),
    published: firstOf(dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0]),
    updated: firstOf(dcterms?.modified?.[0]),
    content: html(item.content?.encoded),
    summary: html(firstOf(item.description, dc?.descriptions?.[0])),
    language: firstOf(dc?.languages?.[0], item.xml?.lang),
  };
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
function fromAtom(feed: AtomFeed): RawFeed {
  return {
    title: feed.title === undefined ? null : typed(feed.title),
    base: null,
    language: firstOf(feed.xml?.lang),
    items: (feed.entries ?? []).map((entry) => atomItem(entry, feed)),
  };
}

function atomItem(entry: AtomEntry, feed: AtomFeed): RawItem {
  const { content } = entry;
  // Content that is elsewhere, or no text, has no words here.
  const inline = content === undefined || content.src !== undefined ? null : typed(content);
  return {
    id: firstOf(entry.id),
    link: alternate(entry.links),
    bases: present(feed.xml?.base, entry.xml?.base),
    title: entry.title === undefined ? null : typed(entry.title),
    // An entry without authors has those of its feed (section 4.2.1).
    authors: namesIn(entry.authors ?? entry.source?.authors ?? feed.authors, entry.dc?.creators, undefined),
    published: firstOf(entry.published, entry.dc?.dates?.[0]),
    updated: firstOf(entry.updated),
    content: inline,
    summary: entry.summary === undefined ? null : typed(entry.summary),
    language: firstOf(entry.xml?.lang),
  };
}

/** https://www.jsonfeed.org/version/1.1/ */
function fromJson(feed: JsonFeed): RawFeed {
  return {
    title: plain(feed.title),
    base: null,
    language: firstOf(feed.language),
    items: (feed.items ?? []).map((item) => jsonItem(item, feed)),
  };
}

function jsonItem(item: JsonItem, feed: JsonFeed): RawItem {
  return {
    id: firstOf(item.id),
    link: firstOf(item.url),
    bases: [],
    title: plain(item.title),
    authors: namesIn(item.authors ?? feed.authors, undefined, undefined),
    published: firstOf(item.date_published),
    updated: firstOf(item.date_modified),
    content: html(item.content_html) ?? plain(item.content_text),
    summary: plain(item.summary),
    language: firstOf(item.language),
  };
}

/** Atom says of each text what it is (RFC 4287, sections 3.1.1 and 4.1.3.3). */
function typed({ value, type = "text" }: { value?: string; type?: string }): Marked | null {
  if (/^(?:html|xhtml|text\/html|application\/xhtml\+xml)$/iu.test(type)) return html(value);
  return /^(?:text|text\/plain)$/iu.test(type) ? plain(value) : null;
}

/** The link to what a person reads: `alternate`, which is also what a link without `rel` is. */
function alternate(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): string | null {
  const all = (links ?? []).filter(({ rel = "alternate" }) => rel.toLowerCase() === "alternate");
  const page = all.find(({ type = "text/html" }) => /html/iu.test(type));
  return firstOf((page ?? all[0])?.href);
}

function namesIn(
  people: readonly { name?: string }[] | undefined,
  creators: readonly string[] | undefined,
  more: readonly { name?: string }[] | undefined,
): string[] {
  const named = (people ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (named.length > 0) return named;
  if (creators !== undefined && creators.length > 0) return [...creators];
  return (more ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]));
}
