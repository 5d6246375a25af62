import { hashBody } from "../core/document.ts";
import type { Library } from "../core/library.ts";
import { OutletBook } from "../core/outlet.ts";
import type { FolderReading } from "../ingest/read-folder.ts";
import type { ReferenceBase } from "../ingest/reference/read.ts";

/**
 * Tells whether what was read knows other names, records or outlets than what was read before, and makes an empty library
 * that knows them; `null` where nothing of that has changed.
 */
export function createRenewal(
  outlets: OutletBook,
  base: ReferenceBase,
  make: (outlets: OutletBook, base: ReferenceBase) => Library,
): (reading: FolderReading) => Library | null {
  let known = markOf(outlets, base);
  return (reading) => {
    const book = new OutletBook(reading.outlets);
    const mark = markOf(book, reading.base);
    if (mark === known) return null;
    known = mark;
    return make(book, reading.base);
  };
}

function markOf({ all }: OutletBook, base: ReferenceBase): string {
  return hashBody(JSON.stringify([all, base]));
}
