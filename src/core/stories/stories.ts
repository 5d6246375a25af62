/** Which documents have one text, as the store told it. */
export class Stories {
  readonly #storyOf = new Map<string, string>();
  readonly #membersOf = new Map<string, Set<string>>();

  /** Puts a document into a story, or into none; it leaves the one that it was in. */
  set(documentId: string, story: string | undefined): void {
    this.remove(documentId);
    if (story === undefined) return;
    this.#storyOf.set(documentId, story);
    const members = this.#membersOf.get(story) ?? new Set();
    this.#membersOf.set(story, members.add(documentId));
  }

  /** Takes a document out of its story. */
  remove(documentId: string): void {
    const story = this.#storyOf.get(documentId);
    if (story === undefined) return;
    this.#storyOf.delete(documentId);
    const members = this.#membersOf.get(story)!;
    members.delete(documentId);
    if (members.size === 0) this.#membersOf.delete(story);
  }

  /** The story of a document; `null` where it is in none. */
  of(documentId: string): string | null {
    return this.#storyOf.size === 0 ? null : (this.#storyOf.get(documentId) ?? null);
  }

  /** The other documents of its story, in no order. */
  othersOf(documentId: string): string[] {
    const story = this.of(documentId);
    return story === null ? [] : [...this.#membersOf.get(story)!].filter((id) => id !== documentId);
  }
}
