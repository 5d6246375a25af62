import type { Range } from "../range.ts";

/** A quotation, marks included, and what stands inside it without white space around; that may be empty. */
export interface Quotation extends Range {
  readonly inside: Range;
}

/** A name with a colon and something directly behind it. */
export interface Named {
  readonly typed: string;
  /** Where the value begins. */
  readonly value: number;
}

/** Straight and curly marks that open a quotation, and what closes each. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
  "『": "』",
};
/** Brackets behind which a word begins. Not all of `\p{Ps}`: that has quotation marks. */
const OPENING_BRACKET = /[([{<（［｛＜〔【《〈]/u;
/** What clings to a word of a sentence and is not part of it. Not the full stop, which `U.S.` needs. */
const CLINGING = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}',;:!?…、。，；：！？]/u;
const SPACE = /\s/u;
const MINUS = /[-\u2212]/u;

/** Whether a token may begin here: nothing or white space comes before. */
export function beginsToken(text: string, at: number): boolean {
  return at === 0 || SPACE.test(text[at - 1]!);
}

/** Whether a token may end here: nothing or white space comes next. */
export function endsToken(text: string, at: number): boolean {
  return at >= text.length || SPACE.test(text[at]!);
}

/** The first place from here on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && SPACE.test(text[next]!)) next += 1;
  return next;
}

/** The first place from here on that is white space, or the end. */
export function nextSpace(text: string, at: number): number {
  let end = at;
  while (!endsToken(text, end)) end += 1;
  return end;
}

/** End of the plain word that begins here: white space, or the quotation in brackets that it runs into. */
export function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (!endsToken(text, end) && !opensInBracket(text, end)) end += 1;
  return end;
}

function opensInBracket(text: string, at: number): boolean {
  return Object.hasOwn(CLOSING, text[at]!) && OPENING_BRACKET.test(text[at - 1]!);
}

/** Whether a quotation mark at this place would open: where a word begins. The one in `5"` is text. */
export function mayOpen(text: string, at: number): boolean {
  return beginsToken(text, at) || OPENING_BRACKET.test(text[at - 1]!);
}

/** The quotation whose opening mark stands here; `null` where none does. */
export function quotationAt(text: string, at: number): Quotation | "unclosed" | null {
  const mark = text[at];
  if (mark === undefined || !Object.hasOwn(CLOSING, mark)) return null;
  const close = text.indexOf(CLOSING[mark]!, at + 1);
  if (close === -1) return "unclosed";
  const start = skipSpace(text, at + 1);
  let end = close;
  while (end > start && SPACE.test(text[end - 1]!)) end -= 1;
  return { start: at, end: close + 1, inside: { start, end } };
}

/** Whether a minus sign here takes away what stands behind it: `-word` does, `a - b`, `--` and `->` do not. */
export function isMinus(text: string, at: number): boolean {
  if (!MINUS.test(text[at]!) || at + 1 >= text.length) return false;
  return Object.hasOwn(CLOSING, text[at + 1]!) || isWord(String.fromCodePoint(text.codePointAt(at + 1)!));
}

/** The name before a colon that begins here. White space or a slash behind the colon make both text: `https://…`. */
export function nameAt(text: string, at: number): Named | null {
  const match = /^([A-Za-z]{2,20})[:：](?=[^\s/])/u.exec(text.slice(at, at + 22));
  return match === null ? null : { typed: match[1]!, value: at + match[0].length };
}

/** Whether there is anything to search for: a letter or a digit. */
export function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A word of a sentence without the brackets, commas and question marks around it. */
export function withoutClinging(text: string, { start, end }: Range): Range {
  let first = start;
  let last = end;
  while (first < last && CLINGING.test(text[first]!)) first += 1;
  while (last > first && CLINGING.test(text[last - 1]!)) last -= 1;
  return { start: first, end: last };
}
