import { words } from "./marks.ts";
import type { PageElement, PageNode } from "./tree.ts";

/** What no cell of data has in it. */
const LAYOUT = words("table ul ol h1 h2 h3 h4 h5 h6 article section form figure blockquote pre");
const PARAGRAPH = words("p div");

/** Longest text of a cell of data, and how many nodes of a row are looked at: enough for any table of data. */
const CELL_MAX = 500;
const NODES_MAX = 300;

/** Whether a table row holds data, so that its cells are read as one line, rather than columns of a page. */
export function isDataRow(row: PageElement): boolean {
  const cells = row.children.filter((node): node is PageElement => typeof node !== "string");
  const budget = { left: NODES_MAX };
  return cells.length >= 2 && cells.every((cell) => isDataCell(cell, budget));
}

function isDataCell(cell: PageElement, budget: { left: number }): boolean {
  if (cell.tag !== "td" && cell.tag !== "th") return false;
  let length = 0;
  let paragraphs = 0;
  let breaks = 0;
  const look = (node: PageNode): boolean => {
    budget.left -= 1;
    if (budget.left < 0) return false;
    if (typeof node === "string") {
      length += node.trim().length;
      return length <= CELL_MAX;
    }
    if (LAYOUT.has(node.tag)) return false;
    if (PARAGRAPH.has(node.tag)) paragraphs += 1;
    if (node.tag === "br") breaks += 1;
    return paragraphs <= 1 && breaks <= 3 && node.children.every(look);
  };
  return cell.children.every(look);
}
