/** Numbers terms, and counts in how many passages each occurs. A number is never given to another term. */
export class TermBook {
  readonly #numbers = new Map<string, number>();
  readonly #frequencies: number[] = [];

  /** The numbers of these terms, in order; new terms get one. Each different term counts as one more passage. */
  add(terms: readonly string[]): Uint32Array {
    const tokens = Uint32Array.from(terms, (term) => this.#number(term));
    for (const number of new Set(tokens)) this.#frequencies[number]! += 1;
    return tokens;
  }

  /** Takes back what {@link add} counted. */
  remove(tokens: Uint32Array): void {
    for (const number of new Set(tokens)) this.#frequencies[number]! -= 1;
  }

  numberOf(term: string): number | null {
    const number = this.#numbers.get(term);
    return number === undefined || this.#frequencies[number] === 0 ? null : number;
  }

  frequencyOf(number: number): number {
    return this.#frequencies[number] ?? 0;
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#frequencies.push(0) - 1;
    this.#numbers.set(term, number);
    return number;
  }
}
