import type { CSL } from "@citation-js/core";
import { CHICAGO_NOTE } from "./styles/chicago-note.ts";
import { MLA } from "./styles/mla.ts";

/** Writes items in the formats of the library: `bibliography`, `citation`, `bibtex`. */
export type Format = (format: string, items: readonly CSL[], options: object) => unknown;

let loading: Promise<Format> | null = null;

/**
 * The library that writes citations, with our styles: citation.js over citeproc-js. Loaded when somebody first cites: a
 * desk that starts must answer soon, and most questions are not about citations.
 */
export function citationEngine(): Promise<Format> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Format> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-csl");
  await import("@citation-js/plugin-bibtex");
  const { styles } = plugins.config.get("@csl");
  styles.add("chicago-note", CHICAGO_NOTE);
  styles.add("mla", MLA);
  // Else the library drops every letter it has no command for, such as all of Hangul. What TeX acts on we escape.
  plugins.config.get("@bibtex").format.asciiOnly = false;
  const { format } = plugins.output as unknown as { format: Format };
  return format;
}
