import type { OutletBook } from "../../core/outlet.ts";
import { authorOf } from "../saved-page/byline.ts";
import { spaced } from "../space.ts";

/** Names that content systems give to nobody in particular. */
const NOBODY =
  /^(?:admin(?:istrator)?|editors?|editorial|staff|web ?master|news ?desk|newsroom|guest|user|root|unknown|anonymous|none|n\/a|null|undefined|관리자|편집부|편집국|온라인뉴스팀|디지털뉴스팀|뉴스팀|취재팀|본사|기자|记者|編輯|编辑|(?:本报|本報).*)$/iu;

/** Organisations by the words of their names. */
const BODY =
  /\b(?:news|agency|press|times|post|herald|daily|bureau|desk|office|ministry|department|staff|team|editors?|board|media|network|institute|center|centre|foundation|university|association|committee|government|correspondent|reporter|columnist|contributor|writer|professor|ambassador|online|inc|ltd|llc)\b|(?:신문|일보|뉴스|통신|방송|편집부|부|실|팀|논설위원실?|위원회|社|网|網|报|報|通讯社|新华|部|办公室)$/iu;

/** A Korean name by itself begins with a surname: a word of two to four syllables may be a button too. */
const KOREAN_NAME =
  /^(?:남궁|황보|제갈|선우|독고|사공|서문|[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹모탁국은편용예경봉복태목형빈온피두감호범팽승갈좌림리로][가-힣]?)[가-힣]{1,2}$/u;

/** "홍길동 서울대 교수": a name that begins with a common surname, and what the person is. */
const KOREAN_TITLED =
  /^([김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추][가-힣]{1,2})(?:\s|\()[^,]{0,40}(?:교수|대사|위원|연구원|소장|원장|센터장|이사장|총장|장관|차관|의원|박사|대표|변호사|작가|시인|주필|팀장|칼럼니스트|평론가|전문기자|대기자)\)?$/u;

/** The people a byline names, as it writes them; `""` where it is a byline that names none, `null` where it is no byline. */
export function bylineOf(text: string, outlets: OutletBook): string | null {
  const plain = text.replace(/^[\s|·•,/–—-]+|[\s|·•,/–—-]+$/gu, "");
  return koreanByline(plain) ?? authorOf(plain, outlets) ?? chineseByline(plain);
}

/** "홍길동 기자, 김철수 특파원": each with a title of their own. */
function koreanByline(text: string): string | null {
  if (text.length > 100) return null;
  const people = [...text.matchAll(KOREAN_PERSON)].map(([, name]) => name!);
  return people.length >= 2 && /^[\s·,ㆍ|/]*$/u.test(text.replace(KOREAN_PERSON, ""))
    ? people.join(", ")
    : null;
}

const KOREAN_PERSON =
  /([가-힣]{2,4})\s?(?:기자|특파원|논설위원|통신원)(?:\s?\S{1,40}@\S{1,40})?(?![가-힣])/gu;

/** "作者：王伟 来源：新华社", "记者 王伟、李娜". */
function chineseByline(text: string): string | null {
  if (text.length > 100) return null;
  // Names of two characters are spaced to stand under those of three.
  const reporters =
    /^(?:本报|本報|本刊|本网|新华社|人民网|中新社)?(?:驻\S{1,8})?(?:特约)?(?:记者|記者)\s?[:：]?\s?(\p{Script=Han}{1,4}(?:[\s、，]\p{Script=Han}{1,4}){0,5})$/u.exec(
      text,
    );
  if (reporters) return reporters[1]!;
  const match =
    /(?:作者|记者|記者|撰文)\s?[:：丨|/／\s]\s?(\p{Script=Han}{2,4}(?:[、\s，]\p{Script=Han}{2,4}){0,3})(?=$|[\s|丨）)\]】])/u.exec(
      text,
    );
  return match ? match[1]! : null;
}

/**
 * The person a name of the metadata or of an element for names stands for, without title and address; `null` for an outlet, an
 * office or nobody in particular.
 */
export function personOf(name: string, outlets: OutletBook): string | null {
  const text = spaced(name);
  if (text === "" || text.length > 80) return null;
  // "坡州＝三枝葉子": the place somebody writes from.
  const placed = /^(?:[^\s＝=]{1,12}[＝=]|[가-힣]{2,8}[-–](?=[가-힣]))\s?(\S.*)$/u.exec(text);
  if (placed) return personOf(placed[1]!, outlets);
  const byline = bylineOf(text, outlets) ?? bylineOf(`By ${text}`, outlets);
  if (byline !== null && byline !== "") return byline;
  const titled = KOREAN_TITLED.exec(text);
  if (titled) return titled[1]!;
  const bare = text
    .replace(/^by\s/iu, "")
    .replace(/\s?[([（][^)\]）]*[)\]）]$|,\s.*$|\s?\S+@\S+$/gu, "")
    .trim();
  if (bare === "" || /[@/\d:|]/u.test(bare) || NOBODY.test(bare) || BODY.test(bare)) return null;
  if (outlets.named(bare) !== null) return null;
  if (KOREAN_NAME.test(bare)) return bare;
  if (/^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,7}[·・]\p{Script=Han}{1,7}$/u.test(bare)) return bare;
  if (/[가-힣]|\p{Script=Han}{5}/u.test(bare)) return null;
  const parts = bare.split(" ");
  return parts.length >= 2 && parts.length <= 5 && parts.every((part) => /^\p{L}/u.test(part)) ? bare : null;
}
