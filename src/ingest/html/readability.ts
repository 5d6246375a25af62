import { Readability } from "@mozilla/readability";
import { DOMParser } from "linkedom";
import { visibilityOf } from "./marks.ts";
import type { PageElement, PageNode, PageTree } from "./tree.ts";

/** Pages with more elements are read without Readability, whose time grows faster than theirs. */
const ELEMENTS_MAX = 6_000;
const CHARACTERS_MAX = 500_000;

/** Most characters of text, each counted once for every element around it: it reads them anew at every level. */
const WORK_MAX = 5_000_000;

/** What Readability looks at. */
const ATTRIBUTES = ["class", "id", "role", "itemprop", "rel", "href"];

/** Carries the index of an element through Readability, which renames and moves elements. */
const KEY = "data-place";

interface Kept {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/**
 * Indexes of the elements that Mozilla's Readability takes for the article's; `null` where it finds no article or the page
 * is too large for it. It gets a copy of the page, because it rewrites what it reads.
 */
export function keptByReadability(tree: PageTree): ReadonlySet<number> | null {
  if (tree.elements.length > ELEMENTS_MAX) return null;
  const copy = new Copy();
  copy.write(tree.root);
  if (copy.length > CHARACTERS_MAX || copy.work > WORK_MAX) return null;
  const document = new DOMParser().parseFromString(`<!doctype html>${copy.parts.join("")}`, "text/html");
  try {
    const options = { serializer: (node: unknown) => node, disableJSONLD: true, keepClasses: true };
    const content = new Readability(document, options).parse()?.content as Kept | null | undefined;
    if (!content) return null;
    const kept = [...content.querySelectorAll(`[${KEY}]`)].map((node) => Number(node.getAttribute(KEY)));
    return new Set(kept);
  } catch {
    // It is one piece of evidence among several, and made for whole pages.
    return null;
  }
}

/** Markup of what the page shows, with the few attributes that matter. */
class Copy {
  readonly parts: string[] = [];
  length = 0;
  work = 0;

  write(node: PageNode, depth = 1): void {
    if (this.length > CHARACTERS_MAX) return;
    if (typeof node === "string") {
      this.work += node.length * depth;
      this.#add(escape(node));
    } else if (node.tag === "br") this.#add("<br>");
    else if (node.tag === "#page") for (const child of node.children) this.write(child);
    else if (/^[a-z][a-z\d-]*$/u.test(node.tag) && visibilityOf(node) === "shown") {
      this.#add(`<${node.tag}${attributesOf(node)}>`);
      for (const child of node.children) this.write(child, depth + 1);
      this.#add(`</${node.tag}>`);
    }
  }

  #add(markup: string): void {
    this.parts.push(markup);
    this.length += markup.length;
  }
}

function attributesOf({ attributes, index }: PageElement): string {
  const shown = ATTRIBUTES.flatMap((name) => {
    const value = attributes.get(name)?.slice(0, 300);
    return value === undefined ? [] : [` ${name}="${escape(value)}"`];
  });
  return `${shown.join("")} ${KEY}="${index}"`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
