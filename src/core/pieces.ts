import { excerptOf, type Excerpt } from "./excerpt.ts";
import { graphemeSnap } from "./grapheme.ts";

/**
 * The excerpt, or its parts where one quote cannot hold it: cut between words, with the highlights each has. A single
 * character is never cut, however long.
 */
export function piecesOf(excerpt: Excerpt, fits: (piece: Excerpt) => boolean): Excerpt[] {
  if (fits(excerpt)) return [excerpt];
  const { version, text, start, highlights } = excerpt;
  const half = Math.ceil(text.length / 2);
  const space = text.slice(0, half).search(/\s\S*$/u);
  const snap = graphemeSnap(text);
  const first = snap.shrink({ start: 0, end: space > half / 2 ? space : half });
  const gap = /^\s*/u.exec(text.slice(first.end))![0].length;
  const second = snap.widen({ start: first.end + gap, end: text.length });
  if (first.end === 0 || second.start === second.end) return [excerpt];
  return [first, second].flatMap((part) =>
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
