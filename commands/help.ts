import { echo } from "../src/core/budget.ts";
import { defineCommand, type Command, type Context } from "../src/core/command.ts";
import { UserError } from "../src/core/errors.ts";
import { examplesFor } from "../src/core/examples.ts";
import { nearest } from "../src/core/nearest.ts";
import type { Option } from "../src/core/option.ts";
import { code, note, reply, strong, text, type Block, type Reply, type Span } from "../src/core/reply.ts";

/** `/korea help`: how to ask, with examples from the documents there are. */
export const help = defineCommand({
  name: "help",
  description: (m) => m.helpDescription,
  primary: "command",
  options: { command: { type: "string", description: (m) => m.optionCommand } },

  async run({ command }, ctx) {
    if (command === undefined) return overview(ctx);
    const names = ctx.commands.map(({ name }) => name);
    const found = ctx.commands.find(({ name }) => name === command.toLowerCase());
    if (found !== undefined) return helpOn(found, ctx);
    throw new UserError((m) => m.unknownCommand(echo(command), nearest(command, names), names));
  },
});

function overview({ m, commands, library }: Context): Reply {
  const examples = examplesFor(library, m.language);
  const tryThese: Block[] =
    examples.length === 0
      ? [note(m.corpusEmpty)]
      : [
          { type: "text", spans: [strong(m.helpExamples)] },
          { type: "list", items: examples.map((example) => [code(`/korea search ${example}`)]) },
        ];
  return reply(
    [
      { type: "heading", spans: [text(m.helpHeading)] },
      { type: "text", spans: [text(m.helpIntro)] },
      ...tryThese,
      { type: "text", spans: [strong(m.helpCommands)] },
      {
        type: "list",
        items: commands.map(({ name, description }) => [code(`/korea ${name}`), text(` ${description(m)}`)]),
      },
      { type: "text", spans: [text(`${m.helpFilters} `), code("from:2018-03 about:THAAD")] },
      note(m.helpReading),
    ],
    examples.map((query) => ({ label: query, command: "search", values: { query } })),
  );
}

function helpOn(command: Command, { m }: Context): Reply {
  const options = Object.entries(command.options).filter(([, { hidden }]) => hidden !== true);
  return reply([
    { type: "heading", spans: [text(m.helpOptions(command.name))] },
    { type: "text", spans: [text(command.description(m))] },
    { type: "list", items: options.map(([name, option]) => optionLine(name, option, m)) },
  ]);
}

function optionLine(name: string, option: Option, m: Context["m"]): Span[] {
  const remarks = [
    ...(option.required === true ? [m.required] : []),
    ...(option.type === "string" && option.choices !== undefined
      ? [m.oneOf(option.choices.map(({ value }) => value))]
      : []),
  ];
  const tail = remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
  return [code(`${name}:`), text(` ${option.description(m)}${tail}`)];
}
