import { FeedError, HostileFeedError } from "./feed-error.ts";

/** Elements in one another, or lists and objects of a JSON Feed. Real feeds have about ten, articles in them thirty. */
const DEPTH_MAX = 256;
/** Characters of one tag with its attributes. */
const TAG_MAX = 64 * 1024;
/** Tags that begin an element in one text. 500 items with a hundred each are 50,000. */
const TAGS_MAX = 300_000;

const REMEDY = "It is not read; tell its publisher";

/**
 * Looks through the text of a feed once, before any parser sees it.
 *
 * @throws {HostileFeedError} where its structure could hurt a parser: entities of its own, deep nesting, huge tags.
 * @throws {FeedError} where it ends in its middle: what was cut off would be taken for an edit.
 */
export function checkFeedText(text: string): void {
  if (/^\s*[[{]/u.test(text)) checkJson(text);
  else if (scanTags(text, NONE, TAG_MAX) > 0) {
    throw new FeedError("it ends in its middle", "Where it stays so, tell its publisher");
  }
}

/** Whether a piece of HTML nests deeper than a parser of HTML takes in fair time. */
export function isTooDeep(html: string): boolean {
  try {
    // A picture may stand in its own tag.
    scanTags(html, VOID_HTML, Number.POSITIVE_INFINITY);
    return false;
  } catch (error) {
    if (error instanceof HostileFeedError) return true;
    throw error;
  }
}

const NONE: ReadonlySet<string> = new Set();
/** What never has anything in it, and what the next of its kind ends. */
const VOID_HTML: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option".split(
    " ",
  ),
);

function checkJson(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > DEPTH_MAX) throw tooDeep();
  }
  // A parser that finds no JSON looks for XML, which nobody has looked through then.
  try {
    JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new FeedError("neither RSS nor Atom nor JSON Feed", "Check the address", { cause: error });
  }
}

/** Where the JSON string that begins at `start` ends; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at;
  }
  return text.length;
}

/** How many elements are open at the end of the text. */
function scanTags(text: string, neverOpen: ReadonlySet<string>, tagMax: number): number {
  const open: string[] = [];
  let tags = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const skipped = skip(text, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    if (/^<!DOCTYPE/iu.test(text.slice(at, at + 9))) {
      at = endOfDoctype(text, at, tagMax);
      continue;
    }
    if (/^<!(?:ENTITY|ATTLIST|ELEMENT)/iu.test(text.slice(at, at + 9))) throw declares();
    const name = /^<\/?([\p{L}_:][^\s/>]{0,200})/u.exec(text.slice(at, at + 204))?.[1]?.toLowerCase();
    if (name === undefined) {
      at += 1;
      continue;
    }
    const end = endOfTag(text, at, tagMax);
    if (text[at + 1] === "/") close(open, name);
    else {
      tags += 1;
      if (tags > TAGS_MAX) throw new HostileFeedError("it has more than 300,000 elements", REMEDY);
      if (text[end - 1] !== "/" && !neverOpen.has(name)) open.push(name);
      if (open.length > DEPTH_MAX) throw tooDeep();
    }
    at = end;
  }
  return open.length;
}

/** Where a comment, CDATA section or processing instruction at `at` ends; `null` where none begins there. */
function skip(text: string, at: number): number | null {
  const [opens, closes] =
    [
      ["<!--", "-->"],
      ["<![CDATA[", "]]>"],
      ["<?", "?>"],
    ].find(([start]) => text.startsWith(start!, at)) ?? [];
  if (opens === undefined || closes === undefined) return null;
  const end = text.indexOf(closes, at + opens.length);
  return end === -1 ? text.length : end + closes.length;
}

/** Old RSS names a document type; one that declares something of its own is how entity bombs and file readers come. */
function endOfDoctype(text: string, at: number, tagMax: number): number {
  const end = endOfTag(text, at, tagMax);
  if (text.slice(at, end).includes("[")) throw declares();
  return end;
}

/** Where the tag that begins at `start` has its `>`, quoted values set aside. */
function endOfTag(text: string, start: number, tagMax: number): number {
  let quote = 0;
  const last = Math.min(text.length, start + tagMax);
  for (let at = start + 1; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if ((code === 0x22 || code === 0x27) && text[at - 1] === "=") quote = code;
  }
  if (last === text.length) return text.length;
  throw new HostileFeedError("it has a tag of more than 64 KB", REMEDY);
}

/** Ends the innermost element of the name, and what was left open in it, as parsers that forgive do. */
function close(open: string[], name: string): void {
  const index = open.lastIndexOf(name);
  if (index !== -1) open.length = index;
}

function tooDeep(): HostileFeedError {
  return new HostileFeedError(`it nests more than ${DEPTH_MAX} levels deep`, REMEDY);
}

function declares(): HostileFeedError {
  return new HostileFeedError("its document type declares entities of its own", REMEDY);
}
