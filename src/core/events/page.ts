import { REPLY_MAX, costOfAll } from "../budget.ts";
import { strong, type Block, type Span } from "../reply.ts";

/** Events on one page: each has a button, beside those that turn the page. */
const EVENTS_MAX = 10;

/** An item of a list, and the heading it stands under; `null` where it needs none. */
export interface GroupedItem {
  readonly group: string | null;
  readonly spans: readonly Span[];
}

/** Lists of the items, each run of one group under its heading. */
export function listsOf(items: readonly GroupedItem[]): Block[] {
  const runs: { group: string | null; spans: (readonly Span[])[] }[] = [];
  for (const { group, spans } of items) {
    const last = runs.at(-1);
    if (last !== undefined && last.group === group) last.spans.push(spans);
    else runs.push({ group, spans: [spans] });
  }
  return runs.flatMap(({ group, spans }): Block[] => [
    ...(group === null ? [] : [{ type: "text" as const, spans: [strong(group)] }]),
    { type: "list", items: spans },
  ]);
}

/** Where a page that begins at `first` ends, and where the one before it begins, so that it ends at `first`. */
export interface PageBorders {
  readonly next: number;
  readonly previous: number;
}

/**
 * As many of `total` items as fit one reply, one at least. `blocksOf` gives all blocks of a page `[first, next)`.
 */
export function bordersOf(
  first: number,
  total: number,
  blocksOf: (first: number, next: number) => readonly Block[],
): PageBorders {
  const fits = (from: number, to: number) => costOfAll(blocksOf(from, to)) <= REPLY_MAX;
  let next = Math.min(first + EVENTS_MAX, total);
  while (next > first + 1 && !fits(first, next)) next -= 1;
  let previous = Math.max(0, first - EVENTS_MAX);
  while (previous < first - 1 && !fits(previous, first)) previous += 1;
  return { next, previous };
}
