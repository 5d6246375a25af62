import type { OutletBook } from "../../core/outlet.ts";

/** Words of a byline that name no person. */
const ROLES = new RegExp(
  String.raw`\b(?:staff|reporters?|correspondents?|writers?|editors?|editorial|board|bureau|desk|` +
    String.raw`columnists?|contributors?|contributing|agenc(?:y|ies)|wires?|news|newsroom|team|press|` +
    String.raw`special|professor|ambassador)\b`,
  "iu",
);

/** What somebody is, behind a name and a comma. */
const OFFICE = new RegExp(
  String.raw`\b(?:spokes(?:person|man|woman)|secretary|minister|president|director|deputy|department|ministry|office|senator|` +
    String.raw`commissioner|chairm[ae]n|chairperson|fellow|analyst|researcher|lecturer|economist|adviser|advisor|journalist|` +
    String.raw`producer|photographer|anchor|university|institute|college|manager|officer|expert|specialist|lawyer)\b|` +
    String.raw`^(?:new york|hong kong|(?:north|south) korea|united nations)$`,
  "iu",
);

/** Offices in front of a name. */
const TITLE =
  /^(?:(?:Department|Deputy|Assistant|Principal|Acting|Under|Press|Foreign|Prime|Vice)\s){0,3}(?:Spokes(?:person|man|woman)|Secretary|Minister|President|Ambassador|Senator|Professor)\s(?=\S{1,30}\s\S)/u;

/** One word of a person's name: `Haifa`, `Soo-ji`, `O'Brien`, `JR.`, `al-Assad`. */
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeiu]|la|v[ao]n|de[rn]|bin|[ae]l|(?:al|el|d)[-'’]\p{Lu}[\p{L}\p{M}-]*)$/u;

const KOREAN_ROLE = /^(?:\S{0,10}(?:기자|특파원|논설위원|논설주간|논설실장|논설고문|통신원)|편집인)$/u;

/** Longest line that is looked at. */
const LINE_MAX = 160;

/**
 * The people a byline names, as the page writes them, such as `Haifa Said` of "By Haifa Said" or `홍길동` of
 * "홍길동 기자 hong@…"; `null` where the line is no byline, `""` where it is one that names no person ("By
 * Reuters", "By staff").
 */
export function authorOf(line: string, outlets: OutletBook): string | null {
  if (line.length > LINE_MAX) return null;
  return english(line, outlets) ?? korean(line) ?? signed(line) ?? chinese(line) ?? japanese(line);
}

/** How many paragraphs may stand over the one with the agency's dateline. */
const LEAD_MAX = 3;

/** The reporter a news agency names at the head of a text's first paragraph: "(서울=연합뉴스) 홍길동 기자 = …", "…电（记者王伟、李娜）…". */
export function leadAuthorIn(paragraphs: readonly string[]): string | null {
  return (
    paragraphs
      .slice(0, LEAD_MAX)
      .map(leadAuthorOf)
      .find((author) => author !== null) ?? null
  );
}

/** Whether a paragraph begins as an agency's first one does, with place, day and agency. */
export function opensWithAgency(paragraph: string): boolean {
  return LEAD.test(paragraph.slice(0, 100));
}

const LEAD = new RegExp(
  String.raw`^(?:[[(（【][^\])）】=＝]{1,20}[=＝][^\])）】]{1,20}[\])）】]|` +
    String.raw`[\p{Lu}][\p{L}\s.,'’/-]{1,50},\s(?:\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,9})(?:,?\s\d{4})?\.?\s?(?:\([^()]{2,30}\)|/[^/]{2,20}/)\s?(?:[-–—]|\.)|` +
    String.raw`[\p{Lu}][\p{L}\s.,'’-]{1,40}\s\((?:Reuters|AP|AFP|Yonhap|Xinhua|Kyodo)\)\s?[-–—]|` +
    String.raw`(?:新华社|中新社|中新网|人民网|新華社|央视网)\S{0,20}[电電])`,
  "u",
);

/** The columnist in front of a column's headline: "[Jane Doe] The harbour in spring". */
export function columnistOf(title: string, outlets: OutletBook): string | null {
  const name = /^\[([^\]]{4,40})\]\s/u.exec(title)?.[1];
  if (name === undefined || !/^\p{Lu}\p{Ll}+(?:[\s-]\p{L}[\p{L}.]*){1,3}$/u.test(name)) return null;
  return english(`By ${name}`, outlets) === name ? name : null;
}

function leadAuthorOf(paragraph: string): string | null {
  const lead = /^[[(（][^\])）]{1,30}[\])）]\s?([^=]{1,40}?)\s?=\s/u.exec(paragraph.slice(0, 100));
  if (lead) return korean(lead[1]!);
  const signed =
    /^[【[(（]\S{0,14}(?:记者|記者)\s?[:：]?\s?(\p{Script=Han}{2,4}(?:[、，\s]{1,2}\p{Script=Han}{2,4}){0,4})[】\])）]/u.exec(
      paragraph.slice(0, 80),
    );
  if (signed) return signed[1]!;
  return (
    /电\s?[（(]记者\s?(\p{Script=Han}{2,4}(?:[、，\s]{1,2}\p{Script=Han}{2,4}){0,4})[）)]/u.exec(
      paragraph.slice(0, 80),
    )?.[1] ?? null
  );
}

function english(line: string, outlets: OutletBook): string | null {
  const match = /^(?:(?:written|posted|reported|story|text|words)\s)?by:?\s+(?=\S)/iu.exec(line);
  if (!match) return null;
  // What follows the names: a separator, a place, a date, an address.
  const [head = ""] = line
    .slice(match[0].length)
    .replace(TITLE, "")
    .split(
      /\s[-–—|•·/]|[|•·(<[]|\s(?:in|for|at|on)\s|\d|\s(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d|\S+@|\b(?:published|posted|updated)\b/iu,
    );
  const parts = head.split(/\s*(?:,\s*and\s|,|\sand\s|\s&\s)\s*/u).map((part) => part.trim());
  const [first = ""] = parts;
  if (outlets.named(head.trim()) !== null || ROLES.test(first))
    return isNameLike(first) || ROLES.test(first) ? "" : null;
  // "By Force" is a headline; hardly anybody signs with one name.
  if (!isNameLike(first) || !/\s/u.test(first)) return null;
  const people = [first];
  for (const part of parts.slice(1)) {
    if (!isNameLike(part) || !part.includes(" ") || outlets.named(part) !== null) break;
    if (ROLES.test(part) || OFFICE.test(part)) break;
    people.push(part);
  }
  // As written, from the first name to the last one kept.
  const last = people.at(-1)!;
  return head
    .trim()
    .slice(0, head.trim().indexOf(last, people.length === 1 ? 0 : first.length) + last.length);
}

/** Two to five words of which each can be part of a name. */
function isNameLike(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length >= 1 && words.length <= 5 && text.length > 1 && words.every((word) => NAME_WORD.test(word))
  );
}

/** "홍길동 기자", "워싱턴=홍길동 특파원 hong@example.com", "[서울=뉴시스] 홍길동 김철수 기자 =". */
function korean(line: string): string | null {
  const plain = line
    .replace(/^[[(<（【][^\])>）】]{0,30}[\])>）】]\s?/u, "")
    .replace(/\s?\S+@\S+$/u, "")
    .replace(/^[가-힣]{2,8}=/u, "")
    .replace(/^(?:글|취재|기자명|글쓴이|작성자)\s?[:=]?\s/u, "")
    .replace(/\s?[=|·]$/u, "")
    .trim();
  const words = plain.split(/[\s·,ㆍㅣ|]+/u);
  const role = words.pop() ?? "";
  const joined = /^([가-힣]{2,4})(?:기자|특파원)$/u.exec(role);
  if (joined && words.length === 0) return joined[1]!;
  if (!KOREAN_ROLE.test(role)) return null;
  const names = words.filter(
    (word) => !KOREAN_ROLE.test(word) && !/(?:전문|선임|수석|인턴|워싱턴|베이징|도쿄|서울)$/u.test(word),
  );
  if (names.length === 0 || names.length > 4 || !names.every((name) => /^[가-힣]{2,4}$/u.test(name)))
    return null;
  return names.join(", ");
}

/** "본사기자 라금별", as papers of the North sign, "기자 홍길동"; "본사정치보도반" names a desk. */
function signed(line: string): string | null {
  if (/^본사\S{0,10}(?:보도반|취재반|편집국)$/u.test(line)) return "";
  const match =
    /^(?:글\s)?(본사|본지|본보|현지)?\s?(?:특파)?기자\s([가-힣]{2,4}(?:[\s,·]{1,2}[가-힣]{2,4}){0,3}?)(?:[\s,]{1,2}사진\s.{1,30})?$/u.exec(
      line.replace(/\s?\S+@\S+$/u, ""),
    );
  if (match === null) return null;
  const [, whose, names] = match;
  // Without its paper's name the word is that of press conferences and notebooks too.
  return whose !== undefined || (names!.length === 3 && SURNAME.test(names!)) ? names! : null;
}

/** A surname that few other words begin with, in a name of three syllables. */
const SURNAME =
  /^(?!이야기|이메일|지망생|추천|한마디|우리|이후|최근)[김이박최강조윤임한오서신권황안송류홍고문손배백허남심노하곽차우민진나지엄채원천방현함변염여추석설길표왕라림리][가-힣]{2}$/u;

/** "作者：王伟", "记者：王伟", "記者 王偉". A 编辑 edits and is not the author. */
function chinese(line: string): string | null {
  const match = /^[(（【[]?(?:作者|记者|記者|文)\s?[:：/／\s]\s?(\p{Script=Han}{2,4})[)）】\]]?$/u.exec(line);
  return match ? match[1]! : null;
}

/** "ソウル＝鈴木一郎": whence and who. Behind words for pictures stands who took them. */
function japanese(line: string): string | null {
  const match =
    /^[（(【]?(?!写真|撮影|提供|図|画像|構成)[\p{Script=Katakana}ー\p{Script=Han}]{2,8}[=＝]([\p{Script=Han}々]{2,4}[\p{Script=Hiragana}\p{Script=Katakana}]{0,4})[）)】]?$/u.exec(
      line,
    );
  if (match === null) return null;
  return /^(?:共同|時事|聯合|朝鮮|毎日|読売|朝日|産経|代表|本紙|写真)/u.test(match[1]!) ? "" : match[1]!;
}
