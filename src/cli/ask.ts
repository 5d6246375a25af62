import type { ParseArgsOptionsConfig } from "node:util";
import { commands } from "../../commands/index.ts";
import { openDesk } from "../compose.ts";
import type { Command } from "../core/command.ts";
import type { Asker, Desk } from "../core/desk.ts";
import { MissingOptionError, UserError } from "../core/errors.ts";
import { readValues } from "../core/option.ts";
import type { RawValues } from "../core/reply.ts";
import { parseTextCommand, type TextCall } from "../core/text-command.ts";
import { usageOf } from "../core/usage.ts";
import { renderReply } from "../console/render.ts";
import { messagesFor } from "../messages/index.ts";
import { askUsage, shownOptions } from "./ask-usage.ts";
import { UsageError, readArguments, type Program } from "./command-line.ts";
import { tellProblems } from "./problems.ts";
import { terminal } from "./terminal.ts";
import { withIds } from "./with-ids.ts";

/**
 * Commands of `/korea` that have a program of their own, stand for what `--help` tells, or are about the channel in which
 * they are used.
 */
const OTHERWISE = new Set(["search", "subscribe", "subscriptions", "help"]);

/** The commands of `/korea` that {@link askProgram} runs, in their order. */
export const ASKED: readonly Command[] = commands.filter(
  ({ name, hidden }) => !hidden && !OTHERWISE.has(name),
);

/** Names of the commands that are about the channel in which they are used, and are in chats only. */
export const IN_CHANNELS: readonly string[] = ["subscribe"];

/** `korea COMMAND`: any command of `/korea`, for programs and for people. */
export function askProgram(command: Command): Program {
  return {
    usage: askUsage(command),
    async run(args, config) {
      const { values, positionals } = readArguments(args, argumentsOf(command));
      const { json = false, corpus, ...given } = values;
      const asker: Asker = { tenant: "console", locale: config.locale };
      const call = await told(command, asker, () =>
        callOf(command, positionals.join(" "), given as RawValues),
      );
      const { desk, problems, close } = await openDesk(config, corpus as string[] | undefined);
      try {
        tellProblems(problems);
        // A mistake on the command line is told like every other, not as an answer.
        const found = command.json === null ? null : await told(command, asker, () => desk.find(call, asker));
        process.stdout.write(
          json === true ? `${JSON.stringify(found, null, 2)}\n` : await shown(desk, call, asker),
        );
        return 0;
      } finally {
        await close();
      }
    },
  };
}

function argumentsOf(command: Command): ParseArgsOptionsConfig {
  const options = shownOptions(command).map(([name, { type }]) => [
    name,
    { type: type === "boolean" ? "boolean" : "string" },
  ]);
  return {
    ...(Object.fromEntries(options) as ParseArgsOptionsConfig),
    ...(command.json === null ? {} : { json: { type: "boolean" } }),
    corpus: { type: "string", multiple: true },
  };
}

/** The same words mean the same in a chat and here: `from:2018` inside them is an option. */
function callOf(command: Command, words: string, given: RawValues): TextCall {
  if (command.primary === null && words.trim() !== "") throw new UsageError(`“${words}” is not expected`);
  const typed = parseTextCommand(`${command.name} ${words}`, [command]);
  for (const name of Object.keys(given))
    if (Object.hasOwn(typed.values, name)) throw new UserError((m) => m.givenTwice(name));
  const values: RawValues = { ...typed.values, ...given };
  // Told before the documents are opened; the command reads them again.
  readValues(command.options, values);
  return { command: command.name, values };
}

/** What is found or read; a mistake of whoever asks becomes one of the command line. */
async function told<T>(command: Command, { locale }: Asker, find: () => T | Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof UserError) throw new UsageError(error.say(messagesFor(locale)), { cause: error });
    if (error instanceof MissingOptionError) {
      const { option } = error;
      const name = option === command.primary ? option.toUpperCase() : `--${option}`;
      throw new UsageError(`${name} is missing`, { cause: error });
    }
    throw error;
  }
}

async function shown(desk: Desk, call: TextCall, asker: Asker): Promise<string> {
  const answer = await desk.run(call, asker);
  const whole = answer.type === "reply" ? answer : usageOf(answer, asker);
  return renderReply(withIds(whole), terminal().screen()).text;
}
