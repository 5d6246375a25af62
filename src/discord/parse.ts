import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import type { TextCall } from "../core/text-command.ts";

/** The subcommand with the options given. */
export function callOf(interaction: ChatInputCommandInteraction): TextCall {
  const [sub] = interaction.options.data;
  const values: Record<string, string | number | boolean> = {};
  for (const { name, value } of sub?.options ?? []) if (value !== undefined) values[name] = value;
  return { command: sub?.name ?? interaction.commandName, values };
}

/** What is being typed: into which option of which subcommand. */
export function typedIn({ options }: AutocompleteInteraction): {
  command: string;
  option: string;
  typed: string;
} {
  const { name, value } = options.getFocused(true);
  return { command: options.getSubcommand(), option: name, typed: value };
}
