/** A page of a list: items from `first` up to `next`. */
export interface Page {
  readonly first: number;
  readonly next: number;
  /** Where the page before begins, so that it ends here; `null` on the first page. */
  readonly previous: number | null;
}

/** The page that begins with the item `first`: as many as cost no more than `room`, one at least, at most `max`. */
export function pageAt(first: number, costs: readonly number[], room: number, max: number): Page {
  const next = first + fitting(costs.slice(first), room, max);
  const previous = first === 0 ? null : first - fitting(costs.slice(0, first).toReversed(), room, max);
  return { first, next, previous };
}

function fitting(costs: readonly number[], room: number, max: number): number {
  let left = room;
  let count = 0;
  for (const cost of costs) {
    left -= cost;
    if (count === max || (left < 0 && count > 0)) break;
    count += 1;
  }
  return count;
}
