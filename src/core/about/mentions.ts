import type { Document } from "../document.ts";
import type { Excerpt } from "../excerpt.ts";
import type { Library } from "../library.ts";
import { isOwn } from "../own-records.ts";
import type { Passage } from "../passage.ts";
import { NAMED, plainTokens } from "../search/analyse.ts";
import { byDate } from "../search/filters.ts";
import type { Hit, IndexQuery } from "../search/index.ts";
import { snippetOf } from "../search/snippet.ts";
import { wordsOf } from "../search/words.ts";
import { resolutionOf } from "./resolution.ts";
import { lexiconIdsOf, type Subject } from "./subject.ts";

/** Best passages that are looked at. */
const MAX_HITS = 1_000;

/** Where a subject is mentioned; the excerpt is made when it is shown. */
export interface Mention {
  readonly document: Document;
  readonly passage: Passage;
  readonly excerpt: () => Excerpt;
}

/**
 * The best passage of each document that mentions a subject under any of its names, records of ours left out: other
 * people's documents first, the newest before older ones, then our briefings, the best first.
 */
export function mentionsOf(subject: Subject, library: Library): Mention[] {
  const query = queryFor(subject);
  if (query === null) return [];
  const { hits } = library.index.search({ ...query, accepts: isNoRecord, limit: MAX_HITS });
  const best = new Map<string, Hit>();
  for (const hit of hits) if (!best.has(hit.document.id)) best.set(hit.document.id, hit);
  const newer = byDate("newest");
  return [...best.values()]
    .toSorted(
      ({ document: a }, { document: b }) =>
        Number(isOwn(a)) - Number(isOwn(b)) || (isOwn(a) ? 0 : newer(a, b)),
    )
    .map(({ document, passage, terms }) => ({
      document,
      passage,
      excerpt: () => {
        const { version } = library.get(document.id)!;
        return snippetOf(version, passage, document.language, terms, library.analyser);
      },
    }));
}

/** A name as the index knows it; an agreement without one by its number, or by all words of its title. */
function queryFor(subject: Subject): Pick<IndexQuery, "terms" | "required"> | null {
  const names = lexiconIdsOf(subject).map((id) => NAMED + id);
  if (names.length > 0) return { terms: names.map(weighted) };
  const { title } = subject.agreement!;
  const number = resolutionOf(title);
  const words =
    number === null
      ? [...new Set(plainTokens(wordsOf(title.replace(/\s*\(.*$/u, ""))).map(({ term }) => term))].map(
          (term) => [term],
        )
      : [
          [number],
          [...new Set(RESOLUTION.flatMap((form) => plainTokens(wordsOf(form)).map(({ term }) => term)))],
        ];
  return words.length === 0 ? null : { terms: words.flat().map(weighted), required: words };
}

/** What stands beside the number of a resolution: alone it may be a year or a sum. */
const RESOLUTION = ["resolution", "UNSCR", "결의", "决议"];

function weighted(term: string) {
  return { term, weight: 1 };
}

function isNoRecord(document: Document): boolean {
  return !isOwn(document) || document.kind !== "reference";
}
