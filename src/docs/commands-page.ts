import type { Command } from "../core/command.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Option } from "../core/option.ts";
import { usageOf } from "../core/usage.ts";
import { renderReply } from "../console/render.ts";
import { en } from "../messages/en.ts";

/** Lines of an answer that an example shows, and columns of its terminal. */
const LINES_MAX = 25;
const COLUMNS = 100;

const ASKER: Asker = { tenant: "console", locale: "en" };

const HEAD = `# Commands

Made from the definitions of the commands by \`npm run -s docs\`; change those, not this page.

In Discord every option has its field. In Slack, the console and the command line the text after the command's name is the
option marked *typed*, and \`name:value\` gives the others, in quotation marks where the value has spaces:
\`outlet:"Dong-A Ilbo"\`. \`korea COMMAND\` on the command line takes options as \`--name value\` too, and with \`--json\`
prints what the command finds. The examples are what the console shows, on the built-in documents alone, on
15 March 2026 in Seoul; \`[1]\` stands before what can be chosen there, and is a button elsewhere.
`;

/**
 * The page of all commands that people can call: what each is for, its options, and what the desk answers to a line.
 *
 * @throws where a command has no example.
 */
export async function commandsPage(desk: Desk, examples: Readonly<Record<string, string>>): Promise<string> {
  const sections: string[] = [];
  for (const command of desk.commands.filter(({ hidden }) => !hidden)) {
    const line = examples[command.name];
    if (line === undefined) throw new Error(`/korea ${command.name} has no example in src/docs/examples.ts`);
    sections.push(await section(command, line, desk));
  }
  return [HEAD, ...sections].join("\n");
}

async function section(command: Command, line: string, desk: Desk): Promise<string> {
  const { name, description, jsonShape } = command;
  return [
    `## ${name}\n`,
    `${description(en).replace(/(?<![.?!])$/u, ".")}\n`,
    ...optionsTable(command),
    ...(jsonShape === null ? [] : [`With \`--json\`: ${shapeOf(jsonShape)}\n`]),
    fenced(`korea> ${line}\n\n${await answerTo(line, desk)}`),
  ].join("\n");
}

function optionsTable(command: Command): string[] {
  const options = Object.entries(command.options).filter(([, { hidden }]) => hidden !== true);
  if (options.length === 0) return [];
  const rows = options.map(([name, option]) => {
    const remarks = [
      ...(name === command.primary ? ["*typed*"] : []),
      ...(option.required === true ? [en.required] : []),
    ];
    const cells = [`\`${name}\``, valueOf(option), [option.description(en), ...remarks].join("; ")];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [["| option | value | what it is |", "| --- | --- | --- |", ...rows].join("\n"), ""];
}

function valueOf(option: Option): string {
  switch (option.type) {
    case "string":
      return option.choices?.map(({ value }) => `\`${value}\``).join(", ") ?? "text";
    case "integer":
      return `${option.min} to ${option.max}`;
    case "boolean":
      return "`yes` or `no`";
    case "date":
      return "`2018`, `2018-03` or `2018-03-28`";
  }
}

/** The shape as code, and what is said about it after its last brace as text. */
function shapeOf(jsonShape: string): string {
  const end = jsonShape.lastIndexOf("}") + 1;
  return end === 0 ? jsonShape : `\`${jsonShape.slice(0, end)}\`${jsonShape.slice(end)}`;
}

/** What the console prints; the end of a long answer is left out, and said to be. */
async function answerTo(line: string, desk: Desk): Promise<string> {
  const answer = await desk.runText(line, ASKER);
  const reply = answer.type === "reply" ? answer : usageOf(answer, ASKER);
  const lines = renderReply(reply, { columns: COLUMNS, colour: false })
    .text.split("\n")
    .map((one) => one.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  const more = lines.length - LINES_MAX;
  return more <= 0
    ? lines.join("\n")
    : [...lines.slice(0, LINES_MAX), `… (${more} more ${more === 1 ? "line" : "lines"})`].join("\n");
}

/** A block of text as it stands: its fence is longer than any run of marks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}\n`;
}
