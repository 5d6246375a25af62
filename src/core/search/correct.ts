import { NAMED, plainTokens } from "./analyse.ts";
import type { SearchIndex } from "./index.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Range } from "../range.ts";
import { stemOf, type Word } from "./words.ts";

/** What knows words and how they are spelt. */
export type Speller = Pick<SearchIndex, "respell" | "frequency" | "isParaphrase">;

/** What stands in a question for something else, and what it is taken for. */
export interface Correction extends Range {
  readonly terms: readonly string[];
  /** As it is told to who asked. */
  readonly shown: string;
}

/** Words of a name that is known by its sound. */
const NAME_WORDS = 3;

/** The words of a question that no passage has: names as they sound, other words as the passages spell them. */
export function corrections(words: readonly Word[], index: Speller, lexicon: Lexicon): Correction[] {
  const isWord = (word: Word) =>
    word.single ||
    index.frequency(stemOf(word.folded)) > 0 ||
    index.isParaphrase(stemOf(word.folded)) ||
    plainTokens([word]).length === 0;
  if (words.every(isWord)) return [];
  const named = lexicon.namings(words, true);
  const isKnown = (word: Word) =>
    isWord(word) || named.some(({ start, end }) => word.start >= start && word.end <= end);
  const found: Correction[] = [];
  const spelt = [...words];
  for (let at = 0; at < words.length; at += 1) {
    const name = soundingAt(words, at, isKnown, lexicon);
    if (name !== null) {
      found.push(name.correction);
      at += name.words - 1;
    } else if (!isKnown(words[at]!)) {
      const { folded, start, end } = words[at]!;
      const meant = index.respell(folded);
      if (meant === null) continue;
      found.push({ start, end, terms: [stemOf(meant)], shown: meant });
      spelt[at] = { ...words[at]!, folded: meant };
    }
  }
  return [...found, ...namesOf(spelt, words, lexicon)];
}

/** Names that are there once words are spelt right. */
function namesOf(spelt: readonly Word[], typed: readonly Word[], lexicon: Lexicon): Correction[] {
  const mended = spelt.filter((word, at) => word !== typed[at]);
  return lexicon
    .namings(spelt, true)
    .filter(({ start, end }) => mended.some((word) => word.start >= start && word.end <= end))
    .map(({ start, end, ids }) => ({
      start,
      end,
      terms: ids.map((id) => NAMED + id),
      shown: lexicon.formsOf(ids[0]!)[0]!,
    }));
}

/** The longest run of words from here on that sounds like a name; one of them at least must be unknown. */
function soundingAt(
  words: readonly Word[],
  at: number,
  isKnown: (word: Word) => boolean,
  lexicon: Lexicon,
): { correction: Correction; words: number } | null {
  for (let count = Math.min(NAME_WORDS, words.length - at); count > 0; count -= 1) {
    const run = words.slice(at, at + count);
    if (run.every(isKnown) || run.some(({ single }) => single)) continue;
    const id = lexicon.sounding(run.map(({ folded }) => folded).join(""));
    if (id === null) continue;
    const correction = {
      start: run[0]!.start,
      end: run.at(-1)!.end,
      terms: [NAMED + id],
      shown: lexicon.formsOf(id)[0]!,
    };
    return { correction, words: count };
  }
  return null;
}
