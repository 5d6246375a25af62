import { JOINED, OF_WORD, UNSEEN, UNSPACED } from "./characters.ts";

/** What joins letters to one word: apostrophes, hyphens and what stands for one, but no dash between clauses. */
const JOINT = /['’ʼ‘`´＇\-‐‑‒–−﹣－_@&]/u;
/** What joins digits to one number, date or time. */
const NUMBER_JOINT = /[.,:/\-‐‑‒–−~．，：～〜∼·・･٫٬ㆍ]/u;
/** What belongs to the number after it, and to the one before it. */
const BEFORE_NUMBER = /[\p{Sc}+＋\-‐‑‒–−－﹣±#＃№<>＜＞≤≥≈~～〜∼]/u;
const AFTER_NUMBER = /[\p{Sc}%‰°℃℉％+＋′″]/u;
const CURRENCY = /\p{Sc}/u;
/** What groups the digits of a number by threes; a year before a number is none of them. */
const GROUP_SPACE = /[ \u00A0\u2009\u202F]/u;
const GROUPS_BEFORE = /(?<!\p{N})\p{N}{1,3}(?:[ \u00A0\u2009\u202F]\p{N}{3})*$/u;
const GROUP_AFTER = /^\p{N}{3}(?!\p{N})/u;
/** What turns the Chinese word after it into its opposite; ICU parts them. */
const NEGATION = /[不没沒未非无無]/u;
const DIGIT = /\p{N}/u;
/** UTF-16 units on either side of a place by which words without spaces are told apart. */
const AROUND = 60;

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * Whether a place in a text lies inside a word or a number: whoever quotes from there does not quote the word. `can|'t`,
 * `non-|nuclear`, `비핵화|를`, `1|,000` and `$|5` are inside; what is not seen does not part them.
 */
export function isInsideWord(text: string, at: number): boolean {
  const before = previous(text, at);
  const after = next(text, at);
  if (before === null || after === null) return false;
  const [a, b] = [before.character, after.character];
  if (OF_WORD.test(a) && OF_WORD.test(b)) {
    if (!UNSPACED.test(a) && !UNSPACED.test(b)) return true;
    return DIGIT.test(a) || DIGIT.test(b) || NEGATION.test(a) || isInsideRun(text, at);
  }
  if (isInsideGroups(text, before, after)) return true;
  if (DIGIT.test(b) && BEFORE_NUMBER.test(a)) return true;
  if (DIGIT.test(a) && AFTER_NUMBER.test(b)) return true;
  // `HK|$5`.
  if (OF_WORD.test(a) && CURRENCY.test(b) && DIGIT.test(next(text, after.at + b.length)?.character ?? ""))
    return true;
  if (OF_WORD.test(a)) return joins(a, b, next(text, after.at + b.length)?.character);
  if (OF_WORD.test(b)) return joins(previous(text, before.at)?.character, a, b);
  return false;
}

/** `10| 000` and `10 |000`. */
function isInsideGroups(text: string, before: At, after: At): boolean {
  const space = GROUP_SPACE.test(after.character)
    ? after
    : GROUP_SPACE.test(before.character)
      ? before
      : null;
  if (space === null) return false;
  return (
    GROUPS_BEFORE.test(text.slice(Math.max(0, space.at - AROUND), space.at)) &&
    GROUP_AFTER.test(text.slice(space.at + 1, space.at + 5))
  );
}

function joins(before: string | undefined, joint: string, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (!OF_WORD.test(before) || !OF_WORD.test(after)) return false;
  if (DIGIT.test(before) && DIGIT.test(after)) return NUMBER_JOINT.test(joint) || JOINT.test(joint);
  // `U.S` of `U.S.`, `korea.net`: a full stop ends a sentence where a capital or a space comes next.
  if (joint === ".") return /[\p{Ll}\p{N}]/u.test(after) || /^\p{Lu}{2}$/u.test(before + after);
  return JOINT.test(joint);
}

interface At {
  readonly character: string;
  readonly at: number;
}

function next(text: string, from: number): At | null {
  for (let at = from; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!UNSEEN.test(character)) return { character, at };
    at += character.length;
  }
  return null;
}

function previous(text: string, from: number): At | null {
  for (let end = from; end > 0;) {
    const pair = end > 1 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(end - 2, end));
    const at = end - (pair ? 2 : 1);
    const character = text.slice(at, end);
    if (!UNSEEN.test(character)) return { character, at };
    end = at;
  }
  return null;
}

/** Words of Chinese and Japanese as ICU parts them. */
function isInsideRun(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < AROUND && isPart(text[start - 1]!)) start -= 1;
  let end = at;
  while (end < text.length && end - at < AROUND && isPart(text[end]!)) end += 1;
  const segment = segmenter.segment(text.slice(start, end)).containing(at - start);
  return segment !== undefined && segment.index !== at - start;
}

function isPart(unit: string): boolean {
  return JOINED.test(unit) || /[\uD800-\uDFFF]/u.test(unit);
}
