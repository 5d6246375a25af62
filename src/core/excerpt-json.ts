import type { Context } from "./command.ts";
import { contextNotesOn } from "./context-notes.ts";
import { DOCUMENT_SHAPE, documentJson, type DocumentJson } from "./document-json.ts";
import type { Document } from "./document.ts";
import { excerptId, type Excerpt } from "./excerpt.ts";
import { SAME_STORY_SHAPE, sameStoryJson, type SameStoryJson } from "./stories/same-story-json.ts";

/** An excerpt as the command line prints it; `text` is the body from `start` to `end`. */
export interface ExcerptJson {
  id: string;
  text: string;
  /** UTF-16 units of the body. */
  start: number;
  end: number;
  /** Matches as `[start, end)` in UTF-16 units of `text`. */
  highlights: [number, number][];
  document: DocumentJson;
  /** What we found of the claims that it shows, in our words. */
  notes: string[];
  /** Other documents with the same text, the earliest first. */
  sameStory: SameStoryJson[];
}

/** The shape in words, for the help of the command line. */
export const EXCERPT_SHAPE =
  `{id, text, start, end, highlights: [[start, end]…], document: ${DOCUMENT_SHAPE}, notes, ` +
  `sameStory: ${SAME_STORY_SHAPE}}`;

/** Turns an excerpt and the document that it is from into their JSON shape. */
export function excerptJson(
  excerpt: Excerpt,
  document: Document,
  ctx: Pick<Context, "library" | "m">,
): ExcerptJson {
  const { text, start, end, highlights, version } = excerpt;
  return {
    id: excerptId(excerpt),
    text,
    start,
    end,
    highlights: highlights.map((match) => [match.start, match.end]),
    document: documentJson(document, version),
    notes: contextNotesOn(excerpt, document, ctx).map((spans) => spans.map((span) => span.text).join("")),
    sameStory: sameStoryJson(document, ctx.library),
  };
}
