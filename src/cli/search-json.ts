import type { Source } from "../core/document.ts";
import type { SearchResult } from "../core/search/search.ts";
import { excerptId } from "../core/excerpt.ts";

/** The answer to a query as `korea search --json` prints it; `text` is the body from `start` to `end`. */
export interface SearchJson {
  query: string;
  searchedAlso: string[];
  /** How many excerpts answer; `excerpts` holds the first of them. */
  total: number;
  tookMs: number;
  excerpts: ExcerptJson[];
}

interface ExcerptJson {
  id: string;
  text: string;
  /** UTF-16 units of the body. */
  start: number;
  end: number;
  /** Matches as `[start, end)` in UTF-16 units of `text`. */
  highlights: [number, number][];
  score: number;
  document: {
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
    sources: readonly Source[];
  };
}

/** Turns an answer into its JSON shape. `tookMs` is how long the search took. */
export function toJson(
  query: string,
  { searchedAlso, total, excerpts }: SearchResult,
  tookMs: number,
): SearchJson {
  return {
    query,
    searchedAlso,
    total,
    tookMs: Math.round(tookMs * 1_000) / 1_000,
    excerpts: excerpts.map(({ excerpt, document, score }) => {
      const { id, title, outlet, country, ownership, author, date, url, kind, language } = document;
      return {
        id: excerptId(excerpt),
        text: excerpt.text,
        start: excerpt.start,
        end: excerpt.end,
        highlights: excerpt.highlights.map(({ start, end }) => [start, end]),
        score,
        document: {
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
          sha256: excerpt.version.sha256,
          sources: document.sources,
        },
      };
    }),
  };
}
