/**
 * Remembers the last things seen, so that what a platform delivers twice is answered once. Bounded: a thing can only come
 * again soon after the first time.
 */
export class SeenLately {
  readonly #seen = new Set<string>();
  readonly #size: number;

  /** `size`: how many are remembered. */
  constructor(size = 10_000) {
    this.#size = size;
  }

  /** Whether this is the first time. */
  first(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    if (this.#seen.size > this.#size) {
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    }
    return true;
  }

  /** Takes it back: what was seen was not answered after all. */
  forget(id: string): void {
    this.#seen.delete(id);
  }
}
