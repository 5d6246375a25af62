import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { termsOf } from "./analyse.ts";
import { withEvidence } from "./evidence.ts";
import { byDate, passes, type Filters, type Sort } from "./filters.ts";
import type { Hit } from "./index.ts";
import { readQuestion } from "./question.ts";
import { snippetOf } from "./snippet.ts";

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
  const question = readQuestion(query.slice(0, MAX_QUERY), library.index, library.lexicon);
  const accepts = (document: Document) => passes(document, filters);
  const found = withEvidence(library.index.search({ terms: question.terms, accepts }), question);
  const hits = sorted(library, found, sort);
  return {
    total: hits.length,
    excerpts: hits.slice(offset, offset + limit).map((hit) => quote(library, hit)),
    searchedAlso: [...question.searchedAlso],
    shortened: query.length > MAX_QUERY || question.shortened,
  };
}

function sorted(library: Library, hits: readonly Hit[], sort: Sort): readonly Hit[] {
  if (sort === "relevance") return hits;
  const compare = byDate(sort);
  const documentOf = (hit: Hit) => library.get(hit.passage.documentId)!.document;
  return hits.toSorted((a, b) => compare(documentOf(a), documentOf(b)));
}

function quote(library: Library, { passage, score, terms }: Hit): FoundExcerpt {
  const { document, version } = library.get(passage.documentId)!;
  return { excerpt: snippetOf(version, passage, document.language, terms, library.lexicon), document, score };
}
