import type { Range } from "../../core/range.ts";
import { opensWithAgency } from "./byline.ts";
import { LONG } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Prose a part of the page needs so that the article is taken to lie in it: more than a standfirst. */
const ARTICLE_MIN = 200;

/** Least prose of an article that is a single paragraph. */
const SINGLE_MIN = 80;

/**
 * What can be the article's own between its first and its last paragraph, where it may also speak of
 * "views".
 */
const OWN: ReadonlySet<Reading["role"]> = new Set(["text", "sections", "disclaimer"]);

/** Nothing of the article comes after these. */
const ENDS: ReadonlySet<Reading["role"]> = new Set(["comments", "copyright", "more"]);

/** Bylines, dates and pictures that come after these belong to other articles. */
const CLOSING: ReadonlySet<Reading["role"]> = new Set([...ENDS, "related", "disclaimer"]);

/** What there is on a page without a site around it. */
const ARTICLE: ReadonlySet<Reading["role"]> = new Set(["text", "sections", "caption", "dateline"]);

/** The readings `[start, end)` between which the article stands; `null` where the page has none. */
export function bodyOf(readings: readonly Reading[], author: string | null): Range | null {
  const part = partOf(readings);
  const start = startOf(readings, part);
  if (start === null) return null;
  const end = endOf(readings, { start, end: part.end }, author);
  const kept = readings.slice(start, end).filter(({ prose }) => prose);
  return proseIn(kept) >= SINGLE_MIN || kept.length >= 2 ? { start, end } : null;
}

/** Least weight of a paragraph that shows that a box of links in the middle of an article is over. */
const AFTER_BOX_MIN = 60;

/** The article's own paragraphs among the readings of a body. */
export function paragraphsIn(readings: readonly Reading[], { start, end }: Range): string[] {
  const body = readings.slice(start, end);
  const lastLong = body.findLastIndex(({ prose, weight }) => prose && weight >= LONG);
  const paragraphs: string[] = [];
  let boxed = false;
  for (const [index, { role, prose, weight, text }] of body.entries()) {
    if (role === "related") boxed = true;
    // Headlines in a box end no sentence; and after the last long paragraph a box is the end of the article.
    else if (prose && weight >= AFTER_BOX_MIN && index <= lastLong) boxed = false;
    if (!boxed && OWN.has(role)) paragraphs.push(text);
  }
  return paragraphs;
}

/** Where what belongs to the article ends: behind its body there may be a byline, a date or a picture yet. */
export function closeOf(readings: readonly Reading[], { end }: Range): number {
  const close = readings.findIndex(({ role }, index) => index >= end && CLOSING.has(role));
  return close === -1 ? readings.length : close;
}

/** Share of the prose that may follow a word about the author: an article can speak of an author too. */
export const AFTER_BIOGRAPHY_MAX = 1 / 3;

/** Whether a paragraph tells who the author is: "Hong Gil-dong is a professor at …", "The author is …". */
export function isBiography(
  { text, weight }: Pick<Reading, "text" | "weight">,
  author: string | null,
): boolean {
  if (weight > 1_000) return false;
  const head = text.slice(0, 120);
  if (
    /^\W{0,3}the (?:author|writer|columnist)\b.{0,60}\b(?:(?:is|was) (?:an?|the|also|currently|now|professor|director|chairm[ae]n|president)|has|teaches|works|writes|serves)\b/iu.test(
      head,
    )
  )
    return true;
  // In Korean columns "필자는" also says "I": then the text goes on.
  if (/^[*※■▲]\s?(?:필자|글쓴이)(?:는|의|\s?[:：])|^(?:필자|글쓴이)\s?[:：]/u.test(head)) return true;
  if (
    /^[(（【[]?\s?(?:本文)?(?:作者|笔者|筆者)(?:简介|簡介|介绍|紹介)?\s?(?:[:：]|[为為是系係は]|\p{Script=Han}{2,4}[，,]?(?:[为為是系係]|\s))/u.test(
      head,
    )
  )
    return weight <= 200 && (/^[(（【[]/u.test(head) || /^.{0,6}[:：为為系係]/u.test(head));
  if (author === null) return false;
  const name = author
    .split(/,| and | & /u)[0]!
    .trim()
    .toLowerCase();
  const bare = head.replace(/^\W{0,3}/u, "").toLowerCase();
  return (
    bare.startsWith(name) &&
    /^(?:,[^,]{1,60},)?\s(?:is|was|ha[sd]|serve[sd]|teaches|taught|works|worked|writes|covers|heads)\b/u.test(
      bare.slice(name.length),
    )
  );
}

/**
 * The first stretch between hard ends (comments, copyright, lists of articles) with enough prose, else the
 * fullest.
 */
function partOf(readings: readonly Reading[]): Range {
  const parts: Range[] = [];
  let start = 0;
  for (let at = 0; at <= readings.length; at += 1) {
    if (at < readings.length && !ENDS.has(readings[at]!.role)) continue;
    parts.push({ start, end: at });
    start = at + 1;
  }
  const prose = parts.map((part) => proseIn(readings.slice(part.start, part.end)));
  const enough = prose.findIndex((weight) => weight >= ARTICLE_MIN);
  const fullest = prose.indexOf(prose.reduce((most, weight) => Math.max(most, weight), 0));
  return parts[enough === -1 ? fullest : enough]!;
}

/** How many sentences are looked at for the beginning of a text whose paragraphs are all short. */
const SHORT_MAX = 3;

/**
 * First paragraph: the first prose after the datelines and labels that stand above the first long
 * paragraph.
 */
function startOf(readings: readonly Reading[], { start, end }: Range): number | null {
  const prose: number[] = [];
  let long: number | null = null;
  for (let at = start; at < end && long === null; at += 1) {
    if (!readings[at]!.prose) continue;
    if (prose.length < SHORT_MAX) prose.push(at);
    if (readings[at]!.weight >= LONG) long = at;
  }
  const limit = long ?? prose.at(-1);
  if (limit === undefined) return null;
  let begin = start;
  // Between a dateline and two sentences nothing but another dateline shows that the text is still to come.
  let dated = false;
  let sentences = 0;
  for (let at = start; at < limit; at += 1) {
    const reading = readings[at]!;
    if (reading.prose && opensWithAgency(reading.text)) return at;
    if (reading.prose) sentences += 1;
    if (!isHeader(reading) || (reading.role !== "dateline" && dated && sentences >= 2)) continue;
    begin = at + 1;
    sentences = 0;
    if (reading.role === "dateline") dated = true;
  }
  for (let at = begin; at < limit; at += 1) if (readings[at]!.prose) return at;
  return limit;
}

/** An advert can stand anywhere. */
const ADVERT = /advert|^ads?$|sponsored|광고|広告|广告|廣告/iu;

function isHeader({ role, text }: Reading): boolean {
  return (
    role === "dateline" ||
    (role === "buttons" && !ADVERT.test(text)) ||
    role === "trail" ||
    role === "notice" ||
    role === "disclaimer"
  );
}

function endOf(readings: readonly Reading[], { start, end }: Range, author: string | null): number {
  let last = end;
  let before = 0;
  const total = proseIn(readings.slice(start, end));
  for (let at = start; at < end; at += 1) {
    const reading = readings[at]!;
    const after = total - before - reading.weight;
    // The same words in front of an article close nothing.
    if (
      (reading.role === "disclaimer" && after < before) ||
      (after < total * AFTER_BIOGRAPHY_MAX && isBiography(reading, author))
    ) {
      last = at;
      break;
    }
    if (reading.prose) before += reading.weight;
  }
  // Where the page is nothing but an article, its last lines are signatures and the like; else they are
  // labels.
  if (readings.every(({ role }) => ARTICLE.has(role))) return last;
  while (last > start && !readings[last - 1]!.prose) last -= 1;
  return last;
}

function proseIn(readings: readonly Reading[]): number {
  return readings.reduce((sum, { prose, weight }) => sum + (prose ? weight : 0), 0);
}
