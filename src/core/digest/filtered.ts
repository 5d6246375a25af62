import type { Entry } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import type { Passage } from "../passage.ts";
import { demandsOf } from "../search/demands.ts";
import { passes } from "../search/filters.ts";
import { readQuery } from "../search/read-query.ts";
import { openingOf } from "./opening.ts";

/** A document and its opening, still to be quoted. */
export interface Opening {
  readonly entry: Entry;
  readonly opening: () => Excerpt;
}

/**
 * What a query lets through that only narrows, such as `outlet:Xinhua kind:official -trade`: a search has no words to rank
 * by, but who subscribes to it wants all of it. `null` where the query asks for something.
 *
 * @throws {UserError} where the query's grammar is broken, or a filter's value is none.
 */
export function matchingFilters(
  query: string,
  among: ReadonlySet<string>,
  library: Library,
): readonly Opening[] | null {
  const { parsed, filters } = readQuery(query.normalize("NFC"), {}, library);
  const { words, phrases, either, without } = parsed;
  const asks = words.trim() !== "" || phrases.length > 0 || either.length > 0 || filters.about !== undefined;
  if (asks || (Object.keys(filters).length === 0 && without.length === 0)) return null;
  const { excluded, meets } = demandsOf(parsed, filters, library);
  const isExcluded = passagesWith(excluded, among, library);
  return [...among].flatMap((id) => {
    const entry = library.get(id)!;
    if (!passes(entry.document, filters)) return [];
    const { body } = entry.version;
    const opening = openingOf(
      entry,
      (passage) => !isExcluded(passage) && meets?.(body.slice(passage.start, passage.end)) !== false,
    );
    return opening === null ? [] : [{ entry, opening }];
  });
}

function passagesWith(
  terms: readonly string[],
  among: ReadonlySet<string>,
  { index }: Library,
): (passage: Passage) => boolean {
  if (terms.length === 0) return () => false;
  const { hits } = index.search({
    terms: terms.map((term) => ({ term, weight: 1 })),
    accepts: ({ id }) => among.has(id),
    limit: Number.POSITIVE_INFINITY,
  });
  const keyOf = ({ documentId, start }: Passage) => `${start} ${documentId}`;
  const found = new Set(hits.map(({ passage }) => keyOf(passage)));
  return (passage) => found.has(keyOf(passage));
}
