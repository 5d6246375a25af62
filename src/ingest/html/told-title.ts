import type { OutletBook } from "../../core/outlet.ts";
import { isMasthead } from "../saved-page/title.ts";
import { folded } from "./text-of.ts";

/** Titles of the metadata: those written for the article, and that of the window, which may be the site's. */
export interface Told {
  readonly sure: readonly string[];
  readonly unsure: readonly string[];
}

/** Whether a text is the name of an outlet or of the site. */
export function isSite(text: string, site: string | null, outlets: OutletBook): boolean {
  return isMasthead(text, outlets) || (site !== null && folded(text) === folded(site));
}

/** A title of the metadata without the site's name and sections at its end or start. */
export function toldHeadline(
  told: readonly string[],
  site: string | null,
  outlets: OutletBook,
): string | null {
  const text = told
    .map((title) => withoutSite(title, site, outlets))
    .find((title) => title !== "" && !isSite(title, site, outlets));
  return text ?? null;
}

function withoutSite(title: string, site: string | null, outlets: OutletBook): string {
  const parts = title.split(/(\s[|\-–—:·<»>]{1,2}\s|\s?[|_＿｜]\s?)/u);
  let start = 0;
  let end = parts.length;
  while (end > start + 1 && isSite(parts[end - 1]!.trim(), site, outlets)) end -= 2;
  while (end > start + 1 && isSite(parts[start]!.trim(), site, outlets)) start += 2;
  return parts.slice(start, end).join("").trim();
}
