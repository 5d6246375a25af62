import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { defineCommand } from "../../src/core/command.ts";
import { createDesk, type Desk } from "../../src/core/desk.ts";
import { note, reply } from "../../src/core/reply.ts";
import { commandsPage } from "../../src/docs/commands-page.ts";
import { openExampleDesk } from "../../src/docs/example-desk.ts";
import { EXAMPLES } from "../../src/docs/examples.ts";
import { openStore } from "../../src/store/sqlite.ts";
import { libraryOf } from "../core/samples.ts";

const PAGE = fileURLToPath(new URL("../../docs/commands.md", import.meta.url));

test("docs/commands.md is what `npm run -s docs` makes now", async () => {
  const { desk, close } = await openExampleDesk();
  const made = await commandsPage(desk, EXAMPLES);
  close();
  expect(readFileSync(PAGE, "utf8"), "docs/commands.md is out of date: run npm run -s docs").toBe(made);
});

test("there is an example for each command that people can call, and for no other", () => {
  const names = commands.filter(({ hidden }) => !hidden).map(({ name }) => name);
  expect(Object.keys(EXAMPLES)).toEqual(names);
  for (const [name, line] of Object.entries(EXAMPLES))
    expect(line).toMatch(new RegExp(`^/korea ${name}\\b`, "u"));
});

describe("a page", () => {
  const echo = defineCommand({
    name: "echo",
    description: () => "Says it again",
    primary: "words",
    options: {
      words: { type: "string", required: true, description: () => "What to say" },
      how: {
        type: "string",
        description: () => "Loud | soft",
        choices: ["loud", "soft"].map((value) => ({ value, label: () => value })),
      },
      times: { type: "integer", min: 1, max: 99, description: () => "How often" },
      part: { type: "integer", min: 1, max: 9, hidden: true, description: () => "Never shown" },
      since: { type: "date", description: () => "Since when" },
      twice: { type: "boolean", description: () => "And again" },
    },
    json: async () => ({}),
    jsonShape: "{said: {by}}; said is what was said",
    run: async ({ words, times = 1 }) => reply(Array.from({ length: times }, () => note(words))),
  });
  const secret = defineCommand({
    ...echo,
    options: {},
    name: "secret",
    hidden: true,
    description: () => "S",
  } as never);

  async function deskOf(): Promise<Desk> {
    const now = () => 0;
    const store = await openStore({ path: ":memory:", now });
    const report = () => "defect";
    return createDesk({ library: libraryOf([]), commands: [echo, secret], store, report, now, zone: "UTC" });
  }

  test("tells options and shape, and shows what is typed and answered", async () => {
    const page = await commandsPage(await deskOf(), { echo: "/korea echo a ```b" });
    expect(page.slice(page.indexOf("## "))).toBe(`## echo

Says it again.

| option | value | what it is |
| --- | --- | --- |
| \`words\` | text | What to say; *typed*; required |
| \`how\` | \`loud\`, \`soft\` | Loud \\| soft |
| \`times\` | 1 to 99 | How often |
| \`since\` | \`2018\`, \`2018-03\` or \`2018-03-28\` | Since when |
| \`twice\` | \`yes\` or \`no\` | And again |

With \`--json\`: \`{said: {by}}\`; said is what was said

\`\`\`\`
korea> /korea echo a \`\`\`b

a \`\`\`b
\`\`\`\`
`);
  });

  test("says how much of a long answer is left out, and what a call lacks", async () => {
    const desk = await deskOf();
    const long = await commandsPage(desk, { echo: "/korea echo a times:20" });
    expect(long).toMatch(/\na\n\n(?:a\n\n){11}a\n… \(14 more lines\)\n```\n$/u);
    const lacking = await commandsPage(desk, { echo: "/korea echo" });
    expect(lacking).toMatch(/korea> \/korea echo\n\n.*What to say.*\n```\n$/u);
  });

  test("cannot be made where a command has no example", async () => {
    await expect(commandsPage(await deskOf(), {})).rejects.toThrow("/korea echo has no example in");
  });
});
