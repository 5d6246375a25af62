import type { DeskStore } from "../core/desk.ts";
import type { Entry } from "../core/document.ts";
import type { Morpheme } from "../core/search/morphology.ts";
import type { TextSource } from "../core/text-source.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { FeedStore } from "./feed-store.ts";
import type { TenantStore } from "./tenant-store.ts";

/**
 * What became of a document that was saved. `revised`: it has other words, or an imported one another headline, than before;
 * `updated`: only what else is known of it is other.
 */
export type Saved = "imported" | "revised" | "updated" | "unchanged" | "refused";

/** Where documents come from: the built-in corpus, a folder, what was imported. Each document belongs to one source. */
export type SourceName = "builtin" | "import" | `folder:${string}`;

/** How documents are saved. */
export interface SaveOptions {
  /** Documents of the source that are not among those saved are withdrawn: kept with their versions, no longer found. */
  complete?: boolean;
  /** With `complete`: ids of documents that the source has beside those saved. */
  present?: readonly string[];
  /** Whether they are news for digests. */
  announce?: boolean;
  /** Where a feed had their words from; absent where no feed brought them. */
  textSource?: TextSource;
}

/** What was saved or withdrawn after a change of this number. */
export interface Changes {
  /** Number of the last change told; ask for what came after it next. */
  seq: number;
  changed: Entry[];
  /** Ids of documents that are no longer to be found. */
  withdrawn: string[];
}

/** Documents with all their versions, feeds, actions, subscriptions and deliveries, tenants. Every method is one short transaction. */
export interface Store extends DeskStore, FeedStore, DeliveryStore, TenantStore {
  /**
   * Saves documents of a source, in order; one is `refused` where its id belongs to another source.
   */
  save(source: SourceName, entries: readonly Entry[], options?: SaveOptions): Promise<Saved[]>;
  /**
   * Places up to `limit` documents that were saved before there were stories, the oldest first, and tells how many are
   * left. Each save places a few as well; those whose story becomes another one count as changed.
   */
  catchUpStories(limit: number): Promise<number>;
  /** The documents to be found, each with its newest version, in the order in which they first came. */
  entries(): Promise<Entry[]>;
  /** Number of the last change. */
  lastChange(): Promise<number>;
  /** What changed after the change `seq`, `limit` documents at most, in the order of the changes. */
  changesSince(seq: number, limit: number): Promise<Changes>;
  /** Ids of the documents of a source whose newest versions have these words, in the order in which they first came. */
  idsWithWords(source: SourceName, sha256: string): Promise<string[]>;
  /** What an analysis of Korean found in texts, by their hashes. */
  morphemes(analyser: string): Promise<Map<string, readonly Morpheme[]>>;
  /** The same for these hashes alone; texts that were not analysed are left out. */
  morphemesOf(analyser: string, hashes: readonly string[]): Promise<Map<string, readonly Morpheme[]>>;
  /** Keeps what it found in further ones; what another analysis found is forgotten. */
  keepMorphemes(analyser: string, found: ReadonlyMap<string, readonly Morpheme[]>): Promise<void>;
  /** Number of the last version that came before a time (milliseconds since 1970); 0 where none did. */
  newsCursorAt(time: number): Promise<number>;
  /** Forgets actions after 90 days, and 400 days after the end of a delivery what became of it; done at the opening too. */
  forgetOld(): Promise<void>;
  close(): void;
}
