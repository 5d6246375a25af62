/**
 * What `load` gives for each item, in the order of the items, with up to `ahead` of them on the way at a time.
 *
 * `load` must not reject: what it gives for later items would have nobody to go to.
 */
export async function* readAhead<T, R>(
  items: readonly T[],
  ahead: number,
  load: (item: T) => Promise<R>,
): AsyncGenerator<[T, R]> {
  const under: [T, Promise<R>][] = [];
  for (const item of items) {
    under.push([item, load(item)]);
    if (under.length < ahead) continue;
    const [first, result] = under.shift()!;
    yield [first, await result];
  }
  for (const [item, result] of under) yield [item, await result];
}
