import type { Range } from "../range.ts";
import { MORPHEME, NAMED, plainTokens, type Analyser, type Token } from "./analyse.ts";
import {
  NAME_WEIGHT,
  besides,
  inKorean,
  isJoined,
  isName,
  ofMorphemes,
  ofOneSyllable,
  spelledInEnglish,
  translated,
  weightTyped,
  withoutSpelledOut,
  type Asked,
  type Reader,
} from "./asked.ts";
import { corrections, type Correction } from "./correct.ts";
import type { WeightedTerm } from "./index.ts";
import type { Operand } from "./grammar.ts";
import { FUNCTION_WORDS } from "./stop-words.ts";
import { wantedBy, type Wanted } from "./wanted.ts";
import { isAscii, stemOf, wordsOf, type Word } from "./words.ts";

/** Terms of a question that are searched: the rarest ones; the others are left out. No question may run long. */
export const MAX_TERMS = 32;

/** What a question asks for, in the terms of an index. */
export interface Question {
  readonly terms: readonly WeightedTerm[];
  /** Terms that stand side by side in the question. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Things asked for, each by the terms that would show it: a name, a word. For judging whether a passage answers. */
  readonly wanted: readonly Wanted[];
  /** Words that were searched beside those typed: other names, corrected spellings. */
  readonly searchedAlso: readonly string[];
  /** Whether terms were left out. */
  readonly shortened: boolean;
}

/** A term that is repeated in a question counts more, but never much more (the `k3` of BM25, Robertson et al. 1994). */
const REPEATED = 8;
/** English words of the same sort as {@link GENERAL}. */
const GENERAL_STEMS: ReadonlySet<string> = new Set(
  "actually bot brief briefly eli5 exactly explain explanation hello hey hi mean meaning nutshell quick quickly summarise summary timeline"
    .split(" ")
    .map(stemOf),
);
const FUNCTION_STEMS: ReadonlySet<string> = new Set([...FUNCTION_WORDS].map(stemOf));

/** Other names told per name in `searchedAlso`. */
const TOLD = 2;

/** What is read: free words, and beside them what is searched as it is written or as the name that it is. */
export interface Written {
  readonly words: string;
  /** Phrases in quotation marks: no other names, no corrections, no translations. */
  readonly quoted?: readonly string[];
  /** Groups of which one is asked for. */
  readonly either?: readonly (readonly Pick<Operand, "text" | "phrase">[])[];
  /** Ids of entries of the lexicon. */
  readonly named?: readonly string[];
}

/**
 * Reads a question: words, names under all their forms, dates, translations, and spellings that the index knows. Terms to
 * `keep` are searched however many there are.
 */
export function readQuestion(written: Written, reader: Reader, keep: readonly string[] = []): Question {
  const { words: query, quoted = [], either = [], named = [] } = written;
  const { index, analyser } = reader;
  const words = wordsOf(query);
  const corrected = corrections(words, index, analyser.lexicon);
  const asked = [
    ...askedFreely(query, words, corrected, reader),
    ...besides(query.length, { quoted, either, named }, analyser),
  ];
  const weighed = new Map<string, { count: number; weight: number; own: boolean }>();
  for (const { term, weight, added } of asked) {
    const known = weighed.get(term);
    if (known === undefined) weighed.set(term, { count: 1, weight, own: !added });
    else {
      known.count += 1;
      known.weight = Math.max(known.weight, weight);
      known.own ||= !added;
    }
  }
  const general = rangesOf(GENERAL, query);
  const telling = asked.filter((token) => !isFunctionWord(token, query));
  // Who asks for such a noun alone asks for it.
  const particular = telling.filter((token) => !isGeneral(token, general));
  const known: (WeightedTerm & { frequency: number; rank: number })[] = [];
  for (const [term, { count, weight, own }] of weighed) {
    const frequency = index.frequency(term);
    if (frequency === 0 && !index.isParaphrase(term)) continue;
    const rank = keep.includes(term) ? 0 : own ? 1 : 2;
    known.push({ term, weight: (weight * count * (REPEATED + 1)) / (count + REPEATED), frequency, rank });
  }
  const rarest = known.sort((a, b) => a.rank - b.rank || a.frequency - b.frequency).slice(0, MAX_TERMS);
  const all = () => [query, ...quoted, ...either.flat().map(({ text }) => text)].join("\n");
  return {
    terms: rarest.map(({ term, weight }) => ({ term, weight })),
    pairs: [words, ...quoted.map(wordsOf)].flatMap(pairsOf).slice(0, MAX_TERMS),
    wanted: wantedBy(particular.length === 0 ? telling : particular, index),
    // An organisation and the term for it share their names.
    searchedAlso: [...new Set([...corrected.map(({ shown }) => shown), ...otherNames(all, asked, analyser)])],
    shortened: known.length > MAX_TERMS,
  };
}

/** What the free words ask for. */
function askedFreely(
  query: string,
  words: readonly Word[],
  corrected: readonly Correction[],
  reader: Reader,
): Asked[] {
  const typed = reader.analyser.analyse(query, true, words);
  const spelt = corrected.flatMap(({ start, end, terms }) =>
    terms.map((term): Asked => ({
      term,
      start,
      end,
      weight: isName({ term }) ? NAME_WEIGHT : 1,
      added: true,
    })),
  );
  // A name that was misspelt is one all the same.
  const names = [...typed, ...spelt].filter(isName);
  const asTyped = (tokens: readonly Token[]) =>
    tokens.map((token): Asked => {
      const { term, start, end } = token;
      return { term, start, end, weight: weightTyped(token, query, names), added: false };
    });
  // All the rest is for Hangul, Han and kana.
  if (isAscii(query)) return [...asTyped(typed), ...spelt, ...inKorean(typed, reader)];
  const english = translated(words, typed, reader);
  return [
    ...asTyped(withoutAsking(withoutSpelledOut(typed), query, [...names, ...english])),
    ...spelt,
    ...english,
    ...ofMorphemes(typed, english, reader),
    ...ofOneSyllable(typed),
    ...inKorean(typed, reader),
    ...spelledInEnglish(query, typed, reader),
  ];
}

/** Words that ask for a part of an answer and do not say what for: a passage need not have them to answer. */
const GENERAL = new RegExp(
  [
    String.raw`(?<!\p{L})왜(?!\p{L})|몇 ?[명번개]|얼마|언제|어디|누구|누가|무엇|뭐|뭔|어떻게|[무어][슨떤] ?일|둘러싼`,
    "내용|이유|원인|까닭|시기|날짜|방법|과정|상황|문제|관련|의미|알려|설명|말해|가르쳐|궁금|소개|요약|정리|자세히|모르겠|부탁|배경|한 ?줄|그랬|자료",
    "일어나|일어났|일어난|벌어지|벌어졌|벌어진|발생|생겼",
    "为什么|為什麼|为何|為何|什么时候|什麼時候|何时|何時|哪里|哪裡|哪儿|怎么办|怎麼辦|怎么回事|怎麼回事|如何",
    "内容|內容|原因|理由|时间|時間|日期|情况|情況|问题|問題|过程|過程|方法|含义|含義|意义|意義",
    "请问|請問|告诉|告訴|介绍|介紹|讲讲|講講|讲一下|講一下|说说|說說|说一下|說一下|解释|解釋|说明|說明|了解|发生|發生|意思|资料|資料|总结|總結|到底|背景|帮我|幫我|知道",
  ].join("|"),
  "gu",
);

function rangesOf(pattern: RegExp, query: string): Range[] {
  // Most questions have no such characters.
  if (!/[\u1100-\uffff]/u.test(query)) return [];
  return Array.from(query.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

function isGeneral({ term, start, end, added }: Asked, general: readonly Range[]): boolean {
  if (GENERAL_STEMS.has(term)) return true;
  return (
    (added || isJoined(term)) &&
    !isName({ term }) &&
    general.some((word) => start < word.end && end > word.start)
  );
}

/** `who` asks; `WHO` in capitals is a name. */
function isFunctionWord({ term, start, end }: Token, query: string): boolean {
  return FUNCTION_STEMS.has(term) && !/\p{Lu}{2}/u.test(query.slice(start, end));
}

/** Neighbours in the order in which they were typed, stop words between them left out. */
function pairsOf(words: readonly Word[]): (readonly [string, string])[] {
  if (words.length < 2) return [];
  const terms = plainTokens(words).map(({ term }) => term);
  return terms.slice(1).map((term, at) => [terms[at]!, term] as const);
}

/** Words that ask and do not say what for, in Chinese and Japanese; Korean ones are known by their part of speech. */
const ASKING =
  /什么时候|什麼時候|为什么|為什麼|怎么样|怎麼樣|什么|什麼|怎么|怎麼|怎样|怎樣|何时|何時|是否|哪些|哪个|哪個|多少|有没有|仍然|了吗|了嗎|的|了|吗|嗎|呢|谁|誰|被/gu;
/** 년, 월, 일 behind a number belong to a date. */
const DATE_UNIT =
  /(?<=\d ?)[년월일年月日](?:[에의은는])?(?![\p{Script=Hangul}\p{Script=Han}])|(?<=\d)[年月日]/gu;

/** Without what only asks; in a Korean question with morphemes, only the words that have one. */
function withoutAsking(tokens: readonly Token[], query: string, meant: readonly Range[]): Token[] {
  // 的 asks in 无核化的含义 and is a part of 目的.
  const asks = rangesOf(ASKING, query).filter(
    (word) => !meant.some(({ start, end }) => word.start >= start && word.end <= end),
  );
  const asking = [...asks, ...rangesOf(DATE_UNIT, query)];
  const morphemes = tokens.filter(({ term }) => term.startsWith(MORPHEME));
  const hasMorphemes = morphemes.length > 0;
  return tokens.filter(({ term, start, end }) => {
    if (!isJoined(term)) return true;
    if (asking.some((word) => start < word.end && end > word.start)) return false;
    if (!hasMorphemes || !/^\p{Script=Hangul}/u.test(term)) return true;
    return morphemes.some((morpheme) => start >= morpheme.start && end <= morpheme.end);
  });
}

/** Names of what is asked for that `all` that was typed has not. */
function otherNames(all: () => string, tokens: readonly Token[], { lexicon }: Analyser): string[] {
  const ids = new Set(tokens.filter(isName).map(({ term }) => term.slice(NAMED.length)));
  if (ids.size === 0) return [];
  const typed = all().toLowerCase();
  return [...ids].flatMap((id) =>
    lexicon
      .formsOf(id)
      .filter((form) => !typed.includes(form.toLowerCase()))
      .slice(0, TOLD),
  );
}
