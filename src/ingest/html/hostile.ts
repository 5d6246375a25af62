import type { Range } from "../../core/range.ts";
import { HostilePageError, REMEDY } from "./hostile-page-error.ts";
import { Nesting } from "./nesting.ts";

/** Most elements of a page: about a second's work. The largest news pages have some ten thousand. */
export const ELEMENTS_MAX = 40_000;

/** Most entities and stray marks, each kind by itself: old pages write every letter as an entity. */
const MARKS_MAX = 200_000;

/** Longest attribute value that is kept; longer ones are pictures and data of scripts. */
const VALUE_MAX = 8_192;

/** Longest tag whose attributes are kept. */
const TAG_MAX = 65_536;

/** Elements whose content is text until their own end tag. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp"]);

const NAME = /[a-z][^\s/>]*/iy;

/**
 * The markup without attribute values that are too long to mean anything. Takes time linear in the markup and builds no
 * tree.
 *
 * @throws {HostilePageError} where elements nest too deep or are too many.
 */
export function tamed(html: string): string {
  const kept: string[] = [];
  let copied = 0;
  let elements = 0;
  let stray = 0;
  if (entities(html) > MARKS_MAX) throw tooMany("entities", MARKS_MAX);
  const nesting = new Nesting();
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    if (html.startsWith("<!--", at)) {
      at = after(html, "-->", at + 2);
      continue;
    }
    const closing = html[at + 1] === "/";
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0].slice(0, 64).toLowerCase();
    if (name === undefined) {
      stray += 1;
      if (stray > MARKS_MAX) throw tooMany("marks without a tag", MARKS_MAX);
      at += 1;
      continue;
    }
    const { end, long } = tagEnd(html, NAME.lastIndex);
    if (closing) nesting.close(name);
    else {
      elements += 1;
      if (elements > ELEMENTS_MAX) throw tooMany("elements", ELEMENTS_MAX);
      nesting.open(name);
      const cuts =
        end - at > TAG_MAX ? [{ start: NAME.lastIndex, end: Math.max(NAME.lastIndex, end - 1) }] : long;
      for (const cut of cuts) {
        kept.push(html.slice(copied, cut.start));
        copied = cut.end;
      }
    }
    at = end;
    if (!closing && RAW.has(name)) at = rawEnd(html, name, at);
  }
  return copied === 0 ? html : kept.join("") + html.slice(copied);
}

/** One attribute, or what stands where one should be, as the tokenizer reads it. */
const ATTRIBUTE = /[\s/]*(?:=?[^\s=>/]+|=)(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?/y;
const GAP = /[\s/]*/y;

/** Where a tag ends, a `>` in quotes passed over, and its over-long values. */
function tagEnd(html: string, start: number): { end: number; long: Range[] } {
  const long: Range[] = [];
  let at = start;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (match === null) break;
    if (match[0].length > VALUE_MAX) long.push({ start: at, end: ATTRIBUTE.lastIndex });
    at = ATTRIBUTE.lastIndex;
  }
  GAP.lastIndex = at;
  GAP.exec(html);
  at = GAP.lastIndex;
  return { end: html[at] === ">" ? at + 1 : html.length, long };
}

function tooMany(what: string, most: number): HostilePageError {
  return new HostilePageError(`more than ${most.toLocaleString("en")} ${what}`, REMEDY);
}

function entities(html: string): number {
  let count = 0;
  for (let at = html.indexOf("&"); at !== -1; at = html.indexOf("&", at + 1)) {
    if (/[#\p{L}]/u.test(html[at + 1] ?? "")) count += 1;
  }
  return count;
}

function rawEnd(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, "giu");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function after(html: string, words: string, from: number): number {
  const at = html.indexOf(words, from);
  return at === -1 ? html.length : at + words.length;
}
