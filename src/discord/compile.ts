import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { clip } from "../core/budget.ts";
import type { Command } from "../core/command.ts";
import type { Option } from "../core/option.ts";
import { labelOnMessage } from "../messages/groups/actions.ts";
import { ALL_MESSAGES } from "../messages/index.ts";
import type { Messages } from "../messages/messages.ts";
import { LIMITS } from "./limits.ts";

/** Name of the one slash command whose subcommands all others are. */
export const ROOT = "korea";

/** Every place an app can be installed and used in. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What is registered: the slash command first, then one in the menu of messages for each that takes a message. */
export type CompiledCommands = [
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  ...RESTPostAPIContextMenuApplicationCommandsJSONBody[],
];

/** The definitions as one slash command, and those that take a message's text as commands on messages too. */
export function compileCommands(commands: readonly Command[]): CompiledCommands {
  const shown = commands.filter(({ hidden }) => !hidden);
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: ROOT,
      ...described((m) => m.rootDescription),
      ...EVERYWHERE,
      options: shown.map(compileSubcommand),
    },
    ...shown
      .filter(({ onMessage }) => onMessage !== null)
      .map(({ name }) => ({
        type: ApplicationCommandType.Message as const,
        ...translated("name", (m) => labelOnMessage(name, m), LIMITS.messageCommandName),
        ...EVERYWHERE,
      })),
  ];
}

function compileSubcommand(command: Command): APIApplicationCommandSubcommandOption {
  const options = Object.entries(command.options)
    .filter(([, { hidden }]) => hidden !== true)
    // Discord refuses a required option after one that is not.
    .toSorted(([, a], [, b]) => Number(b.required === true) - Number(a.required === true));
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    ...described(command.description),
    options: options.map(([name, option]) => compileOption(name, option)),
  };
}

function compileOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const base = { name, ...described(option.description), required: option.required === true };
  switch (option.type) {
    case "string":
      return option.choices === undefined
        ? {
            ...base,
            type: ApplicationCommandOptionType.String,
            autocomplete: option.complete !== undefined,
          }
        : {
            ...base,
            type: ApplicationCommandOptionType.String,
            choices: option.choices.map(({ value, label }) => ({
              ...translated("name", label, LIMITS.choice),
              value,
            })),
          };
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case "boolean":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "date":
      return { ...base, type: ApplicationCommandOptionType.String, min_length: 4, max_length: 10 };
  }
}

function described(words: (m: Messages) => string) {
  return translated("description", words, LIMITS.commandDescription);
}

function translated<K extends "name" | "description">(key: K, words: (m: Messages) => string, max: number) {
  const [first, ...others] = ALL_MESSAGES.map((m) => [m.language, clip(words(m), max)] as const);
  return {
    [key]: first![1],
    [`${key}_localizations`]: Object.fromEntries(others),
  } as Record<K, string> & Record<`${K}_localizations`, Record<string, string>>;
}
