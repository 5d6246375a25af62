import { hashBody } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import { OutletBook } from "../core/outlet.ts";
import type { FolderReading } from "../ingest/read-folder.ts";
import type { ReferenceBase } from "../ingest/reference/read.ts";

/** A library that is about to take over. */
export interface Renewal {
  /** Without documents. */
  readonly library: Library;
  /** Called when it has taken over: only then is what it knows what is known. */
  done(): void;
}

/**
 * Tells whether what was read knows other names, records or outlets than what is known, and makes an empty library that
 * knows them; `null` where nothing of that has changed.
 */
export function createRenewal(
  outlets: OutletBook,
  base: ReferenceBase,
  make: (outlets: OutletBook, base: ReferenceBase) => Library,
): (reading: FolderReading) => Renewal | null {
  let known = markOf(outlets, base);
  return (reading) => {
    const book = new OutletBook(reading.outlets);
    const mark = markOf(book, reading.base);
    if (mark === known) return null;
    return {
      library: make(book, reading.base),
      done: () => {
        known = mark;
      },
    };
  };
}

function markOf({ all }: OutletBook, base: ReferenceBase): string {
  return hashBody(JSON.stringify([all, base]));
}
