import type { Entry } from "../../core/document.ts";
import type { Overruled } from "../../ingest/with-told.ts";
import type { Saved } from "../../store/store.ts";

/** What became of a document. */
export interface Kept {
  saved: Saved;
  /** Where it went, or why it did not. */
  detail: string;
  /** As it is kept. */
  entry: Entry;
  /** Where what was told before wins over what the file says. */
  overruled?: readonly Overruled[];
  /** Why it is no news for digests, although it should be; absent where it is, or need not be. */
  noNews?: string | null;
}

/** Puts documents where they belong. */
export interface Keeper {
  /** `identified`: whether the document has an id or address of its own. */
  keep(entry: Entry, identified: boolean): Promise<Kept>;
  close(): void;
}
