import type { DatedVersion, Document, Entry } from "../../core/document.ts";
import { rankOfSource, type TextSource } from "../../core/text-source.ts";
import type { FeedItemRow } from "../../store/feed-store.ts";
import type { Saved } from "../../store/store.ts";
import { addressesIn, underOwnId } from "../own-id.ts";
import { withKnown } from "../with-known.ts";
import type { Feed } from "./feed.ts";
import type { PollParts } from "./parts.ts";
import type { FeedItem } from "./read-feed.ts";
import { replaces } from "./replaces.ts";
import { isSamePublisher } from "./site.ts";

/** What became of an item's document. `kept`: the store has better words; `refused`: it belongs to somebody else. */
export interface SavedItem {
  outcome: Saved | "kept";
  id: string;
}

/**
 * Saves the document of an item under the id that it has had so far, unless its words are of another site now. No words
 * go into a document of another site, nor lesser words into one that has better ones, and what a person told stays.
 */
export async function saveItem(
  { entry: fresh, textSource }: { entry: Entry; textSource: TextSource },
  item: FeedItem,
  known: FeedItemRow | undefined,
  feed: Feed,
  { store, outlets }: Pick<PollParts, "store" | "outlets">,
): Promise<SavedItem> {
  // A document of a feed alone has no address.
  const isOfOneSite = (document: Document) =>
    isSamePublisher(document.url ?? feed.url, fresh.document.url ?? feed.url, outlets);
  const soFar = isSameItem(item, known) ? known.documentId : null;
  const before = soFar === null ? [] : await store.versions(soFar);
  const last = before.at(-1);
  if (soFar !== null && known?.textSource === "page" && textSource !== "page") {
    return { outcome: "kept", id: soFar };
  }
  const continues = soFar !== null && last !== undefined && isOfOneSite(last.document);
  const id = continues ? soFar : (await underOwnId(fresh, addressesIn(store))).document.id;
  const versions = continues ? before : await store.versions(id);
  const stored = versions.at(-1);
  if (stored !== undefined && !isOfOneSite(stored.document)) return { outcome: "refused", id };
  const source = stored?.textSource ?? null;
  const words = { body: fresh.version.body, source: textSource };
  const hasSameWords = stored?.version.sha256 === fresh.version.sha256;
  if (stored !== undefined && !hasSameWords && !replaces(words, { body: stored.version.body, source })) {
    return { outcome: "kept", id };
  }
  const entry: Entry = {
    document: { ...merged(fresh.document, versions, hasSameWords), id },
    version: { ...fresh.version, documentId: id },
  };
  // What only has better words than before was news then.
  const isNews = stored === undefined ? soFar === null : rankOfSource(textSource) <= rankOfSource(source);
  const [outcome] = await store.save("import", [entry], { announce: isNews, textSource });
  return { outcome: outcome!, id };
}

/** What a person told when importing it stays, then and with every later version; of what feeds told, the newest counts. */
function merged(fresh: Document, versions: readonly DatedVersion[], hasSameWords: boolean): Document {
  const stored = versions.at(-1)?.document;
  if (stored === undefined) return fresh;
  if (versions.every((version) => version.textSource !== undefined)) return withKnown(fresh, stored);
  // Captions stand on the page, which nobody tells.
  const captions = hasSameWords || fresh.captions.length === 0 ? stored.captions : fresh.captions;
  return withKnown({ ...stored, captions }, fresh);
}

/** Some publishers give every item the same id: it is the same item where link or title say so, too. */
function isSameItem(item: FeedItem, known: FeedItemRow | undefined): known is FeedItemRow {
  return (
    known !== undefined && (known.url === item.url || (known.title !== null && known.title === item.title))
  );
}
