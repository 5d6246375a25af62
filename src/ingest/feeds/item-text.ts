import { parseHTML } from "linkedom";
import { spaced } from "../space.ts";
import { isTooDeep } from "./scan.ts";

/** What a feed itself has of an item's words. */
export interface ItemText {
  /** White space between words normalised, nothing else changed. */
  paragraphs: string[];
  /** Words under pictures, in reading order. */
  captions: string[];
}

/** What is needed of a node of the document; linkedom's own types are those of a browser. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}

const words = (text: string) => new Set(text.split(" "));

/** Elements that begin and end a paragraph. */
const BLOCKS = words(
  "ADDRESS ARTICLE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGURE H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE " +
    "SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL",
);
/** Elements that part words but not paragraphs; a caption in a caption is one of them. */
const CELLS = words("TD TH FIGCAPTION");
/** Elements whose words are not the article's. */
const LEFT_OUT = words(
  "APPLET ASIDE AUDIO BUTTON CANVAS DIALOG EMBED FOOTER FORM HEAD IFRAME INPUT MATH MENU NAV NOSCRIPT OBJECT SCRIPT SELECT " +
    "STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO",
);
/** Those of them which have no words that anybody sees. */
const UNWORDED = words("CANVAS EMBED HEAD IFRAME INPUT NOSCRIPT SCRIPT STYLE SVG TEMPLATE");
/** Classes of boxes which content systems put into an item: links to others, sharing, newsletters, signatures. */
const BOXES =
  /(?:^|[\s_-])(?:share|sharedaddy|social|related|newsletter|advert|ads?|promo|jp-relatedposts|feedflare|pullquote|author-bio|tags)(?:$|[\s_-])/iu;
const CAPTIONS = /(?:^|[\s_-])caption(?:-text)?(?:$|[\s_-])/iu;

/**
 * The paragraphs of a piece of HTML that stands in a feed. Each block is one; two line breaks in a row part paragraphs, a
 * single one is a space. `null` where it nests too deep to be read.
 */
export function fragmentText(html: string): ItemText | null {
  if (isTooDeep(html)) return null;
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: { body: DomNode };
  };
  const { body } = document;
  // Text that never was HTML has its blank lines only.
  if (!/<[a-z!/]/iu.test(html)) return { paragraphs: plainParagraphs(body.textContent ?? ""), captions: [] };
  const text: ItemText = { paragraphs: [], captions: [] };
  let open = "";
  let breaks = 0;
  /** The element whose words stand under a picture; a caption is one whatever blocks are in it. */
  let caption: DomNode | null = null;
  const end = () => {
    const line = spaced(open);
    if (line !== "") text[caption === null ? "paragraphs" : "captions"].push(line);
    open = "";
    breaks = 0;
  };
  const enter = (node: DomNode, name: string): boolean => {
    if (isLeftOut(name, node)) {
      // What stands on either side of words that are left out is not one run of words.
      if (!UNWORDED.has(name)) end();
      return false;
    }
    if (caption === null && isCaption(name, node)) {
      end();
      caption = node;
    } else part(name);
    return true;
  };
  const leave = (node: DomNode, name: string) => {
    if (node !== caption) return part(name);
    end();
    caption = null;
  };
  /** What the beginning and the end of an element both do. */
  const part = (name: string) => {
    if (!BLOCKS.has(name) && !CELLS.has(name)) return;
    if (caption === null && BLOCKS.has(name)) end();
    else open += " ";
  };
  walk(body, (node, leaving) => {
    if (node.nodeType === TEXT) {
      const value = node.nodeValue ?? "";
      if (value.trim() !== "") breaks = 0;
      open += value;
      return true;
    }
    if (node.nodeType !== ELEMENT) return false;
    const name = node.nodeName.toUpperCase();
    if (name === "BR") {
      breaks += 1;
      if (breaks >= 2 && caption === null) end();
      else open += " ";
      return false;
    }
    if (!leaving) return enter(node, name);
    leave(node, name);
    return true;
  });
  end();
  return text;
}

/** The words of HTML without its structure, in one line; the text itself where it has no markup. */
export function plainLine(text: string): string {
  if (!/<[a-z!/]|&#?\w/iu.test(text)) return spaced(text);
  const read = fragmentText(text);
  return read === null ? "" : [...read.paragraphs, ...read.captions].join(" ");
}

/** Plain text cut at its blank lines, or at line ends where it has none. */
export function plainParagraphs(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(spaced);
  if (!lines.some((line, index) => line === "" && index > 0 && index < lines.length - 1)) {
    return lines.filter((line) => line !== "");
  }
  const paragraphs: string[] = [];
  let open: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      paragraphs.push(open.join(" "));
      open = [];
    }
  }
  return paragraphs;
}

const ELEMENT = 1;
const TEXT = 3;

function isCaption(name: string, node: DomNode): boolean {
  return name === "FIGCAPTION" || CAPTIONS.test(node.getAttribute?.("class") ?? "");
}

function isLeftOut(name: string, node: DomNode): boolean {
  if (LEFT_OUT.has(name)) return true;
  const of = (attribute: string) => node.getAttribute?.(attribute) ?? null;
  return (
    of("hidden") !== null ||
    of("aria-hidden") === "true" ||
    /display\s*:\s*none/iu.test((of("style") ?? "").slice(0, 1_000)) ||
    BOXES.test((of("class") ?? "").slice(0, 1_000))
  );
}

/**
 * Every node below `root`, in order, without a stack of calls that hostile nesting could overflow: `visit` is called when
 * a node is entered and, if it said `true` then, again when an element is left.
 */
function walk(root: DomNode, visit: (node: DomNode, leaving: boolean) => boolean): void {
  let node = root.firstChild;
  while (node !== null && node !== root) {
    const inside: boolean = visit(node, false);
    if (inside && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (inside && node.nodeType === ELEMENT) visit(node, true);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== root) visit(node, true);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}
