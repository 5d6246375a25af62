import type { Page, Piece } from "./page.ts";
import type { PageElement } from "./tree.ts";

/** Pieces looked at above the headline, and behind the last paragraph. */
const ABOVE = 6;
const BELOW = 12;

/** Most pieces between headline and text: a page can be one endless menu. */
const HEAD_MAX = 60;

/** The pieces around an article that may tell about it. */
export interface Surroundings {
  /** From a little above the headline to the first paragraph. */
  readonly head: readonly Piece[];
  /** Behind the last paragraph, up to where other things begin. */
  readonly tail: readonly Piece[];
  /** Where a byline may stand: below the headline first, then behind the text, then above the headline. */
  readonly byline: readonly Piece[];
  /** The article and a little more, where the page may keep its distance from it. */
  readonly around: readonly Piece[];
}

const ENDS: ReadonlySet<Piece["role"]> = new Set(["comments", "more", "related"]);

/** The surroundings of the paragraphs at these places. */
export function surroundingsOf({ pieces }: Page, headline: PageElement | null, paragraphs: readonly number[]): Surroundings {
  const first = paragraphs[0] ?? pieces.length;
  const last = paragraphs.at(-1) ?? pieces.length - 1;
  const titled = headline === null ? -1 : pieces.findIndex(({ at }) => at >= headline.index);
  const title = titled === -1 || titled > first ? Math.max(0, first - ABOVE) : titled;
  const from = Math.max(title, first - HEAD_MAX);
  const below = pieces.slice(from, first);
  const above = pieces.slice(Math.max(0, from - ABOVE), from);
  const behind = pieces.slice(last + 1, last + 1 + BELOW);
  const stop = behind.findIndex(({ role }) => ENDS.has(role));
  const tail = stop === -1 ? behind : behind.slice(0, stop);
  return {
    head: [...above, ...below],
    tail,
    byline: [...below, ...tail, ...above],
    around: [...below, ...pieces.slice(first, last + 1), ...pieces.slice(last + 1, last + 1 + BELOW * 2)],
  };
}
