import type { Messages } from "../../messages/messages.ts";
import type { Document } from "../document.ts";
import { UserError } from "../errors.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { lastDay } from "../partial-date.ts";
import { answersTo } from "../search/search.ts";
import { byDateThenId } from "../stories/in-order.ts";
import { matchingFilters, type Opening } from "./filtered.ts";
import type { NewDocument } from "./new-document.ts";
import { openingOf } from "./opening.ts";

/** One text that is new, whatever the number of documents that have it. */
export interface NewsItem {
  readonly document: Document;
  /** Its best excerpt; made when it is shown, since of ten thousand items ten are. */
  excerpt(): Excerpt;
}

/** What of the news a subscription wants. */
export interface Matches {
  /** In the order in which they are shown. */
  readonly items: readonly NewsItem[];
  /** New documents that match, copies of one text each counted. */
  readonly matched: number;
  /** New documents that there are. */
  readonly of: number;
  /** What was searched beside the query's own words. */
  readonly searchedAlso: readonly string[];
  /** Whether the query was too long and its end was left out. */
  readonly shortened: boolean;
  /** Why the query cannot be searched, as where an outlet is not known any more; `null` where it can. */
  readonly mistake: ((m: Messages) => string) | null;
}

/**
 * The news that match a query, one item for each text: the best answer first; without a query, or with one that only
 * narrows, the newest first, each with its opening sentences. What the library does not have is no news.
 */
export function matchesAmong(news: readonly NewDocument[], query: string | null, library: Library): Matches {
  const added = new Map<string, number>();
  for (const { document, addedSeq } of news) {
    const isQuotable = library.get(document.id) !== null;
    if (isQuotable) added.set(document.id, addedSeq);
  }
  const nothing = {
    items: [],
    matched: 0,
    of: added.size,
    searchedAlso: [],
    shortened: false,
    mistake: null,
  };
  if (added.size === 0) return nothing;
  try {
    return {
      ...nothing,
      ...(query === null ? everything(added, library) : answering(query, added, library)),
    };
  } catch (error) {
    if (error instanceof UserError) return { ...nothing, mistake: error.say };
    throw error;
  }
}

type Added = ReadonlyMap<string, number>;

function answering(query: string, added: Added, library: Library): Partial<Matches> {
  const among = new Set(added.keys());
  const openings = matchingFilters(query, among, library);
  if (openings !== null) return opened(openings, added, library);
  const { found, quoted, searchedAlso, shortened } = answersTo(
    library,
    { query },
    { limit: Number.POSITIVE_INFINITY, among },
  );
  // The first of a document is its best.
  const best = new Map<string, (typeof found)[number]>();
  for (const hit of found) if (!best.has(hit.document.id)) best.set(hit.document.id, hit);
  const ranked = [...best.values()].toSorted(
    (a, b) => b.score - a.score || newestFirst(added)(a.document, b.document),
  );
  const items = ranked.map((hit) => itemOf(hit.document, () => quoted(hit).excerpt));
  // Of copies that answer equally well the first that was published, as in a search.
  const scores = new Map(ranked.map(({ document, score }) => [document.id, score]));
  const isBetter = (one: NewsItem, other: NewsItem) =>
    scores.get(one.document.id) === scores.get(other.document.id) && isEarlier(one, other);
  return { items: oneEach(items, library, isBetter), matched: best.size, searchedAlso, shortened };
}

function everything(added: Added, library: Library): Partial<Matches> {
  const openings = [...added.keys()].flatMap((id) => {
    const entry = library.get(id)!;
    const opening = openingOf(entry);
    return opening === null ? [] : [{ entry, opening }];
  });
  return opened(openings, added, library);
}

function opened(openings: readonly Opening[], added: Added, library: Library): Partial<Matches> {
  const compare = newestFirst(added);
  const items = openings
    .map(({ entry, opening }) => itemOf(entry.document, opening))
    .toSorted((a, b) => compare(a.document, b.document));
  return { items: oneEach(items, library, isEarlier), matched: items.length };
}

/** Quoted once, however often it is tried whether it fits. */
function itemOf(document: Document, quote: () => Excerpt): NewsItem {
  let made: Excerpt | null = null;
  return { document, excerpt: () => (made ??= quote()) };
}

function isEarlier(one: NewsItem, other: NewsItem): boolean {
  return byDateThenId(one.document, other.document) < 0;
}

/** One item for each story, at the place of its first: that one, or a copy that stands better for all. */
function oneEach(
  items: readonly NewsItem[],
  library: Library,
  isBetter: (one: NewsItem, other: NewsItem) => boolean,
): NewsItem[] {
  const byStory = new Map<string, NewsItem>();
  for (const item of items) {
    const key = library.storyOf(item.document.id) ?? item.document.id;
    const other = byStory.get(key);
    // A key that is there already keeps its place.
    if (other === undefined || isBetter(item, other)) byStory.set(key, item);
  }
  return [...byStory.values()];
}

/** The items without those whose text some of the news (by their numbers) had already. */
export function itemsBut(
  shown: ReadonlySet<number>,
  { items, news, library }: Pick<Matches, "items"> & { news: readonly NewDocument[]; library: Library },
): readonly NewsItem[] {
  const storyOf = ({ id }: Document) => library.storyOf(id) ?? id;
  const told = new Set(
    news.filter(({ addedSeq }) => shown.has(addedSeq)).map(({ document }) => storyOf(document)),
  );
  return items.filter(({ document }) => !told.has(storyOf(document)));
}

/** Undated documents come last, those of one day in the order in which they came, the latest first. */
function newestFirst(added: Added): (a: Document, b: Document) => number {
  return (a, b) => {
    const [day, other] = [a, b].map(({ date }) => (date === null ? "" : lastDay(date)));
    return day === other ? added.get(b.id)! - added.get(a.id)! : day! < other! ? 1 : -1;
  };
}
