import { spaced } from "../space.ts";
import type { PageElement } from "./tree.ts";

/** A run of text that a page shows as one paragraph or label. */
export interface Block {
  /** The page's characters, white space normalised. Never empty. */
  readonly text: string;
  /** The text cut at its line breaks, and where two words of different elements run into each other. */
  readonly lines: readonly string[];
  /** The innermost block element around it. */
  readonly element: PageElement;
  /** Place in document order, of the last element that began before it. */
  readonly at: number;
  /** Whether words that are not shown stand between it and the block before it. */
  readonly cut: boolean;
  /** Share of its characters, 0 to 1, in links to other pages. */
  readonly linked: number;
  /** Share of its characters, 0 to 1, in inline elements that are boxes by their names. */
  readonly boxed: number;
}

/** Where a piece of text stands. */
export interface Place {
  linked: boolean;
  boxed: boolean;
  /** Inside a row of a table of data, whose cells make one paragraph. */
  row: boolean;
  /** In a text that is cut at block elements alone. */
  whole: boolean;
}

/** Gathers the text of a paragraph until it ends. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  at = 0;
  #lines: string[][] = [[]];
  #from = 0;
  #cut = false;
  #letters = { all: 0, linked: 0, boxed: 0 };
  /** Whether the last thing written was a line break, white space aside. */
  #broken = false;

  write(text: string, place: Place): void {
    const letters = text.replace(/\s+/gu, "").length;
    if (letters > 0) {
      if (this.#letters.all === 0) this.#from = this.at;
      this.#broken = false;
      this.#letters.all += letters;
      if (place.linked) this.#letters.linked += letters;
      if (place.boxed) this.#letters.boxed += letters;
    }
    this.#lines.at(-1)!.push(text);
  }

  /** One line break is a space, two in a row end the paragraph. */
  lineBreak(block: PageElement): void {
    if (this.#broken) this.flush(block);
    else {
      this.#lines.push([]);
      this.#broken = true;
    }
  }

  /** Ends the paragraph where words that are not shown stand. */
  cut(block: PageElement): void {
    this.flush(block);
    this.#cut = true;
  }

  flush(element: PageElement): void {
    const lines = this.#lines.flatMap(unglued).map(spaced);
    const text = spaced(this.#lines.map((parts) => parts.join("")).join(" "));
    const { all, linked, boxed } = this.#letters;
    if (text !== "") {
      this.blocks.push({
        text,
        lines: lines.filter((line) => line !== ""),
        element,
        at: this.#from,
        cut: this.#cut,
        linked: all === 0 ? 0 : linked / all,
        boxed: all === 0 ? 0 : boxed / all,
      });
      this.#cut = false;
    }
    this.#lines = [[]];
    this.#letters = { all: 0, linked: 0, boxed: 0 };
    this.#broken = false;
  }
}

/** A label such as `<a>Jane Doe</a><span>Published: …</span>` shows its parts apart though no white space stands between. */
function unglued(parts: readonly string[]): string[] {
  const lines: string[] = [];
  let glue = "";
  for (const part of parts) {
    const ends = WORD_END.exec(glue)?.[0] ?? "";
    // Year, month and day of a date may stand in elements of their own.
    if (ends !== "" && /^[\p{Lu}\p{Lo}\p{N}]./u.test(part) && !/^\d\d/u.test(ends + part)) lines.push(part);
    else lines.push((lines.pop() ?? "") + part);
    glue = part.slice(-2);
  }
  return lines;
}

/** The last character of two that end a word. */
const WORD_END = /(?<=[\p{L}\p{N}])[\p{L}\p{N})\]]$/u;
