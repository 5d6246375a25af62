/**
 * The `limit` best by score, best first, equal scores in their order. What is not among them is never sorted: of ten
 * thousand matches a page shows five.
 */
export function bestOf<T extends { readonly score: number; readonly order: number }>(
  all: readonly T[],
  limit: number,
): T[] {
  const compare = (a: T, b: T) => b.score - a.score || a.order - b.order;
  if (all.length <= limit) return all.toSorted(compare);
  // A heap with the worst of the best on top.
  const heap: T[] = [];
  for (const item of all) {
    if (heap.length < limit) {
      heap.push(item);
      up(heap, compare);
    } else if (limit > 0 && compare(item, heap[0]!) < 0) {
      heap[0] = item;
      down(heap, compare);
    }
  }
  return heap.sort(compare);
}

type Compare<T> = (a: T, b: T) => number;

function up<T>(heap: T[], compare: Compare<T>): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at]!, heap[parent]!) <= 0) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function down<T>(heap: T[], compare: Compare<T>): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
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
