import type { ChatInputCommandInteraction, Interaction } from "discord.js";
import type { Asker } from "../core/desk.ts";
import type { TextCall } from "../core/text-command.ts";

/** Whose question it is: that of the server, or of the user where there is none. */
export function askerOf(interaction: Interaction): Asker {
  const { guildId, user, locale } = interaction;
  return { tenant: guildId === null ? `discord:user:${user.id}` : `discord:guild:${guildId}`, locale };
}

/** The subcommand with the options given. */
export function callOf(interaction: ChatInputCommandInteraction): TextCall {
  const [sub] = interaction.options.data;
  const values: Record<string, string | number | boolean> = {};
  for (const { name, value } of sub?.options ?? []) if (value !== undefined) values[name] = value;
  return { command: sub?.name ?? interaction.commandName, values };
}
