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
  // One pattern for all texts: `matchAll` would copy it each time, which takes longer than a short question.
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const { 0: found, index } = match;
    if (ASCII.test(found)) {
      push(words, found, index);
      continue;
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
  return words;
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
