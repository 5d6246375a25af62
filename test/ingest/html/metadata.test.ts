import { describe, expect, it } from "vitest";
import { readSavedPage } from "../../../src/ingest/saved-page.ts";
import { outlets } from "./pages.ts";
import { EN, KO, ZH, article, linked, read } from "./sample.ts";

describe("title", () => {
  it("is the headline the page shows, without a label in it", () => {
    const html = article().replace("<h1>", '<h1><span class="kicker">Opinion</span> ');
    expect(read(html).title).toBe("A calendar without a wall");
  });

  it("is not the site's name, which links home, but the heading over the text", () => {
    const html =
      '<title>News list | Ministry</title><h1><a href="/">Ministry</a></h1><h3>Third meeting of the council held</h3>' +
      `<div><p>${EN[0]}</p><p>${EN[1]}</p></div>`;
    expect(read(html).title).toBe("Third meeting of the council held");
  });

  it("is the heading within the text's element on a page for printing", () => {
    const html = `<title>Print</title><div><h2>Talks end with a calendar</h2><p>Published : Jan 9, 2019</p><hr>${EN.join("<br><br>")}</div>`;
    expect(read(html)).toMatchObject({
      title: "Talks end with a calendar",
      date: "2019-01-09",
      paragraphs: EN,
    });
  });

  it.each([
    ["A calendar | The Korea Times", "A calendar"],
    ["A calendar - Seoul - The Korea Times", "A calendar - Seoul"],
    ["连接半岛的日历_新华网", "连接半岛的日历"],
  ])("comes from the metadata without the site's name where nothing shows it: %s", (told, title) => {
    const html = `<meta property="og:title" content="${told}"><div><p>${EN[0]}</p><p>${EN[1]}</p></div>`;
    expect(read(html).title).toBe(title);
  });
});

describe("author", () => {
  const authorOf = (above: string, head = "") => read(article({ above, head })).author;

  it.each([
    ["<p>By <a rel=author>Jane Doe</a> and <a>Kim Min-su</a></p>", "Jane Doe and Kim Min-su"],
    [
      '<div class="story-byline"><a href="/p">Jane Doe</a><span>Senior Correspondent</span></div>',
      "Jane Doe",
    ],
    ["<p>By Jane Doe for Example News<br>Posted May 5, 2024</p>", "Jane Doe"],
    ['<div class="writer">홍길동 기자, 김철수 특파원</div>', "홍길동, 김철수"],
    ["<div>本报记者　王　伟　李小娜</div>", "王 伟 李小娜"],
    ["<p>Posted by Jane Doe at 7:31 AM</p>", "Jane Doe"],
    ['<p><span class="author">홍길동 서울대 교수</span></p>', "홍길동"],
    ["<ul><li>기자명 <b>홍길동 기자</b></li></ul>", "홍길동"],
    ["<p>By <a>Jane Doe</a><span>Analyst</span></p>", "Jane Doe"],
    ["<p>By Staff Reporter</p>", null],
    ["<p>By Yonhap</p>", null],
    ["<p>By Jane Doe, Department Spokesperson</p>", "Jane Doe"],
    ["<p>By Jane Doe, Kim Min-su and Lee Bo-ra</p>", "Jane Doe, Kim Min-su and Lee Bo-ra"],
    ["<p>By Deputy Assistant Secretary Jane Doe</p>", "Jane Doe"],
    ["<p>기자 회견</p>", null],
    ["<p>기자 이야기</p>", null],
    ['<p itemprop="author"><span itemprop="name">Jane Doe</span></p>', "Jane Doe"],
  ])("is the people of the visible byline: %s", (above, author) => {
    expect(authorOf(above)).toBe(author);
  });

  it.each([
    ["본사기자&nbsp; 라금별", "라금별"],
    ["기자 홍길동", "홍길동"],
    ["홍길동기자", "홍길동"],
    ["글 본사기자 홍길동 사진 본사기자 김철수", "홍길동"],
    ["본사정치보도반", null],
  ])("is who signs at the end, and no paragraph: %s", (line, author) => {
    const page = read(
      `<h1>달력과 벽</h1><div><p>${KO[0]}</p><p>${KO[1]}</p><p align="right">${line}</p></div>`,
    );
    expect(page).toMatchObject({ author, paragraphs: KO });
  });

  it("is whom the page shows rather than whom the metadata names", () => {
    expect(authorOf("<p>By Jane Doe</p>", '<meta name="author" content="John Roe">')).toBe("Jane Doe");
  });

  it.each([
    [
      { "@type": "NewsArticle", author: [{ "@type": "Person", name: "Jane Doe" }, { name: "John Roe" }] },
      "Jane Doe, John Roe",
    ],
    [{ "@graph": [{ "@type": "WebPage" }, { "@type": "Article", author: "홍길동 기자" }] }, "홍길동"],
    [{ "@type": "NewsArticle", author: { "@type": "Organization", name: "Jane Doe Ltd" } }, null],
    [{ "@type": "NewsArticle", author: { "@type": "Person", name: "admin" } }, null],
    [{ "@type": "NewsArticle", author: "https://example.com/jane-doe" }, null],
  ])("comes from JSON-LD where nobody is shown: %j", (data, author) => {
    expect(authorOf("", linked(data))).toBe(author);
  });

  it("is whom an agency names at the head of the text", () => {
    expect(
      read(`<h1>달력</h1><div><p>(서울=연합뉴스) 홍길동 기자 = ${KO[0]}</p><p>${KO[1]}</p></div>`).author,
    ).toBe("홍길동");
    expect(
      read(`<h1>日历</h1><div><p>新华社北京1月9日电（记者王伟、李娜）${ZH[0]}</p><p>${ZH[1]}</p></div>`)
        .author,
    ).toBe("王伟、李娜");
  });

  it("is nobody of another story", () => {
    expect(
      read(
        article({
          below: '<aside><p class="byline">By Jane Doe</p></aside><h2>Related</h2><p>By John Roe</p>',
        }),
      ).author,
    ).toBe(null);
  });
});

describe("date", () => {
  const dateOf = (head: string, above = "") => read(article({ head, above })).date;
  const published = (datePublished: string) => linked({ "@type": "NewsArticle", datePublished });

  it("is the day as written, whatever the hour", () => {
    expect(dateOf(published("2019-01-09T00:30:00+09:00"))).toBe("2019-01-09");
    expect(dateOf('<meta property="article:published_time" content="2019-01-09T23:30:00-05:00">')).toBe(
      "2019-01-09",
    );
  });

  it("is the page's own day where the metadata writes a moment in universal time", () => {
    const above = "<p>입력 2019.01.09 07:31</p>";
    expect(dateOf(published("2019-01-08T22:31:00Z"), above)).toBe("2019-01-09");
    expect(dateOf(published("2019-01-05T22:31:00Z"), above)).toBe("2019-01-05");
  });

  it.each([
    ["<p>Posted January. 09, 2019 07:31</p><p>Updated January 10, 2019</p>", "2019-01-09"],
    ["<p>수정 2019-01-10 02:01</p><p>등록 2019-01-09 18:20</p>", "2019-01-09"],
    ["<p>China.org.cn, January 9, 2019</p>", "2019-01-09"],
    ['<p><time datetime="2019-01-09T05:00:00+09:00">yesterday</time></p>', "2019-01-09"],
    ["<p>주체108(2019).1.9.</p>", "2019-01-09"],
    ["<p>Date: 29/01/2019</p>", "2019-01-29"],
    ["<p>Date: 03/04/2019</p>", null],
    ["<p>Last updated January 10, 2019</p>", "2019-01-10"],
    ["", null],
  ])("comes from what the page shows: %s", (above, date) => {
    expect(dateOf("", above)).toBe(date);
  });

  it("passes over values that are no days", () => {
    expect(dateOf(published("soon") + '<meta name="pubdate" content="20190109">')).toBe("2019-01-09");
    expect(dateOf(published("2019-02-31"))).toBe(null);
  });
});

describe("kind", () => {
  const kindOf = (head: string, above = "", address: string | null = null) =>
    read(article({ head, above }), address).kind;
  const news = linked({ "@type": "NewsArticle", headline: "A calendar without a wall" });

  it("is not news by the menu's or the metadata's generic words", () => {
    expect(kindOf('<meta property="og:type" content="article">')).toBe("unknown");
    expect(kindOf(linked({ "@type": "BlogPosting" }))).toBe("unknown");
  });

  it("is news by type where nothing says opinion", () => {
    expect(kindOf(news)).toBe("news");
    expect(kindOf(`${news}<meta property="article:section" content="Opinion">`)).toBe("opinion");
    expect(kindOf(news, '<div class="breadcrumb"><a>Home</a> &gt; <a>사설</a></div>')).toBe("editorial");
    expect(kindOf(news, "", "https://example.com/opinion/2019/a-calendar")).toBe("opinion");
    expect(kindOf(linked({ "@type": "OpinionNewsArticle" }))).toBe("opinion");
  });

  it.each(["사설·칼럼", "Editorials &amp; Columns", "사설 및 칼럼"])(
    "is a column in %s where somebody signs it, else an editorial",
    (section) => {
      const crumbs = `<div class="breadcrumb"><a>Home</a> &gt; <a>${section}</a></div>`;
      expect(kindOf(news, `${crumbs}<p>By Jane Doe</p>`)).toBe("opinion");
      expect(kindOf(linked({ "@type": "OpinionNewsArticle" }), crumbs)).toBe("opinion");
      expect(kindOf(news, crumbs)).toBe("editorial");
      expect(kindOf(news, `${crumbs}<p>By Yonhap</p>`)).toBe("editorial");
    },
  );

  it("is not that of a section in a menu of sections", () => {
    const menu = '<nav class="section-nav"><a class="section">사설</a><a class="section">시평</a></nav>';
    expect(read(article({ head: news }).replace("<main>", `${menu}<main>`)).kind).toBe("news");
  });

  it("is opinion by a disclaimer", () => {
    const below = "<p>The views expressed in this article are those of the author alone.</p>";
    expect(read(article({ below })).kind).toBe("opinion");
  });

  it("is official on a government's page that says so, never on state media", () => {
    const above = "<p>Press Release</p>";
    expect(kindOf("", above, "https://www.state.gov/a-calendar/")).toBe("official");
    expect(kindOf("", "", "https://www.state.gov/a-calendar/")).toBe("unknown");
    expect(kindOf("", above, "https://www.xinhuanet.com/a-calendar/")).toBe("unknown");
  });
});

describe("outlet", () => {
  it("is not what a page at somebody else's host calls itself", () => {
    const head = '<meta property="og:site_name" content="BBC">';
    expect(read(article({ head }), "https://blog.example.net/2019/talks").outlet).toBeNull();
    expect(read(article({ head }), null).outlet?.id).toBe("bbc");
  });

  it.each([
    ["", "https://english.yonhapnews.co.kr/view/1", "yonhap"],
    ['<link rel="canonical" href="https://www.hani.co.kr/arti/1">', null, "hankyoreh"],
    ['<meta property="og:site_name" content="The Korea Herald">', null, "korea-herald"],
    [linked({ "@type": "NewsArticle", publisher: { name: "조선일보" } }), null, "chosun-ilbo"],
    ['<meta name="author" content="Yonhap">', "https://www.koreatimes.co.kr/view/1", "korea-times"],
    ["", "https://example.com/a", null],
  ])("is whose site it is: %s at %s", (head, address, id) => {
    expect(read(article({ head }), address).outlet?.id ?? null).toBe(id);
  });

  it.each([
    ["Copyright by dongA.com All rights reserved.", "dong-a-ilbo"],
    ["ⓒ 동아일보", "dong-a-ilbo"],
    ["Copyright © 2019 The Korea Herald. All rights reserved.", "korea-herald"],
    ["<저작권자 ⓒ 1980-2019 ㈜연합뉴스. 무단 전재 재배포 금지>", "yonhap"],
    ["© 2019 The Korea Times Co., Ltd.", "korea-times"],
    ["© 2019 Example Media", null],
    ["© Yonhap / The Korea Herald", null],
  ])("is told by the copyright line where nothing else does: %s", (line, id) => {
    const below = `<footer><p>${line.replaceAll("<", "&lt;")}</p></footer>`;
    expect(read(article({ below })).outlet?.id ?? null).toBe(id);
    expect(readSavedPage([...EN, line].join("\n\n"), outlets).outlet?.id ?? null).toBe(id);
  });

  it("is not whom a portal took the text from", () => {
    const line = (name: string) => `<div><span>2019-01-09 08:00</span> <a class="${name}">环球时报</a></div>`;
    expect(read(article({ above: line("source") })).outlet).toBeNull();
    expect(read(article({ above: line("site") })).outlet?.id).toBe("global-times");
  });

  it("is not that of an agency's text or picture on another's page", () => {
    const below = "<p>© 연합뉴스</p><footer><p>© 2019 Example Media</p></footer>";
    expect(read(article({ below })).outlet).toBeNull();
    expect(read(article({ text: "<p>© 연합뉴스</p>" })).outlet).toBeNull();
  });
});

describe("url", () => {
  const urlOf = (head: string, address: string | null) => read(article({ head }), address).url;
  const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

  it.each([
    [
      canonical("https://www.example.com/a?utm_source=x&id=7"),
      "https://m.example.com/a",
      "https://www.example.com/a?id=7",
    ],
    [canonical("https://example.org/a"), "https://example.com/a?fbclid=1#top", "https://example.com/a"],
    [canonical("https://example.com/"), "https://example.com/a", "https://example.com/a"],
    [canonical("/a"), "https://example.com/b", "https://example.com/b"],
    [canonical("javascript:alert(1)"), null, null],
    [canonical("https://www.example.co.kr/a"), "https://amp.example.co.kr/a", "https://www.example.co.kr/a"],
    [canonical("https://evil.co.kr/a"), "https://example.co.kr/a", "https://example.co.kr/a"],
    [
      '<meta property="og:url" content="https://example.com/og">',
      "https://example.com/a",
      "https://example.com/og",
    ],
    [
      linked({ "@type": "NewsArticle", mainEntityOfPage: { "@id": "https://example.com/ld" } }),
      null,
      "https://example.com/ld",
    ],
    // A page that says it is another site's, twice or three times.
    [
      `${canonical("https://www.yna.co.kr/a")}<meta property="og:url" content="https://www.yna.co.kr/a">${linked({ "@type": "NewsArticle", url: "https://www.yna.co.kr/a" })}`,
      "https://example.com/a",
      "https://example.com/a",
    ],
    [
      `${canonical("https://example.org/a")}<meta property="og:url" content="https://example.com/a">`,
      null,
      "https://example.com/a",
    ],
    [canonical("https://user:secret@example.com/a"), null, null],
    [
      `${canonical("https://www.nytimes.com/a")}<meta property="og:url" content="https://www.nytimes.com/a">`,
      "https://evil.example/a",
      "https://evil.example/a",
    ],
    [
      linked({ "@type": "NewsArticle", url: "https://www.nytimes.com/a" }),
      "https://evil.example/a",
      "https://evil.example/a",
    ],
    [
      `<base href="https://www.nytimes.com/">${canonical("/a")}`,
      "https://evil.example/a",
      "https://evil.example/a",
    ],
    [
      '<meta http-equiv="refresh" content="0; url=https://www.nytimes.com/a">',
      "https://evil.example/a",
      "https://evil.example/a",
    ],
    [
      canonical("https://jane.substack.com/p/a"),
      "https://evil.substack.com/p/a",
      "https://evil.substack.com/p/a",
    ],
    [
      canonical("https://www.nytimes.com.evil.example/a"),
      "https://www.nytimes.com/a",
      "https://www.nytimes.com/a",
    ],
  ])("is the page's own address: %s from %s", (head, address, url) => {
    expect(urlOf(head, address)).toBe(url);
  });
});

it("takes nothing from broken JSON-LD, and the next block all the same", () => {
  const head = `<script type="application/ld+json">{"@type": "NewsArticle", </script>${linked([{ "@type": "NewsArticle", datePublished: "2019-01-09" }])}`;
  expect(read(article({ head })).date).toBe("2019-01-09");
});
