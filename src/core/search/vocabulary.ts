import leven from "leven";

/** Letters a word needs to be corrected at all, and to be corrected in two places. */
const ONE_MISTAKE = 4;
const TWO_MISTAKES = 7;

/** The words of all passages with how often they occur, for the correction of words that are none of them. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  /** By first letter and length: a misspelt word nearly always begins right, and few lengths come near. */
  readonly #buckets = new Map<string, string[]>();

  add(word: string): void {
    if (!/^\p{L}{3,}$/u.test(word)) return;
    const count = this.#counts.get(word);
    this.#counts.set(word, (count ?? 0) + 1);
    if (count !== undefined) return;
    const key = bucketOf(word, word.length);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, [word]);
    else bucket.push(word);
  }

  /** The nearest word, of equally near ones the most frequent; `null` where it takes too many changes. */
  nearest(word: string): string | null {
    if (word.length < ONE_MISTAKE || word.length > 40) return null;
    const allowed = word.length < TWO_MISTAKES ? 1 : 2;
    let best: string | null = null;
    let bestRank: readonly [number, number] = [allowed + 1, 0];
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const candidate of this.#buckets.get(bucketOf(word, length)) ?? []) {
        // Two letters exchanged are one slip of the fingers.
        const changes = isExchange(word, candidate)
          ? 1
          : leven(word, candidate, { maxDistance: allowed + 1 });
        const count = this.#counts.get(candidate)!;
        if (changes > allowed || changes > bestRank[0] || (changes === bestRank[0] && count <= bestRank[1]))
          continue;
        best = candidate;
        bestRank = [changes, count];
      }
    }
    return best;
  }
}

function bucketOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
