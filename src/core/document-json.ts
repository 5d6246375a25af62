import type { Document, DocumentVersion } from "./document.ts";
import { sourceJson, type SourceJson } from "./record-json.ts";

/** A document as the command line prints it, with the hash of the words that are shown of it. */
export interface DocumentJson {
  id: string;
  title: string;
  outlet: string | null;
  country: string;
  ownership: string;
  author: string | null;
  date: string | null;
  url: string | null;
  kind: string;
  language: string;
  sha256: string;
  /** What a text of ours rests on; empty for other people's texts. */
  sources: SourceJson[];
}

/** The shape in words, for the help of the command line. */
export const DOCUMENT_SHAPE =
  "{id, title, outlet, country, ownership, author, date, url, kind, language, sha256, " +
  "sources: [{title, publisher, date, url}]}";

/** Turns a document, as it was in this version, into its JSON shape. */
export function documentJson(document: Document, { sha256 }: DocumentVersion): DocumentJson {
  const { id, title, outlet, country, ownership, author, date, url, kind, language, sources } = document;
  return {
    id,
    title,
    outlet,
    country,
    ownership,
    author,
    date,
    url,
    kind,
    language,
    sha256,
    sources: sources.map(sourceJson),
  };
}
