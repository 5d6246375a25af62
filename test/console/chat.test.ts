import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { chat } from "../../src/console/chat.ts";
import { createNotices } from "../../src/console/notices.ts";
import { entryOf, openDeskOver } from "../core/samples.ts";

const ENTRIES = [
  entryOf("Kim Jong Un went to Beijing in March 2018.\n\nXi Jinping received him there.", {
    id: "visit",
    title: "A visit",
  }),
];

/** Types the lines, then ends the input; gives everything that was shown. */
function talk(
  lines: readonly string[],
  interactive = false,
  locale = "en",
  entries = ENTRIES,
): Promise<string> {
  return type(lines.map((line) => `${line}\n`).join(""), interactive, locale, entries);
}

/** The same, with the line ends as they are given. */
async function type(typed: string, interactive = false, locale = "en", entries = ENTRIES): Promise<string> {
  const { desk, store, reported } = await openDeskOver(entries);
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
  input.end(typed);
  await ended;
  store.close();
  expect(reported).toEqual([]);
  return shown;
}

const VISIT = `1 excerpt for “Beijing”

> Kim Jong Un went to Beijing in March 2018.
  news · “A visit”, outlet unknown, undated · English
  [1] Context  [2] Cite

`;

test("bare text and /korea search are the same question", async () => {
  expect(await talk(["Beijing"])).toBe(VISIT);
  expect(await talk(["/korea search Beijing"])).toBe(VISIT);
  expect(await talk(["search Beijing"])).toBe(VISIT);
});

test("a number chooses what stands beside it", async () => {
  expect(await talk(["Beijing", "1"]))
    .toBe(`${VISIT}news · “A visit”, outlet unknown, undated · English · visit@df6a7c15:0-42

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
    `${VISIT}There is nothing numbered 4. The last answer has 1 to 2.\n\n`,
  );
  expect(await talk(["2018"])).toContain("1 excerpt for “2018”");
});

test("numbers up to 99 choose, higher ones and years are questions", async () => {
  expect(await talk(["0"])).toMatch(/^There is nothing numbered 0 here\./u);
  expect(await talk(["99"])).toMatch(/^There is nothing numbered 99 here\./u);
  expect(await talk(["100"])).toMatch(/^Nothing found for “100”/u);
  expect(await talk(["Beijing", " 01 "])).toMatch(/^1 excerpt for “Beijing”[^]*Passages 1–2 of 2\n\n$/u);
});

test("numbers stand for the last answer only", async () => {
  const shown = await talk(["Beijing", "/korea read nothing@00000000:0-1", "1"]);
  expect(shown.startsWith(VISIT)).toBe(true);
  expect(shown.endsWith("then stand for what can be done with the answer.\n\n")).toBe(true);
});

test("/korea help tells how to ask", async () => {
  expect(await talk(["/korea help"])).toMatch(/^Korea Desk\n\nAsk what was said and done/u);
  expect(await talk(["/korea help", "help"])).toBe((await talk(["help"])).repeat(2));
});

test("what is no command is a question", async () => {
  expect(await talk(["/korea serach Beijing"])).toMatch(
    /^Nothing found for “serach Beijing” in 1 document\.\n\nDid you mean \/korea search\?/u,
  );
  expect(await talk(["/korea went Beijing"])).toBe(VISIT.replace("“Beijing”", "“went Beijing”"));
});

test("the last line needs no line end, and Windows has its own", async () => {
  expect(await type("Beijing")).toBe(VISIT);
  expect(await type("Beijing\r\n\r\nBeijing\r\n")).toBe(VISIT.repeat(2));
});

test.each(["quit", "/quit", "EXIT", " /exit "])("“%s” leaves", async (word) => {
  expect(await talk([word, "Beijing"])).toBe("");
});

test("a question that begins like leaving is a question", async () => {
  expect(await talk(["exit Beijing"])).toContain("Nothing found for “exit Beijing”");
});

test("what a terminal would act on is written out where it is repeated", async () => {
  expect(await talk(["\u001B[2Jzzz \u202Eqqq"])).toContain("\\u{1b}[2Jzzz \\u{202e}qqq");
});

test("blank lines say nothing, quit and the end of input leave", async () => {
  expect(await talk(["", "   ", "/quit", "Beijing"])).toBe("");
});

test("a question that lacks its words is told what is missing in a pipe", async () => {
  expect(await talk(["/korea search"])).toBe(
    "/korea search still needs: What to look for, in your own words. Write it behind the command.\n\n",
  );
});

test("a very long line is answered", async () => {
  expect(await talk([`Beijing ${"x".repeat(50_000)}`])).toContain("The question was very long");
});

test("at a terminal there is a welcome, a form asks for what is missing, and a goodbye", async () => {
  const shown = await talk(["/korea search", "Beijing"], true);
  expect(shown).toContain("Korea Desk. 1 document to ask.");
  expect(shown).toContain("What to look for, in your own words: ");
  expect(shown).toContain("1 excerpt for “Beijing”");
  expect(shown).toContain("Type a number from 1 to 2 to choose.");
  expect(shown.endsWith("Goodbye.\n")).toBe(true);
});

test("the questions of the welcome can be chosen by their numbers", async () => {
  const entries = [entryOf("China backed the sanctions of 2017.", { id: "c" })];
  const shown = await talk(["1"], true, "en", entries);
  expect(shown).toContain("[1] China and the sanctions of 2017");
  expect(shown).toContain("1 excerpt for “China and the sanctions of 2017”");
  expect(shown).toContain("> China backed the sanctions of 2017.");
});

test("the end of input ends a form, too", async () => {
  const shown = await talk(["/korea search"], true);
  expect(shown).toContain("What to look for, in your own words: ");
  expect(shown).not.toContain("excerpt for");
  expect(shown.endsWith("\nGoodbye.\n")).toBe(true);
});

test("Ctrl-C leaves, in a form as well", async () => {
  for (const typed of ["\u0003Beijing\n", "/korea search\n\u0003Beijing\n"]) {
    const shown = await type(typed, true);
    expect(shown).not.toContain("excerpt for");
    expect(shown.endsWith("\nGoodbye.\n")).toBe(true);
  }
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

test("what comes by itself takes the place of the prompt, which comes again with what was typed", async () => {
  const { desk, store } = await openDeskOver(ENTRIES);
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  const waiting: { part: string; resolve(): void }[] = [];
  const shows = (part: string) =>
    new Promise<void>((resolve) => {
      if (shown.includes(part)) resolve();
      else waiting.push({ part, resolve });
    });
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    for (const { part, resolve } of waiting) if (shown.includes(part)) resolve();
  });
  const notices = createNotices((line) => output.write(line));
  const streams = { input, output, interactive: true, screen: () => ({ columns: null, colour: false }) };
  const ended = chat(desk, "en", { ...streams, notices });
  await shows("korea> ");
  input.write("Beij");
  await shows("Beij");
  shown = "";
  notices.write("a.md needs mending\n");
  await shows("korea> Beij");
  const [before, after] = shown.split("a.md needs mending\n");
  expect(before).toContain("\u001B[0J");
  expect(after).toContain("korea> Beij");
  input.write("ing\n");
  await shows("1 excerpt for “Beijing”");
  input.end();
  await ended;
  shown = "";
  notices.write("the end\n");
  await shows("the end");
  expect(shown).toBe("the end\n");
  store.close();
});
