import type { OutletBook } from "../../core/outlet.ts";
import { datelineOf } from "../saved-page/dateline.ts";
import { isNamed, words } from "./marks.ts";
import type { Page, Piece } from "./page.ts";
import { ancestors, type PageElement } from "./tree.ts";

/** Pieces looked at above the headline, and behind the last paragraph. */
const ABOVE = 6;
const BELOW = 12;

/** Most pieces between headline and text: a page can be one endless menu. */
const HEAD_MAX = 60;

/** The pieces around an article that may tell about it. */
export interface Surroundings {
  /** A few lines above the headline. */
  readonly above: readonly Piece[];
  /** The lines from the headline to the first paragraph. */
  readonly below: readonly Piece[];
  /** Behind the last paragraph, up to where other things begin. */
  readonly tail: readonly Piece[];
  /** Where a byline may stand: below the headline first, then behind the text, then above the headline. */
  readonly byline: readonly Piece[];
  /** The article and a little more, where the page may keep its distance from it. */
  readonly around: readonly Piece[];
}

const ENDS: ReadonlySet<Piece["role"]> = new Set(["comments", "more", "related"]);

/** The surroundings of the paragraphs at these places. */
export function surroundingsOf(
  page: Page,
  headline: PageElement | null,
  paragraphs: readonly number[],
): Surroundings {
  const { pieces, outlets } = page;
  const first = paragraphs[0] ?? pieces.length;
  const last = paragraphs.at(-1) ?? pieces.length - 1;
  const titled = headline === null ? -1 : pieces.findIndex(({ at }) => at >= headline.index);
  const title = titled === -1 || titled > first ? Math.max(0, first - ABOVE) : titled;
  const from = Math.max(title, first - HEAD_MAX);
  const linesOf = (some: readonly Piece[]) => some.flatMap((piece) => linesIn(piece, outlets));
  const below = linesOf(pieces.slice(from, first));
  const above = linesOf(pieces.slice(Math.max(0, from - ABOVE), from));
  const behind = pieces.slice(last + 1, last + 1 + BELOW);
  const stop = behind.findIndex(({ role }) => ENDS.has(role));
  const tail = linesOf(
    (stop === -1 ? behind : behind.slice(0, stop)).filter((piece) => !isElsewhere(page, piece)),
  );
  return {
    above,
    below,
    tail,
    byline: [...below, ...tail, ...above],
    around: [...below, ...pieces.slice(first, last + 1), ...pieces.slice(last + 1, last + 1 + BELOW * 2)],
  };
}

/** A label can have several lines, each of which says a thing of its own. */
function linesIn(piece: Piece, outlets: OutletBook): Piece[] {
  if (piece.lines.length === 1) return [piece];
  return piece.lines.map((text) => {
    const dateline = datelineOf(text, outlets);
    return { ...piece, text, dateline, role: dateline === null ? piece.role : "dateline" };
  });
}

/** In a box that is not one of the article's own authors. */
function isElsewhere(page: Page, { element }: Piece): boolean {
  const { boxes } = page;
  return [element, ...ancestors(element, null)].some(
    (around) =>
      boxes.has(around) && !AUTHORS.has(around.tag) && !isNamed(around, AUTHORS) && !isFoot(around, page),
  );
}

/** What ends a post, not a page: it stands in one element with the post, and not alone with it. */
function isFoot(element: PageElement, { piecesIn }: Page): boolean {
  return (
    (element.tag === "footer" || isNamed(element, FOOT)) &&
    piecesIn(element) <= FOOT_MAX &&
    POST.test(element.attributes.get("class") ?? "")
  );
}

const FOOT = words("footer");
const FOOT_MAX = 6;
const POST = /\b(?:post|entry|article|story)/iu;

const AUTHORS = words("author authors writer reporter journalist byline header address");
