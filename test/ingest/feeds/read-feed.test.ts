import { describe, expect, test } from "vitest";
import { FeedError, HostileFeedError } from "../../../src/ingest/feeds/feed-error.ts";
import { ITEMS_MAX, readFeed, type FeedItem } from "../../../src/ingest/feeds/read-feed.ts";

const AT = "https://news.example.com/feeds/all.xml";

function rss(items: string, channel = "<title>News</title><link>https://news.example.com/</link>"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/"><channel>${channel}${items}</channel></rss>`;
}
const one = (text: string): FeedItem => {
  const { items } = readFeed(text, AT);
  expect(items).toHaveLength(1);
  return items[0]!;
};

describe("each format gives the same item", () => {
  const item = {
    key: "tag:1",
    url: "https://news.example.com/a/1",
    title: "Talks “resume” & go on",
    authors: ["Kim Min-ji"],
    date: "2019-01-09",
    content: { paragraphs: ["Talks went on for a second day.", "Nobody said more."], captions: [] },
    summary: ["Talks went on."],
    language: "en",
  };
  const html = "<p>Talks went on for a <b>second</b> day.</p><p>Nobody said more.</p>";
  const escaped = html.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  test("RSS 2.0", () => {
    const read = readFeed(
      rss(
        `<item><guid isPermaLink="false">tag:1</guid><link>/a/1?utm_source=rss#top</link><dc:creator>Kim Min-ji</dc:creator>
         <title>Talks “resume” &amp; go on</title><pubDate>Wed, 09 Jan 2019 00:30:00 +0900</pubDate>
         <description>Talks went on.</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
        "<title>News &amp;amp; views</title><link>https://news.example.com/</link><language>en</language>",
      ),
      AT,
    );
    expect(read).toEqual({
      title: "News & views",
      language: "en",
      items: [{ ...item, updated: null }],
      problems: [],
    });
  });

  test("RSS 1.0", () => {
    const read =
      one(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel rdf:about="x"><title>News</title><link>https://news.example.com/</link></channel>
      <item rdf:about="tag:1"><link>a/1</link><title>Talks “resume” &amp; go on</title><dc:creator>Kim Min-ji</dc:creator>
      <dc:date>2019-01-09T00:30:00+09:00</dc:date><dc:language>en</dc:language><description>Talks went on.</description>
      <content:encoded><![CDATA[${html}]]></content:encoded></item></rdf:RDF>`);
    expect(read).toEqual({ ...item, updated: null });
  });

  test("Atom, with bases within bases, and markup of its own or escaped", () => {
    for (const content of [
      `<content type="html">${escaped}</content>`,
      `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`,
    ]) {
      const read =
        one(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/" xml:lang="en"><title>News</title>
        <author><name>Kim Min-ji</name></author>
        <entry xml:base="b/"><id>tag:1</id><title type="html">Talks “resume” &amp;amp; go on</title>
        <link rel="self" href="x"/><link href="../1"/><published>2019-01-09T00:30:00+09:00</published>
        <updated>2019-01-10T00:30:00+09:00</updated><summary>Talks went on.</summary>${content}</entry></feed>`);
      expect(read).toEqual({ ...item, updated: "2019-01-09T15:30:00.000Z" });
    }
  });

  test("JSON Feed", () => {
    const read = one(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "News",
        language: "en",
        items: [
          {
            id: "tag:1",
            url: "https://news.example.com/a/1",
            title: "Talks “resume” & go on",
            content_html: html,
            summary: "Talks went on.",
            authors: [{ name: "Kim Min-ji" }],
            date_published: "2019-01-09T00:30:00+09:00",
            date_modified: "2019-01-10T00:30:00+09:00",
          },
        ],
      }),
    );
    expect(read).toEqual({ ...item, updated: "2019-01-09T15:30:00.000Z" });
  });
});

test("a text that only looks like markup stays as it is", () => {
  const read = one(`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>1</id>
    <title>Use of &lt;b&gt; in &amp;amp;</title><summary>1 &lt; 2 &amp;amp; so on</summary></entry></feed>`);
  expect([read.title, read.summary]).toEqual(["Use of <b> in &amp;", ["1 < 2 &amp; so on"]]);
});

describe("what tells items apart", () => {
  const keys = (items: string) => readFeed(rss(items), AT).items.map(({ key, url }) => [key, url]);

  test("is the guid, else the link, else title and date", () => {
    expect(
      keys(`<item><title>a</title><guid>https://news.example.com/g</guid></item>
        <item><title>b</title><link>https://news.example.com/l?a=1&amp;b=2</link></item>
        <item><title>c</title><pubDate>1 Jan 2020 00:00:00 GMT</pubDate></item>`),
    ).toEqual([
      ["https://news.example.com/g", "https://news.example.com/g"],
      ["https://news.example.com/l?a=1&b=2", "https://news.example.com/l?a=1&b=2"],
      [expect.stringMatching(/^[0-9a-f]{64}$/u), null],
    ]);
  });

  test("a guid that several share is no guid", () => {
    const read = readFeed(
      rss(`<item><title>a</title><guid isPermaLink="false">1</guid><link>/a</link></item>
        <item><title>b</title><guid isPermaLink="false">1</guid><link>/b</link></item>
        <item><title>b again</title><guid isPermaLink="false">1</guid><link>/b</link></item>`),
      AT,
    );
    expect(read.items.map(({ key, title }) => [key, title])).toEqual([
      ["1 https://news.example.com/a", "a"],
      ["1 https://news.example.com/b", "b"],
    ]);
    expect(read.problems).toEqual(["3 of its items share an id with another; their links tell them apart"]);
  });

  test.each([
    "javascript:alert(1)",
    "ftp://news.example.com/x",
    "https://user:secret@news.example.com/x",
    "file:///etc/passwd",
  ])("%s is no link", (link) => {
    expect(one(rss(`<item><title>a</title><link>${link}</link></item>`)).url).toBeNull();
  });
});

test("500 items are taken, and that there are more is told", () => {
  const items = Array.from(
    { length: ITEMS_MAX + 2 },
    (_, at) => `<item><title>${at}</title><link>/${at}</link></item>`,
  );
  const read = readFeed(rss(items.join("")), AT);
  expect([read.items.length, read.items.at(-1)!.title, read.problems]).toEqual([
    500,
    "499",
    ["only the first 500 of its items are taken"],
  ]);
});

test("a feed of 90,000 items, and one with an item of 5 MB, are read", () => {
  const many = readFeed(rss("<item><guid>a</guid><title>a</title></item>".repeat(90_000)), AT);
  expect([many.items.length, many.problems.length]).toEqual([1, 1]);
  const entries = Array.from({ length: 100_000 }, (_, n) => ({ id: `${n}`, content_text: "w" }));
  const json = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "t", items: entries });
  expect(readFeed(json, AT).items).toHaveLength(ITEMS_MAX);
  const words = "word <b>more</b> ".repeat(300_000);
  const [large] = readFeed(
    rss(`<item><title>a</title><description><![CDATA[${words}]]></description></item>`),
    AT,
  ).items;
  // More elements than there can be in a text.
  expect(large!.summary.join(" ").length).toBeLessThan(words.length);
});

describe("is refused", () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const reader = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const hostile: [string, string, string][] = [
    [
      "an entity bomb",
      `${bomb}${rss("<item><title>&b;</title></item>")}`,
      "its document type declares entities of its own",
    ],
    [
      "a reader of files",
      `${reader}${rss("<item><title>&x;</title></item>")}`,
      "its document type declares entities of its own",
    ],
    [
      "a nest",
      rss(`${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`),
      "it nests more than 256 levels deep",
    ],
    ["a nest without ends", rss("<a>".repeat(200_000)), "it nests more than 256 levels deep"],
    ["a huge attribute", rss(`<item x="${"y".repeat(1_000_000)}"/>`), "it has a tag of more than 64 KB"],
    [
      "a quotation mark without end",
      rss(`<item x="${"y<z>".repeat(100_000)}`),
      "it has a tag of more than 64 KB",
    ],
    ["a million elements", rss("<a/>".repeat(1_000_000)), "it has more than 300,000 elements"],
    [
      "a nest in JSON behind much white space",
      `${" ".repeat(200)}{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(200_000)}`,
      "it nests more than 256 levels deep",
    ],
    [
      "a nest in JSON",
      `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(200_000)}`,
      "it nests more than 256 levels deep",
    ],
  ];
  test.each(hostile)("%s", (_, text, message) => {
    expect(() => readFeed(text, AT)).toThrow(expect.objectContaining({ message }));
    expect(() => readFeed(text, AT)).toThrow(HostileFeedError);
  });

  const broken: [string, string, string][] = [
    [
      "a feed cut off",
      rss("<item><title>a</title><description>He said n").slice(0, -16),
      "it ends in its middle",
    ],
    ["a web page", "<!DOCTYPE html><html><body><p>x</p></body></html>", "a web page, not a feed"],
    ["other XML", "<x/>", "neither RSS nor Atom nor JSON Feed"],
    [
      "broken JSON",
      '{"version":"https://jsonfeed.org/version/1.1","items":[',
      "neither RSS nor Atom nor JSON Feed",
    ],
    [
      "a bracket before XML",
      `[${bomb}${rss("<item><title>&b;</title></item>")}`,
      "neither RSS nor Atom nor JSON Feed",
    ],
    ["a nest behind a brace", ` {${rss("<a>".repeat(200_000))}`, "neither RSS nor Atom nor JSON Feed"],
    ["nothing", "", "neither RSS nor Atom nor JSON Feed"],
  ];
  test.each(broken)("%s", (_, text, message) => {
    expect(() => readFeed(text, AT)).toThrow(expect.objectContaining({ message }));
    expect(() => readFeed(text, AT)).toThrow(FeedError);
  });

  test("not an old document type, nor what stands in CDATA or a comment", () => {
    const type =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">';
    const text = `${type}<rss version="0.91"><!-- <!ENTITY --><channel><title>x</title><item><title>a</title>
      <description><![CDATA[<!DOCTYPE x [<p>b</p>${"<i>".repeat(3)}]]></description></item></channel></rss>`;
    expect(one(text).title).toBe("a");
  });

  test("an item alone where its HTML nests deep", () => {
    const deep = "<div>".repeat(100_000);
    const read = readFeed(
      rss(`<item><title>a</title><description>Words.</description><content:encoded><![CDATA[${deep}x]]></content:encoded></item>
        <item><title>b</title></item>`),
      AT,
    );
    expect(read.items.map(({ title, content, summary }) => [title, content, summary])).toEqual([
      ["a", null, ["Words."]],
      ["b", null, []],
    ]);
    expect(read.problems).toEqual(["the text of “a” nests too deep to be read"]);
  });
});
