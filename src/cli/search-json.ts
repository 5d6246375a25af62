import type { Context } from "../core/command.ts";
import { excerptJson, type ExcerptJson } from "../core/excerpt-json.ts";
import type { SearchResult } from "../core/search/search.ts";

/** The answer to a query as `korea search --json` prints it. */
export interface SearchJson {
  query: string;
  searchedAlso: string[];
  /** How many excerpts answer; `excerpts` holds the first of them. */
  total: number;
  tookMs: number;
  excerpts: (ExcerptJson & { score: number })[];
}

/** Turns an answer into its JSON shape. `tookMs` is how long the search took. */
export function toJson(
  query: string,
  { searchedAlso, total, excerpts }: SearchResult,
  tookMs: number,
  ctx: Pick<Context, "library" | "m">,
): SearchJson {
  return {
    query,
    searchedAlso,
    total,
    tookMs: Math.round(tookMs * 1_000) / 1_000,
    excerpts: excerpts.map(({ excerpt, document, score }) => {
      const { document: source, ...words } = excerptJson(excerpt, document, ctx);
      return { ...words, score, document: source };
    }),
  };
}
