import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/command-line.ts";
import { renderProgram } from "../../src/cli/render.ts";
import { folderWith } from "../folder.ts";
import { CORPUS, runProgram } from "./run.ts";

/** What is printed for a line asked over two small documents. */
async function shown(line: string, ...args: string[]): Promise<string> {
  const all = [...args, "--corpus", folderWith(CORPUS), line];
  const { status, stdout, stderr } = await runProgram(renderProgram, all);
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

test("the console gets text, unwrapped unless a width is told", async () => {
  expect(await shown("/korea search Beijing")).toBe(`1 excerpt for “Beijing”

> Kim went to Beijing. Nothing else happened there.
  opinion · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · English · https://x.example/1
  [1] Context  [2] Cite
`);
  expect(await shown("/korea search Beijing", "--platform", "console", "--columns", "40")).toBe(
    [
      "1 excerpt for “Beijing”",
      "",
      "│ Kim went to Beijing. Nothing else ",
      "│ happened there.",
      "  opinion · A. Writer, “First text”, ",
      "  The Dong-A Ilbo (South Korea, private ",
      "  media), 3 April 2018 · English · ",
      "  https://x.example/1",
      "  [1] Context  [2] Cite",
      "",
    ].join("\n"),
  );
});

test("Discord gets the body of the interaction's response", async () => {
  expect(JSON.parse(await shown("/korea search Beijing", "--platform", "discord"))).toMatchObject({
    type: 4,
    data: {
      flags: 32_832,
      allowed_mentions: { parse: [] },
      components: [
        {
          type: 10,
          content:
            "### 1 excerpt for “Beijing”\n> Kim went to **Beijing**. Nothing else happened there.\n" +
            "-# **opinion** · A. Writer, “First text”, The Dong-A Ilbo (South Korea, private media), 3 April 2018 · " +
            "English · [x.example](https://x.example/1)",
        },
        {
          type: 1,
          components: [
            { type: 2, label: "Context" },
            { type: 2, label: "Cite" },
          ],
        },
      ],
    },
  });
});

test("Slack gets the body of the acknowledgement", async () => {
  expect(JSON.parse(await shown("/korea search Beijing", "--platform", "slack"))).toMatchObject({
    response_type: "ephemeral",
    text: "1 excerpt for “Beijing”",
    blocks: [{ type: "rich_text" }, { type: "actions" }],
  });
});

test("the locale decides the language", async () => {
  expect(await shown("/korea search Beijing", "--locale", "ko-KR")).toMatch(/^‘Beijing’ 인용 1건\n/u);
});

test("a form tells what is still needed", async () => {
  expect(await shown("/korea search")).toBe(
    "/korea search still needs: What to look for, in your own words. Write it behind the command.\n",
  );
});

test.each([
  [["--platform", "irc", "x"], "--platform irc is none of console, discord, slack"],
  [["--columns", "0", "x"], "--columns 0 is no number of columns"],
  [["--columns", "wide", "x"], "--columns wide is no number of columns"],
  [[], "Nothing to send: write a command or a question."],
])("%j is told of", async (args, message) => {
  await expect(runProgram(renderProgram, args)).rejects.toThrow(new UsageError(message));
});
