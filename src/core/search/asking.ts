import type { Range } from "../range.ts";
import { MORPHEME, type Token } from "./analyse.ts";
import { isJoined, isName, type Asked } from "./asked.ts";
import { FUNCTION_WORDS } from "./stop-words.ts";
import { stemOf } from "./words.ts";

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

/** English words of the same sort as {@link GENERAL}. */
const GENERAL_STEMS: ReadonlySet<string> = new Set(
  "actually bot brief briefly eli5 exactly explain explanation hello hey hi mean meaning nutshell quick quickly summarise summary timeline"
    .split(" ")
    .map(stemOf),
);
const FUNCTION_STEMS: ReadonlySet<string> = new Set([...FUNCTION_WORDS].map(stemOf));

/** Where a question has such words in Hangul or Han. */
export function generalIn(query: string): Range[] {
  return rangesOf(GENERAL, query);
}

function rangesOf(pattern: RegExp, query: string): Range[] {
  // Most questions have no such characters.
  if (!/[\u1100-\uffff]/u.test(query)) return [];
  return Array.from(query.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/** Whether a token is such a word, or stands for one of `general`; see {@link generalIn}. */
export function isGeneral({ term, start, end, added }: Asked, general: readonly Range[]): boolean {
  if (GENERAL_STEMS.has(term)) return true;
  return (
    (added || isJoined(term)) &&
    !isName({ term }) &&
    general.some((word) => start < word.end && end > word.start)
  );
}

/** `who` asks; `WHO` in capitals is a name. */
export function isFunctionWord({ term, start, end }: Token, query: string): boolean {
  return FUNCTION_STEMS.has(term) && !/\p{Lu}{2}/u.test(query.slice(start, end));
}

/** Words that ask and do not say what for, in Chinese and Japanese; Korean ones are known by their part of speech. */
const ASKING =
  /什么时候|什麼時候|为什么|為什麼|怎么样|怎麼樣|什么|什麼|怎么|怎麼|怎样|怎樣|何时|何時|是否|哪些|哪个|哪個|多少|有没有|仍然|了吗|了嗎|的|了|吗|嗎|呢|谁|誰|被/gu;
/** 년, 월, 일 behind a number belong to a date. */
const DATE_UNIT =
  /(?<=\d ?)[년월일年月日](?:[에의은는])?(?![\p{Script=Hangul}\p{Script=Han}])|(?<=\d)[年月日]/gu;

/** Without what only asks; in a Korean question with morphemes, only the words that have one. */
export function withoutAsking(tokens: readonly Token[], query: string, meant: readonly Range[]): Token[] {
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
