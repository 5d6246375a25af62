import type { Range } from "../range.ts";
import { MORPHEME, NAMED, plainTokens, type Analyser, type Token } from "./analyse.ts";
import type { Speller } from "./correct.ts";
import type { TermStatistics } from "./index.ts";
import type { Written } from "./question.ts";
import type { Translations } from "./translations.ts";
import { wordsOf, type Word } from "./words.ts";

/** What a question is read with. */
export interface Reader {
  readonly index: TermStatistics & Speller;
  readonly analyser: Analyser;
  readonly translations: Translations;
}

/** A token of a question with what it counts. */
export interface Asked extends Token {
  weight: number;
  /** Whether it stands for what was typed without being it. */
  added: boolean;
}

/** What a name found by the lexicon counts beside a word; less where its words are searched too. */
export const NAME_WEIGHT = 1.2;
const SPELLED_NAME_WEIGHT = 0.8;
/** What each word of such a name counts: name and words together should not outweigh the rest of the question. */
const NAMED_WORD_WEIGHT = 0.5;
/** What a word counts that translates one of the question's; the more alternatives there are, the less each. */
const TRANSLATED_WEIGHT = 1.3;
/** What a word of the English form counts of a name that was typed in Hangul or Han. */
const SPELLED_WEIGHT = 0.5;
/** English words for what is asked in Korean or Chinese, where no name is meant. */
export function translated(
  words: readonly Word[],
  typed: readonly Token[],
  { index, translations }: Reader,
): Asked[] {
  const names = typed.filter(isName);
  return translations
    .toEnglish(words, names)
    .filter((word) => !names.some((name) => isWithin(word, name)))
    .flatMap(({ english, ...word }) => alternatives(word, english.flat(), index));
}

/**
 * English words for the nouns and the stems of verbs of a Korean question, where none of its forms as written has any:
 * 터뜨리 is a word of the table, 터뜨렸 is written, and 딸 is one word in 딸은 and none in 딸기.
 */
export function ofMorphemes(
  typed: readonly Token[],
  english: readonly Range[],
  { index, translations }: Reader,
): Asked[] {
  const known = [...english, ...typed.filter(isName)];
  return typed
    .filter(({ term }) => term.startsWith(MORPHEME))
    .filter(({ start, end }) => !known.some((range) => start < range.end && end > range.start))
    .flatMap(({ term, ...word }) =>
      alternatives(word, translations.ofOne(term.slice(MORPHEME.length)).flat(), index),
    );
}

/** The terms that an index has of those that translate a word of a question. */
function alternatives({ start, end }: Range, terms: readonly string[], index: TermStatistics): Asked[] {
  const known = terms.filter((term) => index.frequency(term) > 0);
  const weight = TRANSLATED_WEIGHT / Math.sqrt(Math.max(1, known.length));
  return known.map((term): Asked => ({ term, start, end, weight, added: true }));
}

function isWithin({ start, end }: Range, outer: Range): boolean {
  return start >= outer.start && end <= outer.end;
}

/**
 * A question of Korean words of one syllable with particles behind them: the syllables, wherever they stand. Beside longer
 * words they would bring in too much.
 */
export function ofOneSyllable(typed: readonly Token[]): Asked[] {
  const isLonger = ({ term }: Token) => term.startsWith(MORPHEME) && !/^%.$/u.test(term);
  if (typed.some((token) => isLonger(token) || isName(token))) return [];
  return typed
    .filter(({ term, start, end }) => /^%.$/u.test(term) && end - start > 1)
    .map(({ term, start, end }) => ({
      term: term.slice(MORPHEME.length),
      start,
      end,
      weight: 1,
      added: false,
    }));
}

/** Korean words for English ones, where there are Korean texts: only those have morphemes. */
export function inKorean(typed: readonly Token[], { index, translations }: Reader): Asked[] {
  return typed.flatMap(({ term, ...word }) => {
    const forms = translations.fromEnglish(term);
    return forms.length === 0
      ? []
      : alternatives(
          word,
          forms.map((form) => MORPHEME + form),
          index,
        );
  });
}

/**
 * The words of the English form of a name typed in Hangul or Han: what is about it without writing the whole name is
 * found as it is by who asks in English.
 */
export function spelledInEnglish(
  query: string,
  typed: readonly Token[],
  { index, analyser }: Reader,
): Asked[] {
  return typed
    .filter((token) => isName(token) && isJoined(query.slice(token.start)))
    .flatMap(({ term, start, end }) => {
      const [name = ""] = analyser.lexicon.formsOf(term.slice(NAMED.length));
      const words = [...new Set(plainTokens(wordsOf(name)).map((word) => word.term))];
      const known = words.filter((word) => !isJoined(word) && index.frequency(word) > 0);
      return known.map((word): Asked => ({ term: word, start, end, weight: SPELLED_WEIGHT, added: true }));
    });
}

/** What stands beside the free words, at places behind them. */
export function besides(
  end: number,
  { quoted, either, named }: Required<Omit<Written, "words">>,
  analyser: Analyser,
): Asked[] {
  if (quoted.length + either.length + named.length === 0) return [];
  let at = end + 1;
  const place = (length: number) => {
    const start = at;
    at += length + 1;
    return start;
  };
  const asIs = (text: string) =>
    plainTokens(wordsOf(text)).map((token): Asked => ({ ...token, weight: 1, added: false }));
  return [
    ...quoted.flatMap((text) => {
      const offset = place(text.length);
      return asIs(text).map((token) => ({ ...token, start: token.start + offset, end: token.end + offset }));
    }),
    // All of a group lie at one place: they are one thing that is asked for.
    ...either.flatMap((group) => {
      const start = place(1);
      return group
        .flatMap(({ text, phrase }) => (phrase ? asIs(text) : wordOrName(text, analyser)))
        .map((token) => ({ ...token, start, end: start + 1 }));
    }),
    ...named.map((id): Asked => {
      const start = place(id.length);
      return { term: NAMED + id, start, end: start + id.length, weight: NAME_WEIGHT, added: false };
    }),
  ];
}

/** A word with the names that it is. */
function wordOrName(text: string, analyser: Analyser): Asked[] {
  return withoutSpelledOut(analyser.analyse(text, true)).map((token) => ({
    ...token,
    weight: weightTyped(token, text, []),
    added: false,
  }));
}

/**
 * A name in Hangul or Han is searched as the name alone: its characters would favour the few texts that spell it in that
 * script over all those that are about it.
 */
export function withoutSpelledOut(tokens: readonly Token[]): Token[] {
  const names = tokens.filter(isName);
  return tokens.filter(
    ({ term, start, end }) => !isJoined(term) || !names.some((name) => isWithin({ start, end }, name)),
  );
}

/** Whether a token stands for an entry of the lexicon. */
export function isName({ term }: Pick<Token, "term">): boolean {
  return term.startsWith(NAMED);
}

/** Below it there is no Hangul, Han or kana: that of the first Hangul jamo (Unicode, block Hangul Jamo). */
const FIRST_JOINED = 0x1100;

/** Whether a term is of Hangul, Han or kana. */
export function isJoined(term: string): boolean {
  // Most terms are of Latin letters.
  const code = term.charCodeAt(0);
  if (code < FIRST_JOINED && code !== MORPHEME.charCodeAt(0)) return false;
  return /^%?[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(term);
}

/** What a token counts of what was typed; a name in Hangul or Han more, since its characters are not searched. */
export function weightTyped(token: Token, query: string, names: readonly Range[]): number {
  if (isName(token)) return isJoined(query.slice(token.start)) ? NAME_WEIGHT : SPELLED_NAME_WEIGHT;
  return names.some((name) => isWithin(token, name)) ? NAMED_WORD_WEIGHT : 1;
}
