import { AFTER_BIOGRAPHY_MAX, isBiography } from "../saved-page/body.ts";
import { opensWithAgency } from "../saved-page/byline.ts";
import { datesIn } from "../saved-page/dates.ts";
import { boxedPlaces, type Placed } from "./boxed.ts";
import { captionAround, isOtherFigure } from "./captions.ts";
import type { Headline } from "./headline.ts";
import { isLinkLine } from "./link-lines.ts";
import { isNamed, words } from "./marks.ts";
import { isInside, type Page, type Piece } from "./page.ts";
import { folded } from "./text-of.ts";
import { isWithin, type PageElement } from "./tree.ts";

/** Names of a line under the headline, of a byline and of a date. */
const DECK = words("subtitle subtit subheadline deck dek standfirst");
const BYLINE = words("byline auth author writer reporter journalist dateline pubdate timestamp");

/** Share of a piece in inline elements named as boxes from which it is one. */
const BOXED_MIN = 0.9;

/** The places among the page's pieces of the article's paragraphs, in reading order. */
export function paragraphsAt(
  page: Page,
  container: PageElement,
  headline: Headline | null,
  author: string | null,
): number[] {
  const inside = page.pieces.flatMap((piece, at) =>
    isWithin(piece.element, container) ? [{ piece, at }] : [],
  );
  const boxed = boxedPlaces(page, container, inside);
  const heading = headline === null ? null : folded(headline.text);
  // Nothing of the text stands over the headline.
  const above = headline?.element && isWithin(headline.element, container) ? headline.element.index : -1;
  let opened = false;
  const kept = inside.filter(({ piece, at }) => {
    if (boxed.has(at) || piece.at < above || folded(piece.text) === heading) return false;
    // Between the paragraphs the names of standfirsts are those of subheadings.
    if (!isOwn(page, piece, container) || (!opened && isInside(piece, container, isDeck))) return false;
    if (piece.prose) opened = true;
    return true;
  });
  const part = endOf(kept, inside, container, author);
  const begin = beginOf(kept, inside);
  const text = kept.filter(({ at }) => at >= begin && at < part);
  const first = text.find(({ piece }) => piece.prose)?.at ?? 0;
  const last = text.findLast(({ piece }) => piece.prose)?.at ?? 0;
  // Signatures follow the text at once; behind an offer stand its parts.
  const offer =
    inside.find(({ piece, at }) => at > last && NEVER.has(piece.role))?.at ?? Number.POSITIVE_INFINITY;
  const own = text.filter(({ piece, at }) => at < offer && !isLabel(piece, at < first, at > last));
  // A heading at the end heads something else.
  while (own.length > 0 && /^h\d$/u.test(own.at(-1)!.piece.element.tag) && !own.at(-1)!.piece.prose)
    own.pop();
  return own.map(({ at }) => at);
}

function isDeck(element: PageElement): boolean {
  return isNamed(element, DECK);
}

/** Roles of lines that are never the article's own, wherever they stand. */
const NEVER: ReadonlySet<Piece["role"]> = new Set([
  "buttons",
  "caption",
  "comments",
  "copyright",
  "disclaimer",
  "more",
  "notice",
  "related",
]);

/** Nothing of the article comes after these. */
const ENDS: ReadonlySet<Piece["role"]> = new Set(["comments", "copyright", "more"]);

function isOwn(page: Page, piece: Piece, container: PageElement): boolean {
  if (NEVER.has(piece.role) || piece.boxed >= BOXED_MIN || isLinkLine(piece)) return false;
  if (!piece.prose && isInside(piece, container, (element) => isNamed(element, BYLINE))) return false;
  if (captionAround(page, piece, container) !== null) return false;
  return !isInside(
    piece,
    container,
    (element) =>
      page.boxes.has(element) ||
      (isOtherFigure(page, element) && isInside(piece, element, ({ tag }) => tag === "figcaption")),
  );
}

/** Most sentences of a standfirst, and the most that it can be of all the text. */
const STANDFIRST_SENTENCES = 2;
const STANDFIRST_MAX = 0.2;

/** Where the article begins: what stands above byline and date is a standfirst. */
function beginOf(kept: readonly Placed[], inside: readonly Placed[]): number {
  const total = proseOf(kept);
  const own = new Set(kept.map(({ at }) => at));
  let begin = 0;
  let above = 0;
  let sentences = 0;
  for (const { piece, at } of inside) {
    if (piece.role === "dateline" && !/^h\d$/u.test(piece.element.tag)) begin = at + 1;
    if (!piece.prose || !own.has(at)) continue;
    if (opensWithAgency(piece.text)) return at;
    above += piece.weight;
    sentences += 1;
    if (sentences > STANDFIRST_SENTENCES || above > total * STANDFIRST_MAX) break;
  }
  return begin;
}

/** Where the article ends: before the comments, the copyright, or who the author is. */
function endOf(
  kept: readonly Placed[],
  inside: readonly Placed[],
  container: PageElement,
  author: string | null,
): number {
  const total = proseOf(kept);
  const own = new Set(kept.map(({ at }) => at));
  const lastOf = lastOfEachKind(kept, container);
  let furthest = -1;
  let before = 0;
  for (const { piece, at } of inside) {
    if (piece.prose && own.has(at)) furthest = Math.max(furthest, lastOf.get(kindOf(piece, container))!);
    // Between paragraphs of one kind a box interrupts the text.
    const goesOn = canInterrupt(piece) && piece.element !== container && furthest > at;
    const weight = piece.prose && own.has(at) ? piece.weight : 0;
    const after = total - before - weight;
    // The same words in front of an article end nothing.
    if (ENDS.has(piece.role) && !goesOn && after < before) return at;
    if (after < total * AFTER_BIOGRAPHY_MAX && isBiography(piece, author)) return at;
    before += weight;
  }
  return Number.POSITIVE_INFINITY;
}

/** Longest line that names the owner of a picture alone. */
const OWNER_MAX = 40;

function canInterrupt({ role, element, weight, text }: Piece): boolean {
  if (role === "more") return true;
  if (role === "comments") return !/^h\d$/u.test(element.tag);
  return role === "copyright" && weight <= OWNER_MAX && !/reserved|무단|转载|転載/iu.test(text);
}

/** Paragraphs of an article stand in elements of one tag and class in one and the same element. */
function kindOf({ element }: Piece, container: PageElement): string {
  if (element === container) return "";
  return `${element.parent?.index} ${element.tag} ${(element.attributes.get("class") ?? "").slice(0, 200)}`;
}

function lastOfEachKind(kept: readonly Placed[], container: PageElement): Map<string, number> {
  return new Map(
    kept.filter(({ piece }) => piece.prose).map(({ piece, at }) => [kindOf(piece, container), at]),
  );
}

function proseOf(placed: readonly Placed[]): number {
  return placed.reduce((sum, { piece }) => sum + (piece.prose ? piece.weight : 0), 0);
}

/** Names of a line over the text which between its paragraphs are those of a subheading. */
const SUBHEADLINE = words("subheading subhead summary");

/** Elements whose words may open a text without being prose, such as "Dear friends". */
const TEXT = words("p h2 h3 h4 h5 h6 li blockquote pre dt dd");

/** The length of a film, a day and time in numbers, hash tags. */
const MARKS =
  /^(?:[\d\s./:-]{6,25}|\d{1,2}(?::\d{2}){1,2}(?:\s?[[(【]?(?:video|audio|film|동영상|영상|视频|視頻|動画)[\])】]?)?|[[(【](?:video|audio|film|동영상|영상|视频|視頻|動画)[\])】]|(?:#[\p{L}\p{N}_·]+[\s,]{0,3})+)$/iu;

/** Bylines and dates before the first prose, after the last, or naming somebody; names of sections around it. */
function isLabel(piece: Piece, above: boolean, below: boolean): boolean {
  if (piece.prose) return false;
  // A row of a table can be numbers only.
  if (MARKS.test(piece.text) && piece.element.tag !== "tr") return true;
  if (
    above &&
    (!TEXT.has(piece.element.tag) || isNamed(piece.element, SUBHEADLINE) || datesIn(piece.text).length > 0)
  )
    return true;
  if (piece.role === "dateline") {
    const { author, labelled, updated } = piece.dateline!;
    // A day alone may head a part of the article.
    return above || below || author !== null || labelled || updated !== null;
  }
  if (piece.role === "trail") return above;
  return piece.role === "sections" && (above || below) && !/^h\d$/u.test(piece.element.tag);
}
