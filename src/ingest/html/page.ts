import type { OutletBook } from "../../core/outlet.ts";
import { datelineOf } from "../saved-page/dateline.ts";
import { readingsOf, type Reading } from "../saved-page/reading.ts";
import type { Block } from "./block-writer.ts";
import { blocksOf } from "./blocks.ts";
import { isBox } from "./marks.ts";
import { keptByReadability } from "./readability.ts";
import { ancestors, type PageElement, type PageTree } from "./tree.ts";

/** A block with what it looks like by itself and what stands around it. */
export interface Piece extends Block, Omit<Reading, "text"> {
  /** Whether an element around it says that it is no part of an article. */
  readonly aside: boolean;
}

/** A page cut into pieces, in document order. */
export interface Page {
  readonly tree: PageTree;
  readonly pieces: readonly Piece[];
  readonly outlets: OutletBook;
  /** How much of an article's prose is in an element with all in it; by index of the element. */
  readonly proseIn: (element: PageElement) => number;
  /** How many pieces are in an element. */
  readonly piecesIn: (element: PageElement) => number;
  /** Elements that are boxes beside the article, by tag, role and names. */
  readonly boxes: ReadonlySet<PageElement>;
}

/** Share of a block's characters in links above which it is a link to another page. */
export const LINKED_MAX = 0.5;

/** What Readability has thrown out counts that much of what it has kept: it is right more often than not. */
const THROWN_OUT = 0.5;

/** Reads every block of the tree by itself. */
export function pageOf(tree: PageTree, outlets: OutletBook): Page {
  const blocks = blocksOf(tree.root);
  const readings = readingsOf(
    blocks.map(({ text }, block) => ({ text, block })),
    outlets,
  ).map((reading, index) => ofLines(reading, blocks[index]!.lines, outlets));
  const prose = readings.map((reading, index) => reading.prose && blocks[index]!.linked <= LINKED_MAX);
  const raw = sums(tree, blocks, (index) => (prose[index] ? readings[index]!.weight : 0));
  const boxes = boxesOf(tree, raw);
  const links = sums(tree, blocks, (index) => (blocks[index]!.linked >= ONLY_LINK ? 1 : 0));
  for (const list of cardLists(tree, links, raw)) boxes.add(list);
  const inBox = insideOf(tree, boxes);
  const pieces = blocks.map((block, index): Piece => ({
    ...readings[index]!,
    ...block,
    aside: inBox[block.element.index]!,
  }));
  const kept = keptByReadability(tree);
  const weights = sums(tree, blocks, (index) => {
    const { aside, weight, element } = pieces[index]!;
    if (aside || !prose[index]) return 0;
    return kept === null || kept.has(element.index) ? weight : weight * THROWN_OUT;
  });
  return { tree, pieces, outlets, boxes, proseIn: weights, piecesIn: sums(tree, blocks, () => 1) };
}

/** Most lines of one label, such as one for each reporter. */
const LABEL_LINES_MAX = 4;

/** Several lines of which each is a byline or a day are no text together either. */
function ofLines(reading: Reading, lines: readonly string[], outlets: OutletBook): Reading {
  if (reading.role !== "text" || lines.length < 2 || lines.length > LABEL_LINES_MAX) return reading;
  const datelines = lines.map((line) => datelineOf(line, outlets));
  const dateline = datelines.find((line) => line?.author) ?? datelines[0] ?? null;
  return datelines.includes(null) ? reading : { ...reading, role: "dateline", dateline, prose: false };
}

/** Share of its characters in links from which a block is a link and nothing else, and how many cards are a list. */
const ONLY_LINK = 0.85;
const CARDS_MIN = 3;

/** Most prose of a card. */
const TEASER_MAX = 500;

/** Elements made of children of one kind with a link of its own in each: lists of other stories. */
function* cardLists(
  { elements }: PageTree,
  linksIn: (element: PageElement) => number,
  proseIn: (element: PageElement) => number,
): Generator<PageElement> {
  for (const { children } of elements) {
    const kinds = new Map<string, PageElement[]>();
    for (const node of children) {
      if (typeof node === "string") continue;
      const kind = `${node.tag} ${(node.attributes.get("class") ?? "").slice(0, 200)}`;
      const group = kinds.get(kind);
      if (group === undefined) kinds.set(kind, [node]);
      else group.push(node);
    }
    for (const group of kinds.values()) {
      const cards = group.filter(
        (element) => element.tag !== "p" && linksIn(element) > 0 && proseIn(element) <= TEASER_MAX,
      );
      if (cards.length >= CARDS_MIN && cards.length >= group.length * 0.8) yield* cards;
    }
  }
}

/** Sum of the weights of the blocks in an element, from sums over document order. */
function sums(tree: PageTree, blocks: readonly Block[], weightOf: (index: number) => number) {
  const total = Array.from({ length: tree.elements.length + 1 }, () => 0);
  for (const [index, { element }] of blocks.entries()) total[element.index + 1]! += weightOf(index);
  for (let at = 1; at < total.length; at += 1) total[at]! += total[at - 1]!;
  return (element: PageElement) => total[element.last + 1]! - total[element.index]!;
}

/**
 * Elements that are boxes by their names, unless the article itself must be in them: some templates call everything
 * "content-with-sidebar".
 */
function boxesOf({ elements, root }: PageTree, proseIn: (element: PageElement) => number): Set<PageElement> {
  const all = proseIn(root);
  const headlines = elements.filter(({ tag }) => tag === "h1").map(({ index }) => index);
  return new Set(
    elements.filter((element) => {
      if (!isBox(element)) return false;
      const share = all === 0 ? 0 : proseIn(element) / all;
      if (share < 0.5) return true;
      return share < 0.8 && !headlines.some((index) => index >= element.index && index <= element.last);
    }),
  );
}

function insideOf({ elements }: PageTree, boxes: ReadonlySet<PageElement>): boolean[] {
  const inside: boolean[] = [];
  // Parents come before their children.
  for (const element of elements)
    inside.push(boxes.has(element) || (element.parent !== null && inside[element.parent.index]!));
  return inside;
}

/** Whether a piece stands in an element that fits, below `top`. */
export function isInside(
  { element }: { element: PageElement },
  top: PageElement | null,
  fits: (element: PageElement) => boolean,
): boolean {
  if (element === top) return false;
  if (fits(element)) return true;
  for (const around of ancestors(element, top)) if (fits(around)) return true;
  return false;
}
