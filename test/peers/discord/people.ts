import { ChannelType, PermissionFlagsBits as Can } from "discord-api-types/v10";
import type { APIApplicationCommand, APIUser, ApplicationCommandType } from "discord-api-types/v10";
import { USUAL_PERMISSIONS } from "./fixtures.ts";
import { channelOf, dmChannel } from "./world.ts";
import type { PeerChannel, World } from "./world.ts";

/**
 * Who does something, and where. Everything has a default: the peer's reader, in the first channel of its
 * guild.
 */
export interface Actor {
  user?: APIUser;
  /** A channel's id. */
  channel?: string;
  /** A guild's id; null for the direct message channel with the bot. */
  guild?: string | null;
  /** The person's language. Default "en-US". */
  locale?: string;
  /** The person's permission bits in the channel. */
  permissions?: bigint;
  /** The person's nickname in the guild. */
  nick?: string;
}

/** An actor with every gap filled. */
export interface Scene {
  user: APIUser;
  channel: PeerChannel;
  guildId: string | null;
  locale: string;
  permissions: bigint;
  nick: string | null;
}

/** Works out who acts and where. */
export function sceneOf(world: World, actor: Actor, reader: APIUser): Scene {
  const user = actor.user ?? reader;
  const channel = channelFor(world, actor, user);
  return {
    user,
    channel,
    guildId: channel.guildId,
    locale: actor.locale ?? "en-US",
    permissions: actor.permissions ?? USUAL_PERMISSIONS,
    nick: actor.nick ?? null,
  };
}

function channelFor(world: World, actor: Actor, user: APIUser): PeerChannel {
  if (actor.channel !== undefined) return channelOf(world, actor.channel);
  if (actor.guild === null) return dmChannel(world, user);
  for (const channel of world.channels.values()) {
    if (channel.data.type !== ChannelType.GuildText) continue;
    if (actor.guild === undefined || channel.guildId === actor.guild) return channel;
  }
  throw new Error(`The peer has no channel in guild ${String(actor.guild)}.`);
}

/** Whether the person brought the app along into a guild that has not installed it. */
export function isForeign(world: World, scene: Scene): boolean {
  const { guildId } = scene;
  return guildId !== null && world.foreign.has(guildId) && !world.commandsOnly.has(guildId);
}

/**
 * The command a person would find under this name: the guild's before the global one. Throws where Discord
 * would not show it: not registered, not for direct messages or this kind of installation, or asking for permissions the person lacks.
 * https://discord.com/developers/docs/interactions/application-commands#permissions
 */
export function findCommand(
  world: World,
  scene: Scene,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const lists = [scene.guildId === null ? [] : world.commands.get(scene.guildId), world.commands.get(null)];
  const command = lists.flatMap((list) => list ?? []).find((one) => one.name === name && one.type === type);
  if (command === undefined) throw new Error(`No command "${name}" of type ${type} is registered here.`);
  const context = scene.guildId === null ? 1 : 0;
  if (Array.isArray(command.contexts) && !command.contexts.includes(context)) {
    throw new Error(`The command "${name}" does not exist in this context (${context}).`);
  }
  const install = isForeign(world, scene) ? 1 : 0;
  if (scene.guildId !== null && !command.integration_types?.includes(install)) {
    throw new Error(`The command "${name}" is not for apps installed like this (${install}).`);
  }
  const needed = BigInt(command.default_member_permissions ?? 0);
  const admin = (scene.permissions & Can.Administrator) !== 0n;
  const locked = command.default_member_permissions === "0";
  if (scene.guildId !== null && !admin && (locked || (scene.permissions & needed) !== needed)) {
    throw new Error(`The person lacks the permissions to use "${name}".`);
  }
  return command;
}
