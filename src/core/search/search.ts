import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { withEvidence } from "./evidence.ts";
import { demandsOf } from "./demands.ts";
import { byDate, passes, type Filters, type Sort } from "./filters.ts";
import type { Hit } from "./index.ts";
import { readQuestion, type Written } from "./question.ts";
import type { ParsedQuery } from "./grammar.ts";
import type { TypedFilters } from "./read-filters.ts";
import { readQuery } from "./read-query.ts";
import { rerank } from "./rerank.ts";
import { runOf } from "./runs.ts";
import { snippetOf } from "./snippet.ts";
import type { Passage } from "../passage.ts";
import { oneEachStory } from "../stories/one-each.ts";

/** UTF-16 units of a query that are read. */
export const MAX_QUERY = 1_000;
/** Best passages that are looked at: nobody turns a hundred pages. */
const MAX_HITS = 500;
/** Phrases, groups of alternatives, alternatives of each, and excluded words that are taken. */
const GROUPS_MAX = 5;
const ALTERNATIVES_MAX = 5;
const WITHOUT_MAX = 10;

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
  /** Whether every copy of a text answers; else one stands for all of them. */
  copies?: boolean;
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
  /** Whether there may be more of them than `total`. */
  more: boolean;
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
  const { sort = "relevance", offset = 0, limit, copies = false } = request;
  // The newest of all may be among the last by relevance.
  const { found, quoted, more, ...told } = answersTo(library, request, {
    limit: sort === "relevance" ? MAX_HITS : Number.POSITIVE_INFINITY,
  });
  // After the filters: a copy that they let through answers where the others are left out.
  const one = copies
    ? found
    : oneEachStory(found, {
        storyOf: (id) => library.storyOf(id),
        bodyOf: (id) => library.get(id)!.version.body,
      });
  const hits = sorted(one, sort);
  return {
    ...told,
    total: hits.length,
    more,
    excerpts: hits.slice(offset, offset + limit).map(quoted),
  };
}

/** Every passage that answers, before copies are left out and pages are made. */
export interface Answers {
  /** Best first, none of them quoted yet. */
  readonly found: readonly Hit[];
  /** The best part of one of them. */
  quoted(hit: Hit): FoundExcerpt;
  /** Whether there may be more of them. */
  readonly more: boolean;
  readonly searchedAlso: string[];
  readonly shortened: boolean;
  readonly filters: Filters;
  readonly searchable: boolean;
}

/** What is looked at. */
export interface Scope {
  /** How many of the best passages. */
  readonly limit: number;
  /** Ids of the documents that are searched; all where it is absent. */
  readonly among?: ReadonlySet<string>;
}

/**
 * The passages that answer. Whether one does is judged beside the others that are looked at.
 *
 * @throws {UserError} where the query's grammar is broken, or a filter's value is none.
 */
export function answersTo(
  library: Library,
  request: Pick<SearchRequest, "query" | "filters">,
  { limit, among }: Scope,
): Answers {
  const read = readQuery(request.query.normalize("NFC"), request.filters ?? {}, library);
  const { filters } = read;
  const { parsed, isCut } = shortened(read.parsed);
  const written = writtenIn(parsed, filters);
  const { required, excluded, meets } = demandsOf(parsed, filters, library);
  const question = readQuestion(written, library, required.flat());
  const isFiltered = Object.keys(filters).some((name) => name !== "about");
  const { hits: best, matched } = library.index.search({
    terms: question.terms,
    required,
    excluded,
    accepts:
      isFiltered || among !== undefined
        ? (document) => among?.has(document.id) !== false && passes(document, filters)
        : null,
    verify: meets === null ? null : (passage) => meets(wordsOfPassage(library, passage)),
    limit,
  });
  const ranked = rerank(best, question, library.index);
  const found = withEvidence(ranked, question);
  const phrases = parsed.phrases.map(({ text }) => text);
  return {
    found,
    quoted: (hit) => quote(library, hit, phrases),
    // Where the last one that was looked at answers, so may others behind it.
    more: matched > best.length && found.some(({ passage }) => passage === ranked.at(-1)!.passage),
    searchedAlso: [...question.searchedAlso],
    shortened: isCut || question.shortened,
    filters,
    searchable: question.wanted.length > 0,
  };
}

/** A query without what is too much of it: no question may run long. */
function shortened(parsed: ParsedQuery): { parsed: ParsedQuery; isCut: boolean } {
  const phrases = parsed.phrases.filter(({ text }) => runOf(text).length > 0);
  const isCut =
    parsed.words.length > MAX_QUERY ||
    phrases.length > GROUPS_MAX ||
    parsed.without.length > WITHOUT_MAX ||
    parsed.either.length > GROUPS_MAX ||
    parsed.either.some((group) => group.length > ALTERNATIVES_MAX);
  return {
    isCut,
    parsed: {
      ...parsed,
      words: parsed.words.slice(0, MAX_QUERY),
      phrases: phrases.slice(0, GROUPS_MAX),
      without: parsed.without.slice(0, WITHOUT_MAX),
      either: parsed.either.slice(0, GROUPS_MAX).map((group) => group.slice(0, ALTERNATIVES_MAX)),
    },
  };
}

/** What is searched of a query; what is excluded is not. */
function writtenIn({ words, phrases, either }: ParsedQuery, { about }: Filters): Written {
  return {
    // The official number of a resolution is that of the plain one; places stay as they are.
    words: words.includes("/") ? words.replace(/\bS\/RES\/(?=\d)/giu, "      ") : words,
    quoted: phrases.map(({ text }) => text),
    either,
    named: about ?? [],
  };
}

function wordsOfPassage(library: Library, { documentId, start, end }: Passage): string {
  return library.get(documentId)!.version.body.slice(start, end);
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
