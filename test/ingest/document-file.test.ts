import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS, makeVersion } from "../../src/core/document.ts";
import { readDocumentFile, writeDocumentFile } from "../../src/ingest/document-file.ts";
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

describe("a file that cannot be used is told of with its line and a remedy", () => {
  test.each([
    [
      "no front matter",
      "Words.",
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
      "doc.md:3: kind: is none of opinion, editorial, news, official, briefing, reference, unknown. Mend it; the document was left out.",
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
      "doc.md:3: unknown key authro. Did you mean author?",
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

  test("invalid YAML", () => {
    expect(problemsIn("---\ntitle: T\nauthor: [unclosed\n---\nWords.")[0]).toMatch(
      /^doc\.md:\d: invalid YAML: /u,
    );
  });

  test("aliases that blow up", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f"].map((name, index) => {
        const before = "abcde"[index]!;
        return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`;
      }),
    ].join("\n");
    expect(problemsIn(`---\n${bomb}\n---\nWords.`)[0]).toMatch(/^doc\.md:2: invalid YAML: .*alias/iu);
  });
});

test("what is written is read back the same", () => {
  const line = fc
    .string({
      unit: fc.constantFrom(
        "a",
        "Z",
        "7",
        " ",
        ":",
        "#",
        "'",
        '"',
        "-",
        "[",
        "&",
        "*",
        "한",
        "金",
        "\\",
        "!",
      ),
      minLength: 1,
    })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const body = fc
    .array(fc.string({ unit: fc.constantFrom("a", "b", " ", "-", "#", "한", "\n", ":"), minLength: 1 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((paragraphs) => makeVersion("x", paragraphs.join("\n\n")).body)
    .filter((text) => text !== "");
  const document = fc.record({
    title: line,
    author: fc.option(line),
    outlet: fc.option(fc.constantFrom("The Dong-A Ilbo", "Some Paper")),
    date: fc.option(fc.constantFrom("2018", "2018-03", "2018-03-28").map(dateOf)),
    url: fc.option(fc.webUrl({ validSchemes: ["https"] })),
    kind: fc.constantFrom(...KINDS),
    language: fc.constantFrom("en", "ko", "unknown"),
    topics: fc.array(line, { maxLength: 3 }),
    captions: fc.array(line, { maxLength: 3 }),
    notes: fc.array(line, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(document, body, (given, words) => {
      const named = given.outlet === null ? null : OUTLETS.named(given.outlet);
      const whole = documentOf({
        ...given,
        id: "a/doc",
        title: given.title.replace(/\s+/gu, " "),
        author: given.author?.replace(/\s+/gu, " ") ?? null,
        topics: given.topics.map((text) => text.replace(/\s+/gu, " ")),
        captions: given.captions.map((text) => text.replace(/\s+/gu, " ")),
        notes: given.notes.map((text) => text.replace(/\s+/gu, " ")),
        outletId: named?.id ?? null,
        outlet: named?.name ?? given.outlet,
        country: named?.country ?? "unknown",
        ownership: named?.ownership ?? "unknown",
      });
      const version = makeVersion("a/doc", words);
      expect(read(writeDocumentFile(whole, version))).toEqual({
        entry: { document: whole, version },
        problems: [],
      });
    }),
  );
});
