import type { TermBook } from "./term-book.ts";

/** Digits of a key, as few as the alphabet allows. */
const RADIX = 36;

/**
 * What MiniSearch knows terms by: a letter for the field, and the term's number. MiniSearch keeps keys in a radix tree and
 * looks through all children of a node for the next character, of which Korean and Chinese have thousands and numbers 36.
 */
export class TermKeys {
  readonly #letter: string;
  readonly #book: TermBook;

  /** `letter`: one that no other field has. */
  constructor(letter: string, book: TermBook) {
    this.#letter = letter;
    this.#book = book;
  }

  /** Key of a term; `null` where no passage has it. */
  keyOf(term: string): string | null {
    const number = this.#book.numberOf(term);
    return number === null ? null : this.#key(number);
  }

  /** Keys of the terms of these numbers, a line each. */
  linesOf(tokens: Uint32Array): string {
    return Array.from(tokens, (number) => this.#key(number)).join("\n");
  }

  #key(number: number): string {
    return this.#letter + number.toString(RADIX);
  }
}
