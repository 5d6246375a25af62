import { isCaptionName, words } from "./marks.ts";
import type { Page, Piece } from "./page.ts";
import { ancestors, type PageElement } from "./tree.ts";

/** What a picture is in a page. */
const PICTURES = words("img picture amp-img");

/** What a figure may hold besides a picture: then its words are no caption. */
const NO_PICTURE = words(
  "table blockquote pre ul ol video audio iframe amp-video amp-youtube amp-iframe object embed",
);

/** Longest caption in a box that only the picture makes one, and how far up from its words that box is looked for. */
const WEIGHT_MAX = 300;
const LEVELS_MAX = 4;

/** Most elements of such a box. */
const SIZE_MAX = 30;

/**
 * The element all of whose words stand under a picture, for a piece that is among them; `null` for any other piece. Looks
 * below `top` only.
 */
export function captionAround(page: Page, piece: Piece, top: PageElement | null): PageElement | null {
  if (piece.element === top) return null;
  const chain = [piece.element, ...ancestors(piece.element, top)];
  const figure = chain.find(({ tag }) => tag === "figure");
  if (figure !== undefined) return isOtherFigure(page, figure) ? null : figure;
  const named = chain.findLast((element) => isCaptionElement(page, element));
  return named ?? centredUnderPicture(page, piece) ?? pictureBox(page, piece, chain);
}

/** Whether a figure shows something other than a picture, such as a table, a quotation or a film. */
export function isOtherFigure(page: Page, element: PageElement): boolean {
  if (element.tag !== "figure") return false;
  const other = OTHER.get(element) ?? holds(page, element, NO_PICTURE);
  OTHER.set(element, other);
  return other;
}

/** Asked once a figure rather than once a paragraph in it. */
const OTHER = new WeakMap<PageElement, boolean>();

function isCaptionElement(page: Page, element: PageElement): boolean {
  if (element.tag === "figcaption") return true;
  // Where a box called caption holds prose, the name is of something else.
  return element.tag !== "caption" && isCaptionName(element) && page.proseIn(element) <= WEIGHT_MAX * 3;
}

/** A centred paragraph right below one that holds a picture and no words. */
function centredUnderPicture(page: Page, { element, weight }: Piece): PageElement | null {
  const centred =
    /text-align\s?:\s?center/iu.test(element.attributes.get("style")?.slice(0, 500) ?? "") ||
    element.attributes.get("align")?.toLowerCase() === "center";
  if (!centred || weight > WEIGHT_MAX || element.parent === null) return null;
  const before = page.tree.elements[element.index - 1];
  if (before === undefined || !PICTURES.has(before.tag)) return null;
  const above = [before, ...ancestors(before, element.parent)].at(-1)!;
  return page.piecesIn(above) === 0 ? element : null;
}

/** A small box with a picture first and then nothing but this piece. */
function pictureBox(page: Page, piece: Piece, chain: readonly PageElement[]): PageElement | null {
  if (piece.weight > WEIGHT_MAX || /^h\d$/u.test(piece.element.tag)) return null;
  for (const element of chain.slice(1, LEVELS_MAX + 1)) {
    if (element.last - element.index > SIZE_MAX) return null;
    if (page.piecesIn(element) > 1) return null;
    const picture = find(page, element, PICTURES);
    if (picture !== null) return picture.index < piece.at && !holds(page, element, NO_FRAME) ? element : null;
  }
  return null;
}

const NO_FRAME = words("video audio iframe blockquote article");

function holds(page: Page, element: PageElement, tags: ReadonlySet<string>): boolean {
  return find(page, element, tags) !== null;
}

function find({ tree }: Page, { index, last }: PageElement, tags: ReadonlySet<string>): PageElement | null {
  for (let at = index + 1; at <= last; at += 1)
    if (tags.has(tree.elements[at]!.tag)) return tree.elements[at]!;
  return null;
}
