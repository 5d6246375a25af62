import fc from "fast-check";
import { DOMParser } from "linkedom";
import type { SavedPage } from "../../../src/ingest/saved-page.ts";

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h\d|head|header|hgroup|hr|html|legend|li|main|menu|nav|ol|optgroup|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|br|frameset|amp-img|amp-carousel)$/u;

interface Node {
  nodeType: number;
  localName: string;
  data: string;
  attributes: Iterable<{ value: string }>;
  childNodes: Iterable<Node>;
}

/** All text of a page in document order, read by another road than the extractor's, and what else may hold names. */
function textOfInput(html: string): { text: string; other: string[] } {
  const parts: string[] = [];
  const other: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.data);
    if (node.nodeType !== 1 && node.nodeType !== 9) return;
    const name = node.nodeType === 1 ? node.localName.toLowerCase() : "#document";
    if (name === "style") return;
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

function normalised(text: string): string {
  return text.replace(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu, " ").trim();
}

/** What of a page that was read is no run of its text; empty where all is well. */
export function strangersIn(page: SavedPage, html: string): string[] {
  const { text, other } = textOfInput(html);
  const anywhere = [text, ...other];
  const names =
    page.author === null
      ? []
      : [page.author, ...page.author.split(", ")].slice(page.author.includes(", ") ? 1 : 0);
  return [
    ...[...page.paragraphs, ...page.captions].filter((run) => run === "" || !text.includes(run)),
    ...[...(page.title === null ? [] : [page.title]), ...names].filter(
      (run) => !anywhere.some((one) => one.includes(run)),
    ),
  ];
}

const SHARDS = [
  "<b>",
  "</b>",
  "<p>",
  "</p>",
  "<div>",
  "</div>",
  "</article>",
  "<br><br>",
  "<br>",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<table><tr><td>",
  "</table>",
  "<figure>",
  "<figcaption>",
  "&amp;",
  "&nbsp;",
  "&#x200b;",
  "&#0;",
  "\0",
  "&lt;b&gt;",
  "<span hidden>x</span>",
  '<i style="display:none">y</i>',
  "<noscript>n</noscript>",
  "<h1>",
  "</h1>",
  "<svg><text>s</text></svg>",
  "<template>t</template>",
  '<a href="/x">',
  "</a>",
  "<li>",
  "“",
  "　",
  "<button>Share</button>",
  '<div class="',
  '">',
  "'",
  "<",
  ">",
  "<textarea>",
  "<title>",
  "</title>",
  '<span class="caption">c</span>',
  '<p class="byline">By Jane Doe</p>',
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(2_000)),
  kind: fc.constantFrom("insert", "delete", "double"),
  shard: fc.oneof(fc.constantFrom(...SHARDS), fc.string({ maxLength: 8, unit: "binary" })),
});

/** Breakages of a page. */
export const changes = fc.array(change, { minLength: 1, maxLength: 12 });

/** A page with these breakages. */
export function changed(
  html: string,
  breakages: readonly { at: number; length: number; kind: string; shard: string }[],
): string {
  let text = html;
  for (const { at, length, kind, shard } of breakages) {
    const start = Math.floor(at * text.length);
    const end = start + length;
    if (kind === "insert") text = text.slice(0, start) + shard + text.slice(start);
    else if (kind === "delete") text = text.slice(0, start) + text.slice(end);
    else text = text.slice(0, end) + shard + text.slice(start);
  }
  return text;
}
