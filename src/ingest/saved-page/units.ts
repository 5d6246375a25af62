import { spaced } from "../space.ts";

/**
 * A paragraph or a label of a page: usually one line, several where the page was saved with hard line
 * breaks.
 */
export interface Unit {
  /** The page's characters, white space within a line as one space and none at its ends. */
  readonly text: string;
  /** Number of the run of lines between blank lines it stands in. */
  readonly block: number;
}

/** Widths browsers wrap text at when they save it. */
const WRAPPED_MIN = 50;
const WRAPPED_MAX = 100;

/**
 * The page cut into units, in reading order. Invisible byte-order marks and zero-width spaces at line ends
 * go too.
 */
export function unitsOf(page: string): Unit[] {
  const blocks = blocksOf(page);
  // Two lines may be a headline and its byline; three of the same width, cut in mid-sentence, are a wrapped
  // paragraph.
  const wrapped = blocks.some((lines) => lines.length >= 3 && isWrapped(lines));
  return blocks.flatMap((lines, block) =>
    wrapped && lines.length >= 2 && isWrapped(lines)
      ? [{ text: lines.join("\n"), block }]
      : lines.map((text) => ({ text, block })),
  );
}

/**
 * Whether the text ends as a sentence or a clause of a treaty does; quotation marks and a source may follow
 * the stop.
 */
export function endsSentence(text: string): boolean {
  const end = text.slice(-60);
  return STOP.test(end) || STOP.test(end.replace(/\s?[[(（][^\])）[(（]{1,40}[\])）]$/u, ""));
}

const STOP = /[.!?…;。！？．｡；][\p{Pe}\p{Pf}\p{Pi}"'*]{0,4}$/u;

/**
 * Length in half-width columns, roughly: a Chinese, Japanese or Korean character says as much as two
 * letters.
 */
export function weightOf(text: string): number {
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x2e80) wide += 1;
  return text.length + wide;
}

function blocksOf(page: string): string[][] {
  const blocks: string[][] = [];
  let open = false;
  for (const line of page.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const text = spaced(line);
    if (text === "") open = false;
    else if (open) blocks.at(-1)!.push(text);
    else {
      blocks.push([text]);
      open = true;
    }
  }
  return blocks;
}

function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  return (
    full.every((line) => line.length >= WRAPPED_MIN && line.length <= WRAPPED_MAX) &&
    lines.at(-1)!.length <= WRAPPED_MAX &&
    full.filter((line) => !endsSentence(line)).length * 2 > full.length
  );
}
