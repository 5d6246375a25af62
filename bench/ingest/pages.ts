import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../lib/random.ts";

/** Paragraphs of a page, and words of one. */
const PARAGRAPHS = 8;
const WORDS = 60;

/** What pages are made of. */
export interface PageWords {
  texts: readonly string[];
  korean: readonly string[];
  /** Other numbers give other pages. */
  seed: number;
}

/** Writes that many news pages as a site would serve them, furniture and all, every fifth one in Korean; in bytes. */
export function writePages(folder: string, count: number, { texts, korean, seed }: PageWords): number {
  mkdirSync(folder, { recursive: true });
  const { below, pick } = randomFrom(seed);
  const words = (from: readonly string[]) => {
    const all = pick(from).split(/\s+/u);
    return Array.from({ length: WORDS }, () => all[below(all.length)]).join(" ");
  };
  let bytes = 0;
  for (let at = 0; at < count; at += 1) {
    const from = at % 5 === 4 ? korean : texts;
    const day = `2019-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;
    const title = `${words(from).slice(0, 60)} ${at}`;
    const paragraphs = Array.from({ length: PARAGRAPHS }, () => `<p>${escape(words(from))}.</p>`);
    const page = pageOf({
      title: escape(title),
      day,
      address: `https://news.example.org/${seed}/${at}`,
      paragraphs,
    });
    writeFileSync(join(folder, `${String(at).padStart(6, "0")}.html`), page);
    bytes += Buffer.byteLength(page);
  }
  return bytes;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

interface Page {
  title: string;
  day: string;
  address: string;
  paragraphs: readonly string[];
}

function pageOf({ title, day, address, paragraphs }: Page): string {
  const menu = Array.from(
    { length: 40 },
    (_, at) => `<li><a href="/section/${at}">Section ${at}</a></li>`,
  ).join("");
  const others = Array.from(
    { length: 20 },
    (_, at) => `<li><a href="/story/${at}">Another story, number ${at}</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Example News</title>
<link rel="canonical" href="${address}"><meta property="og:title" content="${title}">
<meta property="article:published_time" content="${day}T09:00:00+09:00"></head><body>
<header><nav><ul>${menu}</ul></nav></header>
<main><article><h1>${title}</h1><p class="byline">By Mina Park</p><time datetime="${day}">${day}</time>
<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>
${paragraphs.join("\n")}
</article><aside><h2>Related</h2><ul>${others.join("")}</ul></aside></main>
<footer><p>Copyright Example News. All rights reserved.</p></footer></body></html>`;
}
