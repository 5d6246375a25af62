import { describe, expect, onTestFinished, test } from "vitest";
import { readDocumentFile } from "../../src/ingest/document-file.ts";
import { formatProblem } from "../../src/ingest/problem.ts";
import { OUTLETS, dateOf, documentOf, entryOf } from "../core/samples.ts";

const read = (text: string) => readDocumentFile(text, { file: "doc.md", fallbackId: "a/doc" }, OUTLETS);
const problemsIn = (text: string) => read(text).problems.map(formatProblem);

test("front matter becomes metadata, the rest the body", () => {
  const { entry, problems } = read(`---
title: "Talks: a view"
author: Somebody
date: 2018-03
url: https://www.x.example/a/Talks_1.html?id=7
kind: opinion
language: en
topics: [summit, "us-dprk"]
captions:
  - Two people
---

First  paragraph.\u0020\u0020

Second.
`);
  expect(problems).toEqual([]);
  expect(entry).toEqual(
    entryOf("First  paragraph.\n\nSecond.", {
      id: "x-example/a-talks-1-html-id-7",
      title: "Talks: a view",
      author: "Somebody",
      date: dateOf("2018-03"),
      url: "https://www.x.example/a/Talks_1.html?id=7",
      kind: "opinion",
      language: "en",
      topics: ["summit", "us-dprk"],
      captions: ["Two people"],
    }),
  );
});

test("what is absent is unknown, and the path gives the id", () => {
  const { entry } = read("---\ntitle: T\n---\nWords.");
  expect(entry?.document).toEqual(
    documentOf({ id: "a/doc", title: "T", kind: "unknown", language: "unknown" }),
  );
});

test("a year alone, CRLF and a byte order mark are fine", () => {
  const { entry, problems } = read("\uFEFF---\r\ntitle: T\r\ndate: 2018\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n");
  expect(problems).toEqual([]);
  expect([entry?.document.date, entry?.version.body]).toEqual(["2018", "One.\n\nTwo."]);
});

test("lines of the body that look like front matter, headings or lists are words", () => {
  const body = "---\n\n# one\n\n* two\n\n1. three\n\ntitle: four";
  expect(read(`---\ntitle: T\n---\n${body}\n`).entry?.version.body).toBe(body);
});

test("what the file says of the country wins over the outlet's", () => {
  const countryOf = (more: string) => read(`---\ntitle: T\n${more}\n---\nWords.`).entry?.document.country;
  expect(countryOf("outlet: Xinhua")).toBe("CN");
  expect(countryOf("outlet: Xinhua\ncountry: HK")).toBe("HK");
  expect(countryOf("outlet: Xinhua\ncountry: unknown")).toBe("unknown");
  expect(countryOf("outlet: A paper")).toBe("unknown");
});

test("an address that gives no id leaves it to the path", () => {
  const idFor = (url: string) => read(`---\ntitle: T\nurl: ${url}\n---\nWords.`).entry?.document.id;
  expect(idFor("https://[::]/")).toBe("a/doc");
  expect(idFor("https://x.example/")).toBe("x-example");
  expect(idFor("https://x.example/%ED%95%9C%EA%B5%AD?a=%zz")).toBe("x-example/ed-95-9c-ea-b5-ad-a-zz");
  expect(idFor("https://x.example/%ED%95%9C%EA%B5%AD")).toBe("x-example/한국");
});

describe("a file that cannot be used is told of with its line and a remedy", () => {
  test.each([
    [
      "no front matter",
      "Words.",
      "doc.md:1: no front matter. Begin with a line ---, the metadata, and a line --- again.",
    ],
    [
      "a program where the metadata should be",
      "---js\n{ title: process.exit() }\n---\nWords.",
      "doc.md:1: no front matter. Begin with a line ---, the metadata, and a line --- again.",
    ],
    [
      "front matter that never ends",
      "---\ntitle: T\n",
      "doc.md:1: no front matter. Begin with a line ---, the metadata, and a line --- again.",
    ],
    [
      "no words",
      "---\ntitle: T\n---\n\n",
      "doc.md:4: no words after the front matter. Write the text there.",
    ],
    [
      "no title",
      "---\nkind: news\n---\nWords.",
      "doc.md:2: title: is missing. Mend it; the document was left out.",
    ],
    [
      "a date that does not exist",
      "---\ntitle: T\ndate: 2018-02-30\n---\nWords.",
      "doc.md:3: date: “2018-02-30” is no date; write 2018, 2018-03 or 2018-03-28. Mend it; the document was left out.",
    ],
    [
      "an unknown kind",
      "---\ntitle: T\nkind: rumour\n---\nWords.",
      "doc.md:3: kind: “rumour” is none of opinion, editorial, news, official, briefing, reference, unknown. Mend it; the document was left out.",
    ],
    [
      "a script for a link",
      "---\ntitle: T\nurl: javascript:alert(1)\n---\nWords.",
      "doc.md:3: url: is no http or https address. Mend it; the document was left out.",
    ],
    [
      "a password in a link",
      "---\ntitle: T\nurl: https://me:secret@x.example/\n---\nWords.",
      "doc.md:3: url: is no http or https address. Mend it; the document was left out.",
    ],
    [
      "a misspelt key",
      "---\ntitle: T\nauthro: Me\n---\nWords.",
      "doc.md:3: unknown key authro. Did you mean author? The document was left out.",
    ],
    [
      "an id that is a path",
      "---\ntitle: T\nid: ../../etc/passwd\n---\nWords.",
      "doc.md:3: id: may have letters and digits with . _ ~ / - between, at most 200. Mend it; the document was left out.",
    ],
  ])("%s", (_, text, message) => {
    const { entry } = read(text);
    expect(entry).toBeNull();
    expect(problemsIn(text)).toEqual([message]);
  });

  const yamlRemedy = "Mend the syntax; text with a colon, # or a quotation mark belongs in quotation marks.";

  test.each([
    ["a list that never ends", "title: T\nauthor: [unclosed", 4, "Flow sequence in block collection"],
    ["a colon in a title", "id: a\ntitle: Talks: a view\nkind: news", 3, "Nested mappings are not allowed"],
    ["a key twice", "title: T\nkind: news\ntitle: U", 4, "Map keys must be unique"],
    ["an alias", "title: &t Talks\nauthor: *t", 3, "an alias such as *name"],
    ["an alias of nothing", "title: *nothing", 2, "an alias such as *name"],
    ["deep nesting", `title: ${"[".repeat(8_000)}${"]".repeat(8_000)}`, 2, "nested too deeply"],
  ])("%s", (_, front, line, reason) => {
    const problems = problemsIn(`---\n${front}\n---\nWords.`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`doc.md:${line}: invalid YAML: ${reason}`);
    const remedy = reason.startsWith("an alias") ? "Write the values out." : yamlRemedy;
    expect(problems[0]!.endsWith(remedy)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["words", "only words\n"],
    ["a list", "- title: T\n"],
  ])("%s where the metadata should be", (_, front) => {
    expect(problemsIn(`---\n${front}---\nWords.`)).toEqual([
      "doc.md:2: the metadata has no `key: value` lines. Mend it; the document was left out.",
    ]);
  });

  test("every mistake of a file, in one go", () => {
    const front = "title: T\ndate: 2018-1\ncountry: Atlantis\nlanguage: Korean\ntopics: peace\nlinks: [a, 5]";
    expect(problemsIn(`---\n${front}\n---\nWords.`).map((problem) => problem.split(". Mend")[0])).toEqual([
      "doc.md:4: country: “Atlantis” is no country; write a code such as KR, or unknown",
      "doc.md:3: date: “2018-1” is no date; write 2018, 2018-03 or 2018-03-28",
      "doc.md:5: language: “Korean” is no language tag such as en, ko or zh-Hans",
      "doc.md:6: topics: is not a list",
      "doc.md:7: links.1: is not an id",
    ]);
  });

  test("a script for the link of a source, on its own line", () => {
    const front = "title: T\nsources:\n  - title: A\n    publisher: P\n    url: javascript:alert(1)";
    expect(problemsIn(`---\n${front}\n---\nWords.`)).toEqual([
      "doc.md:6: sources.0.url: is no http or https address. Mend it; the document was left out.",
    ]);
  });

  test("keys that are traps elsewhere are unknown keys here", () => {
    const known = "id, title, outlet, country, author, date, url, kind, language, topics, captions, notes";
    expect(problemsIn("---\ntitle: T\n__proto__: {kind: news}\nconstructor: x\n---\nWords.")).toEqual([
      `doc.md:3: unknown key __proto__. Known keys: ${known}, sources, links, paraphrases; the document was left out.`,
      `doc.md:4: unknown key constructor. Known keys: ${known}, sources, links, paraphrases; the document was left out.`,
    ]);
  });

  test("a key that is a list is told of once, and the parser does not warn on its own", async () => {
    const warned: string[] = [];
    const hear = (warning: Error) => warned.push(warning.message);
    process.on("warning", hear);
    onTestFinished(() => void process.off("warning", hear));
    expect(problemsIn("---\ntitle: T\n? [a]\n: b\n---\nWords.")).toHaveLength(1);
    // Warnings are emitted in a later turn than the one they come from.
    await new Promise((resolve) => setImmediate(resolve));
    expect(warned).toEqual([]);
  });

  test("aliases that blow up", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f"].map((name, index) => {
        const before = "abcde"[index]!;
        return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`;
      }),
    ].join("\n");
    expect(problemsIn(`---\n${bomb}\n---\nWords.`)[0]).toMatch(/^doc\.md:3: invalid YAML: .*alias/iu);
  });

  test("brackets that never end, without a line for each", () => {
    expect(problemsIn(`---\ntitle: ${"[".repeat(800)}\n---\nWords.`)).toHaveLength(1);
  });

  test("front matter as long as an article", () => {
    const front = (length: number) => `title: T\n${"#".repeat(length - 10)}\n`;
    expect(problemsIn(`---\n${front(16 * 1024)}---\nWords.`)).toEqual([]);
    expect(problemsIn(`---\n${front(16 * 1024 + 1)}---\nWords.`)).toEqual([
      "doc.md:1: front matter of more than 16 KB. Keep the metadata short; the text belongs below it.",
    ]);
  });
});
