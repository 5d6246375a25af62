import stringWidth from "string-width";

/** A run of text in one style. */
export interface Piece {
  readonly text: string;
  readonly style: "plain" | "bold" | "dim" | "mark" | "underline" | "removed" | "inserted";
}

/** A word with the spaces after it. */
const WORD = /\S+\s*|\s+/gu;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Breaks pieces into lines of at most `width` terminal columns: between words, or inside one that is wider than a line.
 * Hangul and Han take two columns. Nothing is dropped: the lines put together are the pieces put together, but for
 * the line ends in the text. Spaces may hang over the edge.
 */
export function wrap(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const newLine = () => {
    lines.push([]);
    used = 0;
  };
  const put = (text: string, style: Piece["style"]) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last?.style === style) line[line.length - 1] = { text: last.text + text, style };
    else line.push({ text, style });
    used += stringWidth(text);
  };
  for (const word of wordsOf(pieces)) {
    if (word === "\n") {
      newLine();
      continue;
    }
    const bare = stringWidth(
      word
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    );
    if (used > 0 && used + bare > width) newLine();
    for (const { text, style } of word) {
      if (bare <= width) put(text, style);
      else {
        for (const { segment } of graphemes.segment(text)) {
          if (used > 0 && used + stringWidth(segment) > width) newLine();
          put(segment, style);
        }
      }
    }
  }
  return lines;
}

/** Words across the borders of pieces, so that a highlight inside a word does not become a place to break it. */
function wordsOf(pieces: readonly Piece[]): (Piece[] | "\n")[] {
  const words: (Piece[] | "\n")[] = [];
  let open: Piece[] | null = null;
  for (const { text, style } of pieces) {
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) {
        words.push("\n");
        open = null;
      }
      for (const [word] of line.matchAll(WORD)) {
        const goesOn: Piece[] | null = open !== null && !/\s$/u.test(open.at(-1)!.text) ? open : null;
        if (goesOn === null) {
          open = [{ text: word, style }];
          words.push(open);
        } else goesOn.push({ text: word, style });
      }
    }
  }
  return words;
}
