import { endsInSource } from "../saved-page/caption.ts";
import { isCaptionName, isNamed, namesOf, words } from "./marks.ts";
import { LINKED_MAX, type Page, type Piece } from "./page.ts";
import { ancestors, type PageElement } from "./tree.ts";

/** What a picture is in a page. */
export const PICTURES = words("img picture amp-img");

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
  return (
    named ??
    underPicture(page, piece) ??
    pictureBox(page, piece, chain) ??
    (isWithPicture(page, piece) ? piece.element : null)
  );
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
  // A credit can also be whom the whole text is from.
  if (!isNamed(element, SURE) && !hasPictureBeside(page, element)) return false;
  // Where a box called caption holds prose, the name is of something else.
  return element.tag !== "caption" && isCaptionName(element) && page.proseIn(element) <= WEIGHT_MAX * 3;
}

const SURE = words("caption captions figcaption imgcaption photocaption imagecaption");

/** Whether an element or one not far above it, if small, holds a picture. */
function hasPictureBeside(page: Page, element: PageElement): boolean {
  return [element, ...[...ancestors(element, null)].slice(0, LEVELS_MAX)].some(
    (around) => around.last - around.index <= SIZE_MAX && holds(page, around, PICTURES),
  );
}

/** Whether a picture and all the words of a piece stand in one box, the words in an element of their own. */
function isWithPicture(page: Page, { element, at, weight, linked, prose, text }: Piece): boolean {
  if (
    linked > LINKED_MAX ||
    weight > WEIGHT_MAX ||
    element.last - element.index > SIZE_MAX ||
    page.piecesIn(element) > 1
  )
    return false;
  const picture = find(page, element, PICTURES);
  const around = page.tree.elements[at]!;
  if (picture === null || picture.index >= at || around === element || around === picture) return false;
  // What is next to the picture in a paragraph is more likely its text.
  const holder = [picture, ...ancestors(picture, element)].find((one) => at <= one.last) ?? element;
  if (textIn(holder)) return false;
  return holder !== element
    ? !textIn(element)
    : [...namesOf(element)].some((name) => PICTURE_NAMES.has(name)) && !(prose && text.length > WEIGHT_MAX);
}

const PICTURE_NAMES = words("img image images photo photos picture pic pics media thumb");

function textIn({ children }: PageElement): boolean {
  return children.some((node) => typeof node === "string" && node.trim() !== "");
}

/** A paragraph right below one that holds a picture and no words: where it is centred, or ends in a source. */
function underPicture(page: Page, { element, weight, text }: Piece): PageElement | null {
  const centred =
    /text-align\s?:\s?center/iu.test(element.attributes.get("style")?.slice(0, 500) ?? "") ||
    element.attributes.get("align")?.toLowerCase() === "center";
  if (weight > WEIGHT_MAX || element.parent === null) return null;
  if (!centred && !endsInSource(text, page.outlets)) return null;
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
