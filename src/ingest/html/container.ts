import { containerNameOf } from "./marks.ts";
import type { Page, Piece } from "./page.ts";
import { isWithin, type PageElement } from "./tree.ts";

/** Least share of the page's prose that an element must hold to be taken at its word, by what it says that it is. */
const NAMED_MIN = [
  ["text", 0.3],
  ["content", 0.5],
] as const;

/** Least share of the prose in all elements of such a name that one must hold. */
const TOGETHER_MIN = 0.7;

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

/**
 * The innermost element that says that it is the text and has most of what all those that say so have. Where the text is cut
 * into several such elements, none of them is all of it.
 */
function byName({ tree, boxes, proseIn }: Page, all: number): PageElement | null {
  for (const [name, least] of NAMED_MIN) {
    const named = tree.elements.filter((element) => !boxes.has(element) && containerNameOf(element) === name);
    const most = named.reduce((max, element) => Math.max(max, proseIn(element)), 0);
    // In document order an element that lies in another comes after it.
    let end = -1;
    let together = 0;
    for (const element of named) {
      if (element.index <= end) continue;
      together += proseIn(element);
      end = element.last;
    }
    if (most < all * least || most < together * TOGETHER_MIN) continue;
    return named.findLast((element) => proseIn(element) >= most * 0.9) ?? null;
  }
  return null;
}

/** Share of the prose of the longest of several stories that the first one must have. */
const STORY_MIN = 0.3;

function sumsOf(elements: readonly PageElement[], valueOf: (element: PageElement) => number): number[] {
  let sum = 0;
  return [0, ...elements.map((element) => (sum += valueOf(element)))];
}

/** From the root down into the fullest part, as long as hardly anything of the text stays outside. */
function byWeight({ tree, proseIn, pieces }: Page, paragraphs: readonly Piece[]): PageElement {
  const headlines = sumsOf(tree.elements, ({ tag }) => (tag === "h1" ? 1 : 0));
  const headlinesIn = ({ index, last }: PageElement) => headlines[last + 1]! - headlines[index]!;
  let at = tree.root;
  for (;;) {
    const parts = at.children.filter((node): node is PageElement => typeof node !== "string");
    const fullest = parts.reduce<PageElement | null>(
      (best, part) => (best === null || proseIn(part) > proseIn(best) ? part : best),
      null,
    );
    if (fullest === null || proseIn(fullest) === 0 || paragraphs.some(({ element }) => element === fullest))
      return at;
    const [story, ...others] = parts.filter((part) => proseIn(part) >= ARTICLE_MIN && headlinesIn(part) > 0);
    // A page that goes on with other stories when it is scrolled.
    if (story !== undefined && others.length > 0 && proseIn(story) >= proseIn(fullest) * STORY_MIN) {
      at = story;
      continue;
    }
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
