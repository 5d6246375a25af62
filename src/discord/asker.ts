import {
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits as Can,
  type Interaction,
} from "discord.js";
import type { ChannelTrouble } from "../core/channel-trouble.ts";
import type { Asker } from "../core/desk.ts";

/** Channels of a server that hold messages themselves: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const HOLDS_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
]);

/** Who asks, and whose question it is: that of the server, or of the user where there is none. */
export function askerOf(interaction: Interaction): Asker {
  const { guildId, user, locale } = interaction;
  return {
    tenant: guildId === null ? `discord:user:${user.id}` : `discord:guild:${guildId}`,
    locale,
    name: nameOf(interaction),
    mayPost: mayPost(interaction),
    user: user.id,
    ...(isInstalled(interaction) ? inServer(interaction) : {}),
    // Without the bot in it a server can have the app's commands all the same.
    ...(guildId !== null && (!isInstalled(interaction) || interaction.guild === null)
      ? { botAbsent: true }
      : {}),
  };
}

/** The name as the server shows it: the nickname, the chosen name, or the user name. */
function nameOf({ member, user }: Interaction): string {
  if (member === null) return user.displayName;
  return "displayName" in member ? member.displayName : (member.nick ?? user.displayName);
}

/** Whether the server has installed the app; else the person brought it along, or it is a direct message. */
function isInstalled({ guildId, authorizingIntegrationOwners: owners }: Interaction): boolean {
  return guildId !== null && owners[ApplicationIntegrationType.GuildInstall] === guildId;
}

/** What only a server that has the bot knows. */
function inServer(interaction: Interaction): Pick<Asker, "channel" | "channelTrouble" | "mayManage"> {
  const { channelId, channel, memberPermissions } = interaction;
  const mayManage = memberPermissions?.has(Can.ManageGuild) ?? false;
  // Where its kind is not known the bot cannot see the channel, or is not in the private thread.
  if (channelId === null || (channel !== null && !HOLDS_MESSAGES.has(channel.type))) return { mayManage };
  const trouble = troubleIn(interaction);
  return { channel: channelId, channelTrouble: () => Promise.resolve(trouble), mayManage };
}

/** What the bot may not do in the channel: Discord tells with every interaction. */
function troubleIn({ guild, channel, appPermissions: may }: Interaction): ChannelTrouble | null {
  if (guild === null || !may.has(Can.ViewChannel)) return "absent";
  if (!may.has(channel?.isThread() === true ? Can.SendMessagesInThreads : Can.SendMessages)) return "post";
  return may.has(Can.ReadMessageHistory) ? null : "history";
}

/** Whether what the person shares may be seen by everybody in the channel. */
function mayPost(interaction: Interaction): boolean {
  if (interaction.guildId === null) return true;
  const { memberPermissions: may, channel } = interaction;
  if (may === null) return false;
  // Without this permission Discord hides what an app says that a person brought along, and the server has not
  // installed (https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags).
  if (!isInstalled(interaction) && !may.has(Can.UseExternalApps)) return false;
  // Where the channel is not known it may be a thread: both are asked for.
  if (channel === null) return may.has([Can.SendMessages, Can.SendMessagesInThreads]);
  return may.has(channel.isThread() ? Can.SendMessagesInThreads : Can.SendMessages);
}
