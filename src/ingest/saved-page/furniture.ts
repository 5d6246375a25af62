import type { OutletBook } from "../../core/outlet.ts";

/** Longest line that can be furniture; anything longer is somebody's prose. */
const LINE_MAX = 400;

/** Reader comments, their form or their rules begin: nothing after it belongs to the article. */
const COMMENTS = any(
  String.raw`(?:\d[\d,]*\s)?(?:(?:reader|user|your|all)\s)?comments?(?:\(s\))?(?:\s?[(\[]?\d[\d,]*[)\]]?)?:?`,
  String.raw`no comments(?: yet)?\.?`,
  String.raw`(?:add|post|leave|write|submit)\s(?:a\s|your\s)?(?:comments?|reply)[\s.…()\d]*`,
  String.raw`(?:view|show|hide|read)\s(?:all\s|the\s)?(?:\d+\s)?(?:comments?|replies)[\s.…()\d]*`,
  String.raw`join the (?:conversation|discussion)[.:]?`,
  String.raw`(?:be the first|log in|sign in|you must be logged in|please log in) to (?:post a )?comment[.!]?`,
  `(?:전체\\s?)?댓글(?:\\s?(?:쓰기|보기|달기|작성|등록))?\\s?[([]?\\d*[)\\]]?개?`,
  "コメント(?:を書く|一覧|する)?\\s?[(（]?\\d*[)）]?件?",
  "(?:网友|最新|热门|我要|发表)?评论\\s?[(（]?\\d*[)）]?条?",
);

/** The page says whose property it is. */
const COPYRIGHT = [
  // A sentence can begin with the word too.
  /^[<[(（【〈]?\s?(?:copyrights?\s?(?:©|ⓒ|\(c\)|[,:：]|by\b|\d{4}|[^.!?]{0,60}$)|©|ⓒ|\(c\)|저작권자(?![가-힣])|版权所有|版權所有)/iu,
  /\ball rights reserved\b/iu,
  /무단\s?(?:전재|복제|배포|전제).{0,40}(?:금지|불허|금합니다)|(?:©|ⓒ|저작권).{0,80}무단\s?(?:전재|복제|배포|전제)/u,
  /無断転載|転載を禁|无断转载|未经.{0,10}(?:授权|许可).{0,20}(?:转载|摘编|复制|镜像)|不得转载/u,
  /^[(（[【]?\s?(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s?[:：]/u,
  /^[^。]{0,20}[(（[【]\s?(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s?[:：][^。]{1,20}[)）\]】]$/u,
];

/** Lists of other articles which stand after the end. */
const MORE = any(
  String.raw`(?:most|top) (?:read|popular|viewed|shared|commented)(?: stories| articles| news)?:?`,
  String.raw`you (?:may|might) (?:also )?(?:like|be interested in):?`,
  String.raw`(?:recommended|trending|popular|latest|more|other)` +
    String.raw`(?: (?:news|stories|articles|headlines|videos))?(?: (?:for you|now|today))?:?`,
  String.raw`more (?:from|stories|news) [^.!?]{1,60}`,
  String.raw`about the (?:authors?|writers?|contributors?)|(?:필자|기자|저자) 소개|作者简介|筆者紹介`,
  String.raw`more on this (?:story|topic|subject)`,
  String.raw`(?:more|other|latest|all|see all|view all|read more) (?:articles?|stories|posts|columns) (?:by|from) [^.!?]{1,60}`,
  "(?:\\S{1,15}\\s?기자(?:의|님의)?\\s?)?(?:다른\\s?)?(?:기사|글)\\s?(?:더\\s?)?보기",
  String.raw`(?:editor['’]s|editors['’]) (?:picks?|choice):?|read next:?|up next:?|what others are reading:?`,
  "(?:가장\\s?)?많이\\s?(?:본|읽은)\\s?(?:기사|뉴스)?|(?:추천|인기|주요|핫|최신)\\s?(?:기사|뉴스)",
  "이\\s?시각\\s?(?:주요\\s?)?(?:뉴스|기사)|실시간\\s?(?:뉴스|랭킹)?",
  "アクセスランキング|おすすめ(?:記事)?|人気記事|あわせて読みたい|新着(?:記事|ニュース)",
  "热门(?:推荐|新闻|文章)|推荐阅读|猜你喜欢|更多(?:新闻|内容)?|最新新闻|热点新闻",
);

/** A box of links which may also stand in the middle of an article. */
const RELATED = any(
  String.raw`(?:related|see also|read also|also read|further reading)` +
    String.raw`(?: (?:articles?|stories|story|news|links?|topics?|coverage|content))?:?`,
  "[▶■◆]?\\s?(?:\\[|<)?관련\\s?(?:기사|뉴스|글)(?:\\]|>)?:?",
  "関連(?:記事|ニュース|リンク)?:?",
  "(?:相关|相關)(?:新闻|新聞|阅读|链接|文章|报道)[:：]?",
);

/** The page keeps its distance from what an author says, or says that it is an author's own view. */
const DISCLAIMER = [
  new RegExp(
    String.raw`^\W{0,3}(?:disclaimer:?\s)?(?:all |any |the )?(?:views?|opinions?)(?:,? (?:and|or) [a-z]+)? ` +
      String.raw`(?:expressed|contained|presented|stated|in this)\b.{0,250}\b(?:authors?|writers?|` +
      String.raw`contributors?|columnists?|necessarily)\b`,
    "iu",
  ),
  /^\W{0,3}(?:opinion|op-ed|guest) (?:article|column|piece|essay)s? (?:reflect|represent|express|are)\b/iu,
  /^\W{0,3}this (?:article|column|essay|piece) (?:reflects|represents|expresses) .{0,80}\bviews?\b/iu,
  /(?:^|[.!?]["”’]?\s)(?:the|these|all|any) (?:views?|opinions?) (?:expressed|reflected|presented|contained|here|in)\b.{0,80}\b(?:are|represent|reflect) (?:solely |entirely )?(?:(?:his|her|their|my) own|those of the (?:author|writer)s?|the (?:author|writer)(?:s['’]|['’]s))/iu,
  /^[*※■▲]?\s?(?:외부\s?(?:필자|기고|칼럼)|[본이]\s?(?:칼럼|기고)).{0,60}(?:다를 수|무관|개인\s?(?:의견|견해)|방향과)/u,
  /^.{0,40}(?:仅代表作者|不代表本(?:网|报|站)|個人の(?:見解|意見))/u,
];

/** Offers and notices of the site. */
const NOTICES = [
  /^(?:article )?disclaimers?\s?[:：]/iu,
  /^(?:we|this (?:web)?site|our (?:web)?site)\b.{0,40}\buses? (?:\w+ )?cookies\b/iu,
  /\bcookies\b.{0,80}\b(?:consent|cookie policy|accept)\b/iu,
  /\bjavascript\b.{0,40}\b(?:disabled|required|enabled?)\b|\benable javascript\b/iu,
  /^(?:please )?(?:sign up|subscribe)\b.{0,20}\b(?:for|to)\b.{0,80}\b(?:newsletters?|alerts|briefings?)\b/iu,
  /^(?:please )?(?:sign up|subscribe)\b.{0,20}\b(?:for|to)\b.{0,80}\b(?:channel|mailing list|unlimited)\b/iu,
  /^(?:follow|like|find|join) us (?:on|at)\b/iu,
  /^skip (?:past|over) (?:the )?newsletter\b.{0,40}$|^after newsletter (?:promotion|sign-?up)$/iu,
  /^privacy notice\s?[:：]/iu,
  // What blogs put below each post.
  /^(?:like|share) this\s?:$|^like(?: this)? loading(?:\.{3}|…)$/iu,
  /^click to (?:share|e-?mail|print)\b.{0,60}\(opens in (?:a )?new window\)$/iu,
  /^if you (?:liked?|enjoy(?:ed)?) (?:this|what you(?:['’]ve| have)? read)\b.{0,60}\b(?:clap|follow|subscribe|share|support)\b.{0,100}$/iu,
  // Below a post sent by e-mail.
  /^thanks for reading\b.{0,120}!(?:\s(?:this post is public|subscribe|if you|please|feel free|share)\b.{0,200})?$/iu,
  /^this post is public so feel free to share it\.?$/iu,
  /^subscribe (?:for free )?to (?:receive|get) (?:all )?(?:my |our |the )?(?:new|latest|future) posts\b.{0,120}$/iu,
  /^[^.!?]{1,80} is a reader-supported (?:publication|newsletter)\. to (?:receive|support)\b/iu,
  /^(?:get|download|install) (?:the|our) .{0,40}\bapp\b/iu,
  /^(?:click|tap) here\b/iu,
  /^(?:read more|read also|also read|see also|related|watch|recommended)\s?[:：]\s/iu,
  /^(?:sorry,? ?)?(?:the )?page (?:you .{0,60})?(?:could not be|cannot be|was not|not) found\b/iu,
  /^(?:error )?404\b/iu,
  /^(?:racist|abusive|offensive)\b.{0,80}\bcomments\b.{0,40}\bremoved\b/iu,
  /^\S+@\S+\.\S+(?:\s\(END\)|\s\(끝\))?$/u,
  /^this (?:entry|post|article) (?:was|is) (?:posted|published|filed|written)\b/iu,
  /^原标题\s?[:：]/u,
  /^follow\b.{0,80}\bcoverage\b.{0,80}\bat\b.{0,20}https?:\/\/\S+$/iu,
  /^you(?:['’](?:re|ve)|\s(?:are|have))\b.{0,40}\bfree (?:articles?|stor(?:y|ies))\b.{0,40}$/iu,
  /^a version of this (?:article|essay|column|review) (?:appears|appeared)\b.{0,40}\bin print\b/iu,
  // Who wrote an agency's text is said behind it.
  /^[(（]?(?:additional |extra )?(?:reporting|writing) by [^.!?]{3,160}[.;] ?(?:(?:additional |extra )?(?:reporting|writing|editing|graphics|compiled) by [^.!?]{3,80}[.;]? ?){1,4}[)）]?\.?$/iu,
  /^[(（]?(?:additional|extra) (?:reporting|research) by [^.!?]{3,120}[.]?[)）]?$/iu,
  /^[[(（]?(?:(?:[Tt]ranslated|[Ee]dited|[Cc]ompiled|[Pp]roofread)(?: and (?:translated|edited))? by \p{Lu}\S{1,30}(?:(?:,? and|,)?\s\p{Lu}\S{0,30}){1,4}(?:\s|$)){1,3}$/u,
  /^[[(（<]?\s?(?:영상\s?(?:취재|편집)|촬영(?:기자)?|그래픽)\s?[:：][^.!?]{2,80}$/u,
  // The day and page of the paper it was printed in.
  /^[《〈]\s?[^》〉]{1,20}\s?[》〉]\s?[（(]\s?\d{4}年\s?\d{1,2}月\s?\d{1,2}日.{0,20}版\s?[）)]$/u,
  /^our standards\s?:/iu,
  /^[[(（【]?\s?(?:(?:web|copy|duty|executive|managing|news)\s)?editors?\s?[:：][^.!?]{1,60}$/iu,
  /^[[(（【]?\s?(?:source|来源|來源|稿源|출처)\s?[:：][^.!?。]{1,60}$/iu,
  /^(?:key\s?words?|tags?|topics?|labels?|filed under|关键词|關鍵詞|태그|タグ)\s?[:：]/iu,
  // Where to write to.
  /^[^.!?。@]{0,40}[\s:：(（<]\S{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[)）>]?$/u,
  /^(?:(?:please|to) )?(?:direct|send|contact|e-?mail|write to|reach|submit)\b.{0,160}\S@\S{1,60}\.\S/iu,
  /^(?:the )?(?:author|reporter|writer|columnist)s? (?:can|may) be (?:reached|contacted|e-?mailed)\b/iu,
  /^(?:https?:\/\/|www\.)\S+(?:\s\([^()]{1,40}\))?$/iu,
  /^[▶☞◀].{0,80}(?:구독|바로\s?가기|제보\s?(?:하기|는|$)|채널\s?(?:추가|구독)|(?:기사|영상|뉴스|더)\s?보기|클릭|다운\s?(?:로드|받)|앱\s?설치)/u,
  /제보를?\s?(?:기다립니다|기다리고 있습니다|받습니다)/u,
  /^제보(?:는|하기)|^(?:네이버|카카오톡|유튜브)(?:에서)?.{0,40}(?:구독|채널|검색)|구독(?:해\s?주세요|하세요)|이 기사를 공유/u,
  /^(?:この記事は)?(?:有料会員|会員限定|残り\d+文字)/u,
  /^(?:扫描|扫一扫|关注)(?:下方)?.{0,20}(?:二维码|微信|公众号)/u,
];

export type Furniture = "comments" | "copyright" | "more" | "related" | "disclaimer" | "notice";

/**
 * What piece of furniture a line is; `null` where it is none. Only whole lines count: words inside prose
 * never do.
 */
export function furnitureOf(line: string, outlets: OutletBook): Furniture | null {
  if (line.length > LINE_MAX) return null;
  if (COMMENTS.test(line)) return "comments";
  if (line.length <= 250 && COPYRIGHT.some((pattern) => pattern.test(line))) return "copyright";
  if (DISCLAIMER.some((pattern) => pattern.test(line))) return "disclaimer";
  if (MORE.test(line)) return "more";
  if (RELATED.test(line)) return "related";
  return NOTICES.some((pattern) => pattern.test(line)) || isFollow(line, outlets) ? "notice" : null;
}

/** "Follow China.org.cn on Twitter": an outlet asks for it. "Follow the money" is an article's own words. */
function isFollow(line: string, outlets: OutletBook): boolean {
  const match = /^(?:follow|like|find|join) (.{1,60}?) on \p{L}/iu.exec(line);
  return match !== null && outlets.named(match[1]!) !== null;
}

function any(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join("|")})$`, "iu");
}
