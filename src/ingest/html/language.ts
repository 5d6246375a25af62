import { languageOf as byScript } from "../saved-page/language.ts";
import type { PageTree } from "./tree.ts";

/**
 * The language of a text by its script; where that does not tell, the one the page names, if the text can be in it: a page
 * says "en" of everything when its template does.
 */
export function languageOf(text: string, tree: PageTree): string {
  const shown = byScript(text);
  if (shown !== "unknown" || text === "") return shown;
  const html = tree.elements.find(({ tag }) => tag === "html");
  const told = /^[a-z]{2,3}(?=$|[-_])/iu.exec(html?.attributes.get("lang") ?? "")?.[0].toLowerCase();
  // English and East Asian texts show what they are.
  return told === undefined || ["en", "ko", "ja", "zh"].includes(told) ? "unknown" : told;
}
