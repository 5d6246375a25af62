import type { OutletBook } from "../../core/outlet.ts";

/** Length of the end of a paragraph in which a picture credit is looked for. */
const CREDIT_MAX = 120;

const CREDIT_WORDS =
  /\b(?:photos?|images?|pictures?|courtesy|handout|file photo)\b|사진|제공|写真|提供|图|圖|摄|攝/iu;

/**
 * Whether a paragraph stands under a picture: it ends in a credit such as [Photo/Xinhua], or says that it
 * is a caption.
 */
export function isCaption(text: string, outlets: OutletBook): boolean {
  return (
    startsAsCaption(text) ||
    /\bCredit(?:\.\.\.|…)\s?\S.{0,60}$/u.test(text.slice(-CREDIT_MAX)) ||
    (isLine(text) && endsInSource(text, outlets)) ||
    CHINESE_CREDIT.test(text.slice(-30)) ||
    endsInCredit(text.slice(-CREDIT_MAX), outlets)
  );
}

/** "…。新华社记者 王伟 摄", "…。王伟摄（新华社发）". */
const CHINESE_CREDIT =
  /(?:记者|記者|通讯员|。)\s?\p{Script=Han}{2,4}(?:\s\p{Script=Han}{1,3})?\s?(?:摄|攝)[）)]?$|[（(]?新华社发[）)]?$/u;

function startsAsCaption(text: string): boolean {
  if (text.length > 600) return false;
  const head = text.slice(0, 40);
  return (
    /^(?:photo|image|picture|file photo|caption|photo caption|photo by)\s?[:：]/iu.test(head) ||
    /^[[(（【<]?(?:사진(?:\s?설명)?|자료사진|写真|图片?|圖片?|配图|资料图片?|資料圖片?)[\])）】>]?\s?[:：=]/u.test(
      head,
    ) ||
    // The mark Korean papers put before the words under a picture.
    /^[▲△]\s?\S/u.test(head)
  );
}

function endsInCredit(end: string, outlets: OutletBook): boolean {
  if (isSlashCredit(end, outlets)) return true;
  const bracketed = /([[(（【<])([^[\](){}（）【】<>]{1,100})[\])）】>]\.?$/u.exec(end);
  if (!bracketed) return false;
  const [, bracket, inside] = bracketed;
  // A sentence in brackets, "(he took the photo himself)", is no credit.
  if (CREDIT_WORDS.test(inside!)) return !/[.!?。]$/u.test(inside!) && isCreditShaped(inside!);
  const sources = inside!.split("/").map((part) => part.trim());
  if (bracket === "[") return sources.every((part) => outlets.named(part) !== null);
  // "(Xinhua/Wang Wei)": agency and photographer.
  return bracket === "(" && sources.length === 2 && outlets.named(sources[0]!) !== null;
}

/** Some words that are no sentence before the source at their end. */
function isLine(text: string): boolean {
  return (
    text.length <= CREDIT_MAX * 2 &&
    /[^\s.!?。:：,]\s?[(（/][^()（）/]{2,40}[)）]?$/u.test(text.slice(-CREDIT_MAX)) &&
    /^(?!by\s)(?:\S+\s){3}/iu.test(text.slice(0, CREDIT_MAX))
  );
}

/** Whether a text ends in "(Yonhap)", "(AP-Yonhap)" or "/연합뉴스": below a picture that is its source. */
export function endsInSource(text: string, outlets: OutletBook): boolean {
  const source = /(?:[[(（]([^[\](){}（）]{1,60})[\])）]|\/\s?([^/.。]{2,30}))[.。]?$/u.exec(
    text.slice(-CREDIT_MAX),
  );
  if (source === null) return false;
  const parts = (source[1] ?? source[2]!).split(/\s?[-/,·=]\s?/u);
  return parts.every((part) => outlets.named(part.trim()) !== null);
}

/** "The delegates shake hands. /Yonhap": a sentence, a slash and nothing but agencies. */
function isSlashCredit(end: string, outlets: OutletBook): boolean {
  const sources = /[.。]["”’]?\s?\/\s?([^/.]{2,40})$/u.exec(end)?.[1]?.split(/\s?[-·,=]\s?|\s/u);
  if (sources === undefined) return false;
  return (
    sources.every((source) => outlets.named(source) !== null) || outlets.named(sources.join(" ")) !== null
  );
}

/** `Photo/Xinhua`, `Photo by A B`, `사진=연합뉴스`: a few words of which the first says what it is. */
const CREDIT_START =
  /^(?:file\s)?(?:photo|image|picture|courtesy|handout|사진|자료사진|写真|图|圖|供图)|^\p{Lu}{2,9}\s(?:photo|image)/iu;

/** `연합뉴스 제공`, `via Getty Images`. */
const CREDIT_END = /(?:photos?|image|via getty images|handout|사진|제공|提供|摄|攝|写真)$/iu;

function isCreditShaped(inside: string): boolean {
  return inside.split(/\s+/u).length <= 10 && (CREDIT_START.test(inside) || CREDIT_END.test(inside));
}
