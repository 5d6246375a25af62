import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { chat } from "../../src/console/chat.ts";
import { entryOf, openDeskOver } from "../core/samples.ts";

const ENTRIES = [
  entryOf("Kim Jong Un went to Beijing in March 2018.\n\nXi Jinping received him there.", {
    id: "visit",
    title: "A visit",
  }),
];

/** Types the lines, then ends the input; gives everything that was shown. */
async function talk(lines: readonly string[], interactive = false, locale = "en"): Promise<string> {
  const { desk, store } = await openDeskOver(ENTRIES);
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const ended = chat(desk, locale, {
    input,
    output,
    interactive,
    screen: () => ({ columns: null, colour: false }),
  });
  input.end(lines.map((line) => `${line}\n`).join(""));
  await ended;
  store.close();
  return shown;
}

const VISIT = `1 excerpt for “Beijing”

> Kim Jong Un went to Beijing in March 2018.
  news · “A visit”, outlet unknown (country unknown, ownership unknown), undated · English
  [1] Context

`;

test("bare text and /korea search are the same question", async () => {
  expect(await talk(["Beijing"])).toBe(VISIT);
  expect(await talk(["/korea search Beijing"])).toBe(VISIT);
  expect(await talk(["search Beijing"])).toBe(VISIT);
});

test("a number chooses what stands beside it", async () => {
  expect(await talk(["Beijing", "1"]))
    .toBe(`${VISIT}news · “A visit”, outlet unknown (country unknown, ownership unknown), undated · English

> Kim Jong Un went to Beijing in March 2018.

> Xi Jinping received him there.

Passages 1–2 of 2

`);
});

test("a number that stands for nothing is told of, a larger one is a question", async () => {
  expect(await talk(["7"])).toBe(
    "There is nothing numbered 7 here. Type a question first; numbers then stand for what can be done with the answer.\n\n",
  );
  expect(await talk(["Beijing", "4"])).toBe(
    `${VISIT}There is nothing numbered 4. The last answer has 1 to 1.\n\n`,
  );
  expect(await talk(["2018"])).toContain("1 excerpt for “2018”");
});

test("blank lines say nothing, quit and the end of input leave", async () => {
  expect(await talk(["", "   ", "/quit", "Beijing"])).toBe("");
});

test("a question that lacks its words is told what is missing in a pipe", async () => {
  expect(await talk(["/korea search"])).toBe("/korea search: What to look for, in your own words\n\n");
});

test("a very long line is answered", async () => {
  expect(await talk([`Beijing ${"x".repeat(50_000)}`])).toContain("The question was very long");
});

test("at a terminal there is a welcome, a form asks for what is missing, and a goodbye", async () => {
  const shown = await talk(["/korea search", "Beijing"], true);
  expect(shown).toContain("Korea Desk. 1 document to ask.");
  expect(shown).toContain("What to look for, in your own words: ");
  expect(shown).toContain("1 excerpt for “Beijing”");
  expect(shown).toContain("Type 1 to choose.");
  expect(shown.endsWith("Goodbye.\n")).toBe(true);
});

test("a blank answer gives a form up", async () => {
  expect(await talk(["/korea search", "", "/quit"], true)).not.toContain("excerpt for");
});

test("in Korean everything is Korean", async () => {
  const shown = await talk(["Beijing"], true, "ko-KR");
  expect(shown).toContain("코리아 데스크입니다. 문서 1건을 찾아볼 수 있습니다.");
  expect(shown).toContain("‘Beijing’ 인용 1건");
  expect(shown).toContain("[1] 문맥 보기");
  expect(shown).toContain("안녕히 가세요.");
});
