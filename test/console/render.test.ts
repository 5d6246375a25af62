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
  // eslint-disable-next-line no-control-regex -- colours are control sequences
  expect(shown.replace(/\u001B\[\d+m/gu, "")).toContain(`│ …${excerpt.text}…`);
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
