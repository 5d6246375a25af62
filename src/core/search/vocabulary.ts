import leven from "leven";

/** Letters a word needs to be corrected at all, and to be corrected in two places. */
const ONE_MISTAKE = 4;
const TWO_MISTAKES = 7;
/** Letters a prefix needs. */
const PREFIX_MIN = 3;
const JOINED = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of all passages with how often they occur, for the correction of words that are none of them. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  /** By first letter and length: a misspelt word nearly always begins right, and few lengths come near. */
  readonly #buckets = new Map<string, { words: string[]; letters: number[] }>();
  #order: string[] | null = null;

  add(word: string): void {
    if (!/^\p{L}{3,}$/u.test(word)) return;
    const count = this.#counts.get(word);
    this.#counts.set(word, (count ?? 0) + 1);
    if (count !== undefined) return;
    this.#order = null;
    const key = bucketOf(word, word.length);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, { words: [word], letters: [lettersOf(word)] });
    else {
      bucket.words.push(word);
      bucket.letters.push(lettersOf(word));
    }
  }

  /** Takes back one {@link add}. A word that is left without a count is neither told nor completed. */
  remove(word: string): void {
    const count = this.#counts.get(word);
    if (count !== undefined) this.#counts.set(word, Math.max(0, count - 1));
  }

  /**
   * Words that begin so, the most frequent first: for completing the last word of a question. Nothing below three
   * letters, or two characters of Hangul, Han or kana: that would be half the words there are.
   */
  complete(prefix: string, limit: number, isKnown: (word: string) => boolean = () => true): string[] {
    if (prefix.length < (JOINED.test(prefix) ? 2 : PREFIX_MIN)) return [];
    const words = this.#sorted();
    const count = (word: string) => this.#counts.get(word)!;
    const found: string[] = [];
    for (let at = firstFrom(words, prefix); words[at]?.startsWith(prefix) === true; at += 1)
      if (count(words[at]!) > 0 && isKnown(words[at]!)) found.push(words[at]!);
    return found.sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1)).slice(0, limit);
  }

  /** Sorted when it is first needed after a change: documents come by the thousand, and nobody types in between. */
  #sorted(): readonly string[] {
    this.#order ??= [...this.#counts.keys()].sort();
    return this.#order;
  }

  /** The nearest word, of equally near ones the most frequent; `null` where it takes too many changes. */
  nearest(word: string, isKnown: (word: string) => boolean = () => true): string | null {
    if (word.length < ONE_MISTAKE || word.length > 40) return null;
    const allowed = word.length < TWO_MISTAKES ? 1 : 2;
    let best: string | null = null;
    let bestRank: readonly [number, number] = [allowed + 1, 0];
    const letters = lettersOf(word);
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      const bucket = this.#buckets.get(bucketOf(word, length));
      if (bucket === undefined) continue;
      for (const [at, candidate] of bucket.words.entries()) {
        // Each change takes away one letter and brings one: where more letters differ there is no need to compare.
        if (bitsOf(letters ^ bucket.letters[at]!) > 2 * Math.min(allowed, bestRank[0])) continue;
        // Two letters exchanged are one slip of the fingers.
        const changes = isExchange(word, candidate)
          ? 1
          : leven(word, candidate, { maxDistance: allowed + 1 });
        const count = this.#counts.get(candidate)!;
        if (changes > allowed || changes > bestRank[0] || (changes === bestRank[0] && count <= bestRank[1]))
          continue;
        if (count === 0 || !isKnown(candidate)) continue;
        best = candidate;
        bestRank = [changes, count];
      }
    }
    return best;
  }
}

/** Index of the first word that is not before the prefix. */
function firstFrom(words: readonly string[], prefix: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bucketOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** The letters of a word, a bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
