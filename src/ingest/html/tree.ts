import { DOMParser } from "linkedom";
import { HostilePageError, REMEDY } from "./hostile-page-error.ts";
import { ELEMENTS_MAX, tamed } from "./hostile.ts";
import { DEPTH_MAX } from "./nesting.ts";

/** An element of a page as it was written. Nothing changes it once the page is read. */
export interface PageElement {
  /** Lower case. */
  readonly tag: string;
  /** Names in lower case; values with entities decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and runs of text, entities decoded. Comments are left out. */
  readonly children: readonly PageNode[];
  readonly parent: PageElement | null;
  /** Place in document order, from 0. */
  readonly index: number;
  /** Index of the last element inside it; its own where there is none. */
  readonly last: number;
}

export type PageNode = PageElement | string;

/** A page as a tree; `elements[i].index === i`, and the first one is the root, which no tag stands for. */
export interface PageTree {
  readonly root: PageElement;
  readonly elements: readonly PageElement[];
}

type Draft = { -readonly [Key in keyof PageElement]: PageElement[Key] } & {
  attributes: Map<string, string>;
  children: PageNode[];
};

/** What is used of linkedom's nodes. */
interface DomNode {
  nodeType: number;
  localName: string;
  data: string;
  attributes: ArrayLike<{ name: string; value: string }>;
  childNodes: ArrayLike<DomNode>;
}

/**
 * The tree of a page, built in time linear in its length.
 *
 * @throws {HostilePageError} where elements nest too deep or are too many.
 */
export function treeOf(html: string): PageTree {
  const page = new DOMParser().parseFromString(tamed(html), "text/html") as unknown as DomNode;
  const root = draft("#page", null, 0);
  const elements: Draft[] = [root];
  const work: { from: DomNode; to: Draft; next: number; nodes: ArrayLike<DomNode> }[] = [];
  const enter = (from: DomNode, to: Draft) => work.push({ from, to, next: 0, nodes: from.childNodes });
  enter(page, root);
  for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
    const node = top.nodes[top.next];
    top.next += 1;
    if (node === undefined) {
      top.to.last = elements.length - 1;
      work.pop();
    } else if (node.nodeType === 1) {
      const element = draft(node.localName.toLowerCase(), top.to, elements.length);
      for (const { name, value } of Array.from(node.attributes)) {
        // The first of two attributes of one name counts.
        const key = name.toLowerCase();
        if (!element.attributes.has(key)) element.attributes.set(key, value);
      }
      // The parser may see what the scan did not.
      if (elements.length > ELEMENTS_MAX || work.length > DEPTH_MAX + 1)
        throw new HostilePageError("too many elements, or too deep ones", REMEDY);
      elements.push(element);
      top.to.children.push(element);
      enter(node, element);
    } else if (node.nodeType === 3) addText(top.to.children, node.data);
  }
  return { root, elements };
}

function addText(children: PageNode[], text: string): void {
  const before = children.at(-1);
  if (typeof before === "string") children[children.length - 1] = before + text;
  else children.push(text);
}

function draft(tag: string, parent: PageElement | null, index: number): Draft {
  return { tag, attributes: new Map(), children: [], parent, index, last: index };
}

/** Whether an element is another one or lies in it. */
export function isWithin(element: PageElement, outer: PageElement): boolean {
  return element.index >= outer.index && element.index <= outer.last;
}

/** The element's ancestors, the nearest first, up to but not including `top`. */
export function* ancestors(element: PageElement, top: PageElement | null): Generator<PageElement> {
  for (let at = element.parent; at !== null && at !== top; at = at.parent) yield at;
}
