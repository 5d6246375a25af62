import { DOMParser } from "linkedom";
import type { SavedPage } from "../../src/ingest/saved-page.ts";

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h\d|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|br|frameset|amp-img|amp-carousel)$/u;

interface Node {
  nodeType: number;
  localName: string;
  data: string;
  attributes: Iterable<{ value: string }>;
  childNodes: Iterable<Node>;
}

/** What a page or a text says: its visible words in order, and what else may hold a name. White space is normalised. */
export interface Words {
  text: string;
  other: string[];
}

/** Elements with text that nobody sees as words of the page. */
const UNSEEN: ReadonlySet<string> = new Set(["style"]);

/** The words of a page in document order, read by another road than the extractor's. */
export function wordsOfPage(html: string, unseen = UNSEEN): Words {
  const parts: string[] = [];
  const other: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.data);
    if (node.nodeType !== 1 && node.nodeType !== 9) return;
    const name = node.nodeType === 1 ? node.localName.toLowerCase() : "#document";
    if (unseen.has(name)) return;
    if (name === "script") {
      for (const child of node.childNodes) if (child.nodeType === 3) other.push(...stringsIn(child.data));
      return;
    }
    if (node.nodeType === 1) for (const { value } of node.attributes) other.push(value);
    const parted = BLOCK.test(name);
    if (parted) parts.push(" ");
    for (const child of node.childNodes) visit(child);
    if (parted) parts.push(" ");
  };
  visit(new DOMParser().parseFromString(html, "text/html") as unknown as Node);
  return { text: normalised(parts.join("")), other: other.map(normalised) };
}

/** In feeds also those that feed readers do not show. */
const UNSEEN_IN_FEEDS: ReadonlySet<string> = new Set(
  "style canvas embed head iframe input noscript svg template".split(" "),
);

/** The words of a piece of HTML in a feed. */
export function wordsOfFragment(html: string): Words {
  return wordsOfPage(`<html><body>${html}</body></html>`, UNSEEN_IN_FEEDS);
}

/** The strings of a JSON text, however broken it is as a whole. */
function stringsIn(json: string): string[] {
  return [...json.matchAll(/"(?:[^"\\]|\\.)*"/gsu)].flatMap(([string]) => {
    try {
      return [String(JSON.parse(string.replace(/\p{Cc}/gu, " ")))];
    } catch {
      return [];
    }
  });
}

/** White space between words as one space, none at the ends. */
export function normalised(text: string): string {
  return text.replace(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu, " ").trim();
}

/** What came out of a page and is no run of its words; empty where all is well. */
export function strangersIn({ paragraphs, captions, title, author }: SavedPage, words: Words): string[] {
  // Where a line or a block ends, zero-width characters may go.
  const texts = [
    words.text,
    normalised(words.text.replace(/[\u200b\ufeff]+(?= )|(?<= )[\u200b\ufeff]+/gu, "")),
  ];
  const anywhere = [...texts, ...words.other];
  const names = author === null ? [] : [author, ...author.split(", ")].slice(author.includes(", ") ? 1 : 0);
  return [
    ...[...paragraphs, ...captions].filter((run) => run === "" || !texts.some((text) => text.includes(run))),
    ...[...(title === null ? [] : [title]), ...names].filter(
      (run) => !anywhere.some((one) => one.includes(run)),
    ),
  ];
}
