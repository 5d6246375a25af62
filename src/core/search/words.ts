import { Converter } from "opencc-js/t2cn";
import { stemmer } from "stemmer";
import type { Range } from "../range.ts";

/** A word as it stands in a text, or one character of a script written without spaces. */
export interface Word extends Range {
  /** Folded, for comparison; see {@link foldCase}. */
  readonly folded: string;
  /** Whether it is written in capitals, two letters at least: `US` is a name, `us` a word. */
  readonly capitals: boolean;
  /** Whether it begins with a capital; what has no capitals counts as one. */
  readonly initial: boolean;
  /** Whether it is one character of Hangul, Han or kana. */
  readonly single: boolean;
}

/** Abbreviations with full stops (`U.S.`), numbers with separators inside (`2,397`), and words of any script. */
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu;

/** Scripts written without spaces between words, or with endings joined to them. */
const JOINED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Most words of most texts; what other scripts need is not asked of them. */
const ASCII = /^[\u0020-\u007e]*$/u;

/** Whether a text has no characters but those of ASCII that can be printed. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** The words of a text in order; runs of Hangul, Han and kana character by character. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isLetter(code) && !isDigit(code) && isPlain(code)) {
      at += 1;
      continue;
    }
    const end = plainEnd(text, at);
    if (end !== null) {
      pushAscii(words, text.slice(at, end), at);
      at = end;
      continue;
    }
    // One pattern for all texts: `matchAll` would copy it each time.
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (match === null) break;
    pushAny(words, match[0], match.index);
    at = match.index + match[0].length;
  }
  return words;
}

/**
 * Where a word of letters and digits of ASCII ends that begins here; `null` where only {@link WORD} can tell, as of an
 * abbreviation, a number with separators or a word of another script. Nearly all words of most texts are found so in half
 * the time.
 */
function plainEnd(text: string, start: number): number | null {
  const first = text.charCodeAt(start);
  let end = start + 1;
  if (isDigit(first)) while (isDigit(text.charCodeAt(end))) end += 1;
  else if (isLetter(first)) while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1;
  else return null;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (!isPlain(next)) return null;
  const goesOn = isDigit(first) ? next === STOP || next === COMMA : next === STOP && end === start + 1;
  return goesOn ? null : end;
}

const [STOP, COMMA] = [0x2e, 0x2c];

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Whether a character is of ASCII, or one of the dashes, quotation marks and dots of printed English: no letter of any other script. */
function isPlain(code: number): boolean {
  return code < 0x80 || (code >= 0x2010 && code <= 0x2027);
}

function pushAny(words: Word[], found: string, index: number): void {
  if (isAscii(found)) {
    pushAscii(words, found, index);
    return;
  }
  let from = 0;
  for (const run of found.matchAll(JOINED)) {
    push(words, found.slice(from, run.index), index + from);
    let at = index + run.index;
    for (const character of run[0]) {
      words.push({
        folded: foldJoined(character),
        capitals: false,
        initial: true,
        single: true,
        start: at,
        end: at + character.length,
      });
      at += character.length;
    }
    from = run.index + run[0].length;
  }
  push(words, found.slice(from), index + from);
}

/** What {@link push} does, for a word of ASCII. */
function pushAscii(words: Word[], word: string, start: number): void {
  const first = word.charCodeAt(0);
  const plain = word.includes(".") ? word.replaceAll(".", "") : word;
  const lower = plain.toLowerCase();
  words.push({
    folded: isDigit(first) ? word.toLowerCase().replaceAll(",", "") : lower,
    capitals: plain.length > 1 && plain !== lower && plain === plain.toUpperCase(),
    // Capitals and digits come before small letters.
    initial: first < 0x61,
    single: false,
    start,
    end: start + word.length,
  });
}

function push(words: Word[], word: string, start: number): void {
  if (word === "") return;
  // `U.S.` and `US` are one word.
  const plain = word.includes(".") ? word.replaceAll(".", "") : word;
  const capitals = plain.length > 1 && plain === plain.toUpperCase() && /\p{L}/u.test(plain);
  const folded = foldCase(/^\p{N}/u.test(word) ? word.replaceAll(",", "") : plain);
  const initial = !/^\p{Ll}/u.test(plain);
  words.push({ folded, capitals, initial, single: false, start, end: start + word.length });
}

/** The stem of a folded English word (Porter 1980, https://tartarus.org/martin/PorterStemmer/); others stay. */
export function stemOf(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stem = older.get(folded) ?? (/^[a-z]{3,}$/u.test(folded) ? stemmer(folded) : folded);
  // Words come again and again. What nobody has written for long is not worth the memory for ever.
  if (stems.size >= STEMS_MAX) {
    older = stems;
    stems = new Map();
  }
  stems.set(folded, stem);
  return stem;
}

const STEMS_MAX = 50_000;
let stems = new Map<string, string>();
let older: ReadonlyMap<string, string> = new Map();

const toSimplified = Converter({ from: "t", to: "cn" });
const simplified = new Map<string, string>();

/** A character of Hangul, Han or kana; 會談 and 会谈 are one word. */
function foldJoined(character: string): string {
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const folded = foldCase(character);
  // Character by character: what a phrase becomes may be longer or shorter than it.
  const simple = HAN.test(folded) ? toSimplified(folded) : folded;
  // There are some twenty thousand characters and no more.
  simplified.set(character, simple);
  return simple;
}

const HAN = /^\p{Script=Han}$/u;

/** NFKC, lower case, without accents on Latin, Greek and Cyrillic letters (Hangul syllables are put together again). */
function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC");
}
