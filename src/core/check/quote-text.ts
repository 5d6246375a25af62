import { FUNCTION_WORDS } from "../search/stop-words.ts";
import { wordsOf } from "../search/words.ts";
import { QUOTE_MARKS } from "./characters.ts";
import { foldText } from "./fold.ts";

/** UTF-16 units of a quote that are checked; what is longer is a text, not a quote. */
export const QUOTE_MAX = 2_000;
/** UTF-16 units that are looked at: decomposed Hangul takes three times as many, and a message has words around a quote. */
export const GIVEN_MAX = 8_000;

/** A quote as it is checked. */
export interface Quote {
  /** Without the marks around it. */
  readonly text: string;
  /** As it is compared. */
  readonly folded: string;
  /** Whether it has so few words that many texts may have them. */
  readonly short: boolean;
}

/** Primes after a digit are feet, inches, minutes. */
const AROUND = new RegExp(
  String.raw`^[\s${QUOTE_MARKS}]+|(?:(?<!\p{N})[′″]|[[\s${QUOTE_MARKS}]--[′″]])+$`,
  "gv",
);
/** Marks that platforms put before each line of a quotation; before a number they say how great it is. */
const LINE_MARKS = /^[^\S\n]*(?:>(?![^\S\n]*[\p{N}\p{Sc}])[^\S\n]?)+/gmu;

/** A text as a quote: NFC, marks around it and before its lines left out. */
export function quoteFrom(text: string): Quote {
  const bare = text.normalize("NFC").replace(LINE_MARKS, "").replace(AROUND, "");
  return { text: bare, folded: foldText(bare), short: isShort(bare) };
}

/** Whether it is no quote but a text. */
export function isTooLong({ text }: Quote): boolean {
  return text.length > QUOTE_MAX;
}

/** Whether there is nothing to compare: no letter, no digit. */
export function isWordless({ folded }: Quote): boolean {
  return !/[\p{L}\p{N}]/u.test(folded);
}

const APOSTROPHE = new RegExp(String.raw`(?<=\p{L})[${QUOTE_MARKS}](?=\p{L})`, "gu");

/** Fewer than three words that `counts`; two characters of Hangul, Han or kana are one. */
function isShort(text: string, counts: (folded: string) => boolean = () => true): boolean {
  const words = wordsOf(text.normalize("NFKC").replace(APOSTROPHE, "")).filter(({ folded }) =>
    counts(folded),
  );
  const single = words.filter((word) => word.single).length;
  return words.length - single + single / 2 < 3;
}

const DOTS = String.raw`(?:…|⋯|‥|\.(?:[^\S\n]?\.){2,})+`;
const ELLIPSES = new RegExp(
  String.raw`\s*(?:\[\s*${DOTS}\s*\]|\(\s*${DOTS}\s*\)|（\s*${DOTS}\s*）|${DOTS})\s*`,
  "u",
);

/**
 * The parts between the ellipses of a quote; one where it has none, or none inside. Whether a part is short is told by
 * its words without function words: “and that it was” stands in any text.
 */
export function partsOf({ text }: Quote): Quote[] {
  return text
    .split(ELLIPSES)
    .map(quoteFrom)
    .map((part) => ({ ...part, short: isShort(part.text, (folded) => !FUNCTION_WORDS.has(folded)) }))
    .filter((part) => !isWordless(part));
}

/** Quotations by their marks; a quotation inside another belongs to it. */
const QUOTATION =
  /“[^“”]+”|"[^"]+"|„[^„“”]+[“”]|«[^«»]+»|「[^「」]+」|『[^『』]+』|‘(?:[^‘’]|’(?=[A-Za-z]))+’/gu;

/** The one quotation of three words or more in a text that has words around it; `null` where there is none, or several. */
export function quotationIn(text: string): Quote | null {
  const found = [...text.matchAll(QUOTATION)].filter(([quotation]) => !isShort(quotation));
  if (found.length !== 1) return null;
  const [{ 0: quotation, index }] = found as [RegExpExecArray];
  const outside = text.slice(0, index) + text.slice(index + quotation.length);
  return /[\p{L}\p{N}]/u.test(outside) ? quoteFrom(quotation) : null;
}
