import { excerptOf, type Excerpt } from "./excerpt.ts";
import { halvesOf } from "./halves.ts";

/**
 * The excerpt, or its parts where one quote cannot hold it: cut between words, with the highlights each has. A single
 * character is never cut, however long.
 */
export function piecesOf(excerpt: Excerpt, fits: (piece: Excerpt) => boolean): Excerpt[] {
  if (fits(excerpt)) return [excerpt];
  const { version, text, start, highlights } = excerpt;
  const halves = halvesOf(text);
  if (halves === null) return [excerpt];
  return halves.flatMap((part) =>
    piecesOf(
      excerptOf(
        version,
        start + part.start,
        start + part.end,
        highlights.map((mark) => ({ start: mark.start - part.start, end: mark.end - part.start })),
      ),
      fits,
    ),
  );
}
