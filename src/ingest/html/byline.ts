import type { OutletBook } from "../../core/outlet.ts";
import { objects, strings, typesOf, type LinkedData } from "./json-ld.ts";
import { isNamed, visibilityOf, words } from "./marks.ts";
import type { Meta } from "./meta.ts";
import { bylineOf, personOf } from "./names.ts";
import type { Page, Piece } from "./page.ts";
import { textOf } from "./text-of.ts";
import { ancestors, type PageElement } from "./tree.ts";

const BYLINE = words(
  "by byline auth author authors writer writers reporter reporters journalist columnist contributor",
);

/** Most elements of a byline, a picture and buttons included. */
const SIZE_MAX = 60;

/** Where sites keep what each of their authors has written. */
const AUTHOR_PAGE =
  /^(?:https?:\/\/[^/]{1,100})?\/(?:[\w-]{1,20}\/){0,2}(?:authors?|by|reporters?|journalists?|contributors?|columnists?|profiles?|people|staff)\/[^/]/iu;

/** What forms write before a name. */
const LABEL =
  /^(?:authors?|writers?|reporters?|journalists?|written by|기자명?|작성자|글쓴이|作者|記者|记者)\s?[:：]?\s+(?=\p{L})/iu;

/** Longest byline. */
const LENGTH_MAX = 200;

/**
 * The people whom pieces around the article name as its authors, as the page writes them; `""` where they name an agency or
 * the staff only, `null` where they name nobody.
 */
export function shownAuthor(page: Page, pieces: readonly Piece[]): string | null {
  let nobody: string | null = null;
  const seen = new Set<PageElement>();
  for (const { text, dateline, element, at } of pieces) {
    const line = dateline?.author ?? bylineOf(text, page.outlets);
    if (line !== null && line !== "") return unglued(page, line, element);
    if (line === "") nobody = "";
    for (const around of bylinesAround(page, element, at)) {
      if (seen.has(around)) continue;
      seen.add(around);
      const named = namesIn(page, around);
      if (named !== null) return named;
    }
  }
  return nobody;
}

/** The outermost element of names around a piece, and those inside the piece's own element. */
function bylinesAround(page: Page, element: PageElement, at: number): PageElement[] {
  const outer = [element, ...ancestors(element, null)].findLast((around) => isByline(around));
  if (outer !== undefined) return [outer];
  const inner = page.tree.elements.slice(at, Math.min(element.last, at + SIZE_MAX) + 1);
  return inner.filter((one) => isByline(one));
}

function isByline(element: PageElement): boolean {
  if (element.last - element.index > SIZE_MAX) return false;
  return (
    isNamed(element, BYLINE) ||
    (element.tag === "a" && AUTHOR_PAGE.test(element.attributes.get("href") ?? ""))
  );
}

/** The whole text first: it joins several people as the page does. Then its parts, the first that is a name. */
function namesIn({ tree, outlets }: Context, byline: PageElement): string | null {
  const whole = textOf(byline).replace(LABEL, "");
  if (whole.length <= LENGTH_MAX) {
    const named = bylineOf(whole, outlets) ?? bylineOf(`By ${whole}`, outlets);
    if (named !== null && named !== "") return unglued({ tree, outlets }, named, byline);
  }
  // The parts first: names run together in the whole.
  for (const part of [...tree.elements.slice(byline.index + 1, byline.last + 1), byline]) {
    if (visibilityOf(part) !== "shown") continue;
    const person = personOf(textOf(part), outlets);
    if (person !== null) return person;
  }
  return null;
}

/**
 * A name without what runs into it: a page shows `<a>Jane Doe</a><span>Correspondent</span>` apart though no space stands
 * between.
 */
function unglued({ tree, outlets }: Context, name: string, around: PageElement): string {
  for (const part of tree.elements.slice(
    around.index + 1,
    Math.min(around.last, around.index + SIZE_MAX) + 1,
  )) {
    const text = part.last - part.index > 4 || visibilityOf(part) !== "shown" ? "" : textOf(part);
    const end = name.indexOf(text) + text.length;
    if (
      text !== "" &&
      end >= text.length &&
      /^\p{L}/u.test(name.slice(end)) &&
      personOf(text, outlets) === text
    )
      return name.slice(0, end);
  }
  return name;
}

type Context = Pick<Page, "tree" | "outlets">;

/** The people whom the metadata names as authors, joined with ", ". */
export function toldAuthor(linked: readonly LinkedData[], meta: Meta, outlets: OutletBook): string | null {
  const names = linked.map((data) => [
    ...strings(data["author"]),
    ...objects(data["author"]).flatMap(nameOf),
  ]);
  for (const key of [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dable:author",
  ])
    names.push([...(meta.get(key) ?? [])]);
  for (const group of names) {
    const people = group.map((name) => personOf(name, outlets)).filter((person) => person !== null);
    if (people.length > 0) return [...new Set(people)].join(", ");
  }
  return null;
}

function nameOf(author: LinkedData): string[] {
  return typesOf(author).some((type) => type.endsWith("Organization")) ? [] : strings(author["name"]);
}
