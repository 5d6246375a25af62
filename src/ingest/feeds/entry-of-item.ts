import { hashBody, idPart, makeVersion, type Entry, type Kind } from "../../core/document.ts";
import type { OutletBook } from "../../core/outlet.ts";
import type { TextSource } from "../../core/text-source.ts";
import { spaced } from "../space.ts";
import { asLine, documentFrom, type Metadata } from "../metadata.ts";
import { OVERLOADED, isOverloaded } from "../overloaded.ts";
import type { SavedPage } from "../saved-page.ts";
import { furnitureOf } from "../saved-page/furniture.ts";
import { isButtons } from "../saved-page/labels.ts";
import { languageOf } from "../saved-page/language.ts";
import type { Feed } from "./feed.ts";
import { authorIn } from "./item-author.ts";
import type { FeedItem } from "./read-feed.ts";
import { speaksFor } from "./site.ts";

/** The document that an item of a feed becomes, and where its words came from; or why it becomes none. */
export type ItemEntry =
  | { entry: Entry; textSource: TextSource; refused?: undefined }
  | { entry: null; refused: string };

/** Whose words a document has, and where the feed was found in the end, after redirections. */
export interface ItemOrigin {
  feed: Feed;
  from: string;
}

/** UTF-16 units of a title taken from an item, and of one made from the first words of an item without. */
const TITLE_MAX = 500;
const MADE_TITLE_MAX = 80;

/**
 * Makes a document of an item. Its words are those of its page where that was read, else the item's own text, else its
 * summary; what the page shows of itself wins over what the feed says of it, so that an import of the same page gives the
 * same document. The operator's settings win over both, but for a page that calls itself opinion or editorial in a feed of
 * news. Where a feed has words of its own for a page of somebody else's, the document is the feed's: it has neither the
 * page's address nor its outlet, and a note tells of the link.
 */
export function entryOfItem(
  item: FeedItem,
  { feed, from }: ItemOrigin,
  page: SavedPage | null,
  outlets: OutletBook,
): ItemEntry {
  const shown = page !== null && page.paragraphs.length > 0 ? page : null;
  const text = shown === null ? wordsOf(item, outlets) : { ...shown, source: "page" as const };
  const link = shown?.url ?? item.url;
  const speaks = link === null || speaksFor(feed, from, link, outlets);
  const url = shown === null && !speaks ? null : link;
  // What a feed says of somebody else's page is no part of that page.
  const said = shown === null || speaks ? item : null;
  const body = text.paragraphs.join("\n\n");
  const name = shown?.title ?? said?.title ?? null;
  const title = cut(name ?? body, name === null ? MADE_TITLE_MAX : TITLE_MAX);
  if (body.trim() === "" || title === "") return { entry: null, refused: "it has no words" };
  if (isOverloaded(body) || isOverloaded(title)) return { entry: null, refused: OVERLOADED };
  const outlet = outletOf(feed, speaks || url === null, url ?? feed.url, shown, outlets);
  const author = shown?.author ?? (said === null ? null : authorIn(said.authors, outlets));
  const date = shown?.date ?? said?.date ?? null;
  const meta: Metadata = {
    title,
    kind: kindOf(feed.kind, shown?.kind ?? "unknown"),
    language: languageFor(body, feed, said?.language ?? null),
    captions: text.captions.slice(0, 100).flatMap((caption) => asLine(caption) ?? []),
    ...(url === null ? {} : { url }),
    ...(url === null && link !== null ? { notes: [noteOf(feed, link)] } : {}),
    ...(outlet === null ? {} : { outlet }),
    ...(author === null ? {} : { author }),
    ...(date === null ? {} : { date }),
  };
  const host = new URL(feed.url).hostname.replace(/^www\./u, "");
  const own = hashBody(`${feed.url}\n${item.key}`).slice(0, 8);
  const fallback = `${idPart(host, 60) || "feed"}/${date ?? "undated"}-${idPart(title, 80) || "untitled"}-${own}`;
  const document = documentFrom(meta, fallback, outlets);
  return { entry: { document, version: makeVersion(document.id, body) }, textSource: text.source };
}

/** Where one can read on: as words, for as an address it would look like where these words stand. */
function noteOf(feed: Feed, link: string): string {
  const { hostname } = new URL(feed.url);
  return `Words of a feed at ${hostname}, which links to ${link.length > 300 ? new URL(link).hostname : link}`;
}

function wordsOf(item: FeedItem, outlets: OutletBook) {
  const own = (paragraphs: readonly string[]) =>
    paragraphs.filter((text, index) => !(index === 0 && text === item.title) && !isFurniture(text, outlets));
  const content = own(item.content?.paragraphs ?? []);
  return content.length > 0
    ? { source: "content" as const, paragraphs: content, captions: item.content!.captions }
    : { source: "summary" as const, paragraphs: own(item.summary), captions: [] };
}

/** Lines which content systems add to the text of an item. */
function isFurniture(text: string, outlets: OutletBook): boolean {
  if (furnitureOf(text, outlets) !== null || isButtons(text)) return true;
  if (text.length > 400) return false;
  return (
    /^the post .{1,300} (?:appeared first on|first appeared on) .{1,100}$/iu.test(text) ||
    /^(?:continue reading|read more|read the (?:full|whole) (?:story|article))\b.{0,200}$/iu.test(text)
  );
}

/** The outlet at an address; that which the operator set for the feed wins, but on a page of an outlet that it is not. */
function outletOf(
  feed: Feed,
  speaks: boolean,
  url: string,
  page: SavedPage | null,
  outlets: OutletBook,
): string | null {
  const atHost = outlets.atHost(new URL(url).hostname)?.id ?? null;
  const isSet = feed.outlet !== null && (speaks || atHost === null);
  return isSet ? feed.outlet : (atHost ?? page?.outlet?.id ?? null);
}

function kindOf(set: Kind | null, shown: Kind): Kind {
  if (set === null || set === "unknown") return shown;
  return set === "news" && (shown === "opinion" || shown === "editorial") ? shown : set;
}

function languageFor(body: string, feed: Feed, told: string | null): string {
  const written = languageOf(body);
  if (written !== "unknown") return written;
  // Feeds write en-us and worse.
  return feed.language ?? /^[a-z]{2,3}(?![a-z])/u.exec(told?.toLowerCase() ?? "")?.[0] ?? "unknown";
}

/** The text, or as many of its words as fit with an ellipsis behind them. */
function cut(text: string, max: number): string {
  const line = spaced(text.slice(0, max + 1));
  if (text.length <= max) return line;
  const space = line.lastIndexOf(" ", max - 1);
  return `${line
    .slice(0, space < max / 2 ? max - 1 : space)
    .replace(/\p{Cs}$/u, "")
    .trimEnd()}…`;
}
