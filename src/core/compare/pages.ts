import type { Side } from "./compare.ts";

/** A side as a page shows it: its excerpt, and so many of its positions from `first` on. */
export interface Part {
  readonly side: Side;
  /** Whether the excerpt is shown: not where a page goes on with a side from the page before. */
  readonly begins: boolean;
  /** Index of the first position shown. */
  readonly first: number;
  readonly count: number;
}

/** Positions of a side beside others. */
const BESIDE_OTHERS = 2;

/** Whether these parts fit the page of this index. */
export type FitsPage = (parts: readonly Part[], page: number) => boolean;

/**
 * The sides in pages, in their order; an excerpt and the positions beside it stay together. As many sides as can be share a
 * page, each with its best position; where there is room each gets a second one. A side alone shows all it has.
 */
export function pagesOf(sides: readonly Side[], fitsPage: FitsPage): Part[][] {
  if (sides.length === 1) return aloneInPages(sides[0]!, fitsPage);
  const pages: Part[][] = [];
  for (const side of sides) {
    const page = pages.at(-1);
    const part = { side, begins: true, first: 0, count: Math.min(1, side.positions.length) };
    if (page !== undefined && fitsPage([...page, part], pages.length - 1)) page.push(part);
    // The words of others come first: where an excerpt fills the page, its positions are only counted.
    else pages.push([fitsPage([part], pages.length) ? part : { ...part, count: 0 }]);
  }
  return pages.map((page, at) => widened(page, at, fitsPage));
}

/** With second positions for as many sides as there is room for. */
function widened(page: readonly Part[], at: number, fitsPage: FitsPage): Part[] {
  let parts = [...page];
  for (const [index, part] of page.entries()) {
    const count = Math.min(BESIDE_OTHERS, part.side.positions.length);
    const wider = parts.with(index, { ...part, count });
    if (part.count > 0 && fitsPage(wider, at)) parts = wider;
  }
  return parts;
}

function aloneInPages(side: Side, fitsPage: FitsPage): Part[][] {
  const pages: Part[][] = [];
  let first = 0;
  do {
    const begins = pages.length === 0;
    // An excerpt may fill its page; any other page has room for a position.
    let count = begins ? 0 : 1;
    while (first + count < side.positions.length) {
      if (!fitsPage([{ side, begins, first, count: count + 1 }], pages.length)) break;
      count += 1;
    }
    pages.push([{ side, begins, first, count }]);
    first += count;
  } while (first < side.positions.length);
  return pages;
}
