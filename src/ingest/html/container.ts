import { isTextContainer } from "./marks.ts";
import type { Page, Piece } from "./page.ts";
import { isWithin, type PageElement } from "./tree.ts";

/** Least share of the page's prose that an element must hold to be taken at its word that it is the text. */
const NAMED_MIN = 0.5;

/** Share of an element's prose outside its fullest part from which the text is that of the whole element. */
const OUTSIDE_MAX = 0.25;

/** Weight of prose that a page must have so that it can be an article. */
const ARTICLE_MIN = 80;

/** The element that holds the text of the article and as little else as possible; `null` where there is no article. */
export function textContainerOf(page: Page): PageElement | null {
  const all = page.proseIn(page.tree.root);
  const paragraphs = page.pieces.filter((piece) => piece.prose && !piece.aside);
  if (all === 0 || (all < ARTICLE_MIN && paragraphs.length < 2)) return null;
  return byName(page, all) ?? byWeight(page, paragraphs);
}

/** The innermost element that says that it is the text and has most of what all those that say so have. */
function byName({ tree, boxes, proseIn }: Page, all: number): PageElement | null {
  const named = tree.elements.filter((element) => !boxes.has(element) && isTextContainer(element));
  const full = named.filter((element) => proseIn(element) >= all * NAMED_MIN);
  const most = full.reduce((max, element) => Math.max(max, proseIn(element)), 0);
  return full.findLast((element) => proseIn(element) >= most * 0.9) ?? null;
}

/** From the root down into the fullest part, as long as hardly anything of the text stays outside. */
function byWeight({ tree, proseIn, pieces }: Page, paragraphs: readonly Piece[]): PageElement {
  let at = tree.root;
  for (;;) {
    const parts = at.children.filter((node): node is PageElement => typeof node !== "string");
    const fullest = parts.reduce<PageElement | null>(
      (best, part) => (best === null || proseIn(part) > proseIn(best) ? part : best),
      null,
    );
    if (fullest === null || proseIn(fullest) === 0 || paragraphs.some(({ element }) => element === fullest)) return at;
    const outside = proseIn(at) - proseIn(fullest);
    if (outside > proseIn(at) * OUTSIDE_MAX || opensText(at, fullest, pieces)) return at;
    at = fullest;
  }
}

/**
 * Whether the text begins before the part that has most of it: prose between a byline or date and that part. Prose above
 * the byline is a standfirst.
 */
function opensText(whole: PageElement, part: PageElement, pieces: readonly Piece[]): boolean {
  let lined = false;
  for (const piece of pieces) {
    if (!isWithin(piece.element, whole) || piece.aside) continue;
    if (isWithin(piece.element, part)) return false;
    if (piece.role === "dateline") lined = true;
    else if (lined && piece.prose) return true;
  }
  return false;
}
