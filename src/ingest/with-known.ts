import type { Document } from "../core/document.ts";

/** The document, with what is not known of it taken from what is known of it elsewhere. Its id and title are its own. */
export function withKnown(document: Document, known: Document): Document {
  const { outletId, outlet, country, ownership } = known;
  const some = <T>(given: T[], before: T[]) => (given.length === 0 ? before : given);
  return {
    ...document,
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
