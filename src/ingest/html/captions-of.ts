import { isNamed, visibilityOf, words } from "./marks.ts";
import { captionAround, PICTURES } from "./captions.ts";
import type { Page, Piece } from "./page.ts";
import { isInside } from "./page.ts";
import { runsOf, textOf } from "./text-of.ts";
import { ancestors, isWithin, type PageElement, type PageTree } from "./tree.ts";

/**
 * The words under the pictures of an article, in reading order: of those in its text, and of those between its headline and
 * its text.
 */
export function captionsOf(
  page: Page,
  headline: PageElement | null,
  container: PageElement | null,
  paragraphs: readonly number[],
): string[] {
  if (container === null || paragraphs.length === 0) return [];
  const own = new Set(paragraphs);
  const last = paragraphs.at(-1)!;
  const whole = articleAround(container);
  const from = Math.min(headline?.index ?? container.index, container.index, whole?.index ?? container.index);
  const captions = new Map<PageElement | Piece, string[]>();
  for (const [at, piece] of page.pieces.entries()) {
    if (
      own.has(at) ||
      piece.at < from ||
      piece.element.index > container.last ||
      isAside(page, piece, container)
    )
      continue;
    const element = captionAround(page, piece, isWithin(piece.element, container) ? container : null);
    if (element !== null && (OFFERS.has(piece.role) || isLinkCard(page, piece, element))) continue;
    if (element !== null) captions.set(element, captions.get(element) ?? runsOf(element));
    else if (piece.role === "caption" && at <= last + 1) captions.set(piece, [piece.text]);
  }
  return joined(page, captions);
}

/** Share of a line in links from which it is a link, and what cards say that lead to another story. */
const ONLY_LINK = 0.85;
const LEADS_ON =
  /(?:\b(?:read (?:more|on|the full story)|continue reading)|더\s?보기|続きを読む|阅读全文)\W{0,3}$/iu;

/** A link to another story in a figure of its own: it has no caption, and no picture or "Read more" at its end. */
function isLinkCard({ tree }: Page, { linked }: Piece, element: PageElement): boolean {
  if (linked < ONLY_LINK) return false;
  const card = CARDS.get(element) ?? leadsOn(tree, element);
  CARDS.set(element, card);
  return card;
}

/** Asked once an element rather than once a line in it. */
const CARDS = new WeakMap<PageElement, boolean>();

function leadsOn(tree: PageTree, element: PageElement): boolean {
  const inside = tree.elements.slice(element.index, element.last + 1);
  if (inside.some(({ tag }) => tag === "figcaption")) return false;
  return !inside.some(({ tag }) => PICTURES.has(tag)) || LEADS_ON.test(textOf(element).slice(-60));
}

/** What else can stand under a picture, or in a figure, without being about it. */
const OFFERS: ReadonlySet<Piece["role"]> = new Set(["buttons", "notice", "related", "more", "comments"]);

/** A credit that stands right behind a caption is its end. */
function joined(page: Page, captions: ReadonlyMap<PageElement | Piece, string[]>): string[] {
  const all: string[][] = [];
  let before: PageElement | Piece | null = null;
  for (const [at, runs] of captions) {
    const gap = before === null ? null : gapBetween(page, before, at);
    const caption = all.at(-1)?.at(-1);
    const [first = "", ...rest] = runs;
    if (gap !== null && caption !== undefined) all.at(-1)!.splice(-1, 1, `${caption}${gap}${first}`, ...rest);
    else all.push([...runs]);
    before = at;
  }
  return all.flat();
}

/** The white space between a caption and its credit; `null` where the second is not the credit of the first. */
function gapBetween({ tree }: Page, before: PageElement | Piece, at: PageElement | Piece): string | null {
  if (!("tag" in before) || !("tag" in at) || at.parent === null || at.parent !== before.parent) return null;
  if (at.index !== before.last + 1 || !isNamed(at, CREDIT) || isNamed(before, CREDIT)) return null;
  // Words that are not shown stand between any others.
  if (tree.elements.slice(before.index, at.last + 1).some((one) => visibilityOf(one) === "hidden"))
    return null;
  const between = textBefore(at);
  if (between.trim() !== "") return null;
  return between === "" && !BLOCK.has(at.tag) && !BLOCK.has(before.tag) ? "" : " ";
}

/** The text between an element and the element before it in their parent. */
function textBefore(element: PageElement): string {
  const parent = element.parent!;
  let texts = TEXTS.get(parent);
  if (texts === undefined) {
    texts = new Map();
    let text = "";
    for (const node of parent.children) {
      if (typeof node === "string") text += node;
      else {
        texts.set(node, text);
        text = "";
      }
    }
    TEXTS.set(parent, texts);
  }
  return texts.get(element) ?? "";
}

/** Read once a parent: it can hold any number of captions. */
const TEXTS = new WeakMap<PageElement, Map<PageElement, string>>();

const BLOCK = words("div p figcaption td li dd");
const CREDIT = words("credit credits photocredit source attribution");

function articleAround(container: PageElement): PageElement | null {
  return [container, ...ancestors(container, null)].find(({ tag }) => tag === "article") ?? null;
}

/** In a box of other stories, adverts and the like; a header is where the first picture stands. */
function isAside(page: Page, piece: Piece, container: PageElement): boolean {
  const top = isWithin(piece.element, container) ? container : null;
  return isInside(
    piece,
    top,
    (element) => page.boxes.has(element) && element.tag !== "header" && !isWithin(container, element),
  );
}
