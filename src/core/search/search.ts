import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { withEvidence } from "./evidence.ts";
import { PHRASES_MAX, demandsOf } from "./demands.ts";
import { byDate, passes, type Filters, type Sort } from "./filters.ts";
import type { Hit } from "./index.ts";
import { readQuestion, type Written } from "./question.ts";
import type { ParsedQuery } from "./grammar.ts";
import type { TypedFilters } from "./read-filters.ts";
import { readQuery } from "./read-query.ts";
import { rerank } from "./rerank.ts";
import { snippetOf } from "./snippet.ts";
import type { Passage } from "../passage.ts";

/** UTF-16 units of a query that are read. */
export const MAX_QUERY = 1_000;
/** Best passages that are looked at: nobody turns a hundred pages. */
const MAX_HITS = 500;

/** What a person asks. */
export interface SearchRequest {
  /** In the grammar of `grammar.ts`. */
  query: string;
  /** Beside those in the query; none may be given in both. */
  filters?: TypedFilters;
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
  /** What narrowed the search: the request's filters and those of the query together. */
  filters: Filters;
  /** Whether something was asked for at all; a query of function words alone asks for nothing. */
  searchable: boolean;
}

/**
 * Finds the passages that answer and quotes the best part of each.
 *
 * @throws {UserError} where the query's grammar is broken, or a filter's value is none.
 */
export function search(library: Library, request: SearchRequest): SearchResult {
  const { query, sort = "relevance", offset = 0, limit } = request;
  const { parsed, filters } = readQuery(query, request.filters ?? {}, library);
  const { written, isCut } = writtenIn(parsed, filters);
  const { required, excluded, meets } = demandsOf(parsed, filters, library);
  const question = readQuestion(written, library, required.flat());
  const isFiltered = Object.keys(filters).some((name) => name !== "about");
  const { hits: matched } = library.index.search({
    terms: question.terms,
    required,
    excluded,
    accepts: isFiltered ? (document) => passes(document, filters) : null,
    verify: meets === null ? null : (passage) => meets(wordsOfPassage(library, passage)),
    limit: MAX_HITS,
  });
  const found = withEvidence(rerank(matched, question, library.index), question);
  const hits = sorted(found, sort);
  return {
    total: hits.length,
    excerpts: hits.slice(offset, offset + limit).map((hit) =>
      quote(
        library,
        hit,
        parsed.phrases.map(({ text }) => text),
      ),
    ),
    searchedAlso: [...question.searchedAlso],
    shortened: isCut || question.shortened,
    filters,
    searchable: question.wanted.length > 0,
  };
}

/** What is searched of a query; what is excluded is not. */
function writtenIn(parsed: ParsedQuery, { about }: Filters): { written: Written; isCut: boolean } {
  const { words, phrases, either } = parsed;
  const texts = phrases.map(({ text }) => text.slice(0, MAX_QUERY));
  return {
    written: {
      words: words.slice(0, MAX_QUERY),
      quoted: texts.slice(0, PHRASES_MAX),
      either: either.slice(0, PHRASES_MAX),
      named: about ?? [],
    },
    isCut:
      words.length > MAX_QUERY ||
      phrases.length > PHRASES_MAX ||
      either.length > PHRASES_MAX ||
      phrases.some(({ text }) => text.length > MAX_QUERY),
  };
}

function wordsOfPassage(library: Library, { documentId, start, end }: Passage): string {
  const { document, version } = library.get(documentId)!;
  // The title is shown beside the words, and whoever quotes it means its text.
  return `${document.title}\n${version.body.slice(start, end)}`;
}

function sorted(hits: readonly Hit[], sort: Sort): readonly Hit[] {
  if (sort === "relevance") return hits;
  const compare = byDate(sort);
  return hits.toSorted((a, b) => compare(a.document, b.document));
}

function quote(library: Library, { passage, score, terms }: Hit, phrases: readonly string[]): FoundExcerpt {
  const { document, version } = library.get(passage.documentId)!;
  return {
    excerpt: snippetOf(version, passage, document.language, terms, library.analyser, phrases),
    document,
    score,
  };
}
