import { LONG } from "../saved-page/reading.ts";
import { LINKED_MAX, type Page, type Piece } from "./page.ts";
import { ancestors, isWithin, type PageElement } from "./tree.ts";

/** A piece and its place among the pieces of its page. */
export interface Placed {
  readonly piece: Piece;
  readonly at: number;
}

/** Share of the text's prose from which a box can be none of its own. */
const BOX_MAX = 0.3;

/** Share of the text's prose from which what stands with a byline is more than a word about the author. */
const BYLINE_BOX_MAX = 0.15;

/** Weight from which a paragraph shows that a box of links before it is over. */
const AFTER_BOX_MIN = 60;

/** Weight up to which a line can be the heading or the button of an offer. */
const OFFER_MAX = 100;

const OFFER =
  /\b(?:newsletters?|e-?mail alerts?|your inbox|sign up (?:for|to|now|here)|subscribe (?:now|today|here|for|to our|to the)|become a (?:member|subscriber))\b|뉴스레터|구독\s?(?:신청|하기|하세요)|메일링|メールマガジン|ニュースレター|订阅|訂閱|电子报/iu;

/**
 * Places of what stands in boxes within a text that their own words show to be none of it: a heading such as "Related",
 * an offer of a newsletter, a byline.
 */
export function boxedPlaces(page: Page, container: PageElement, inside: readonly Placed[]): Set<number> {
  const boxed = offerBoxes(page, container, inside);
  let open = false;
  let box: PageElement | null = null;
  for (const { piece, at } of inside) {
    if (piece.role === "related" || piece.role === "more") {
      box = boxAround(page, container, piece);
      open = box === null;
    } else if (open && piece.prose && piece.weight >= AFTER_BOX_MIN && piece.linked <= LINKED_MAX)
      open = false;
    if (open || (box !== null && isWithin(piece.element, box))) boxed.add(at);
  }
  return boxed;
}

/** The smallest element around a piece, below the text's, with more than the piece in it; `null` where it is too large. */
function boxAround(page: Page, container: PageElement, { element }: Piece): PageElement | null {
  if (element === container) return null;
  const box = [element, ...ancestors(element, container)].find((around) => page.piecesIn(around) > 1);
  return box !== undefined && page.proseIn(box) < page.proseIn(container) * BOX_MAX ? box : null;
}

/** Places in boxes with the heading or button of an offer, and in those with a byline above the text. */
function offerBoxes(page: Page, container: PageElement, inside: readonly Placed[]): Set<number> {
  const boxes = new Set<PageElement>();
  let text = false;
  for (const { piece } of inside) {
    const byline =
      !text && piece.role === "dateline" && (piece.dateline!.author !== null || piece.dateline!.labelled);
    if (byline || (piece.weight <= OFFER_MAX && OFFER.test(piece.text))) {
      const box = boxAround(page, container, piece);
      const least = page.proseIn(container) * BYLINE_BOX_MAX;
      if (box !== null && (!byline || page.proseIn(box) < least)) boxes.add(box);
    }
    if (piece.prose && piece.weight >= LONG) text = true;
  }
  const boxed = new Set<number>();
  for (const { piece, at } of boxes.size === 0 ? [] : inside) {
    if ([piece.element, ...ancestors(piece.element, container)].some((around) => boxes.has(around)))
      boxed.add(at);
  }
  return boxed;
}
