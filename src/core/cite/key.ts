import { hashBody } from "../document.ts";

/**
 * The key by which a bibliography knows a document: `event/hanoi-summit-2019` gives `event:hanoi-summit-2019`. ASCII, as
 * BibTeX wants it, and always the same for an id. An id that a key cannot hold whole leaves what can be held, and a hash
 * that tells it apart.
 */
export function citationKey(documentId: string): string {
  const key = documentId.replace(/\//gu, ":");
  if (/^[\w.:-]+$/u.test(key)) return key;
  const ascii = key
    .normalize("NFKD")
    .replace(/[^\w.:-]+/gu, "")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/giu, "");
  return `${ascii === "" ? "document" : ascii}-${hashBody(documentId).slice(0, 8)}`;
}
