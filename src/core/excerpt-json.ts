import type { Document, Source } from "./document.ts";
import { excerptId, type Excerpt } from "./excerpt.ts";

/** An excerpt as the command line prints it; `text` is the body from `start` to `end`. */
export interface ExcerptJson {
  id: string;
  text: string;
  /** UTF-16 units of the body. */
  start: number;
  end: number;
  /** Matches as `[start, end)` in UTF-16 units of `text`. */
  highlights: [number, number][];
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

/** Turns an excerpt and the document that it is from into their JSON shape. */
export function excerptJson(excerpt: Excerpt, document: Document): ExcerptJson {
  const { id, title, outlet, country, ownership, author, date, url, kind, language, sources } = document;
  return {
    id: excerptId(excerpt),
    text: excerpt.text,
    start: excerpt.start,
    end: excerpt.end,
    highlights: excerpt.highlights.map(({ start, end }) => [start, end]),
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
      sources,
    },
  };
}
