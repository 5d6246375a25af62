import { blocksOf } from "./blocks.ts";
import type { Page, Piece } from "./page.ts";
import type { PageElement } from "./tree.ts";

/** The words an element shows, its paragraphs parted by a space. */
export function textOf(element: PageElement): string {
  return blocksOf(element)
    .map(({ text }) => text)
    .join(" ");
}

/** The pieces that stand in an element. */
export function piecesIn(page: Page, { index, last }: PageElement): Piece[] {
  return page.pieces.filter(({ element }) => element.index >= index && element.index <= last);
}

/** Letters and digits alone, in lower case: what is the same in two ways of writing a headline. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
