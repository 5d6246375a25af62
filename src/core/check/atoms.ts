import type { Range } from "../range.ts";
import { FUNCTION_WORDS } from "../search/stop-words.ts";
import { DOUBLE_MARKS, OF_WORD, QUOTE_MARKS, SIGN } from "./characters.ts";
import { foldText } from "./fold.ts";

/** The least that is compared when texts differ: a word, a character of Hangul, Han or kana, or a mark. */
export interface Atom extends Range {
  /** Equal for what counts as the same. */
  readonly key: string;
  /** What it is worth where it stands in both texts; a word is worth 1. */
  readonly weight: number;
  /** Whether it is neither of a word nor of a number. */
  readonly mark: boolean;
  /** Whether it is one character of a word. */
  readonly joined: boolean;
}

/** Stands in a quote for what it leaves out and says so. */
export const ELLIPSIS = "...";

const SCRIPTS = String.raw`[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const UNSEEN = String.raw`\p{Default_Ignorable_Code_Point}`;
const LETTERS = String.raw`[[\p{L}\p{M}\p{N}${UNSEEN}]--${SCRIPTS}]`;

/** In this order: a character, `U.S.`, `2,397`, `can't`, an ellipsis, dashes, any mark. */
const ATOM = new RegExp(
  [
    String.raw`(?<joined>${SCRIPTS}[\p{M}${UNSEEN}]*)`,
    String.raw`(?<word>(?:\p{L}\.){2,}|(?<!\p{N})\p{N}{1,3}(?:[ \u00A0\u2009\u202F]\p{N}{3}(?!\p{N}))+|\p{N}+(?:[.,:·・･٫٬ㆍ]\p{N}+)+|${LETTERS}+(?:[${QUOTE_MARKS}]${LETTERS}+)*)`,
    String.raw`\.(?:\s?\.){2,}|[…⋯]+`,
    String.raw`[\p{Pd}−]+`,
    String.raw`[^\s\p{Cc}]`,
  ].join("|"),
  "gv",
);

const MARK_WEIGHT = 0.1;
const JOINED_WEIGHT = 0.5;
const FUNCTION_WEIGHT = 0.5;

/** As {@link foldText} has it beside these characters. */
function keyOf(found: string, before: string, after: string): string {
  if (DOUBLE_MARKS.test(found) && /\p{N}/u.test(before)) return '"';
  if (SIGN.test(found) && /\p{N}/u.test(after) && !OF_WORD.test(before)) return "−";
  return foldText(found);
}

/** The atoms of a run of a text, in order. */
export function atomsIn(text: string, { start, end }: Range): Atom[] {
  const atoms: Atom[] = [];
  for (const { 0: found, index, groups } of text.slice(start, end).matchAll(ATOM)) {
    const at = start + index;
    const key = keyOf(found, text.slice(Math.max(0, at - 1), at), text.charAt(at + found.length));
    if (key === "") continue;
    const joined = groups!["joined"] !== undefined;
    const mark = !joined && groups!["word"] === undefined;
    const weight = joined
      ? JOINED_WEIGHT
      : mark
        ? MARK_WEIGHT
        : FUNCTION_WORDS.has(key)
          ? FUNCTION_WEIGHT
          : 1;
    atoms.push({
      start: start + index,
      end: start + index + found.length,
      key: mark && /^(?:\.{3,}|⋯+)$/u.test(key) ? ELLIPSIS : key,
      weight,
      joined,
      mark,
    });
  }
  return atoms;
}
