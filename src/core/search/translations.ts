import type { Range } from "../range.ts";
import { Lexicon, type Naming } from "./lexicon.ts";
import { stemOf, wordsOf, type Word } from "./words.ts";

/** One general word in three languages: what stands in a group means the same. */
export interface WordGroup {
  readonly en: readonly string[];
  readonly ko: readonly string[];
  readonly zh: readonly string[];
}

/** A run of Hangul or Han in a question, and the English stems that say the same. */
export interface Translated {
  readonly start: number;
  readonly end: number;
  /** Each alternative as the stems of its words. */
  readonly english: readonly (readonly string[])[];
}

/**
 * General words in English, Korean and Chinese, by which a question in one language finds passages in another. Names
 * are the lexicon's.
 */
export class Translations {
  readonly #forms: Lexicon;
  readonly #english: readonly (readonly string[])[][];
  /** By each form, those of one character among them: these are words only where they stand alone. */
  readonly #whole = new Map<string, number[]>();
  readonly #joined = new Map<string, Set<string>>();

  constructor(groups: readonly WordGroup[] = []) {
    this.#forms = new Lexicon(groups.map(({ ko, zh }, id) => ({ id: String(id), forms: [...ko, ...zh] })));
    this.#english = groups.map(({ en }) => en.map(stemsOf));
    for (const [id, { en, ko, zh }] of groups.entries()) {
      for (const form of [...ko, ...zh]) {
        const word = foldedOf(form);
        this.#whole.set(word, [...(this.#whole.get(word) ?? []), id]);
      }
      for (const stems of en.map(stemsOf)) {
        // A phrase has no single term to be translated by.
        if (stems.length !== 1) continue;
        const forms = this.#joined.get(stems[0]!) ?? new Set();
        for (const form of [...ko, ...zh]) forms.add(form);
        this.#joined.set(stems[0]!, forms);
      }
    }
  }

  /**
   * The Hangul and Han words of a question with their English stems; the longest form wins. `names`: where the question
   * has names, for no word begins with the last syllable of one, and a Chinese character between two of them stands alone.
   */
  toEnglish(words: readonly Word[], names: readonly Range[] = []): Translated[] {
    if (!words.some(({ single }) => single)) return [];
    const found = this.#formsIn(words, names);
    const known = [...found, ...names];
    const singles = words.filter(({ single }) => single);
    const loose = singles.filter(
      (word) => !known.some(({ start, end }) => word.start >= start && word.end <= end),
    );
    const alone = loose.filter(
      ({ folded, start, end }) =>
        this.#whole.has(folded) &&
        // Of a Korean word in which it is joined to others, the morphemes are known.
        !(HANGUL.test(folded) ? singles : loose).some((other) => other.end === start || other.start === end),
    );
    return [
      ...found.map(({ start, end, ids }) => ({ start, end, ids: ids.map(Number) })),
      ...alone.map(({ folded, start, end }) => ({ start, end, ids: this.#whole.get(folded)! })),
    ].map(({ start, end, ids }) => ({
      start,
      end,
      english: distinct(ids.flatMap((id) => this.#english[id]!)),
    }));
  }

  /** The forms from a word on; `words` are all of them, for a form is judged by what stands before it too. */
  #formsIn(words: readonly Word[], names: readonly Range[], from = 0): Naming[] {
    const found = this.#forms.namings(words.filter(({ start }) => start >= from));
    const wrong = found.find((form) => crosses(form, words, names));
    if (wrong === undefined) return found;
    return [
      ...found.filter(({ end }) => end <= wrong.start),
      ...this.#formsIn(words, names, wrong.start + 1),
    ];
  }

  /** English stems for a word that is known to be one: a syllable that stands alone, a morpheme. */
  ofOne(word: string): readonly (readonly string[])[] {
    return distinct((this.#whole.get(foldedOf(word)) ?? []).flatMap((id) => this.#english[id]!));
  }

  /** Korean and Chinese forms of an English stem. */
  fromEnglish(stem: string): readonly string[] {
    const forms = this.#joined.get(stem);
    return forms === undefined ? [] : [...forms];
  }
}

/**
 * Whether a form is none but the end of one word and the beginning of the next: 후회 in 오후 회의, and 국외 in 중국 외교,
 * where 중국 is a name.
 */
function crosses({ start, end }: Range, words: readonly Word[], names: readonly Range[]): boolean {
  const [first, second, ...others] = words.filter((word) => word.start >= start && word.end <= end);
  if (second === undefined || !first!.single) return false;
  if (names.some((name) => name.start < start && name.end === first!.end)) return true;
  const isTwo = second.single && others.length === 0;
  return isTwo && first!.end < second.start && words.some((word) => word.end === start);
}

const HANGUL = /^\p{Script=Hangul}$/u;

function foldedOf(form: string): string {
  return wordsOf(form)
    .map(({ folded }) => folded)
    .join("");
}

function stemsOf(phrase: string): string[] {
  return wordsOf(phrase).map(({ folded }) => stemOf(folded));
}

function distinct(alternatives: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(alternatives.map((stems) => [stems.join(" "), stems])).values()];
}
