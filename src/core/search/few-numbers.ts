/** Marks; more than enough for few numbers to share none. */
const MARKS = 1_024;

/** A few numbers among many that are looked up: that a number is none of them is nearly always told by one mark. */
export class FewNumbers {
  readonly #marks = new Uint8Array(MARKS);
  readonly #places = new Map<number, number>();

  /** Whole numbers from 0; of equal ones the first counts. */
  constructor(numbers: Iterable<number>) {
    let place = 0;
    for (const number of numbers) {
      this.#marks[number % MARKS] = 1;
      if (!this.#places.has(number)) this.#places.set(number, place);
      place += 1;
    }
  }

  /** Where the number stands among them; -1 where it is none of them. */
  placeOf(number: number): number {
    return this.#marks[number % MARKS] === 0 ? -1 : (this.#places.get(number) ?? -1);
  }
}
