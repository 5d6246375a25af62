import { stateAt, type Article } from "./articles.ts";

/** How a feed is written. */
export interface Written {
  /** `http://HOST:PORT` of the outlet. */
  origin: string;
  title: string;
  now: number;
  /** Only a summary, for feeds whose pages have the text. */
  summary?: boolean;
  /** One guid for all. */
  sameGuid?: boolean;
  /** No links. */
  noLinks?: boolean;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const htmlOf = (article: Article, now: number) =>
  stateAt(article, now)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join("\n");

/** RSS 2.0. */
export function rss(articles: readonly Article[], feed: Written, encoding = "UTF-8"): string {
  const items = articles.map((article) => {
    const link = `${feed.origin}${article.path}`;
    const words = feed.summary === true ? escaped(stateAt(article, feed.now)[0]!) : htmlOf(article, feed.now);
    return `<item><title>${escaped(article.title)}</title>
${feed.noLinks === true ? "" : `<link>${link}?utm_source=rss</link>`}
<guid isPermaLink="false">${feed.sameGuid === true ? "1" : `tag:${article.path}`}</guid>
<pubDate>${new Date(article.published).toUTCString()}</pubDate>
<description><![CDATA[${words}]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0"><channel><title>${feed.title}</title><link>${feed.origin}/</link>${items.join("\n")}</channel></rss>`;
}

/** Atom, with relative links and escaped or plain markup. */
export function atom(articles: readonly Article[], { origin, title, now }: Written): string {
  const entries = articles.map((article, index) => {
    const html = htmlOf(article, now);
    const content =
      index % 2 === 0
        ? `<content type="html">${escaped(html)}</content>`
        : `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`;
    const published = new Date(article.published).toISOString();
    return `<entry><id>tag:${article.path}</id><title>${escaped(article.title)}</title><link href=".${article.path}"/>
<published>${published}</published><updated>${published}</updated>${content}</entry>`;
  });
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}/"><title>${title}</title>${entries.join("")}</feed>`;
}

/** RSS 1.0. */
export function rdf(articles: readonly Article[], { origin, title, now }: Written): string {
  const items = articles.map((article) => {
    const link = `${origin}${article.path}`;
    return `<item rdf:about="${link}"><title>${escaped(article.title)}</title><link>${link}</link>
<dc:date>${new Date(article.published).toISOString()}</dc:date>
<content:encoded><![CDATA[${htmlOf(article, now)}]]></content:encoded></item>`;
  });
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${origin}/"><title>${title}</title><link>${origin}/</link></channel>${items.join("")}</rdf:RDF>`;
}

/** JSON Feed. */
export function json(articles: readonly Article[], { origin, title, now }: Written): string {
  const items = articles.map((article) => ({
    id: article.path,
    url: `${origin}${article.path}`,
    title: article.title,
    content_html: htmlOf(article, now),
    date_published: new Date(article.published).toISOString(),
  }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title, home_page_url: origin, items });
}

/** A page with the text of an article. */
export function page({ title, page, path }: Article, origin: string): string {
  const paragraphs = page!.map((text) => `<p>${escaped(text)}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - Paper</title>
<link rel="canonical" href="${origin}${path}"></head><body><nav><a href="/">Home</a></nav>
<main><article><h1>${title}</h1>${paragraphs}</article></main><footer>About us</footer></body></html>`;
}
