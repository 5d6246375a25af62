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
  const whole = /^\s*[[{]/u.test(text) ? stringsOf(JSON.parse(text)).flatMap(flat) : flat(text);
  return [
    ...found
      .map(({ text: own }) => own)
      .filter((own) => !flat(own).some((part) => whole.some((one) => one.includes(part)))),
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

/**
 * The text without white space and marks of CDATA, all entities decoded: a parser decodes some of what it puts together.
 * Once with comments, once without.
 */
function flat(text: string): string[] {
  let whole = text;
  for (let before = ""; before !== whole;) [before, whole] = [whole, decoded(whole)];
  return [whole, whole.replace(/<!--[^]*?-->/gu, "")].map((one) =>
    one.replace(/\s+|<!\[CDATA\[|\]\]>/gu, ""),
  );
}

function stringsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.values(value).flatMap(stringsOf);
}

function decoded(text: string): string {
  return text.replace(/&[#\w]+;?/gu, (entity) => wordsOfFragment(`<p>x${entity}x</p>`).text.slice(1, -1));
}
