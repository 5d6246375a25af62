import { parseFeed } from "feedsmith";
import { rawFeedOf } from "../../../src/ingest/feeds/formats.ts";
import type { Marked } from "../../../src/ingest/feeds/raw-item.ts";
import type { FeedRead } from "../../../src/ingest/feeds/read-feed.ts";
import { normalised, wordsOfFragment } from "../runs.ts";

/**
 * What came out of a feed and is no run of what its format's parser found there, and what that found and is no run of the
 * feed; empty where all is well.
 */
export function strangersInFeed({ items }: FeedRead, text: string): string[] {
  const found = rawFeedOf(parseFeed(text)).items.flatMap(({ title, content, summary }) =>
    [title, content, summary].filter((marked) => marked !== null),
  );
  const said = found.map(saidBy);
  const whole = wholeOf(text);
  return [
    ...found.map((marked) => marked.text).filter((own) => !whole.some((one) => one.includes(bare(own)))),
    ...items
      .flatMap(({ title, content, summary }) => [
        ...(title === null ? [] : [title]),
        ...(content === null ? [] : [...content.paragraphs, ...content.captions]),
        ...summary,
      ])
      .filter((run) => run === "" || !said.some((one) => one.includes(run))),
  ];
}

function saidBy(marked: Marked): string {
  return marked.type === "html" ? wordsOfFragment(marked.text).text : normalised(marked.text);
}

/** The text, bare, with entities decoded not at all, once and twice. */
function wholeOf(text: string): string[] {
  if (/^\s*[[{]/u.test(text)) return stringsOf(JSON.parse(text)).map(bare);
  const once = decoded(text);
  return [text, once, decoded(once)].map(bare);
}

function stringsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(stringsOf);
}

function decoded(text: string): string {
  return text.replace(/&[#\w]+;?/gu, (entity) => wordsOfFragment(`<p>x${entity}x</p>`).text.slice(1, -1));
}

/** The text without white space and the marks of CDATA. */
function bare(text: string): string {
  return text.replace(/\s+|<!\[CDATA\[|\]\]>/gu, "");
}
