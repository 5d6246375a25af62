import { expect, test } from "vitest";
import { writeDocumentFile } from "../../src/ingest/document-file.ts";
import { importPage, readSettings } from "../../src/ingest/import-page.ts";
import { formatProblem } from "../../src/ingest/problem.ts";
import { OUTLETS } from "../core/samples.ts";

const PAGE = `Ministers meet again after a long pause

By Jane Doe
Posted March. 05, 2019 07:31,

Ministers of two countries met on Monday after a pause of several months, and both spoke of progress in the talks.

They agreed to meet again in the spring, although neither said where, and aides doubted that a date would hold.
`;

const settings = (...pairs: string[]) => {
  const read = readSettings(pairs);
  expect(read.problems).toEqual([]);
  return read.settings;
};

test("what the page shows is taken, what it does not show is unknown", () => {
  const { entry, problems } = importPage(PAGE, "page.txt", {}, OUTLETS);
  expect(problems).toEqual([]);
  expect(entry?.document).toMatchObject({
    id: "page/2019-03-05-ministers-meet-again-after-a-long-pause-9a6fee17",
    title: "Ministers meet again after a long pause",
    author: "Jane Doe",
    outlet: null,
    country: "unknown",
    date: "2019-03-05",
    kind: "unknown",
    url: null,
    language: "en",
  });
  expect(entry?.version.body.split("\n\n")).toEqual([PAGE.split("\n")[5], PAGE.split("\n")[7]]);
});

test("settings win over what the page shows", () => {
  const given = settings(
    "title=Other title",
    "outlet=Dong-A Ilbo",
    "date=2019-03",
    "kind=news",
    "topics=a, b",
  );
  const { entry } = importPage(PAGE, "page.txt", given, OUTLETS);
  expect(entry?.document).toMatchObject({
    id: "dong-a-ilbo/2019-03-other-title",
    title: "Other title",
    outlet: "The Dong-A Ilbo",
    country: "KR",
    date: "2019-03",
    kind: "news",
    topics: ["a", "b"],
  });
});

test("an address gives the identity", () => {
  const { entry } = importPage(PAGE, "page.txt", settings("url=https://www.donga.com/en/article/1"), OUTLETS);
  expect(entry?.document).toMatchObject({
    id: "donga-com/en-article-1",
    url: "https://www.donga.com/en/article/1",
  });
});

test("a document file is taken as it is, but for settings", () => {
  const file = "---\nid: my/doc\ntitle: T\nkind: news\n---\nWords: 1. here # too.\n";
  const { entry } = importPage(file, "doc.md", settings("kind=opinion"), OUTLETS);
  expect(entry?.document).toMatchObject({ id: "my/doc", title: "T", kind: "opinion" });
  expect(entry?.version.body).toBe("Words: 1. here # too.");
});

test("a document file may be imported again: nothing changes", () => {
  const first = importPage(PAGE, "page.txt", settings("outlet=donga", "topics=talks", "notes=Ours"), OUTLETS);
  const { told, ...document } = first.entry!.document;
  const { version } = first.entry!;
  expect(told).toEqual(["outlet", "topics", "notes"]);
  const again = importPage(writeDocumentFile(document, version), "page.md", {}, OUTLETS);
  expect(again.entry).toEqual({ document, version });
});

test("a document file without id and address is named by its outlet, date and title", () => {
  const idOf = (front: string, ...pairs: string[]) =>
    importPage(`---\n${front}\n---\nWords.\n`, "doc.md", settings(...pairs), OUTLETS).entry?.document.id;
  expect(idOf("title: Some title")).toBe("page/undated-some-title-44dcebcd");
  expect(idOf("title: Some title\noutlet: A paper\ndate: 2018")).toBe("a-paper/2018-some-title");
  expect(idOf("title: Some title", "outlet=Xinhua", "id=given/id")).toBe("given/id");
  expect(idOf('title: "!"')).toBe("page/undated-untitled-44dcebcd");
});

test("two texts of one title are two documents where outlet or date is not known", () => {
  const idOf = (body: string, more = "") =>
    importPage(`---\ntitle: Editorial of the day\n${more}---\n${body}\n`, "doc.md", {}, OUTLETS).entry
      ?.document.id;
  expect(idOf("By one.")).not.toBe(idOf("By another."));
  expect(idOf("By one.", "date: 2018\n")).not.toBe(idOf("By another.", "date: 2018\n"));
});

test("another outlet brings its own country", () => {
  const { entry } = importPage(
    "---\ntitle: T\noutlet: Xinhua\n---\nWords.",
    "doc.md",
    settings("outlet=Dong-A Ilbo"),
    OUTLETS,
  );
  expect(entry?.document).toMatchObject({ outlet: "The Dong-A Ilbo", country: "KR" });
});

test("a letter with more marks than any writing has is refused", () => {
  const { entry, problems } = importPage(
    `---\ntitle: T\n---\na${"\u0301".repeat(70)}`,
    "doc.md",
    {},
    OUTLETS,
  );
  expect(entry).toBeNull();
  expect(problems.map(({ message }) => message)).toEqual(["a letter carries more than 64 marks"]);
});

test("a document file that cannot be used is refused with its line", () => {
  const { entry, problems } = importPage("---\ntitle: T\nauthro: Me\n---\nWords.", "doc.md", {}, OUTLETS);
  expect(entry).toBeNull();
  expect(problems.map(formatProblem)).toEqual([
    "doc.md:3: unknown key authro. Did you mean author? The document was left out.",
  ]);
});

test("the same page has the same id and words however it was saved; other words are a version of it", () => {
  const idAndHash = (text: string) => {
    const { entry } = importPage(text, "page.txt", {}, OUTLETS);
    return [entry?.document.id, entry?.version.sha256];
  };
  const [id, sha256] = idAndHash(PAGE);
  expect(idAndHash(PAGE)).toEqual([id, sha256]);
  expect(idAndHash(`\uFEFF${PAGE.replaceAll("\n", "\r\n")}`)).toEqual([id, sha256]);
  const [sameId, other] = idAndHash(PAGE.replace("spoke of progress", "spoke of little progress"));
  expect(sameId).toBe(id);
  expect(other).toMatch(/^[0-9a-f]{64}$/u);
  expect(other).not.toBe(sha256);
});

test("a page without a title is refused, unless the title is told", () => {
  const untitled = PAGE.split("\n").slice(3).join("\n");
  const { entry, problems } = importPage(untitled, "page.txt", {}, OUTLETS);
  expect(entry).toBeNull();
  expect(problems.map(formatProblem)).toEqual([
    "page.txt: no title found in it. Tell it with --set title=….",
  ]);
  expect(importPage(untitled, "page.txt", settings("title=Told"), OUTLETS).entry?.document.title).toBe(
    "Told",
  );
});

test("all settings that are wrong are told of, and none is used then", () => {
  const { settings: used, problems } = readSettings(["kind=rumour", "title=", "author=Me", "colour=red"]);
  expect(used).toEqual({});
  expect(problems.map(({ message }) => message)).toEqual([
    "“colour” cannot be set",
    "title: is empty",
    "kind: “rumour” is none of opinion, editorial, news, official, briefing, reference, unknown",
  ]);
});

test("the last of two settings wins, and a value may have = in it", () => {
  expect(settings("title=One", "title = Two = 2 ", "country=South Korea")).toEqual({
    title: "Two = 2",
    country: "KR",
  });
});

test("a page without an article is refused with what to do", () => {
  const { entry, problems } = importPage("", "empty.txt", {}, OUTLETS);
  expect(entry).toBeNull();
  expect(problems.map(formatProblem)).toEqual([
    "empty.txt: no article found in it. Give each paragraph a line of its own, or write a document file, as docs/corpus.md tells.",
  ]);
});

test.each([
  ["kind", "--set: “kind” is no key=value. Write for example --set kind=editorial."],
  ["=news", "--set: “=news” is no key=value. Write for example --set kind=editorial."],
  [
    "captions=x",
    "--set: “captions” cannot be set. Keys: id, title, outlet, country, author, date, url, kind, language, topics, notes, paraphrases.",
  ],
  [
    "kind=rumour",
    "--set: kind: “rumour” is none of opinion, editorial, news, official, briefing, reference, unknown. Mend the value after the =.",
  ],
  [
    "date=tomorrow",
    "--set: date: “tomorrow” is no date; write 2018, 2018-03 or 2018-03-28. Mend the value after the =.",
  ],
  ["url=file:///etc/passwd", "--set: url: is no http or https address. Mend the value after the =."],
  [
    "__proto__=x",
    "--set: “__proto__” cannot be set. Keys: id, title, outlet, country, author, date, url, kind, language, topics, notes, paraphrases.",
  ],
])("--set %s is told of", (pair, message) => {
  expect(readSettings([pair]).problems.map(formatProblem)).toEqual([message]);
});
