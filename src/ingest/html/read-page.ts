import type { OutletBook } from "../../core/outlet.ts";
import type { SavedPage } from "../saved-page.ts";
import { columnistOf, leadAuthorIn } from "../saved-page/byline.ts";
import { outletInCopyright } from "../saved-page/copyright.ts";
import { urlOf } from "./address.ts";
import { paragraphsAt } from "./article.ts";
import { shownAuthor, toldAuthor } from "./byline.ts";
import { captionsOf } from "./captions-of.ts";
import { textContainerOf } from "./container.ts";
import { headlineOf } from "./headline.ts";
import { isArticle, linkedDataOf, strings } from "./json-ld.ts";
import { kindOf } from "./kind.ts";
import { languageOf } from "./language.ts";
import { firstOf, metaOf } from "./meta.ts";
import { outletOf } from "./outlet.ts";
import { pageOf } from "./page.ts";
import { dateOf } from "./published.ts";
import { spaced } from "../space.ts";
import { surroundingsOf } from "./surroundings.ts";
import { treeOf, type PageElement } from "./tree.ts";

/** What is known of a page besides its markup. */
export interface ReadPageOptions {
  /** The address the page was fetched from; `null` where nobody knows. */
  address: string | null;
  outlets: OutletBook;
}

/**
 * Reads the article of a web page: its words character for character, and what the page says about it. It knows no site in
 * particular. What the page does not tell is `null` or `unknown`. Takes time linear in the page.
 *
 * @throws {HostilePageError} where the markup is made to exhaust its readers.
 */
export function readPage(html: string, { address, outlets }: ReadPageOptions): SavedPage {
  const tree = treeOf(html);
  const page = pageOf(tree, outlets);
  const meta = metaOf(tree);
  const data = linkedDataOf(tree);
  const articles = data.filter(isArticle);
  const container = textContainerOf(page);

  const site = firstOf(meta, "og:site_name");
  const sure = [
    ...articles.flatMap((article) => [...strings(article["headline"]), ...strings(article["name"])]),
    ...["og:title", "twitter:title", "title", "dc.title"].flatMap((name) => meta.get(name) ?? []),
  ].map(spaced);
  const unsure = tree.elements
    .filter(({ tag, parent }) => tag === "title" && parent?.tag !== "svg")
    .slice(0, 1)
    .map((element) => spaced(titleText(element)));
  const headline = headlineOf(page, { sure, unsure }, site, container ?? tree.root);

  const rough = container === null ? [] : paragraphsAt(page, container, headline, null);
  const near = surroundingsOf(page, headline?.element ?? null, rough);
  const shown = shownAuthor(page, near.byline);
  const own = container === null ? [] : paragraphsAt(page, container, headline, shown);
  const paragraphs = own.map((at) => page.pieces[at]!.text);

  const lines = [...near.above, ...near.below];
  const url = urlOf(tree, meta, articles, address);
  const outlet =
    outletOf([url, address], articles, meta, tree, lines, outlets) ??
    (own.length === 0 ? null : outletInCopyright(page.pieces.slice(own.at(-1)! + 1), outlets));
  const title = headline?.text ?? null;
  const headed = (headline?.element ?? null) !== null;
  const named = shown ?? leadAuthorIn(paragraphs) ?? toldAuthor(articles, meta, outlets);
  const kind = kindOf({ page, linked: data, meta, title, author: named, near, headed, url, outlet });
  const author = named ?? (title !== null && kind === "opinion" ? columnistOf(title, outlets) : null);
  return {
    title,
    author: author === null || author === "" ? null : spaced(author),
    outlet,
    date: dateOf(page, [...near.below, ...near.above, ...near.tail], articles, meta),
    kind,
    language: languageOf(paragraphs.length === 0 ? (title ?? "") : paragraphs.join("\n"), tree),
    paragraphs,
    captions: captionsOf(page, headline?.element ?? null, container, own),
    url,
  };
}

/** Up to the first element, which only broken pages have in it: what stands on either side is not one run of words. */
function titleText({ children }: PageElement): string {
  const [first = ""] = children;
  return typeof first === "string" ? first : "";
}
