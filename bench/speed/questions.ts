import { wordsIn, type Collection } from "./passages.ts";
import { randomFrom, type Random } from "../lib/random.ts";

/**
 * How the words of a question are meant: any of them, all of them, any of them though one is misspelt, the beginning of
 * a word, or any of them in official documents only.
 */
export type Mode = "any" | "all" | "typo" | "prefix" | "filter";

/** Questions of one kind. None comes twice but where there are too few: three letters begin many words. */
export interface QuestionClass {
  readonly name: string;
  readonly mode: Mode;
  /** Asked before anything is measured, and never again. */
  readonly warmUp: readonly Words[];
  readonly measured: readonly Words[];
}

/** The words of a question. */
export type Words = readonly string[];

const MEASURED = 200;
const WARM_UP = 20;
/** Draws after which a question may come again. */
const TRIES = 20;

/** Passages that have a rare word: enough that somebody may ask for it, few in any collection. */
const RARE = { from: 2, to: 10 };
/** Ranks of made-up words: common ones are in 2.5 to 40 passages of a hundred, telling ones in less than one. */
const COMMON: Ranks = { from: 0, to: 200 };
const MIDDLING: Ranks = { from: 200, to: 5_000 };
const TELLING: Ranks = { from: 1_000, to: 20_000 };
/** Letters of a word that is misspelt: every engine that knows typing errors allows it one. */
const MISSPELT_MIN = 6;
const PREFIX = 3;
const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

interface Ranks {
  readonly from: number;
  readonly to: number;
}

/** Questions that the collection answers: the words of each stand together in one passage. */
export function questionsOn(collection: Collection): QuestionClass[] {
  const random = randomFrom(3);
  const { words, frequencies } = collection;
  const rankOf = new Map(words.map((word, rank) => [word, rank]));
  const isRanked = (word: string, { from, to }: Ranks) => {
    const rank = rankOf.get(word);
    return rank !== undefined && rank >= from && rank < to;
  };
  const rare = [...frequencies].filter(([, count]) => count >= RARE.from && count <= RARE.to);

  /** Different words of one passage that meet these conditions, in turn. */
  const together = (...conditions: readonly ((word: string) => boolean)[]): string[] => {
    for (;;) {
      const left = new Set(wordsIn(random.pick(collection.texts)));
      const chosen = conditions.flatMap((meets) => {
        const fitting = [...left].filter(meets);
        if (fitting.length === 0) return [];
        const word = random.pick(fitting);
        left.delete(word);
        return [word];
      });
      if (chosen.length === conditions.length) return chosen;
    }
  };
  const common = (word: string) => isRanked(word, COMMON);
  const middling = (word: string) => isRanked(word, MIDDLING);
  const telling = (word: string) => isRanked(word, TELLING) && word.length >= MISSPELT_MIN;

  const misspelt = (): Words => {
    const [word, other] = together(telling, common) as [string, string];
    return [mistyped(word, random, (wrong) => rankOf.has(wrong)), other];
  };
  const beginning = (): Words => [
    together((word) => rankOf.has(word) && word.length > PREFIX)[0]!.slice(0, PREFIX),
  ];
  const threeCommon = (): Words => together(common, common, common);

  return [
    questions("one rare word", "any", () => [random.pick(rare)[0]]),
    questions("three common words", "any", threeCommon),
    questions("three words, all", "all", threeCommon),
    questions("a typing error", "typo", misspelt),
    questions("autocomplete", "prefix", beginning),
    questions("stop words", "any", () => ["the", "of", ...together(middling)]),
    questions("filter", "filter", threeCommon),
  ];
}

function questions(name: string, mode: Mode, ask: () => Words): QuestionClass {
  const asked = new Set<string>();
  const different = (): Words => {
    for (let tries = 1; ; tries += 1) {
      const words = ask();
      const key = words.join(" ");
      if (asked.has(key) && tries < TRIES) continue;
      asked.add(key);
      return words;
    }
  };
  const some = (length: number) => Array.from({ length }, different);
  return { name, mode, warmUp: some(WARM_UP), measured: some(MEASURED) };
}

/** The word with one letter replaced, left out or put in, never the first or the last one; no word that there is. */
function mistyped(word: string, random: Random, exists: (word: string) => boolean): string {
  for (;;) {
    const at = 1 + random.below(word.length - 2);
    const letter = random.pick(LETTERS);
    const [put, skipped] = random.pick([[letter, 1] as const, ["", 1] as const, [letter, 0] as const]);
    const wrong = word.slice(0, at) + put + word.slice(at + skipped);
    if (!exists(wrong) && wrong !== word) return wrong;
  }
}
