import { describe, expect, test } from "vitest";
import { OutletBook } from "../../../src/core/outlet.ts";
import { entryOfItem } from "../../../src/ingest/feeds/entry-of-item.ts";
import type { Feed } from "../../../src/ingest/feeds/feed.ts";
import { authorIn } from "../../../src/ingest/feeds/item-author.ts";
import type { FeedItem } from "../../../src/ingest/feeds/read-feed.ts";
import { replaces } from "../../../src/ingest/feeds/replaces.ts";
import type { SavedPage } from "../../../src/ingest/saved-page.ts";
import { dateOf, outletOf } from "../../core/samples.ts";

const outlets = new OutletBook([
  outletOf({
    id: "daily",
    name: "The Daily",
    domains: ["daily.example.com"],
    country: "KR",
    ownership: "private",
  }),
  outletOf({ id: "agency", name: "News Agency", domains: ["agency.example.org"] }),
]);
const feed: Feed = {
  url: "https://daily.example.com/rss",
  title: null,
  outlet: null,
  kind: null,
  language: null,
  fullText: false,
  every: 60_000,
};
const item: FeedItem = {
  key: "1",
  url: "https://daily.example.com/2019/talks",
  title: "Talks go on",
  authors: ["Jane Doe"],
  date: dateOf("2019-01-09"),
  updated: null,
  content: {
    paragraphs: ["The talks of the two sides went on for a second day.", "Nobody said more."],
    captions: ["The house"],
  },
  summary: ["The talks went on."],
  language: "en-us",
};
const page: SavedPage = {
  title: "Talks go on for a second day",
  author: "Jane Doe and John Roe",
  outlet: null,
  date: dateOf("2019-01-10"),
  kind: "opinion",
  language: "en",
  paragraphs: ["The whole text of the page, which is the longest."],
  captions: [],
  url: "https://daily.example.com/2019/01/talks",
};
const made = (
  given: Partial<FeedItem> = {},
  more: Partial<Feed> = {},
  shown: SavedPage | null = null,
  from = feed.url,
) => entryOfItem({ ...item, ...given }, { feed: { ...feed, ...more }, from }, shown, outlets);
const documentOf = (...given: Parameters<typeof made>) => made(...given).entry!.document;

describe("the document of an item", () => {
  test("has the item's own text and what the feed says of it", () => {
    expect(made()).toEqual({
      entry: {
        document: {
          ...documentOf(),
          id: "daily-example-com/2019-talks",
          title: "Talks go on",
          author: "Jane Doe",
          outletId: "daily",
          outlet: "The Daily",
          country: "KR",
          date: "2019-01-09",
          url: item.url,
          kind: "unknown",
          language: "en",
          captions: ["The house"],
        },
        version: expect.objectContaining({
          documentId: "daily-example-com/2019-talks",
          body: "The talks of the two sides went on for a second day.\n\nNobody said more.",
        }),
      },
      textSource: "content",
    });
  });

  test("has the page's words, and what it shows of itself", () => {
    const { entry, textSource } = made({}, {}, page) as Extract<
      ReturnType<typeof made>,
      { textSource: string }
    >;
    expect([textSource, entry.version.body]).toEqual(["page", page.paragraphs[0]]);
    expect(entry.document).toMatchObject({
      id: "daily-example-com/2019-01-talks",
      title: page.title,
      author: page.author,
      date: "2019-01-10",
      kind: "opinion",
    });
  });

  test("has the summary where there is nothing else; without words there is none", () => {
    expect(made({ content: null })).toMatchObject({
      textSource: "summary",
      entry: { version: { body: "The talks went on." } },
    });
    expect(made({ content: null, summary: [] })).toEqual({ entry: null, refused: "it has no words" });
    expect(made({ content: { paragraphs: [`a${"\u0301".repeat(70)}`], captions: [] } }).refused).toBe(
      "a letter carries more than 64 marks",
    );
  });

  test("leaves out what content systems add", () => {
    const paragraphs = [
      item.title!,
      "Words.",
      "Related articles:",
      "Copyright The Daily. All rights reserved.",
      "The post Talks go on appeared first on The Daily.",
      "Read more",
    ];
    expect(made({ content: { paragraphs, captions: [] } }).entry!.version.body).toBe("Words.");
  });

  test("settings win, but not over a page that calls itself opinion in a feed of news", () => {
    expect(documentOf({}, { outlet: "News Agency", kind: "news" })).toMatchObject({
      outletId: "agency",
      kind: "news",
    });
    expect(documentOf({}, { kind: "news" }, page).kind).toBe("opinion");
    expect(documentOf({}, { kind: "official" }, page).kind).toBe("official");
    expect(documentOf({}, { kind: "editorial" }, { ...page, kind: "news" }).kind).toBe("editorial");
  });

  test("belongs to the outlet at whose address its words stand", () => {
    expect(documentOf({ url: null }).outletId).toBe("daily");
    const link = "https://www.agency.example.org/1";
    expect(documentOf({ url: link }, {}, { ...page, url: link })).toMatchObject({
      id: "agency-example-org/1",
      outletId: "agency",
      url: link,
    });
  });

  test("has nothing of what a feed says of somebody else's page", () => {
    const url = "https://www.agency.example.org/1";
    const bare: SavedPage = { ...page, url, title: null, author: null, date: null };
    expect(documentOf({ url }, { outlet: "The Daily" }, bare)).toMatchObject({
      title: page.paragraphs[0],
      author: null,
      date: null,
      outletId: "agency",
    });
    // Of its own page it may.
    expect(documentOf({}, {}, { ...bare, url: item.url })).toMatchObject({
      title: item.title,
      author: "Jane Doe",
      date: item.date,
    });
  });

  const OWN = /^daily-example-com\/2019-01-09-talks-go-on-[0-9a-f]{8}$/u;
  test.each([
    ["https://www.agency.example.org/1", "daily"],
    ["https://elsewhere.example.net/1", "daily"],
    ["https://notdaily.example.com/1", "daily"],
    ["https://daily.example.com.example.net/1", "daily"],
  ])("is the feed's own where it has words of its own for %s", (url, outletId) => {
    expect(documentOf({ url })).toMatchObject({
      id: expect.stringMatching(OWN),
      outletId,
      url: null,
      notes: [`Words of a feed at daily.example.com, which links to ${url}`],
    });
    expect(documentOf({ url, content: null }).url).toBeNull();
  });

  test.each<[string, string, Partial<Feed>, string?]>([
    ["a host below the feed's", "https://en.small.example.net/1", { url: "https://small.example.net/rss" }],
    ["a host above the feed's", "https://www.small.example.net/1", { url: "https://rss.small.example.net/" }],
    [
      "another host of its outlet",
      "https://en.daily.example.com/1",
      { url: "https://rss.daily.example.com/" },
    ],
    ["the outlet that the operator set", "https://agency.example.org/1", { outlet: "News Agency" }],
    ["where the feed moved to", "https://new.example.net/1", {}, "https://new.example.net/rss"],
  ])("is the page's where it is of %s", (_, url, more, from) => {
    expect(documentOf({ url }, more, null, from)).toMatchObject({ url, notes: [] });
  });

  test("is the feed's own where the operator set another outlet than the link's", () => {
    const set = { url: "https://feeds.example.net/x", outlet: "Somebody else" };
    expect(documentOf({ url: "https://agency.example.org/1" }, set)).toMatchObject({
      url: null,
      outlet: "Somebody else",
      outletId: null,
    });
  });

  test("has its language from its script, else the setting, else the feed", () => {
    const content = { paragraphs: ["남북은 회담을 이어 가기로 했다."], captions: [] };
    expect(documentOf({ content }, { language: "fr" }).language).toBe("ko");
    const french = { paragraphs: ["Les pourparlers ont repris hier."], captions: [] };
    expect(documentOf({ content: french }, { language: "fr" }).language).toBe("fr");
    expect(documentOf({ content: french, language: "fr-FR" }).language).toBe("fr");
    expect(documentOf({ content: french, language: "<b>" }).language).toBe("unknown");
  });

  test("has an id of its own without a link, and a title without a title", () => {
    const document = documentOf({ url: null, title: null });
    expect(document.title).toBe("The talks of the two sides went on for a second day. Nobody said more.");
    expect(document.id).toMatch(/^daily-example-com\/2019-01-09-the-talks-.*-[0-9a-f]{8}$/u);
    expect(documentOf({ url: null, key: "2" }).id).not.toBe(documentOf({ url: null }).id);
    expect(documentOf({ title: "word ".repeat(500) }).title).toHaveLength(500);
  });
});

test.each([
  [["Jane Doe"], "Jane Doe"],
  [["Jane Doe", "John Roe", "Jane Doe"], "Jane Doe, John Roe"],
  [["jane@example.com (Jane Doe)"], "Jane Doe"],
  [["By Jane Doe"], "Jane Doe"],
  [["홍길동 기자"], "홍길동"],
  [["홍길동 hong@example.com"], "홍길동"],
  [["The Daily", "admin", "web team", "jane@example.com", "https://x.example.com"], null],
  [["By News Agency"], null],
  [[], null],
])("the people of %j are %j", (names, author) => expect(authorIn(names, outlets)).toBe(author));

describe("words of a feed are a new version", () => {
  const old = "One two three four. Five six seven eight.\n\nNine ten eleven twelve.";
  const cases: [
    string,
    string,
    "summary" | "content" | "page",
    "summary" | "content" | "page" | null,
    boolean,
  ][] = [
    ["other words", "Something else.", "content", "content", true],
    ["more words", `${old}\n\nMore.`, "content", "content", true],
    ["the last paragraph struck", "One two three four. Five six seven eight.", "content", "content", true],
    ["less than half of them", "One two three four.", "content", "content", false],
    [
      "a beginning with a mark of a cut",
      "One two three four. Five six seven eight. […]",
      "content",
      "content",
      false,
    ],
    ["a beginning cut in a word", "One two three four. Five six seven eight. Nine t…", "page", "page", false],
    ["words of the feed after those of the page", "Something else.", "content", "page", false],
    ["a summary after the text", "Something else.", "summary", "content", false],
    ["the page after the summary", old, "page", "summary", true],
    ["the page's excerpt after the item's text", "One two …", "page", "content", false],
    ["a summary after what a person imported", "Something else.", "summary", null, false],
    ["the page after what a person imported", "Something else.", "page", null, true],
  ];
  test.each(cases)("%s", (_, body, source, storedSource, expected) => {
    expect(replaces({ body, source }, { body: old, source: storedSource })).toBe(expected);
  });
});
