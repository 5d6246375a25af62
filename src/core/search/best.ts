/**
 * The `limit` best by score, best first, equal scores in their order. What is not among them is never sorted: of ten
 * thousand matches a page shows five.
 */
export function bestOf<T extends Scored>(all: readonly T[], limit: number): T[] {
  if (all.length <= limit) return all.toSorted(compare);
  // A heap with the worst of the best on top.
  const heap: T[] = [];
  for (const item of all) {
    if (heap.length < limit) {
      heap.push(item);
      up(heap);
    } else if (limit > 0 && compare(item, heap[0]!) < 0) {
      heap[0] = item;
      down(heap);
    }
  }
  return heap.sort(compare);
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
