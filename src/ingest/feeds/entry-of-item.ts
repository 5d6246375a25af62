import { hashBody, idPart, makeVersion, type Entry, type Kind } from "../../core/document.ts";
import type { OutletBook } from "../../core/outlet.ts";
import type { TextSource } from "../../store/feed-store.ts";
import { documentFrom, type Metadata } from "../metadata.ts";
import { OVERLOADED, isOverloaded } from "../overloaded.ts";
import type { SavedPage } from "../saved-page.ts";
import { furnitureOf } from "../saved-page/furniture.ts";
import { isButtons } from "../saved-page/labels.ts";
import { languageOf } from "../saved-page/language.ts";
import type { Feed } from "./feed.ts";
import { authorIn } from "./item-author.ts";
import type { FeedItem } from "./read-feed.ts";

/** The document that an item of a feed becomes, and where its words came from; or why it becomes none. */
export type ItemEntry =
  | { entry: Entry; textSource: TextSource; refused?: undefined }
  | { entry: null; refused: string };

/** UTF-16 units of a title taken from an item, and of one made from the first words of an item without. */
const TITLE_MAX = 500;
const MADE_TITLE_MAX = 80;

/**
 * Makes a document of an item. Its words are those of its page where that was read, else the item's own text, else its
 * summary; what the page shows of itself wins over what the feed says of it, so that an import of the same page gives the
 * same document. The operator's settings win over both, but for a page that calls itself opinion or editorial in a feed of
 * news. `id` is that of the document which the item has been so far.
 */
export function entryOfItem(
  item: FeedItem,
  feed: Feed,
  page: SavedPage | null,
  outlets: OutletBook,
  id: string | null = null,
): ItemEntry {
  const text = wordsOf(item, page, outlets);
  const body = text.paragraphs.join("\n\n");
  const title = cut(page?.title ?? item.title ?? body, item.title === null ? MADE_TITLE_MAX : TITLE_MAX);
  if (body.trim() === "" || title === "") return { entry: null, refused: "it has no words" };
  if (isOverloaded(body) || isOverloaded(title)) return { entry: null, refused: OVERLOADED };
  const url = page?.url ?? item.url;
  const outlet = outletOf(feed, url, page, outlets);
  const author = page?.author ?? authorIn(item.authors, outlets);
  const date = page?.date ?? item.date;
  const meta: Metadata = {
    title,
    kind: kindOf(feed.kind, page?.kind ?? "unknown"),
    language: languageFor(body, feed, item),
    captions: text.captions.slice(0, 100),
    ...(id === null ? {} : { id }),
    ...(url === null ? {} : { url }),
    ...(outlet === null ? {} : { outlet }),
    ...(author === null ? {} : { author }),
    ...(date === null ? {} : { date }),
  };
  const publisher = idPart(new URL(feed.url).hostname.replace(/^www\./u, ""), 60) || "feed";
  const own = hashBody(`${feed.url}\n${item.key}`).slice(0, 8);
  const fallback = `${publisher}/${date ?? "undated"}-${idPart(title, 80) || "untitled"}-${own}`;
  const document = documentFrom(meta, fallback, outlets);
  return { entry: { document, version: makeVersion(document.id, body) }, textSource: text.source };
}

function wordsOf(item: FeedItem, page: SavedPage | null, outlets: OutletBook) {
  if (page !== null && page.paragraphs.length > 0) {
    return { source: "page" as const, paragraphs: page.paragraphs, captions: page.captions };
  }
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

function outletOf(
  feed: Feed,
  url: string | null,
  page: SavedPage | null,
  outlets: OutletBook,
): string | null {
  if (feed.outlet !== null) return feed.outlet;
  // Feeds bring what others publish, too: the feed's own host tells the outlet only of what has no other.
  return (outlets.atHost(new URL(url ?? feed.url).hostname) ?? page?.outlet ?? null)?.id ?? null;
}

function kindOf(set: Kind | null, shown: Kind): Kind {
  if (set === null || set === "unknown") return shown;
  return set === "news" && (shown === "opinion" || shown === "editorial") ? shown : set;
}

function languageFor(body: string, feed: Feed, item: FeedItem): string {
  const written = languageOf(body);
  if (written !== "unknown") return written;
  // Feeds write en-us and worse.
  return feed.language ?? /^[a-z]{2,3}(?![a-z])/u.exec(item.language?.toLowerCase() ?? "")?.[0] ?? "unknown";
}

/** The text, or as many of its words as fit with an ellipsis behind them. */
function cut(text: string, max: number): string {
  const line = text
    .slice(0, max + 1)
    .replace(/\s+/gu, " ")
    .trim();
  if (text.length <= max) return line;
  const space = line.lastIndexOf(" ", max - 1);
  return `${line
    .slice(0, space < max / 2 ? max - 1 : space)
    .replace(/\p{Cs}$/u, "")
    .trimEnd()}…`;
}
