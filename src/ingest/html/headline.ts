import { datesIn } from "../saved-page/dates.ts";
import { isButtons, isSections } from "../saved-page/labels.ts";
import { isMasthead, titleIn } from "../saved-page/title.ts";
import { weightOf } from "../saved-page/units.ts";
import { isNamed, namesOf, visibilityOf, words } from "./marks.ts";
import type { Page } from "./page.ts";
import { folded, textOf } from "./text-of.ts";
import { isSite, toldHeadline, type Told } from "./told-title.ts";
import { ancestors, type PageElement, type PageTree } from "./tree.ts";

/** The headline, and the element that shows it; `null` where only metadata tells it. */
export interface Headline {
  readonly text: string;
  readonly element: PageElement | null;
}

type Extent = Pick<PageElement, "index" | "last">;

/** Longest headline, and shortest that tells one text from another. */
const LENGTH_MAX = 400;
const FOLDED_MIN = 4;

/** Least weight of a headline that no metadata confirms. */
const TITLE_MIN = 12;

/** Most elements in a heading. */
const SIZE_MAX = 40;

const HEADING = words("h2 h3 h4 h5 strong");
const HEADING_NAMES = words("title headline subject tit heading ttl name");
const HEADLINE = words("headline");

/** Names of the label over a headline or the line under it, where they stand in one element with it. */
const LABELS = words(
  "kicker category label eyebrow badge section channel subtitle subtit subheadline deck dek standfirst flag tag",
);

/** What sites call the lists that they keep their pages in. */
const SECTION =
  /^(?:(?:latest|press|media|all)\s)?(?:news|press|releases?|statements?|briefings?|speeches|remarks|notices?|announcements?|articles?|updates?|media|events?)(?:\s(?:room|releases?|centre|center|and\s\p{L}+|&\s\p{L}+))?$|^(?:언론\s?|정례\s?|주요\s?)?(?:보도\s?자료|보도\s?설명|보도|브리핑|성명|논평|담화|연설(?:문)?|공지\s?사항|알림|소식|뉴스|자료실|게시판|새소식|칼럼|기고)(?:\s?(?:상세\s?)?(?:보기|목록|게시판|상세|자료))?$|^(?:新闻(?:发布|发布会|稿|中心|动态)?|声明|公告|讲话|发言人(?:谈话|表态)|通知公告|要闻|動態|报道発表|お知らせ|ニュース|プレスリリース)$/iu;

const ELSEWHERE = words("nav footer aside dialog");

/**
 * The headline as the page shows it; where it shows none, as its metadata tells it. `text` is the element with the article's text.
 */
export function headlineOf(page: Page, told: Told, site: string | null, text: Extent): Headline | null {
  const { tree, outlets } = page;
  const { index: start, last: end } = text;
  const begin = page.pieces.find(({ prose, element }) => prose && element.index >= start)?.at ?? start;
  const titles = [...told.sure, ...told.unsure].map(folded).filter((title) => title.length >= FOLDED_MIN);
  const shown = tree.elements
    .filter((element) => element.index <= end && visibilityOf(element) === "shown" && isHeading(element))
    .filter((element) => ![element, ...ancestors(element, null)].some(isElsewhere))
    .map((element) => ({ element, text: headingText(element) }))
    .filter(
      ({ element, text }) =>
        !leadsHome(page, element) && text !== "" && text.length <= LENGTH_MAX && !isSite(text, site, outlets),
    );
  const main = shown.filter(
    ({ element }) => element.tag === "h1" || (isNamed(element, HEADLINE) && !holdsHeading(tree, element)),
  );
  const matching = (text: string) => {
    const fold = folded(text);
    return fold.length >= FOLDED_MIN && titles.some((title) => title.includes(fold) || fold.includes(title));
  };
  const whole = (text: string) =>
    titles.some((title) => {
      const fold = folded(text);
      return fold.length * 2 >= title.length && (title.startsWith(fold) || title.endsWith(fold));
    });
  // A list's pages all have its name in the window's title; each has its own headline below that.
  const own = (heading: (typeof shown)[number] | null | undefined) => {
    if (!heading || !SECTION.test(heading.text)) return heading;
    const below = shown.find(
      ({ element, text: words }) =>
        element.index > heading.element.last &&
        element.index < begin &&
        words.length > heading.text.length &&
        weightOf(words) >= TITLE_MIN,
    );
    return below ?? lineUnder(page, heading.element, begin) ?? heading;
  };
  const inMetadata = (some: readonly string[]) => {
    const text = toldHeadline(some, site, outlets);
    return text === null ? null : { text, element: null };
  };
  return (
    own(longest(main.filter((heading) => matching(heading.text)))) ??
    own(shown.find((heading) => matching(heading.text) && whole(heading.text))) ??
    lineOf(page, titles, end) ??
    own(main.findLast(({ element }) => element.tag === "h1") ?? main[0]) ??
    inMetadata(told.sure) ??
    // Templates give many pages one title; the headline stands right over the text.
    own(shown.findLast((heading) => heading.element.index < begin && isTitleLike(heading))) ??
    inMetadata(told.unsure.filter((title) => !SECTION.test(toldHeadline([title], site, outlets) ?? ""))) ??
    lineOver(page, text) ??
    inMetadata(told.unsure)
  );
}

/** A box called headline can hold the headline and more. */
function holdsHeading({ elements }: PageTree, { index, last }: PageElement): boolean {
  return elements.slice(index + 1, last + 1).some(({ tag }) => /^h\d$/u.test(tag));
}

/** The first line between the name of a list and the text that can be a headline: boards have it in a table. */
function lineUnder({ pieces }: Page, { last }: PageElement, begin: number): Headline | null {
  const line = pieces.find(
    ({ at, role, weight, text, linked, prose }) =>
      at > last &&
      at < begin &&
      role === "text" &&
      !prose &&
      linked < 0.5 &&
      weight >= TITLE_MIN &&
      text.length <= LENGTH_MAX &&
      datesIn(text).length === 0 &&
      !/[:：]/u.test(text),
  );
  return line ?? null;
}

/** A line of the page that is a title of the metadata, whatever element it stands in. */
function lineOf({ pieces, outlets }: Page, titles: readonly string[], end: number): Headline | null {
  const line = pieces.find(
    ({ text, at, linked, element }) =>
      at <= end &&
      linked < 0.5 &&
      text.length <= LENGTH_MAX &&
      titles.includes(folded(text)) &&
      !isMasthead(text, outlets) &&
      ![element, ...ancestors(element, null)].some(isElsewhere),
  );
  return line ?? null;
}

/** The line over the text that reads most like a headline, on a page that marks none. */
function lineOver({ pieces, outlets }: Page, text: Extent): Headline | null {
  const first = pieces.findIndex(({ prose, element }) => prose && element.index >= text.index);
  // Without an article a page's lines are a menu for all we know.
  const at = first === -1 ? null : titleIn(pieces, first, outlets);
  return at === null ? null : pieces[at]!;
}

function isElsewhere(element: PageElement): boolean {
  return ELSEWHERE.has(element.tag) || visibilityOf(element) !== "shown";
}

function isHeading(element: PageElement): boolean {
  if (element.last - element.index > SIZE_MAX) return false;
  if (element.tag === "h1" || HEADING.has(element.tag) || isNamed(element, HEADLINE)) return true;
  return [...namesOf(element)].some((name) => HEADING_NAMES.has(name));
}

/** A site's name links to its front page. */
function leadsHome({ tree }: Page, { index, last, parent }: PageElement): boolean {
  const links = [parent, ...tree.elements.slice(index, Math.min(last, index + SIZE_MAX) + 1)];
  return links.some((link) => link?.tag === "a" && HOME.test(link.attributes.get("href") ?? ""));
}

const HOME = /^(?:(?:https?:)?\/\/[^/]{1,200}\/?|\/)(?:(?:index|main|home)\.\w{2,5})?$/iu;

function isTitleLike({ element, text }: { element: PageElement; text: string }): boolean {
  return element.tag !== "strong" && weightOf(text) >= TITLE_MIN && !isButtons(text) && !isSections(text);
}

/** Several headings can repeat parts of the headline. */
function longest<T extends Headline>(headings: readonly T[]): T | null {
  return headings.reduce<T | null>(
    (best, heading) => (best === null || heading.text.length > best.text.length ? heading : best),
    null,
  );
}

function headingText(element: PageElement): string {
  const children = [...element.children];
  const isBlank = (node: (typeof children)[number] | undefined) =>
    typeof node === "string" && node.trim() === "";
  const isLabel = (node: (typeof children)[number] | undefined) =>
    node !== undefined && typeof node !== "string" && isNamed(node, LABELS);
  const rest = (count: number) => children.filter((node) => !isBlank(node)).length > count;
  while (isBlank(children[0]) || (rest(1) && isLabel(children[0]))) children.shift();
  while (isBlank(children.at(-1)) || (rest(1) && isLabel(children.at(-1)))) children.pop();
  return textOf({ ...element, children });
}
