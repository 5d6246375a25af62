import {
  PermissionFlagsBits as Can,
  Routes,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
} from "discord.js";
import type { Exchange } from "./exchange.ts";

/** Permissions that a digest needs: to see the channel, to post, and to find out whether a post arrived. */
export const DIGEST_PERMISSIONS: Readonly<Record<string, bigint>> = {
  "View Channel": Can.ViewChannel,
  "Send Messages": Can.SendMessages,
  "Read Message History": Can.ReadMessageHistory,
};

/**
 * Whether the bot may read a channel's history. Without that right Discord answers with an empty list and no error
 * (https://docs.discord.com/developers/resources/message#get-channel-messages), so an empty list alone proves nothing.
 *
 * @throws what discord.js throws.
 */
export async function mayReadHistory(
  exchange: Exchange,
  channelId: string,
  me: string,
  signal: AbortSignal,
): Promise<boolean> {
  const get = async <T>(route: `/${string}`) => (await exchange("get", route, { signal })) as T;
  const channel = await get<APIChannel>(Routes.channel(channelId));
  // Direct messages have no permissions.
  if (!("guild_id" in channel) || channel.guild_id === undefined) return true;
  // A thread has those of its parent.
  const parent =
    "thread_metadata" in channel && typeof channel.parent_id === "string"
      ? await get<APIChannel>(Routes.channel(channel.parent_id))
      : channel;
  const guild = await get<APIGuild>(Routes.guild(channel.guild_id));
  const member = await get<APIGuildMember>(Routes.guildMember(channel.guild_id, me));
  const overwrites = ("permission_overwrites" in parent ? parent.permission_overwrites : undefined) ?? [];
  const wanted = Can.ViewChannel | Can.ReadMessageHistory;
  return (permissionsIn(guild, { me, roles: member.roles }, overwrites) & wanted) === wanted;
}

/** All that an administrator may do. */
const ALL = ~0n;

/** Permission bits of a member in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function permissionsIn(
  guild: Pick<APIGuild, "id" | "owner_id" | "roles">,
  { me, roles }: { me: string; roles: readonly string[] },
  overwrites: readonly Pick<APIOverwrite, "id" | "allow" | "deny">[],
): bigint {
  if (guild.owner_id === me) return ALL;
  const held = new Set([guild.id, ...roles]);
  let bits = 0n;
  for (const { id, permissions } of guild.roles) if (held.has(id)) bits |= BigInt(permissions);
  if ((bits & Can.Administrator) !== 0n) return ALL;
  const steps = [
    (id: string) => id === guild.id,
    (id: string) => id !== guild.id && held.has(id),
    (id: string) => id === me,
  ];
  for (const concerns of steps) {
    const those = overwrites.filter(({ id }) => concerns(id));
    for (const { deny } of those) bits &= ~BigInt(deny);
    for (const { allow } of those) bits |= BigInt(allow);
  }
  return bits;
}
