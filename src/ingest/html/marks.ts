import type { PageElement } from "./tree.ts";

/** Elements whose content is no text. */
const NO_TEXT = words("script style");

/** Elements whose words are no running text, or another page's. */
const CONTROLS = words(
  "noscript template svg canvas head title iframe object embed video audio map select datalist textarea input button progress meter dialog " +
    "noembed noframes frameset applet amp-ad amp-sidebar amp-embed amp-iframe amp-social-share amp-video amp-youtube",
);

/** Classes for words that are there for screen readers only. */
const UNSEEN =
  /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|a11y-hidden|offscreen|blind|is-hidden|d-none)(?:\s|$)/iu;

/** How an element's words count: not at all, as words that are not shown, or as text. */
export function visibilityOf({ tag, attributes }: PageElement): "none" | "hidden" | "shown" {
  if (NO_TEXT.has(tag)) return "none";
  if (CONTROLS.has(tag) || attributes.has("hidden") || attributes.get("aria-hidden") === "true")
    return "hidden";
  const style = head(attributes.get("style"));
  if (/(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden)/iu.test(style)) return "hidden";
  return UNSEEN.test(head(attributes.get("class"))) ? "hidden" : "shown";
}

/** Words of class and id that name boxes around an article. */
const BOX = words(
  "related relation recommend recommended recommendation recommendations recirc share shares sharing sharebar social " +
    "sns newsletter newsletters subscribe subscription signup promo promotion ad ads adv advert adverts advertisement " +
    "advertising adsbygoogle adbox adwrap sponsor sponsored taboola outbrain banner comment comments reply replies " +
    "disqus respond nav navigation navbar menu breadcrumb breadcrumbs gnb lnb toolbar tools toolbox utility util " +
    "sidebar tags taglist tagcloud keywords hashtag hashtags bio pullquote copyright cookie cookies consent gdpr " +
    "paywall regwall popular trending ranking mostread mostviewed widget popup modal print feedback donate donation " +
    "login footer disclaimer readmore seealso morenews relatednews reaction reactions rating survey poll tweet " +
    "instagram aside embed player topics toc",
);

const BOX_TAGS = words("aside nav footer header form menu address");

const BOX_ROLES = words(
  "complementary navigation banner contentinfo search dialog alertdialog alert button toolbar menu menubar tablist form",
);

/** Two words that say together what neither says alone. */
const PAIRS: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [words("pull"), words("quote")],
  [words("read see"), words("more also next")],
  [words("most"), words("read viewed popular shared")],
  [words("latest more other editor editors"), words("news stories articles headlines picks choice")],
  [
    words("author writer reporter contributor journalist columnist"),
    words("box about info profile card desc bio"),
  ],
  [words("about"), words("author")],
  [words("tag"), words("list links cloud box area wrap")],
];

/** Whether tag, role, class or id say that the element is a box beside or around the article's text. */
export function isBox(element: PageElement): boolean {
  const { tag, attributes } = element;
  if (BOX_TAGS.has(tag) || BOX_ROLES.has(attributes.get("role") ?? "")) return true;
  const names = namesOf(element);
  return [...names].some((name) => BOX.has(name)) || PAIRS.some((pair) => hasBoth(names, pair));
}

/** Whether class, id, rel or itemprop hold one of the words. */
export function isNamed(element: PageElement, wanted: ReadonlySet<string>): boolean {
  for (const name of namesOf(element)) if (wanted.has(name)) return true;
  return ["itemprop", "rel"].some((key) => {
    const value = element.attributes.get(key);
    return (
      value !== undefined &&
      head(value)
        .toLowerCase()
        .split(/\s+/u)
        .some((name) => wanted.has(name))
    );
  });
}

/** Names of the text of an article, and names that a whole page's content may have too. */
const TEXT: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  words("article articles story post entry news read art"),
  words("body content contents text txt cont con copy"),
];
const CONTENT: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  words("view detail content contents main cont page text txt"),
  words("body content contents text txt cont con area copy"),
];

/** Whether the element says that it holds the text of an article, or, less surely, a page's content. */
export function containerNameOf(element: PageElement): "text" | "content" | null {
  const told = ["itemprop", "name"].map((key) => head(element.attributes.get(key)).toLowerCase());
  if (told.some((name) => name.includes("articlebody"))) return "text";
  const names = namesOf(element);
  if (names.has("articlebody") || names.has("storybody") || hasBoth(names, TEXT)) return "text";
  return hasBoth(names, CONTENT) ? "content" : null;
}

/** Where templates name their parts: sites that generate their classes name them for their tests or their scripts. */
const NAME_KEYS = [
  "class",
  "id",
  "data-testid",
  "data-test-id",
  "data-qa",
  "data-component",
  "data-component-name",
  "data-module",
  "data-gu-name",
];

/** The words of class, id and the like in lower case, `articleBody` and `article-body` both as two words. */
export function namesOf(element: PageElement): ReadonlySet<string> {
  const known = NAMES.get(element);
  if (known !== undefined) return known;
  const text = NAME_KEYS.map((key) => head(element.attributes.get(key))).join(" ");
  const names = new Set(
    text
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((name) => name !== ""),
  );
  NAMES.set(element, names);
  return names;
}

/** Every paragraph asks for the names of all that is around it. */
const NAMES = new WeakMap<PageElement, ReadonlySet<string>>();

/** Names of elements for the words under a picture. */
const CAPTION = words(
  "caption captions figcaption imgcaption photocaption imagecaption credit credits photocredit imgdesc photodesc cutline",
);
const PICTURE_WORDS: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  words("img image images photo picture pic media"),
  words("desc description text txt caption cap credit source explain exp"),
];

/** Whether the element says that it holds the words under a picture. */
export function isCaptionName(element: PageElement): boolean {
  return isNamed(element, CAPTION) || hasBoth(namesOf(element), PICTURE_WORDS);
}

/** Two different words, one of each set. */
function hasBoth(
  names: ReadonlySet<string>,
  [one, other]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): boolean {
  const first = [...names].filter((name) => one.has(name));
  const second = [...names].filter((name) => other.has(name));
  return first.some((a) => second.some((b) => a !== b));
}

/** As a set of words. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Attributes longer than that hold no names. */
function head(value: string | undefined): string {
  return (value ?? "").slice(0, 1_000);
}
