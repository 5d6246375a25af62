import { parse } from "discord-markdown-parser";
import type { Reply, Span } from "../../src/core/reply.ts";
import { visible } from "../../src/core/visible.ts";

/** Words in one style: plain, strong, code, or `link:` with the address. */
export type Run = readonly [style: string, words: string];

/** One line as a person sees it. */
export interface Line {
  role: "heading" | "subtext" | "quote" | "list" | "text";
  runs: Run[];
}

interface Node {
  type: string;
  content?: Node[] | string;
  target?: string;
  name?: string;
  level?: number;
}

/** What starts a list in Discord; the parser knows none. */
const LIST = /^\s*(?:[-*+]|\d{1,9}[.)])\s/u;

/**
 * The lines that Discord would show of this Markdown, by a parser that is not ours. Line by line, because it misses what
 * starts a line after a quote.
 *
 * @throws Error where there is markup that a reply of ours has no use for.
 */
export function shownLines(markdown: string): Line[] {
  return markdown.split("\n").map((line) => {
    if (line.startsWith("> ")) return { role: "quote", runs: runsOf(line.slice(2)) };
    if (line.startsWith("- ")) return { role: "list", runs: runsOf(line.slice(2)) };
    const [node, ...others] = parse(line, "extended") as Node[];
    if (node !== undefined && others.length === 0 && Array.isArray(node.content)) {
      if (node.type === "heading" && node.level === 3)
        return { role: "heading", runs: joined(flat(node.content)) };
      if (node.type === "subtext") return { role: "subtext", runs: joined(flat(node.content)) };
    }
    return { role: "text", runs: runsOf(line) };
  });
}

function runsOf(line: string): Run[] {
  if (LIST.test(line)) throw new Error(`a list inside a line: ${line}`);
  return joined(flat(parse(line, "extended")));
}

/**
 * What spans lines, read from the whole text.
 *
 * @throws Error where there is markup that a reply of ours has no use for.
 */
export function assertWhole(markdown: string): void {
  flat(parse(markdown, "extended"), true);
}

function flat(nodes: readonly Node[], whole = false): Run[] {
  return nodes.flatMap((node): Run[] => {
    const { type, content, target, name } = node;
    if (type === "text" && typeof content === "string") return [["plain", content]];
    if (type === "twemoji") return [["plain", String(name)]];
    if (type === "inlineCode" && typeof content === "string") return [["code", content]];
    if (Array.isArray(content)) {
      const inner = flat(content, whole);
      if (type === "strong" || type === "strikethrough" || type === "link") {
        const words = inner.map(([style, text]) => {
          if (style !== "plain") throw new Error(`${style} inside a ${type}`);
          return text;
        });
        return [[type !== "link" ? type : `link:${plainAddress(String(target))}`, words.join("")]];
      }
      if (whole && ["heading", "subtext", "blockQuote"].includes(type)) return inner;
    }
    if (whole && type === "br") return [["break", "\n"]];
    throw new Error(`a ${type}: ${JSON.stringify(node)}`);
  });
}

/** The address with what could end a link as it was before it was percent-encoded. */
function plainAddress(href: string): string {
  return href.replace(/%(?:2[89A]|3[CE]|40|5[BCDF]|60|7[CE])/giu, decodeURIComponent);
}

function joined(runs: readonly Run[]): Run[] {
  const together: [string, string][] = [];
  for (const [style, words] of runs) {
    const last = together.at(-1);
    if (words === "") continue;
    if (last?.[0] === style && style === "plain") last[1] += words;
    else together.push([style, words]);
  }
  return together;
}

/** The lines that a reply means, by another road than the renderer's. */
export function meantLines({ blocks }: Reply): Line[] {
  const line = (role: Line["role"], spans: readonly Span[]): Line => ({
    role,
    runs: joined(spans.map(meantRun)),
  });
  return blocks.flatMap((block): Line[] => {
    switch (block.type) {
      case "heading":
        return [line("heading", block.spans)];
      case "text":
        return [line("text", block.spans)];
      case "note":
        return [line("subtext", block.spans)];
      case "list":
        return block.items.map((item) => line("list", item));
      case "quote": {
        const { text, highlights, cutStart, cutEnd } = block.excerpt;
        const runs: Run[] = [["plain", cutStart ? "…" : ""]];
        let at = 0;
        for (const { start, end } of highlights) {
          runs.push(["plain", text.slice(at, start)], ["strong", text.slice(start, end)]);
          at = end;
        }
        runs.push(["plain", text.slice(at)], ["plain", cutEnd ? "…" : ""]);
        const quote = splitLines(runs).map((each): Line => ({ role: "quote", runs: joined(each) }));
        const below = [
          ...(block.citation.length === 0 ? [] : [block.citation]),
          ...(block.remarks ?? []).map((remark): Span[] => [{ type: "text", text: "※ " }, ...remark]),
        ];
        return [...quote, ...below.map((spans) => line("subtext", spans))];
      }
    }
  });
}

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const [style, words] of runs) {
    for (const [index, part] of words.split("\n").entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)!.push([part.trim() === "" ? "plain" : style, laidOut(part)]);
    }
  }
  return lines;
}

/** What is seen of a text; the parser makes four spaces of a tab. */
function laidOut(text: string): string {
  return visible(text).replaceAll("\t", "    ");
}

function meantRun(span: Span): Run {
  const words = laidOut(span.text.replace(/\s*\n\s*/gu, " "));
  if (span.type === "link") return [`link:${plainAddress(new URL(span.url).href)}`, words];
  if (span.type === "code") return [/`|\]\(/u.test(words) ? "plain" : "code", words];
  if (span.type === "moment" || span.type === "channel") throw new Error(`a ${span.type} is no words`);
  const styles = { text: "plain", strong: "strong", inserted: "strong", removed: "strikethrough" } as const;
  // A space parts a tilde from the two that end what is struck out.
  return [styles[span.type], span.type === "removed" && words.endsWith("~") ? `${words} ` : words];
}
