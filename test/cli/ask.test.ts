import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { read } from "../../commands/read.ts";
import { search } from "../../commands/search.ts";
import { ASKED, askProgram } from "../../src/cli/ask.ts";
import { askUsage } from "../../src/cli/ask-usage.ts";
import { UsageError } from "../../src/cli/command-line.ts";
import { defineCommand } from "../../src/core/command.ts";
import { reply } from "../../src/core/reply.ts";
import { folderWith } from "../folder.ts";
import { CORPUS, configWith, runProgram } from "./run.ts";

const over = () => ["--corpus", folderWith(CORPUS)];
const readDocument = (...args: string[]) => runProgram(askProgram(read), args);
/** It has a program of its own; here it stands for a command with options of every kind. */
const searchFor = (...args: string[]) => runProgram(askProgram(search), args);

test("every command of /korea is asked by it but search, help and those about a channel", () => {
  const names = commands.filter(({ hidden }) => !hidden).map(({ name }) => name);
  expect(
    ["search", ...ASKED.map(({ name }) => name), "subscribe", "subscriptions", "help"].toSorted(),
  ).toEqual(names.toSorted());
});

test("people get what the chat shows, without choices", async () => {
  expect(await readDocument("one", ...over())).toEqual({
    status: 0,
    stdout: `opinion · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · English · https://x.example/1 · one

> Kim went to Beijing. Nothing else happened there.

> A second paragraph, on Hanoi.

Passages 1–2 of 2
`,
    stderr: "",
  });
  expect((await searchFor("Beijing", ...over())).stdout).not.toContain("[1]");
});

test("programs get what the command finds", async () => {
  const { status, stdout, stderr } = await readDocument("two", "--json", ...over());
  expect([status, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    document: { id: "two", title: "Second text", date: "2019" },
    current: true,
    passages: [{ start: 0, end: 18, text: "Kim came to Hanoi." }],
  });
});

test.each([
  [["Hanoi", "Kim", "--from", "2019"]],
  [["--query", "Hanoi Kim", "--from=2019"]],
  [["Hanoi Kim from:2019"]],
])("options are given by their names, beside the words or inside them: %j", async (args) => {
  const { stdout } = await searchFor(...args, ...over());
  expect(stdout).toMatch(/^1 excerpt for “Hanoi Kim”\n\n> Kim came to Hanoi\.\n/u);
});

test("words are what they are, whatever they look like", async () => {
  const { stdout } = await searchFor(...over(), "--", "search", "--Beijing");
  expect(stdout).toContain("for “search --Beijing”");
});

test("it answers in the language of the console", async () => {
  const config = configWith({ locale: "ko" });
  const { stdout } = await runProgram(askProgram(read), ["two", ...over()], config);
  expect(stdout).toMatch(/전문: 단락 1개/u);
});

describe("arguments that cannot be used", () => {
  test.each([
    [[], "ID is missing"],
    [["  "], "ID is missing"],
    [["three"], /^There is no document “three” here\./u],
    [["one@0:1-2", "--json"], /^“one@0:1-2” is no id/u],
    [["one", "--id", "two"], "id: is given twice. Give it once."],
  ])("korea read %j", async (args, message) => {
    const asked = readDocument(...args, ...over());
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });

  test.each([
    [["x", "--from", "soon"], /^from: “soon” is not a date/u],
    [["x", "--kind", "rumour"], /“rumour”/u],
    [["x", "--form", "2018"], /^--form is no option/u],
    [["x", "--offset", "5"], /^--offset is no option/u],
    [["x from:2018", "--from", "2018"], "from: is given twice. Give it once."],
  ])("korea search %j", async (args, message) => {
    const asked = searchFor(...args);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });

  test("words for a command that takes none", async () => {
    const bare = defineCommand({
      name: "bare",
      description: () => "Bare",
      options: {},
      run: async () => reply([]),
    });
    await expect(runProgram(askProgram(bare), ["x"])).rejects.toThrow(new UsageError("“x” is not expected"));
  });
});

test("help is made from the definition", () => {
  const sample = defineCommand({
    name: "sample",
    description: () => "Everything an option can be",
    primary: "what",
    options: {
      by: {
        type: "string",
        description: () => "In which order",
        choices: ["name", "date"].map((value) => ({ value, label: () => value })),
      },
      what: { type: "string", required: true, description: () => "What is asked" },
      from: { type: "date", required: true, description: () => "Not before" },
      count: { type: "integer", min: 1, max: 9, description: () => "How many" },
      quiet: { type: "boolean", description: () => "Say less" },
      part: { type: "integer", min: 0, max: 9, hidden: true, description: () => "Never shown" },
    },
    jsonShape: `{found: [${"name, ".repeat(20)}date]}`,
    json: async () => ({}),
    run: async () => reply([]),
  });
  expect(askUsage(sample)).toBe(`Usage: korea sample WHAT [--json] [--corpus FOLDER]… [options]

Everything an option can be.

  WHAT             What is asked (required)
  --by TEXT        In which order (one of name, date)
  --from DATE      Not before (required)
  --count N        How many (1 to 9)
  --quiet          Say less
  --json           print JSON: {found: [name, name, name, name, name, name, name, name, name, name, name, name, name,
                   name, name, name, name, name, name, name, date]}
  --corpus FOLDER  ask the documents of this folder instead of the built-in and imported ones; may be repeated
  --help           show this`);
});

test.each(ASKED.map((command) => [command.name, command] as const))(
  "korea %s has its help",
  (name, command) => {
    const { usage } = askProgram(command);
    expect(usage).toMatch(new RegExp(`^Usage: korea ${name}\\b`, "u"));
    expect(usage.split("\n").filter((line) => line.length > 120)).toEqual([]);
  },
);
