import { Lexicon } from "./lexicon.ts";
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
  /** Forms of one character: words only where they stand alone. */
  readonly #singles = new Map<string, number[]>();
  readonly #joined = new Map<string, Set<string>>();

  constructor(groups: readonly WordGroup[] = []) {
    this.#forms = new Lexicon(groups.map(({ ko, zh }, id) => ({ id: String(id), forms: [...ko, ...zh] })));
    this.#english = groups.map(({ en }) => en.map(stemsOf));
    for (const [id, { en, ko, zh }] of groups.entries()) {
      for (const form of [...ko, ...zh]) {
        if (/^.$/u.test(form)) this.#singles.set(form, [...(this.#singles.get(form) ?? []), id]);
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

  /** The Hangul and Han words of a question with their English stems; the longest form wins. */
  toEnglish(words: readonly Word[]): Translated[] {
    if (!words.some(({ single }) => single)) return [];
    const alone = words.filter(
      ({ single, start, end }) =>
        single && !words.some((other) => other.single && (other.end === start || other.start === end)),
    );
    return [
      ...this.#forms.namings(words).map(({ start, end, ids }) => ({ start, end, ids: ids.map(Number) })),
      ...alone.map(({ folded, start, end }) => ({ start, end, ids: this.#singles.get(folded) ?? [] })),
    ].map(({ start, end, ids }) => ({
      start,
      end,
      english: distinct(ids.flatMap((id) => this.#english[id]!)),
    }));
  }

  /** English stems for a word of one character. */
  ofOne(character: string): readonly (readonly string[])[] {
    return distinct((this.#singles.get(character) ?? []).flatMap((id) => this.#english[id]!));
  }

  /** Korean and Chinese forms of an English stem. */
  fromEnglish(stem: string): readonly string[] {
    const forms = this.#joined.get(stem);
    return forms === undefined ? [] : [...forms];
  }
}

function stemsOf(phrase: string): string[] {
  return wordsOf(phrase).map(({ folded }) => stemOf(folded));
}

function distinct(alternatives: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(alternatives.map((stems) => [stems.join(" "), stems])).values()];
}
