import { isDataRow } from "./data-row.ts";
import { isBox, isCaptionName, visibilityOf, words } from "./marks.ts";
import { BlockWriter, type Block, type Place } from "./block-writer.ts";
import { ancestors, type PageElement, type PageNode } from "./tree.ts";

/** Elements that begin and end a paragraph. */
const BLOCK = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section " +
    "summary table tbody td tfoot th thead tr ul #page amp-img amp-carousel",
);

/** Whether an element that is inline by its tag stands apart by its style, or by holding the words under a picture. */
function standsApart(element: PageElement): boolean {
  return (
    isOwnCaption(element) ||
    /display\s?:\s?block/iu.test((element.attributes.get("style") ?? "").slice(0, 500))
  );
}

/** An inline element for the words under a picture that stands in no such element. */
function isOwnCaption(element: PageElement): boolean {
  if (!isCaptionName(element)) return false;
  return ![...ancestors(element, null)]
    .slice(0, 4)
    .some((around) => around.tag === "figcaption" || isCaptionName(around));
}

/**
 * Everything the subtree shows as text, cut into paragraphs, in document order; where `whole`, at the tags of block
 * elements alone, between which a page has white space. Takes time linear in the subtree.
 */
export function blocksOf(root: PageElement, { whole = false } = {}): Block[] {
  const writer = new BlockWriter();
  walk(root, root, writer, { linked: false, boxed: false, row: false, whole });
  writer.flush(root);
  return writer.blocks;
}

function walk(element: PageElement, block: PageElement, writer: BlockWriter, place: Place): void {
  for (const node of element.children) visit(node, block, writer, place);
}

function visit(node: PageNode, block: PageElement, writer: BlockWriter, place: Place): void {
  if (typeof node === "string") {
    writer.write(node, place);
    return;
  }
  writer.at = node.index;
  const visibility = visibilityOf(node);
  if (visibility === "none") return;
  if (visibility === "hidden") {
    // A paragraph must be a run of the page's text: words that are not shown part it.
    if (holdsText(node)) writer.cut(block);
    return;
  }
  if (node.tag === "br") {
    writer.lineBreak(block);
    return;
  }
  if (BLOCK.has(node.tag) || (!place.whole && !place.row && standsApart(node))) {
    if (place.row) writer.write(" ", place);
    else writer.flush(block);
    const row = place.row || (node.tag === "tr" && isDataRow(node));
    walk(node, place.row ? block : node, writer, { ...place, row });
    if (place.row) writer.write(" ", place);
    else writer.flush(node);
    return;
  }
  const linked = place.linked || leadsAway(node);
  walk(node, block, writer, { ...place, linked, boxed: place.boxed || isBox(node) });
}

/** A link to another page, not to a note or a heading of this one. */
function leadsAway({ tag, attributes }: PageElement): boolean {
  const href = tag === "a" ? attributes.get("href") : undefined;
  return href !== undefined && !href.startsWith("#");
}

/** Whether there is any text in an element, looked for in its first parts only. */
function holdsText(element: PageElement, budget = { left: 200 }): boolean {
  return element.children.some((node) => {
    budget.left -= 1;
    if (budget.left < 0) return true;
    if (typeof node === "string") return /\S/u.test(node);
    return visibilityOf(node) !== "none" && holdsText(node, budget);
  });
}
