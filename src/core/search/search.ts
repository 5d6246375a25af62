import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { termsOf } from "./analyse.ts";
import { withEvidence } from "./evidence.ts";
import { byDate, passes, type Filters, type Sort } from "./filters.ts";
import type { Hit } from "./index.ts";
import { snippetOf } from "./snippet.ts";

/** Terms of a query that are searched; what comes after them is left out. No query may run long. */
export const MAX_TERMS = 32;
/** UTF-16 units of a query that are read. */
export const MAX_QUERY = 1_000;

/** What a person asks. */
export interface SearchRequest {
  query: string;
  filters?: Filters;
  sort?: Sort;
  /** How many answers to skip, and how many to give. */
  offset?: number;
  limit: number;
}

/** One answer. */
export interface FoundExcerpt {
  excerpt: Excerpt;
  document: Document;
  score: number;
}

/** The answers to a request. */
export interface SearchResult {
  /** Passages that answer, of which `excerpts` are a page. */
  total: number;
  excerpts: FoundExcerpt[];
  /** What was searched beside the query's own words. */
  searchedAlso: string[];
  /** Whether the query was too long and its end was left out. */
  shortened: boolean;
}

/** Whether a query has any word that can be searched. */
export function isSearchable(query: string): boolean {
  return termsOf(query.slice(0, MAX_QUERY)).length > 0;
}

/** Finds the passages that answer and quotes the best part of each. */
export function search(library: Library, request: SearchRequest): SearchResult {
  const { query, filters = {}, sort = "relevance", offset = 0, limit } = request;
  const all = termsOf(query.slice(0, MAX_QUERY));
  const terms = all.slice(0, MAX_TERMS);
  const accepts = (document: Document) => passes(document, filters);
  const hits = sorted(library, withEvidence(library.index.search({ terms, accepts }), terms), sort);
  return {
    total: hits.length,
    excerpts: hits.slice(offset, offset + limit).map((hit) => quote(library, hit)),
    searchedAlso: [],
    shortened: query.length > MAX_QUERY || all.length > MAX_TERMS,
  };
}

function sorted(library: Library, hits: Hit[], sort: Sort): Hit[] {
  if (sort === "relevance") return hits;
  const compare = byDate(sort);
  const documentOf = (hit: Hit) => library.get(hit.passage.documentId)!.document;
  return hits.toSorted((a, b) => compare(documentOf(a), documentOf(b)));
}

function quote(library: Library, { passage, score, terms }: Hit): FoundExcerpt {
  const { document, version } = library.get(passage.documentId)!;
  return { excerpt: snippetOf(version, passage, document.language, terms), document, score };
}
