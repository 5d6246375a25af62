import { graphemesIn } from "./graphemes.ts";
import { DOUBLE_MARKS, SIGN, foldCharacter, type Sort } from "./characters.ts";
import type { Range } from "../range.ts";

/** A text as it is compared, and where each UTF-16 unit of it comes from. */
export interface Folded {
  readonly text: string;
  /** For each unit, the user-perceived character of the source that it is part of. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stands where words on both sides do not follow each other; no folded text has it. */
const GAP = "\u0000";

/**
 * The ranges of a text as they are compared, one after the other: case, Unicode form, kinds of quotation marks and
 * dashes folded, but for double marks after a digit (5′ is not 5″) and for a minus before a number; white space once, and only where it parts words or numbers: none beside Hangul, Han, kana or marks;
 * nothing that is not seen. Between ranges stands a space, as between words. `null` is a gap that nothing spans.
 */
export function fold(source: string, ranges: readonly (Range | null)[]): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let last: Sort = "space";
  let space = false;
  // Whether the last character is a dash that is a minus if a digit comes next.
  let sign = false;

  const push = (text: string, start: number, end: number) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  const add = (start: number, end: number) => {
    const character = source.slice(start, end);
    const { text: folded, sort } = foldCharacter(character);
    const text = last === "digit" && !space && DOUBLE_MARKS.test(character) ? '"' : folded;
    if (text === "") return;
    if (sort === "space") {
      space = true;
      return;
    }
    if (sort === "dash" && last === "dash") ends[ends.length - 1] = end;
    else {
      if (sort === "digit" && sign && !space) parts[parts.length - 1] = "−";
      if (space && parts.length > 0 && tells(last, sort)) push(" ", ends.at(-1)!, start);
      push(text, start, end);
    }
    sign = sort === "dash" && last !== "dash" && (space || !isOfWord(last)) && SIGN.test(character);
    space = false;
    last = sort;
  };

  const begin = () => {
    space = true;
    // Dashes of two paragraphs are not one.
    if (last === "dash") last = "mark";
  };

  for (const range of ranges) {
    if (range === null) {
      parts.push(GAP);
      starts.push(-1);
      ends.push(-1);
      last = "space";
      space = false;
      continue;
    }
    begin();
    for (const { start, end } of graphemesIn(source, range)) add(start, end);
  }
  return { text: parts.join(""), starts, ends };
}

function isWord(sort: Sort): boolean {
  return sort === "letter" || sort === "digit";
}

function isOfWord(sort: Sort): boolean {
  return isWord(sort) || sort === "joined";
}

/** Whether a space between characters of these sorts tells: “a part” is not “apart”, “3. 5” not “3.5”. */
function tells(before: Sort, after: Sort): boolean {
  return (
    (isWord(before) && isWord(after)) ||
    (before === "digit" && after === "separator") ||
    (before === "separator" && after === "digit")
  );
}

/** A text alone as it is compared. */
export function foldText(text: string): string {
  return fold(text, [{ start: 0, end: text.length }]).text;
}
