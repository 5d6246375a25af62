import type { CSL } from "@citation-js/core";
import { bibtexCitation } from "./bibtex.ts";
import { textCitation } from "./text-style.ts";

/** The styles in which a document can be cited, the usual one first. */
export const STYLES = ["chicago", "apa", "mla", "bibtex", "csl-json"] as const;
export type Style = (typeof STYLES)[number];

/** The citation of an item: text on one line, or lines of BibTeX or JSON (a list of one item, as programs import it). */
export async function citationIn(style: Style, item: CSL): Promise<string> {
  switch (style) {
    case "chicago":
    case "apa":
    case "mla":
      return textCitation(style, item);
    case "bibtex":
      return bibtexCitation(item);
    case "csl-json":
      return JSON.stringify([item], null, 2);
  }
}
