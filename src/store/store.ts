import type { DeskStore } from "../core/desk.ts";
import type { Entry } from "../core/document.ts";
import type { Morpheme } from "../core/search/morphology.ts";

/** What became of a document that was saved. */
export type Saved = "imported" | "revised" | "unchanged" | "refused";

/** Where documents come from: the built-in corpus, a folder, what was imported. Each document belongs to one source. */
export type SourceName = "builtin" | "import" | `folder:${string}`;

/** Documents with all their versions, and actions. Every method is one short transaction. */
export interface Store extends DeskStore {
  /**
   * Saves documents of a source, in order; one is `refused` where its id belongs to another source. With `complete`,
   * documents of the source that are not among them are withdrawn: kept with their versions, but no longer found.
   */
  save(source: SourceName, entries: readonly Entry[], options?: { complete?: boolean }): Promise<Saved[]>;
  /** The documents to be found, each with its newest version, in the order in which they first came. */
  entries(): Promise<Entry[]>;
  /** What an analysis of Korean found in texts, by their hashes. */
  morphemes(analyser: string): Promise<Map<string, readonly Morpheme[]>>;
  /** Keeps what it found in further ones; what another analysis found is forgotten. */
  keepMorphemes(analyser: string, found: ReadonlyMap<string, readonly Morpheme[]>): Promise<void>;
  close(): void;
}
