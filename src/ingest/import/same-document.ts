import { makeVersion, type Document, type Entry } from "../../core/document.ts";
import type { Store } from "../../store/store.ts";

/**
 * The entry under the id of an imported document that has the very same words, where there is one. For what has no
 * address: its id is made of outlet, date and title, which may be told better the second time. What the new entry does
 * not know stays as it was known.
 */
export async function underKnownId(
  entry: Entry,
  store: Pick<Store, "idWithWords" | "versions">,
): Promise<Entry> {
  const id = await store.idWithWords("import", entry.version.sha256);
  const known = id === null ? undefined : (await store.versions(id)).at(-1);
  if (id === null || known === undefined) return entry;
  return {
    document: withKnown(entry.document, known.document),
    version: makeVersion(id, entry.version.body),
  };
}

function withKnown(document: Document, known: Document): Document {
  const { outletId, outlet, country, ownership } = known;
  const some = <T>(given: T[], before: T[]) => (given.length === 0 ? before : given);
  return {
    ...document,
    id: known.id,
    ...(document.outlet === null ? { outletId, outlet, ownership } : {}),
    ...(document.outlet === null && document.country === "unknown" ? { country } : {}),
    author: document.author ?? known.author,
    date: document.date ?? known.date,
    url: document.url ?? known.url,
    kind: document.kind === "unknown" ? known.kind : document.kind,
    language: document.language === "unknown" ? known.language : document.language,
    topics: some(document.topics, known.topics),
    captions: some(document.captions, known.captions),
    notes: some(document.notes, known.notes),
    sources: some(document.sources, known.sources),
    links: some(document.links, known.links),
  };
}
