import { LONG } from "../saved-page/reading.ts";
import type { Piece } from "./page.ts";

/** Share of a paragraph's characters in links from which it is nothing but a link. */
const ONLY_LINK = 0.85;

/** Longest line that leads to another story. */
const WEIGHT_MAX = 300;

/** What sites write in front of a link to another of their stories. */
const LEADS = new RegExp(
  String.raw`^[\p{P}\p{S}\s]{0,4}(?:(?:read|see)\s(?:also|more|next|this)|(?:also|must)\sread|related(?:\s\p{L}{3,10})?|more\s(?:on|from)|` +
    String.raw`watch|listen|recommended|don['’]t miss|in\scase\syou\smissed\sit|you\smay\s(?:also\s)?like|` +
    String.raw`관련\s?(?:기사|뉴스|글|영상)|함께\s?(?:보면|읽으면|볼만한)[^:：]{0,12}|이전\s?기사|더\s?보기|바로\s?가기|` +
    String.raw`相关(?:阅读|新闻|报道|链接)|延伸阅读|相關(?:新聞|閱讀|報導)|更多(?:阅读|报道|新闻)?|推荐阅读|関連(?:記事|ニュース)|あわせて読みたい)` +
    String.raw`(?:\s?[\])}>】〉:：|►▶→>»-]|\s*$)`,
  "iu",
);

/**
 * Whether a paragraph leads to another story and says nothing itself: all of it is a link, or it says "Read also:" before a
 * link. A sentence with links in it is the article's.
 */
export function isLinkLine({ text, weight, linked }: Piece): boolean {
  if (linked >= ONLY_LINK) return weight < LONG * 2;
  if (weight > WEIGHT_MAX) return false;
  return (
    LEADS.test(text) &&
    (linked > 0.3 ||
      /^[[(<【〈▶►☞→]/u.test(text) ||
      (text.length < 40 && /[\])}>】〉》:：►▶→»]\s?$/u.test(text)))
  );
}
