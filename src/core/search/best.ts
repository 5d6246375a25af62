/**
 * The `limit` best by score, best first, equal scores in their order. What is not among them is never sorted: of ten
 * thousand matches a page shows five.
 */
export function bestOf<T extends Scored>(all: readonly T[], limit: number): T[] {
  const best = new Best<T>(limit);
  for (const item of all) if (best.takes(item.score, item.order)) best.add(item);
  return best.sorted();
}

/** Collects them one by one. */
export class Best<T extends Scored> {
  /** A heap with the worst of the best on top, once there are more than `limit`. */
  readonly #heap: T[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether it would be among the best so far: what would not need not be made. */
  takes(score: number, order: number): boolean {
    if (this.#heap.length < this.#limit) return true;
    if (this.#limit === 0) return false;
    const worst = this.#heap[0]!;
    return score > worst.score || (score === worst.score && order < worst.order);
  }

  /** Adds what {@link takes} lets in; the worst goes where there are too many. */
  add(item: T): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(item);
      // Where everything is wanted nothing will ever go.
      if (this.#limit !== Number.POSITIVE_INFINITY) up(heap);
    } else {
      heap[0] = item;
      down(heap);
    }
  }

  /** All that are the best, best first. */
  sorted(): T[] {
    return this.#heap.toSorted(compare);
  }
}

interface Scored {
  readonly score: number;
  readonly order: number;
}

function compare(a: Scored, b: Scored): number {
  return b.score - a.score || a.order - b.order;
}

function up(heap: Scored[]): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at]!, heap[parent]!) <= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function down(heap: Scored[]): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (let child = 2 * at + 1; child <= 2 * at + 2; child += 1) {
      if (child < heap.length && compare(heap[child]!, heap[worst]!) > 0) worst = child;
    }
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: unknown[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b], heap[a]];
}
