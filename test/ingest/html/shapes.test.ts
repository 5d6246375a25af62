import { describe, expect, it } from "vitest";
import { EN, KO, ZH, article, linked, read } from "./sample.ts";

const ps = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");
const page = (body: string, head = "") =>
  read(`<html><head><title>A calendar without a wall</title>${head}</head><body>${body}</body></html>`);

describe("where a text begins", () => {
  it("is below a standfirst above byline and date", () => {
    const html =
      `<div><h1>A calendar without a wall</h1><ul><li>Three months are planned</li></ul><p>Nine hours were not enough.</p>` +
      `<p>By Jane Doe</p><p>Published: Jan 9, 2019</p>${ps(...EN)}</div>`;
    expect(page(html)).toMatchObject({ paragraphs: EN, author: "Jane Doe", date: "2019-01-09" });
  });

  it("is at the agency's dateline", () => {
    const lead = `[서울=뉴시스] 홍길동 기자 = ${KO[0]}`;
    const html = `<article><h1>달력은 있고 벽은 없다</h1><p>석 달 일정 합의</p>${ps(lead, KO[1])}</article>`;
    expect(page(html)).toMatchObject({ paragraphs: [lead, KO[1]], author: "홍길동" });
  });

  it("is not put off by the name of a standfirst between paragraphs", () => {
    const text = '<div data-component="subheadline-block"><h2>A wall</h2></div>';
    expect(read(article({ text })).paragraphs).toContain("A wall");
  });
});

describe("where a text ends", () => {
  const inText = (text: string) => read(article({ text })).paragraphs;

  it.each([
    ["<div><h4>Trending Articles</h4><ul><li><a href=x>Another story altogether</a></li></ul></div>"],
    ["<p><a href=x>Leave a comment</a></p>"],
    ["<p>© AFP</p>"],
  ])("is not at a box between paragraphs of one kind: %s", (box) => {
    expect(
      page(`<h1>A calendar without a wall</h1><div>${ps(...EN)}${box}${ps("So it ends.")}</div>`).paragraphs,
    ).toEqual([...EN, "So it ends."]);
  });

  it.each([
    "Copyright law was on the agenda of the meeting too.",
    "The author is unknown, as is the wall.",
    "북한은 무단 복제를 문제 삼았다.",
    "필자는 십 년 전 그 마을에 갔다.",
    "▶ 정부는 대화 채널을 복원하겠다고 밝혔다.",
    "未经授权的渡轮不得停靠。",
    "His views are his own, he said.",
  ])("is not at a sentence that begins like a notice: %s", (sentence) => {
    expect(inText(`<p>${sentence}</p>`)).toContain(sentence);
  });

  it("is not at points of a list with the mark of captions", () => {
    expect(inText("<p>△ 첫째, 배를 띄운다.</p><p>△ 둘째, 봄에 만난다.</p>")).toHaveLength(EN.length + 2);
  });

  it.each([
    "（作者为示例大学国际关系学院教授）",
    "(Web editor: Jane Doe, John Roe)",
    "【纠错】 【责任编辑:王伟】",
    "Reporting by Jane Doe; Editing by John Roe",
    "This entry was posted on Wednesday, January 9th, 2019 at 7:31 am and is filed under Coast.",
    "서울=홍길동 기자 hong@example.com<br>세종=김철수 기자",
    "Jane Doe is a fellow at an institute. The views reflected in the column are her own.",
  ])("is before %s", (line) => {
    expect(
      page(`<h1>A calendar without a wall</h1><div>${ps(...EN)}<p>${line}</p></div>`).paragraphs,
    ).toEqual(EN);
  });

  it("is before a heading that heads nothing, and before the next story", () => {
    const story = (title: string, text: string) =>
      `<section><h1>${title}</h1>${text}<h3>Further matters</h3></section>`;
    const html =
      story("A calendar without a wall", ps(...EN)) +
      story("A wall", ps(...EN.map((one) => `${one} Again.`)));
    expect(page(html).paragraphs).toEqual(EN);
  });

  it("is not changed by rows of numbers", () => {
    const rows = "<table><tr><td>Year</td><td>Talks</td></tr><tr><td>2020</td><td>61</td></tr></table>";
    expect(inText(rows)).toContain("2020 61");
  });
});

describe("title", () => {
  it("is not the list's name that is also the window's title", () => {
    const html =
      "<title>보도자료 - 통일부</title><div>홈 알림마당 보도자료</div><h2>보도자료</h2>" +
      `<div><strong>접경 마을 회담 결과에 대한 대변인 논평</strong></div><div class="cont">${ps(...KO)}</div>`;
    expect(read(html).title).toBe("접경 마을 회담 결과에 대한 대변인 논평");
  });
});

describe("title of a board's page", () => {
  it("is the first line of the table under the list's name", () => {
    const html =
      "<title>Press Releases View | Ministry of Harbours</title><h2>Press Releases</h2><table><tr><th colspan=2>Harbour committee holds meeting</th></tr>" +
      `<tr><th>Date</th><td>2019-01-09</td></tr><tr><td colspan=2>${EN.join("<br><br>")}</td></tr></table>`;
    expect(read(html)).toMatchObject({
      title: "Harbour committee holds meeting",
      date: "2019-01-09",
      paragraphs: EN,
    });
  });

  it("is the heading in a box called headline, not all that is in the box", () => {
    const html = `<title>달력은 있고 벽은 없다</title><div class="view-headline"><h4>달력은 있고 벽은 없다</h4><em>입력 2019.01.09 (07:31)</em></div><div>${ps(...KO)}</div><div class="reporter">제보하기</div>`;
    expect(read(html)).toMatchObject({ title: "달력은 있고 벽은 없다", author: null, date: "2019-01-09" });
  });
});

describe("author", () => {
  it.each([
    ['<div class="Author"><span>坡州＝三枝葉子</span></div>', "三枝葉子"],
    ["<div><span>ソウル＝鈴木一郎</span><span>2019年1月9日 7時31分</span></div>", "鈴木一郎"],
    ["<div>(서울=뉴스1) 홍길동 기자 | 2019-01-09 07:31 송고</div>", "홍길동"],
    ['<div id="story_byline">워싱턴-홍길동 hong@example.org</div>', "홍길동"],
    [
      "<div><a>Jane Doe</a><span>Jan 09, 2019</span></div><div class=byline>Jane Doe Jan 09, 2019</div>",
      "Jane Doe",
    ],
    ["<div><span>By Global Times</span><span>Published: Jan 09, 2019 07:31 PM</span></div>", null],
    ['<ul><li><a href="/author/jane-doe/abc.html">Jane Doe</a></li></ul>', "Jane Doe"],
    ['<div class="by"><a>Anna Park</a></div>', "Anna Park"],
    ['<div class="field-author"><div>Author</div><div>Jane Doe</div></div>', "Jane Doe"],
  ])("is the person of %s", (above, author) => {
    expect(read(article({ above })).author).toBe(author);
  });

  it("is the reporter a Chinese paper names in front of its text", () => {
    const lead = `【环球时报记者 王伟】${ZH[0]}`;
    expect(page(`<h1>没有墙的日历</h1><div>${ps(lead, ZH[1])}</div>`).author).toBe("王伟");
  });

  it("is the columnist in front of a column's headline, and nobody in front of news", () => {
    const html = article().replaceAll("A calendar", "[Jane Doe] A calendar");
    const column = linked({ "@type": "OpinionNewsArticle" });
    expect(read(html.replace("</head>", `${column}</head>`)).author).toBe("Jane Doe");
    expect(read(html).author).toBeNull();
  });
});

describe("date", () => {
  it.each([
    ["<p>Posted on : Jan.9,2019 17:31 KST</p>"],
    ["<p>Source: Xinhua | 2019-01-09 07:31:02|Editor: wangwei</p>"],
    ["<div><span><em>2019</em></span><span><em>01</em>/<em>09</em></span><span> 07:31:02</span></div>"],
    ["<p>KYODO NEWS - Jan 9, 2019 - 16:31 | All, World</p>"],
    ["<div><a>World</a><span>9 Jan 2019, 07:31</span></div>"],
    ["<p>07:31 09.01.2019</p>"],
    ["<p>9 января 2019, 07:31</p>"],
    ["<p>www.kcna.kp (Juche108.1.9.)</p>"],
    ["<p>2019.01.09. 오전 7:31</p>"],
    ["<p>January 9, 2019 | 7:31 AM KST</p>"],
    ["<p>Wednesday, January 9, 2019</p>"],
  ])("is read from %s", (above) => {
    expect(read(article({ above })).date).toBe("2019-01-09");
  });
});

describe("captions", () => {
  const captionsOf = (text: string) => read(article({ text })).captions;

  it.each([
    [
      "<p><img src=a></p><p>A ferry is seen in the harbour. (Xinhua/Wang Wei)</p>",
      ["A ferry is seen in the harbour. (Xinhua/Wang Wei)"],
    ],
    ["<p><img src=a></p><p>A ferry in the harbour (Yonhap)</p>", ["A ferry in the harbour (Yonhap)"]],
    ["<p><i><img src=a><em>港口的渡轮</em></i></p>", ["港口的渡轮"]],
    [
      '<div class="articlePhotoC"><span><img src=a></span><span class="thumb_txt">9일 항구</span></div>',
      ["9일 항구"],
    ],
    [
      '<div><img src=a></div><div class="meta"><div class="caption">A ferry.</div><div class="credit">Jane Doe/AP</div></div>',
      ["A ferry. Jane Doe/AP"],
    ],
  ])("are the words under %s", (text, captions) => {
    const { paragraphs } = read(article({ text }));
    expect(captionsOf(text)).toEqual(captions);
    expect(paragraphs).toEqual(EN);
  });

  it("are not whom the whole text is from, nor a paragraph that begins with a picture", () => {
    expect(read(article({ above: '<p class="credit">Kyodo, AFP</p>' })).captions).toEqual([]);
    const text = "<p><img src=a>The wall is still to be built, the delegate said.</p>";
    expect(read(article({ text })).paragraphs).toContain("The wall is still to be built, the delegate said.");
  });
});
