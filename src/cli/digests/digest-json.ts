import type { Digest, DigestInput, DigestWhy } from "../../core/digest/compose.ts";
import { excerptJson, type ExcerptJson } from "../../core/excerpt-json.ts";
import { verifyExcerpt } from "../../core/excerpt.ts";
import type { Action, Block, Span } from "../../core/reply.ts";
import { messagesFor } from "../../messages/index.ts";

/** A part of a digest as `korea digests preview --json` prints it; the words of a list's items are parted by line ends. */
export type DigestBlockJson =
  | { type: Exclude<Block["type"], "quote">; text: string }
  | { type: "quote"; excerpt: ExcerptJson; citation: string; remarks: string[] };

/** The digest of a day as the command line prints it. */
export interface DigestJson {
  date: string;
  zone: string;
  language: string;
  query: string | null;
  why: DigestWhy;
  items: number;
  quoteOfDay: string | null;
  /** `null` where nothing is sent; so are `actions`. */
  blocks: DigestBlockJson[] | null;
  actions: Action[] | null;
}

/** Turns a digest into its JSON shape. */
export function digestJson(input: DigestInput, { reply, items, why, quoteOfDay }: Digest): DigestJson {
  const { query, language, zone } = input.subscription;
  return {
    date: input.localDate,
    zone,
    language,
    query,
    why,
    items,
    quoteOfDay,
    blocks: reply?.blocks.map((block) => blockJson(block, input)) ?? null,
    actions: reply === null ? null : [...reply.actions],
  };
}

function blockJson(block: Block, { library, subscription: { language } }: DigestInput): DigestBlockJson {
  if (block.type === "list") return { type: block.type, text: block.items.map(wordsOf).join("\n") };
  if (block.type !== "quote") return { type: block.type, text: wordsOf(block.spans) };
  const { excerpt, citation, remarks = [] } = block;
  verifyExcerpt(excerpt);
  const { document } = library.get(excerpt.version.documentId)!;
  return {
    type: block.type,
    excerpt: excerptJson(excerpt, document, { library, m: messagesFor(language) }),
    citation: wordsOf(citation),
    remarks: remarks.map(wordsOf),
  };
}

function wordsOf(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === "link" ? span.url : span.text)).join("");
}
