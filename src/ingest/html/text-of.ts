import { blocksOf } from "./blocks.ts";
import type { PageElement } from "./tree.ts";

/** The words an element shows, its paragraphs parted by a space; in several runs where words not shown stand between. */
export function runsOf(element: PageElement): string[] {
  const runs: string[][] = [];
  for (const { text, cut } of blocksOf(element, { whole: true })) {
    if (cut || runs.length === 0) runs.push([text]);
    else runs.at(-1)!.push(text);
  }
  return runs.map((run) => run.join(" "));
}

/** The longest run of words an element shows; empty where it shows none. */
export function textOf(element: PageElement): string {
  return runsOf(element).reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

/** Letters and digits alone, in lower case: what is the same in two ways of writing a headline. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
