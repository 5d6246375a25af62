import { isNamed, words } from "./marks.ts";
import { captionAround } from "./captions.ts";
import type { Page, Piece } from "./page.ts";
import { isInside } from "./page.ts";
import { runsOf } from "./text-of.ts";
import { ancestors, isWithin, type PageElement } from "./tree.ts";

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
    if (element !== null && piece.role !== "buttons")
      captions.set(element, captions.get(element) ?? runsOf(element));
    else if (piece.role === "caption" && at <= last + 1) captions.set(piece, [piece.text]);
  }
  return joined(captions);
}

/** A credit that stands beside a caption is its end. */
function joined(captions: ReadonlyMap<PageElement | Piece, string[]>): string[] {
  const all: string[][] = [];
  let before: PageElement | Piece | null = null;
  for (const [at, runs] of captions) {
    const follows =
      "tag" in at &&
      before !== null &&
      "tag" in before &&
      at.parent === before.parent &&
      at.index === before.last + 1;
    const [first = "", ...rest] = runs;
    if (follows && isNamed(at, CREDIT) && !isNamed(before as PageElement, CREDIT))
      all.at(-1)!.push(`${all.at(-1)!.pop()!} ${first}`, ...rest);
    else all.push([...runs]);
    before = at;
  }
  return all.flat();
}

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
