import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { ASKED, askProgram } from "../../src/cli/ask.ts";
import { searchProgram } from "../../src/cli/search.ts";
import { answerLines } from "../../src/cli/search-lines.ts";
import { folderWith } from "../folder.ts";
import { CORPUS, runProgram } from "./run.ts";

const search = (...args: string[]) => runProgram(searchProgram, args);
const over = (files: Record<string, string> = CORPUS) => ["--corpus", folderWith(files)];

/** Ids of the documents whose excerpts are given. */
async function idsFor(...args: string[]): Promise<string[]> {
  const { status, stdout, stderr } = await search(...args, "--json");
  expect([status, stderr]).toEqual([0, ""]);
  const { excerpts } = JSON.parse(stdout) as { excerpts: { document: { id: string } }[] };
  return excerpts.map(({ document }) => document.id);
}

test("people get what the chat shows, without choices", async () => {
  expect(await search("Beijing", ...over())).toEqual({
    status: 0,
    stdout: `1 excerpt for “Beijing”

> Kim went to Beijing. Nothing else happened there.
  opinion · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · English · https://x.example/1 · one@b9cc8d3b:0-49
`,
    stderr: "",
  });
});

test("people get as many excerpts as they ask for, each with the id that read and cite take", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `${at}.md`,
      `---\nid: text/${at}\ntitle: Text ${at}\n---\nBeijing ${"word ".repeat(at)}.\n`,
    ]),
  );
  const folder = over(many);
  const shown = async (...args: string[]) => {
    const { stdout } = await search("Beijing", ...folder, ...args);
    const ids = stdout.match(/text\/\d@[0-9a-f]{8}:0-\d+(?=\n)/gu) ?? [];
    return { heading: stdout.split("\n")[0], ids };
  };
  const { excerpts } = JSON.parse((await search("Beijing", ...folder, "--json", "--limit", "9")).stdout);
  const all = (excerpts as { id: string }[]).map(({ id }) => id);
  expect(await shown()).toEqual({ heading: "9 excerpts for “Beijing”: 1–5", ids: all.slice(0, 5) });
  expect(await shown("--limit", "2")).toEqual({
    heading: "9 excerpts for “Beijing”: 1–2",
    ids: all.slice(0, 2),
  });
  expect(await shown("--limit", "8")).toEqual({
    heading: "9 excerpts for “Beijing”: 1–8",
    ids: all.slice(0, 8),
  });
  expect(await shown("--limit", "20")).toEqual({ heading: "9 excerpts for “Beijing”: 1–9", ids: all });
  const read = await runProgram(askProgram(ASKED.find(({ name }) => name === "read")!), [all[7]!, ...folder]);
  expect([read.status, read.stdout.split("\n").some((line) => line.includes(all[7]!))]).toEqual([0, true]);
});

test("nothing found is an answer, not a failure", async () => {
  const { status, stdout } = await search("xylophone", "--json", ...over());
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ query: "xylophone", total: 0, excerpts: [] });
});

test("filters, order and limit narrow it, several folders widen it", async () => {
  const { "one.md": one, "two.md": two } = CORPUS;
  const folders = [...over({ "one.md": one }), ...over({ "two.md": two })];
  const ids = (...args: string[]) => idsFor("Hanoi", ...folders, ...args);
  expect(await ids()).toEqual(["two", "one"]);
  expect(await ids("--limit", "1")).toEqual(["two"]);
  expect(await ids("--limit", "1000")).toEqual(["two", "one"]);
  expect(await ids("--from", "2019")).toEqual(["two"]);
  expect(await ids("--to", "2018-04")).toEqual(["one"]);
  expect(await ids("--outlet", "dong-a ilbo")).toEqual(["one"]);
  expect(await ids("--country", "South Korea", "--kind", "opinion", "--language", "English")).toEqual([
    "one",
  ]);
  expect(await ids("--sort", "oldest")).toEqual(["one", "two"]);
  expect(await ids("--sort", "newest", "--limit", "2")).toEqual(["two", "one"]);
});

test("a question has fields of its own, and mistakes in it are mistakes of the call", async () => {
  expect(await idsFor("Kim by:writer until:2018", ...over())).toEqual(["one"]);
  expect(await idsFor("kind:opinion Kim", "--to", "2018", ...over())).toEqual(["one"]);
  await expect(search("until:2018 Kim", "--json", "--to", "2018", ...over())).rejects.toThrow(
    new UsageError("to: is given twice. Give it once."),
  );
  await expect(search('Kim "went to', "--json", ...over())).rejects.toThrow(
    new UsageError(
      'The quotation mark at “"went” (at character 5) is never closed. Close it, as in "end of war", or leave it out.',
    ),
  );
});

test("words after -- are the question, whatever they look like", async () => {
  const { stdout } = await search("--json", ...over(), "--", "--Beijing");
  expect(JSON.parse(stdout)).toMatchObject({ query: "--Beijing", total: 1 });
});

test("what is wrong with the documents goes to standard error, and the others are searched", async () => {
  const { status, stdout, stderr } = await search("Hanoi", "--json", ...over({ ...CORPUS, "x.md": "no" }));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ total: 2 });
  expect(stderr).toMatch(/^\S+x\.md:1: no front matter\. Begin with .*\n$/u);
});

test("of two documents with one id in different folders the first is kept", async () => {
  const other = "---\nid: two\ntitle: Another\n---\nBeijing again.\n";
  const { stdout, stderr } = await search("Beijing", "--json", ...over(), ...over({ "x.md": other }));
  expect(JSON.parse(stdout)).toMatchObject({ total: 1, excerpts: [{ document: { id: "one" } }] });
  expect(stderr).toMatch(/: the id two belongs to a document from elsewhere already\. Give one of them/u);
});

describe("arguments that cannot be used", () => {
  test.each([
    [[], "what should be searched?"],
    [["  "], "what should be searched?"],
    [["x", "--queries", "q.jsonl", "--json"], "give QUERY or --queries, not both"],
    [["--queries", "q.jsonl"], "--queries answers in JSON: add --json"],
    [["x", "--limit", "0"], "the limit “0” is no whole number from 1 to 1000"],
    [["x", "--json", "--limit", "0"], "the limit “0” is no whole number from 1 to 1000"],
    [["x", "--json", "--limit", "1.5"], "the limit “1.5” is no whole number from 1 to 1000"],
    [["x", "--json", "--limit", "ten"], "the limit “ten” is no whole number from 1 to 1000"],
    [["--queries", "/no/such/file", "--json"], "/no/such/file: there is no such file"],
  ])("%j", async (args, message) => {
    await expect(search(...args)).rejects.toThrow(new UsageError(message));
  });

  test.each([
    [
      "--from",
      "soon",
      "from: “soon” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28.",
    ],
    ["--kind", "rumour", "“rumour”"],
    ["--country", "Atlantis", "“Atlantis”"],
    ["--sort", "random", "“random”"],
  ])("%s %s", async (filter, value, message) => {
    const asked = search("Kim", "--json", filter, value, ...over());
    await expect(asked).rejects.toThrow(UsageError);
    await expect(search("Kim", "--json", filter, value, ...over())).rejects.toThrow(message);
  });

  test("an option that is not known", async () => {
    await expect(search("x", "--form", "2018")).rejects.toThrow(/^--form is no option/u);
  });
});

test("a file of queries is answered line by line, and bad lines say why", async () => {
  const lines = [
    '{"id": 1, "q": "Beijing"}',
    "",
    '{"id": "b", "q": "Kim", "from": "2019", "limit": 1}',
    "not json",
    '{"id": "d", "q": "Kim", "form": "2019"}',
    '{"id": "e", "q": "Kim", "from": "soon"}',
    '{"id": "f", "q": " "}',
    '{"id": "g", "q": "Kim", "limit": 0}',
    '{"id": "h", "q": "Kim", "from": ["2019"]}',
    '{"q": "no id"}',
    "[1]",
    '{"id": "k", "q": "Kim", "to": "2018"}',
  ];
  const file = `${folderWith({ "q.jsonl": lines.join("\n") })}/q.jsonl`;
  const { status, stdout } = await search("--queries", file, "--json", "--limit", "2", ...over());
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(status).toBe(1);
  const noObject = (line: number) => [null, line, `line ${line} is no object {"id": …, "q": "…"}`];
  expect(answers.map(({ id, line, total, error }) => [id, line, total ?? error])).toEqual([
    [1, undefined, 1],
    ["b", undefined, 1],
    noObject(4),
    ["d", 5, "“form” is no filter; filters: from, to, outlet, country, kind, language, sort"],
    ["e", 6, "from: “soon” is not a date. Write a year, a month or a day: 2018, 2018-03 or 2018-03-28."],
    ["f", 7, "q is empty"],
    ["g", 8, "the limit “0” is no whole number from 1 to 1000"],
    ["h", 9, "from is no text or number"],
    noObject(10),
    noObject(11),
    ["k", undefined, 1],
  ]);
  expect(Object.keys(answers[0]!)).toEqual(["id", "query", "searchedAlso", "total", "tookMs", "excerpts"]);
});

test("a file of queries that all can be answered ends with 0", async () => {
  const file = `${folderWith({ "q.jsonl": '{"id": 1, "q": "Beijing"}\r\n' })}/q.jsonl`;
  expect((await search("--queries", file, "--json", ...over())).status).toBe(0);
});

test("a defect is no mistake of a line", () => {
  const defect = new Error("defect");
  const answer = () => {
    throw defect;
  };
  const run = () => answerLines(['{"id": 1, "q": "x"}'], () => undefined, { answer, explain: () => null });
  expect(run).toThrow(defect);
});
