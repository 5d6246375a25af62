import { ApplicationIntegrationType, PermissionFlagsBits as Can, type Interaction } from "discord.js";
import type { Asker } from "../core/desk.ts";

/** Who asks, and whose question it is: that of the server, or of the user where there is none. */
export function askerOf(interaction: Interaction): Asker {
  const { guildId, user, locale } = interaction;
  return {
    tenant: guildId === null ? `discord:user:${user.id}` : `discord:guild:${guildId}`,
    locale,
    name: nameOf(interaction),
    mayPost: mayPost(interaction),
  };
}

/** The name as the server shows it: the nickname, the chosen name, or the user name. */
function nameOf({ member, user }: Interaction): string {
  if (member === null) return user.displayName;
  return "displayName" in member ? member.displayName : (member.nick ?? user.displayName);
}

/** Whether what the person shares may be seen by everybody in the channel. */
function mayPost(interaction: Interaction): boolean {
  if (interaction.guildId === null) return true;
  const { memberPermissions: may, authorizingIntegrationOwners: owners, channel } = interaction;
  if (may === null) return false;
  // Without this permission Discord hides what an app says that a person brought along, and the server has not
  // installed (https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags).
  const installed = owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  if (!installed && !may.has(Can.UseExternalApps)) return false;
  // Where the channel is not known it may be a thread: both are asked for.
  if (channel === null) return may.has([Can.SendMessages, Can.SendMessagesInThreads]);
  return may.has(channel.isThread() ? Can.SendMessagesInThreads : Can.SendMessages);
}
