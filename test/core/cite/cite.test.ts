import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STYLES, citationIn } from "../../../src/core/cite/cite.ts";
import { itemOf } from "../../../src/core/cite/item.ts";
import { documentOf, dateOf } from "../samples.ts";
import { TABLE, TIME } from "./documents.ts";
import { EXPECTED } from "./expected.ts";

const UNESCAPED: Readonly<Record<string, string>> = {
  "\\textbackslash{}": "\\",
  "\\textbraceleft{}": "{",
  "\\textbraceright{}": "}",
  "\\textasciitilde{}": "~",
  "\\textasciicircum{}": "^",
  "\\textless{}": "<",
  "\\textgreater{}": ">",
  "\\textbar{}": "|",
};

const CASES = Object.keys(TABLE) as (keyof typeof TABLE)[];

describe("citations", () => {
  it.each(CASES)("of an %s", async (name) => {
    const item = itemOf(TABLE[name], TIME);
    const { bibtex, ...texts } = EXPECTED[name];
    expect({
      chicago: await citationIn("chicago", item),
      apa: await citationIn("apa", item),
      mla: await citationIn("mla", item),
    }).toEqual(texts);
    expect((await citationIn("bibtex", item)).split("\n")).toEqual(bibtex);
    expect(JSON.parse(await citationIn("csl-json", item))).toEqual([item]);
  });

  it.each([
    ["Undated page.", "“Undated page,” n.d."],
    ["To be continued...", "“To be continued...,” n.d."],
    ["Is this it?", "“Is this it?,” n.d."],
  ])("set no comma behind the full stop of a title in a note: %s", async (title, note) => {
    expect(await citationIn("chicago", itemOf(documentOf({ title }), TIME))).toBe(note);
  });

  it("part the authors of a byline", async () => {
    const item = itemOf(documentOf({ title: "T", author: "Jane Doe, John Roe and 홍길동" }), TIME);
    expect(await citationIn("chicago", item)).toBe("Jane Doe, John Roe, and 홍길동, “T,” n.d.");
    expect(await citationIn("apa", item)).toBe("Jane Doe, John Roe, & 홍길동. (n.d.). T.");
    expect(await citationIn("mla", item)).toBe("Jane Doe, et al. “T.”");
    expect(await citationIn("bibtex", item)).toContain("author = {{Jane Doe} and {John Roe} and {홍길동}}");
  });

  it("are the same again, whatever was cited between, and at once", async () => {
    const all = () =>
      Promise.all(
        CASES.flatMap((name) => STYLES.map((style) => citationIn(style, itemOf(TABLE[name], TIME)))),
      );
    expect(await all()).toEqual(await all());
  });
});

describe("what is cited", () => {
  // What a document may be called: markup of every kind, letters of several scripts, quotation marks.
  const part = fc.constantFrom(
    ...'<i>|</i>|<b>|<sup>|</span>|<span class="nocase">|&amp;|&#60;|&|%|_|{|}|#|~|\\|^|$|@|/|*|`|,|.|:|;|?|!|-|(|)|[|]'.split(
      "|",
    ),
    "|",
    "…",
    "—",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "「",
    "」",
    " ",
    "a",
    "U.S.",
    "North",
    "1",
    "é",
    "²",
    "김정은",
    "金正恩",
    "ノドン",
    "👩‍👩‍👧",
  );
  const name = fc.array(part, { maxLength: 15 }).map((parts) => `A${parts.join("")}z`);
  /** Styles choose the quotation marks, and the spaces between two of them. */
  const bare = (text: string) => text.replace(/["'“”‘’\s]/gu, "");

  it.each(["chicago", "apa", "mla"] as const)("keeps every letter: %s", async (style) => {
    await fc.assert(
      fc.asyncProperty(name, name, name, async (title, author, outlet) => {
        const document = documentOf({
          title,
          author,
          outlet,
          date: dateOf("2018"),
          url: "https://a.example/",
        });
        const citation = await citationIn(style, itemOf(document, TIME));
        for (const words of [title, author, outlet]) expect(bare(citation)).toContain(bare(words));
        expect(citation).not.toMatch(/[\n\uFDD0\uFDD1]/u);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves no character to TeX, and every brace closed", async () => {
    await fc.assert(
      fc.asyncProperty(name, name, name, async (title, author, outlet) => {
        const document = documentOf({ title, author, outlet, url: `https://a.example/?q=${title}` });
        const bibtex = await citationIn("bibtex", itemOf(document, TIME));
        let depth = 0;
        for (const character of bibtex) {
          if (character === "{") depth += 1;
          if (character === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        const words = /^ {2}title = \{\{(.*)\}\},$/mu.exec(bibtex)![1]!;
        expect(words.replace(/\\(?:[&%$#_]|text[a-z]+\{\})/gu, "")).not.toMatch(/[&%$#_~^<>|\\{}]/u);
        expect(
          words.replace(/\\(?:text[a-z]+\{\}|.)/gu, (command) => UNESCAPED[command] ?? command[1]!),
        ).toBe(title);
      }),
      { numRuns: 60 },
    );
  });
});
