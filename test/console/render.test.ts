import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderReply } from "../../src/console/render.ts";
import { MisquoteError, excerptOf, type Excerpt } from "../../src/core/excerpt.ts";
import { code, note, reply, strong, text, type Action, type Reply } from "../../src/core/reply.ts";
import { entryOf } from "../core/samples.ts";

const PLAIN = { columns: null, colour: false };
const action = (label: string): Action => ({ label, command: "help", values: {} });

const { version } = entryOf("Before it. Kim visited 베이징 in March 2018 and stayed. After it.");
const WORDS = "Kim visited 베이징 in March 2018 and stayed.";
const from = version.body.indexOf(WORDS);
const excerpt = excerptOf(version, from, from + WORDS.length, [{ start: 0, end: 3 }]);

const sample: Reply = reply(
  [
    { type: "heading", spans: [text("2 excerpts")] },
    {
      type: "quote",
      excerpt,
      citation: [
        strong("news"),
        text(" · Paper · "),
        { type: "link", text: "x.example", url: "https://x.example/a" },
      ],
      actions: [action("Context")],
    },
    { type: "list", items: [[code("/korea help")], [text("second")]] },
    note("A remark."),
  ],
  [action("Next"), action("More")],
);

test("a pipe gets plain lines, unwrapped", () => {
  const { text: shown, actions } = renderReply(sample, PLAIN);
  expect(shown).toBe(`2 excerpts

> …${excerpt.text}…
  news · Paper · https://x.example/a
  [1] Context

  • /korea help
  • second

A remark.

[2] Next  [3] More
`);
  expect(actions.map(({ label }) => label)).toEqual(["Context", "Next", "More"]);
});

test("a terminal gets lines of its width", () => {
  const { text: shown } = renderReply(reply([sample.blocks[1]!]), { columns: 24, colour: false });
  expect(shown).toBe(`│ …Kim visited 베이징 
│ in March 2018 and 
│ stayed.…
  news · Paper · 
  https://x.example/a
  [1] Context
`);
});

test("in colour the matches are marked, and the words are the same", () => {
  const { text: shown } = renderReply(reply([sample.blocks[1]!]), { columns: 80, colour: true });
  expect(shown).toContain("\u001B[1m\u001B[33mKim\u001B[39m\u001B[22m");
  expect(stripVTControlCharacters(shown)).toContain(`│ …${excerpt.text}…`);
});

test("the items of a list hang under their first word", () => {
  const list = reply([{ type: "list", items: [[text("한반도 비핵화 공동선언")], [text("second")]] }]);
  expect(renderReply(list, { columns: 20, colour: false }).text).toBe(
    "  • 한반도 비핵화 \n    공동선언\n  • second\n",
  );
});

test("a very narrow window is taken for one of 20 columns, a very wide one for 100", () => {
  const long = reply([note("word ".repeat(60).trim())]);
  const widest = (columns: number) =>
    Math.max(
      ...renderReply(long, { columns, colour: false })
        .text.split("\n")
        .map((line) => line.trimEnd().length),
    );
  expect([widest(1), widest(20), widest(100), widest(500)]).toEqual([19, 19, 99, 99]);
});

test("whatever the width, no line is wider, and colour changes no word", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "한", "金", "é", "-"), maxLength: 60 });
  const width = (line: string) => stringWidth(line.trimEnd());
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 140 }), (title, item, columns) => {
      const any = reply([
        { type: "heading", spans: [text(title)] },
        { type: "list", items: [[strong(item), text(title)]] },
        sample.blocks[1]!,
      ]);
      const plain = renderReply(any, { columns, colour: false }).text;
      const limit = Math.max(20, Math.min(columns, 100));
      expect(plain.split("\n").filter((line) => width(line) >= limit)).toEqual([]);
      expect(stripVTControlCharacters(renderReply(any, { columns, colour: true }).text)).toBe(plain);
    }),
  );
});

test("what a terminal would act on is written out, wherever it comes from", () => {
  const evil = entryOf("\u001B[2Jgone \u202Etxt");
  const quote = excerptOf(evil.version, 0, evil.version.body.length);
  const shown = renderReply(
    reply(
      [
        {
          type: "quote",
          excerpt: quote,
          citation: [text("\u001B]0;title\u0007")],
          actions: [action("\u009Blabel")],
        },
        note("\u202E"),
      ],
      [],
    ),
    PLAIN,
  ).text;
  expect(shown).toBe(
    "> \\u{1b}[2Jgone \\u{202e}txt\n  \\u{1b}]0;title\\u{7}\n  [1] \\u{9b}label\n\n\\u{202e}\n",
  );
});

test("line ends inside an excerpt stay lines of the quote", () => {
  const { version: poem } = entryOf("first\nsecond");
  const shown = renderReply(
    reply([{ type: "quote", excerpt: excerptOf(poem, 0, 12), citation: [], actions: [] }]),
    PLAIN,
  ).text;
  expect(shown).toBe("> first\n> second\n");
});

test("an excerpt that was not made from its document is refused", () => {
  const forged: Excerpt = { ...excerpt, text: "Kim never visited" };
  const forgery = reply([{ type: "quote", excerpt: forged, citation: [], actions: [] }]);
  expect(() => renderReply(forgery, PLAIN)).toThrow(MisquoteError);
});
