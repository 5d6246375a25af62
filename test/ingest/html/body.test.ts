import { describe, expect, it } from "vitest";
import { EN, KO, article, read } from "./sample.ts";

const textOf = (text: string) =>
  read(article({ text })).paragraphs.filter((one) => !EN.some((own) => own === one));

describe("paragraphs", () => {
  it("are the article's, character for character", () => {
    expect(read(article()).paragraphs).toEqual(EN);
  });

  it.each([
    ["<p>One &amp; two,&nbsp;\n <b>th</b>ree—“four”&#8203;five.</p>", ["One & two, three—“four”\u200bfive."]],
    ["<p>A line<br>goes on.</p>", ["A line goes on."]],
    ["<div>One thing.<br>&nbsp;<br>Another thing.</div>", ["One thing.", "Another thing."]],
    ["<ul><li>First;</li><li>Second.</li></ul>", ["First;", "Second."]],
    ["<blockquote><p>So he said.</p></blockquote>", ["So he said."]],
    ["<h2>Share prices</h2>", ["Share prices"]],
    ["<table><tr><td>Ships</td><td>14</td></tr></table>", ["Ships 14"]],
    [
      "<p>Correction: an earlier version named another day.</p>",
      ["Correction: an earlier version named another day."],
    ],
    [
      "<p>We share the view that <a href=x>related talks</a> need comments.</p>",
      ["We share the view that related talks need comments."],
    ],
    ["<h3>March 5, 2018</h3>", ["March 5, 2018"]],
    [
      "<p>Edited by the ministry, the text was read aloud twice before lunch.</p><p>Thanks for reading, he told the clerks.</p>",
      [
        "Edited by the ministry, the text was read aloud twice before lunch.",
        "Thanks for reading, he told the clerks.",
      ],
    ],
  ])("keep what is the article's own: %s", (text, paragraphs) => {
    expect(textOf(text)).toEqual(paragraphs);
  });

  it.each([
    ["<p><a href=x>Another story altogether</a></p>"],
    ["<p>READ ALSO: <a href=x>Another story altogether</a></p>"],
    ["<p>[관련기사] 다른 이야기</p>"],
    ["<div><h4>Related</h4><ul><li>Another story altogether</li><li>One more of them</li></ul></div>"],
    [
      "<div><h4>Sign up for our newsletter</h4><p>The week in five minutes, every Friday in your inbox.</p></div>",
    ],
    [
      '<figure><a href="#x">skip past newsletter promotion</a><aside><h2>Sign up to The Week</h2><span>Privacy Notice: ' +
        'newsletters may contain adverts.</span></aside><p id="x">after newsletter promotion</p></figure>',
    ],
    ["<figure><div><a href=x><div>Another story altogether</div><span>Read more</span></a></div></figure>"],
    ["<p>Thanks for reading The Week! This post is public so feel free to share it.</p>"],
    ["<p>Subscribe for free to receive new posts and support my work.</p>"],
    [
      "<p>The Week is a reader-supported publication. To receive new posts, consider becoming a subscriber.</p>",
    ],
    ["<p>Share</p><p>Leave a comment</p>"],
    ["<div><h3>Like this:</h3><span>Like</span> <span>Loading...</span></div>"],
    ["<div><h3>Share this:</h3><ul><li>Click to share on X (Opens in new window)</li></ul></div>"],
    ["<p><em>Translated by Jane Doe. Edited by John Roe.</em></p>"],
    ["<p>영상취재: 홍길동 / 영상편집: 김철수</p>"],
    ["<p>《 人民日报 》（ 2019年01月09日 03 版）</p>"],
    ["<p>If you liked this story, please clap and follow me.</p>"],
    ['<div class="share-bar"><span>Facebook</span></div>'],
    ["<aside><p>“We have a calendar now,” he said.</p></aside>"],
    ['<div class="pullquote"><p>“We have a calendar now,” he said.</p></div>'],
    ["<p hidden>Nobody sees this sentence.</p>"],
    ['<p style="color:red; display : none">Nobody sees this sentence.</p>'],
    ['<p aria-hidden="true">Nobody sees this sentence.</p>'],
    ["<template><p>Nobody sees this sentence.</p></template>"],
    ["<noscript><p>Please enable the thing.</p></noscript>"],
    ["<!-- <p>Nobody sees this sentence.</p> -->"],
    ["<script>document.write('<p>No sentence of the page.</p>')</script>"],
    ['<figure class="video"><iframe src=x></iframe><figcaption>Watch it.</figcaption></figure>'],
    ["<div><button>Subscribe</button></div>"],
  ])("leave out what is not: %s", (text) => {
    expect(textOf(text)).toEqual([]);
    expect(read(article({ text })).captions).toEqual([]);
  });

  it("end before the author's life, the address, the comments and the copyright", () => {
    const above = "<p>By Jane Doe</p>";
    for (const end of [
      "<p>Jane Doe is a fellow at an institute.</p>",
      "<p>jane@example.com</p>",
      "<p>Contact us at desk@example.com</p>",
      "<p>ⓒ 예시신문, 무단 전재 및 재배포 금지</p>",
      "<p>The views expressed here are those of the author.</p>",
      "<h3>2 Comments</h3><p>I have been there and it is all true, every word of it.</p>",
    ]) {
      const html = article({ above }).replace(/<\/div><\/main>/u, `${end}</div></main>`);
      expect(read(html).paragraphs).toEqual(EN);
    }
  });

  it("are parted where words that are not shown stand between, so that each is a run of the page", () => {
    expect(textOf("<p>He came<span hidden>secretly</span> on Monday.</p>")).toEqual([
      "He came",
      "on Monday.",
    ]);
  });

  it("are found in a table of an old page, cut by line breaks", () => {
    const html =
      `<html><body><table><tr><td><a href=1>Home</a><br><a href=2>Opinion</a></td><td><font size=5><b>Talks end with a timetable</b>` +
      `</font><br><br>By Kim Min-su<br>Staff Reporter<br><br><img src=x><br>The delegates shake hands. /Yonhap<br><br>${EN[0]}<br><br>` +
      `${EN[1]}<br>&nbsp;<br><b>Harder questions</b><br><br>${EN[2]}<br><br>minsu@example.com<br><br>01-09-2019 17:31</td></tr></table></body></html>`;
    expect(read(html)).toMatchObject({
      title: "Talks end with a timetable",
      author: "Kim Min-su",
      paragraphs: [EN[0], EN[1], "Harder questions", EN[2]],
      captions: ["The delegates shake hands. /Yonhap"],
    });
  });

  it("are put together from several columns", () => {
    const column = (text: string) => `<div class="story-body column"><div><p>${text}</p></div></div>`;
    const html = `<h1>A calendar</h1><p>By Jane Doe</p><section>${EN.map(column).join("<div><figure><img></figure></div>")}</section>`;
    expect(read(html).paragraphs).toEqual(EN);
  });

  it("are not those of teasers around the text, however many there are", () => {
    const teaser = `<article><h3><a href=x>Another story</a></h3><p>${EN[1]} And more of that.</p></article>`;
    expect(read(article({ below: teaser.repeat(8) })).paragraphs).toEqual(EN);
    expect(
      read(article({ below: `<div>${teaser.replaceAll("article", "div").repeat(8)}</div>` })).paragraphs,
    ).toEqual(EN);
  });

  it("are none on a page without an article", () => {
    expect(
      read("<nav><a href=1>Home</a></nav><h1>Site map</h1><ul><li><a href=2>News</a></li></ul>").paragraphs,
    ).toEqual([]);
    expect(read("").paragraphs).toEqual([]);
    expect(read("<p>Boats</p><p>Trains and more of them</p>")).toMatchObject({ title: null, paragraphs: [] });
  });
});

describe("captions", () => {
  it.each([
    [
      "<figure><img><figcaption>A boat. <span>Photo: Example</span></figcaption></figure>",
      ["A boat. Photo: Example"],
    ],
    ['<div class="wp-caption"><img><p class="wp-caption-text">A boat.</p></div>', ["A boat."]],
    ['<span><img><em class="img_desc">A boat.</em></span>', ["A boat."]],
    [
      "<table><tr><td><img></td></tr><tr><td>A boat in the harbour</td></tr></table>",
      ["A boat in the harbour"],
    ],
    [
      '<p style="text-align:center"><img></p><p style="text-align:center">A boat in the harbour</p>',
      ["A boat in the harbour"],
    ],
    ["<p>▲ 항구의 배. 예시통신 제공</p>", ["▲ 항구의 배. 예시통신 제공"]],
    ["<p>4月3日，货船驶出港口。新华社记者 孟远舟 摄</p>", ["4月3日，货船驶出港口。新华社记者 孟远舟 摄"]],
  ])("are the words under a picture: %s", (text, captions) => {
    const page = read(article({ text }));
    expect(page.captions).toEqual(captions);
    expect(page.paragraphs).toEqual(EN);
  });

  it("are also those of the picture over the text, but of no other story's", () => {
    const figure = (words: string) => `<figure><img><figcaption>${words}</figcaption></figure>`;
    const html = article({ above: figure("A boat."), below: `<aside>${figure("A train.")}</aside>` });
    expect(read(html).captions).toEqual(["A boat."]);
  });
});

it("tells the language by the text, and by the page where it can be true", () => {
  expect(read(`<html lang=en><h1>달력</h1><div><p>${KO[0]}</p><p>${KO[1]}</p></div>`).language).toBe("ko");
  const french = "<p>Les délégations se sont réunies lundi dans le village et ont adopté un calendrier.</p>";
  expect(read(`<html lang="fr-FR"><h1>Un calendrier</h1><div>${french.repeat(3)}</div>`).language).toBe("fr");
  expect(read(`<html lang="en"><h1>Un calendrier</h1><div>${french.repeat(3)}</div>`).language).toBe(
    "unknown",
  );
});
