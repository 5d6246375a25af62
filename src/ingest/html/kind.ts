import type { Kind } from "../../core/document.ts";
import type { Outlet } from "../../core/outlet.ts";
import { genreOf, namesWriter } from "../saved-page/kind.ts";
import { objects, strings, typesOf, type LinkedData } from "./json-ld.ts";
import { isNamed, words } from "./marks.ts";
import type { Meta } from "./meta.ts";
import type { Page, Piece } from "./page.ts";
import type { Surroundings } from "./surroundings.ts";
import { textOf } from "./text-of.ts";
import { ancestors, type PageElement } from "./tree.ts";

const NEWS_TYPES = words("NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle");
const TRAILS = words("breadcrumb breadcrumbs crumb crumbs location trail");
const MENUS = words("nav navigation navbar menu gnb lnb");
const SECTIONS = words("section category kicker eyebrow label channel cate subject overline");

/** Hosts of governments, whose outlets are no media. */
const GOVERNMENT = /(?:^|\.)(?:gov|go|gouv|gob|mil)(?:\.[a-z]{2})?$|^(?:kremlin\.ru|mid\.ru|elysee\.fr)$/u;

const OFFICIAL =
  /\b(?:press[\s_-]?(?:releases?|briefings?|notices?)|statements?|briefings?|readouts?|media[\s_-]?notes?|remarks|communiqu[eé]s?|spokes(?:person|man|woman)[\p{L}\p{P}]{0,2}|speech(?:es)?|announcements?)\b|보도자료|성명|논평|담화|브리핑|공동선언|合同声明|共同声明|发言人|發言人|声明|聲明|公报|公報|讲话|記者会見|談話|报道発表|報道発表/iu;

/** Where the page puts its article and what it says about its kind. */
export interface KindEvidence {
  readonly page: Page;
  readonly linked: readonly LinkedData[];
  readonly meta: Meta;
  readonly title: string | null;
  /** The people the page names as authors; `""` or `null` where it names none. */
  readonly author: string | null;
  readonly near: Surroundings;
  /** Whether the page shows its headline: what stands below it is about the article. */
  readonly headed: boolean;
  readonly url: string | null;
  readonly outlet: Outlet | null;
}

/** The kind the page says its article is of; `unknown` where it says nothing. */
export function kindOf(evidence: KindEvidence): Kind {
  const { linked, title, author, near, url, outlet } = evidence;
  const labels = labelsOf(evidence);
  const path = url === null ? [] : new URL(url).pathname.split("/").slice(1, -1);
  const types = new Set(linked.flatMap(typesOf));
  const column = types.has("OpinionNewsArticle") || near.around.some(({ role }) => role === "disclaimer");
  const signed = column || (author ?? "") !== "" || near.around.some(({ text }) => namesWriter(text));
  const genre = genreOf([...labels, ...path.map((part) => part.replace(/[-_]/gu, " "))], title ?? "", signed);
  if (genre !== null) return genre;
  if (column) return "opinion";
  const official = outlet?.ownership === "state" && outlet.domains.some((domain) => GOVERNMENT.test(domain));
  if (official) {
    const says = [...labels, title ?? "", ...path, ...near.below.map(({ text }) => text.slice(0, 200))];
    return says.some((text) => OFFICIAL.test(text)) ? "official" : "unknown";
  }
  return [...types].some((type) => NEWS_TYPES.has(type)) ? "news" : "unknown";
}

/** Names of sections: from metadata, breadcrumbs, and labels beside the headline. */
function labelsOf({ page, linked, meta, near, headed }: KindEvidence): string[] {
  const told = [
    "article:section",
    "section",
    "article:section:name",
    "og:article:section",
    "category",
    "parsely-section",
  ];
  const crumbs = linked
    .filter((data) => typesOf(data).includes("BreadcrumbList"))
    .flatMap((data) => objects(data["itemListElement"]))
    .flatMap((item) => [
      ...strings(item["name"]),
      ...objects(item["item"]).flatMap((inner) => strings(inner["name"])),
    ]);
  const trails = page.tree.elements
    .filter((element) => element.last - element.index < 60 && isTrail(element))
    .flatMap((element) => [
      textOf(element),
      ...element.children.flatMap((node) => (typeof node === "string" ? [] : [textOf(node)])),
    ]);
  const beside = [...labelsAbove(near.above), ...(headed ? near.below : labelsAbove(near.below))]
    .filter((piece) => piece.role === "sections" || piece.role === "trail" || isLabel(piece))
    .map(({ text }) => text);
  return [
    ...told.flatMap((key) => meta.get(key) ?? []),
    ...linked.flatMap((data) => strings(data["articleSection"])),
    ...crumbs,
    ...trails,
    ...beside,
  ].filter((label) => label.length <= 300);
}

/** In a menu a section's name has neighbours; over a headline it stands alone, or is a trail, or says what it is. */
function labelsAbove(above: readonly Piece[]): Piece[] {
  const alone = above.at(-1)?.role === "sections" && above.at(-2)?.role !== "sections";
  return above.filter(
    (piece, at) => piece.role === "trail" || isLabel(piece) || (alone && at === above.length - 1),
  );
}

function isLabel({ text, element }: Piece): boolean {
  return text.length < 40 && isNamed(element, SECTIONS) && !isMenu(element);
}

/** A list of all sections, whatever it is called. */
function isMenu(element: PageElement): boolean {
  return [element, ...ancestors(element, null)].some(
    (around) =>
      around.tag === "nav" || around.attributes.get("role") === "navigation" || isNamed(around, MENUS),
  );
}

function isTrail(element: PageElement): boolean {
  const { attributes } = element;
  return (
    isNamed(element, TRAILS) ||
    attributes.get("aria-label")?.toLowerCase() === "breadcrumb" ||
    (attributes.get("itemtype") ?? "").endsWith("BreadcrumbList")
  );
}
