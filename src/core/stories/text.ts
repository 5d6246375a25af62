import { hashBody } from "../document.ts";
import { wordsOf, type Word } from "../search/words.ts";

/** UTF-16 units and words of a text that are read: what is longer is compared by its beginning, and so is its sketch. */
const UNITS_MAX = 200_000;
const READ_MAX = 20_000;
/** Words in a shingle, and characters where it begins in a script written without spaces. */
const SHINGLE = { words: 5, characters: 8 };

/** A text as it is compared with others. */
export interface StoryText {
  /** The first {@link READ_MAX} words, or characters of Hangul, Han and kana, of the first {@link UNITS_MAX} units. */
  readonly words: readonly Word[];
  /** In words; two characters of Hangul, Han and kana count as one. */
  readonly length: number;
  /** The shingles in order, as numbers of 32 bits. */
  readonly shingles: Uint32Array;
  /** Where each of them begins and ends, in words. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The different ones. */
  readonly distinct: ReadonlySet<number>;
  /** The text itself. */
  readonly body: string;
}

/**
 * Reads a text as shingles (Broder 1997, "On the resemblance and containment of documents",
 * https://doi.org/10.1109/SEQUEN.1997.666900): runs of five folded words, or of eight characters of Hangul, Han or kana.
 */
export function readStoryText(body: string): StoryText {
  const words = firstWordsOf(body);
  const hashes = Uint32Array.from(words, ({ folded }) => hashOf(folded));
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [at, { single }] of words.entries()) {
    const end = at + (single ? SHINGLE.characters : SHINGLE.words);
    if (end > words.length) continue;
    starts.push(at);
    ends.push(end);
  }
  const shingles = starts.map((start, at) => {
    let hash = 0;
    for (let word = start; word < ends[at]!; word += 1) hash = joined(hash, hashes[word]!);
    return hash;
  });
  const singles = words.filter(({ single }) => single).length;
  return {
    words,
    length: words.length - singles / 2,
    shingles: Uint32Array.from(shingles),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    distinct: new Set(shingles),
    body,
  };
}

function firstWordsOf(body: string): Word[] {
  // Where a character is a word, the beginning has enough of them; the last one may be cut.
  const beginning = wordsOf(body.slice(0, READ_MAX * 2));
  const isEnough = beginning.length > READ_MAX || body.length <= READ_MAX * 2;
  return (isEnough ? beginning : wordsOf(body.slice(0, UNITS_MAX))).slice(0, READ_MAX);
}

/** A hash that texts of the same folded words have in common. */
export function wordsHashOf({ words }: StoryText): string {
  return hashBody(words.map(({ folded }) => folded).join(" ")).slice(0, 32);
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function joined(hash: number, next: number): number {
  return mixed((Math.imul(hash, 31) + next) | 0);
}

/** The finaliser of MurmurHash3 (https://github.com/aappleby/smhasher): a permutation of the 32-bit numbers. */
export function mixed(number: number): number {
  let mix = number;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
