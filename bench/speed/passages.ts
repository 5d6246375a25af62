import type { Entry } from "../../src/core/document.ts";
import { neutralEntry } from "../lib/collection.ts";
import { randomFrom, zipf, type Random } from "../lib/random.ts";

/** Different made-up words. */
const WORDS = 50_000;
/** Words of a passage, its title included, give or take a few: what a paragraph of a briefing has. */
const PASSAGE_WORDS = 80;
const TITLE_WORDS = 4;
/** Share of running words that are English function words, as in English prose. */
const FUNCTION_SHARE = 0.42;
/** Flattens the top of the made-up words: the most frequent one is in four passages of ten, the hundredth in one of twenty. */
const WORD_SHIFT = 10;
const FUNCTION_SHIFT = 0.7;
/** One document of so many is official: what the filter lets through. */
const OFFICIAL = 100;

/** Real ones, so that lists of stop words play their part; the most frequent first. */
const FUNCTION_WORDS = (
  "the of and to a in is that for it was on with as by be at this from are or an which but not have had his they were " +
  "their one has its all been would there will more when who can if no out so said up about into than them only other " +
  "time some could these two may then do first any my now such like our over"
).split(" ");

const ONSETS = "b c d f g h j k l m n p r s t v w z b c d f g l m n p r s t br cl dr pr sh st th tr".split(
  " ",
);
const VOWELS = "a e i o u a e i o u ai ea ou".split(" ");
const CODAS = ["", "", "", "", "", "", "l", "m", "n", "r", "s", "t", "nd"];

/** Synthetic documents of one passage each, and what is known of their words. */
export interface Collection {
  readonly entries: readonly Entry[];
  /** Title and passage as one text, which is what every engine searches. */
  readonly texts: readonly string[];
  /** The made-up words by rank, the most frequent first. */
  readonly words: readonly string[];
  /** In how many passages each of them occurs; those in none are missing. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** The same passages in every run; those of a smaller collection come first in a larger one. */
export function makeCollection(size: number): Collection {
  const words = makeWords(randomFrom(1));
  const known = new Set(words);
  const random = randomFrom(2);
  const draw = {
    word: zipf(WORDS, WORD_SHIFT, random),
    function: zipf(FUNCTION_WORDS.length, FUNCTION_SHIFT, random),
  };
  const nextWord = () =>
    random.next() < FUNCTION_SHARE ? FUNCTION_WORDS[draw.function()]! : words[draw.word()]!;
  const entries: Entry[] = [];
  const texts: string[] = [];
  const frequencies = new Map<string, number>();
  for (let at = 0; at < size; at += 1) {
    const title = capitalised(Array.from({ length: TITLE_WORDS }, () => words[draw.word()]!));
    const body = sentences(random, nextWord);
    const kind = random.below(OFFICIAL) === 0 ? "official" : "news";
    entries.push(neutralEntry(`speed/${at}`, title, body, kind));
    const text = `${title}\n${body}`;
    texts.push(text);
    for (const word of new Set(wordsIn(text)))
      if (known.has(word)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  return { entries, texts, words, frequencies };
}

/** The words of a synthetic text, in lower case. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/gu) ?? [];
}

/** Pronounceable words, all different; frequent ones are short. */
function makeWords(random: Random): string[] {
  const words = new Set<string>();
  while (words.size < WORDS) {
    const syllables = words.size < WORDS / 25 ? 2 : 2 + random.below(2);
    const syllable = () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
    const word = Array.from({ length: syllables }, syllable).join("");
    if (!FUNCTION_WORDS.includes(word)) words.add(word);
  }
  return [...words];
}

/** Sentences of eight to twenty-four words, until the passage is long enough. */
function sentences(random: Random, nextWord: () => string): string {
  const all: string[] = [];
  for (let length = TITLE_WORDS; length < PASSAGE_WORDS - 8;) {
    const sentence = Array.from({ length: 8 + random.below(17) }, nextWord);
    all.push(`${capitalised(sentence)}.`);
    length += sentence.length;
  }
  return all.join(" ");
}

function capitalised(words: readonly string[]): string {
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
