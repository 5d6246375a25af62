import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  PermissionFlagsBits as Can,
} from "discord-api-types/v10";
import type {
  GuildHubType,
  GuildMemberFlags,
  GuildSystemChannelFlags,
  Locale,
  ApplicationFlags,
  RoleFlags,
  UserFlags,
  APIApplication,
  APIDMChannel,
  APIGuildMember,
  APIRole,
  APITextChannel,
  APIThreadChannel,
  APIUser,
  GatewayGuildCreateDispatchData,
} from "discord-api-types/v10";

/** What a fresh member of a guild, or a fresh bot in it, may do in a channel. */
export const USUAL_PERMISSIONS: bigint =
  Can.ViewChannel |
  Can.SendMessages |
  Can.SendMessagesInThreads |
  Can.EmbedLinks |
  Can.AttachFiles |
  Can.ReadMessageHistory |
  Can.UseExternalEmojis |
  Can.UseExternalApps |
  Can.UseApplicationCommands;

/** https://discord.com/developers/docs/resources/user#user-object */
export function makeUser(id: string, name: string, bot = false): APIUser {
  return {
    id,
    username: name,
    discriminator: "0",
    global_name: bot ? null : name,
    avatar: null,
    bot,
    public_flags: 0 as UserFlags,
  };
}

/** https://discord.com/developers/docs/resources/guild#guild-member-object */
export function makeMember(user: APIUser, joinedAt: string): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
  };
}

/** https://discord.com/developers/docs/resources/channel#channel-object */
export function makeTextChannel(id: string, guildId: string, name: string, position: number): APITextChannel {
  return {
    id,
    type: ChannelType.GuildText,
    guild_id: guildId,
    name,
    position,
    permission_overwrites: [],
    nsfw: false,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
}

/** https://discord.com/developers/docs/topics/threads#thread-fields */
export function makeThread(id: string, guildId: string, parentId: string, name: string): APIThreadChannel {
  return {
    id,
    type: ChannelType.PublicThread,
    guild_id: guildId,
    parent_id: parentId,
    name,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: "2026-01-01T00:00:00.000Z",
      locked: false,
    },
  } as unknown as APIThreadChannel;
}

/** https://discord.com/developers/docs/resources/channel#channel-object */
export function makeDmChannel(id: string, recipient: APIUser): APIDMChannel {
  return { id, type: ChannelType.DM, name: null, recipients: [recipient], last_message_id: null };
}

/** https://discord.com/developers/docs/resources/application#application-object */
export function makeApplication(id: string, name: string, bot: APIUser): APIApplication {
  return {
    id,
    name,
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    team: null,
    flags: 0 as ApplicationFlags,
    bot,
    summary: "",
    guild_id: null,
  } as unknown as APIApplication;
}

function everyone(guildId: string): APIRole {
  return {
    // The @everyone role has the guild's own id:
    // https://discord.com/developers/docs/topics/permissions#role-object
    id: guildId,
    name: "@everyone",
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(USUAL_PERMISSIONS),
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

/** What GUILD_CREATE carries: https://discord.com/developers/docs/events/gateway-events#guild-create */
export function makeGuild(input: {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  joinedAt: string;
  channels: readonly APITextChannel[];
  members: readonly APIGuildMember[];
}): GatewayGuildCreateDispatchData {
  return {
    id: input.id,
    name: input.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: input.ownerId,
    region: "",
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: [everyone(input.id)],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: input.locale as Locale,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    hub_type: null as GuildHubType | null,
    incidents_data: null,
    joined_at: input.joinedAt,
    large: false,
    unavailable: false,
    member_count: input.members.length,
    voice_states: [],
    members: [...input.members],
    channels: [...input.channels],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
