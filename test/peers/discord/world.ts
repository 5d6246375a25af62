import { randomUUID } from "node:crypto";
import { ChannelType, GatewayDispatchEvents } from "discord-api-types/v10";
import type {
  APIApplication,
  APIApplicationCommand,
  APIDMChannel,
  APIMessage,
  APITextChannel,
  APIThreadChannel,
  APIUser,
  GatewayGuildCreateDispatchData,
} from "discord-api-types/v10";
import { describeField } from "./errors.ts";
import type { Refusal } from "./errors.ts";
import {
  makeApplication,
  makeDmChannel,
  makeGuild,
  makeMember,
  makeTextChannel,
  makeThread,
  makeUser,
  USUAL_PERMISSIONS,
} from "./fixtures.ts";
import { snowflakes } from "./ids.ts";
import type { PeerClock } from "../clock.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { GuildSeed } from "./options.ts";

/** A channel as the peer knows it: what the API shows of it, and what the bot may do there. */
export interface PeerChannel {
  data: APITextChannel | APIThreadChannel | APIDMChannel;
  guildId: string | null;
  /** The bot's permission bits in it. */
  botPermissions: bigint;
  /** False for a direct message channel whose user takes no messages. */
  open: boolean;
}

/** Sends an event to the sessions that should hear of it; null for direct messages. */
export type Dispatch = (event: GatewayDispatchEvents, data: unknown, guildId: string | null) => void;

/** Everything the peer remembers. */
export interface World {
  readonly clock: PeerClock;
  readonly token: string;
  readonly nextId: () => string;
  readonly application: APIApplication;
  readonly bot: APIUser;
  readonly users: Map<string, APIUser>;
  readonly guilds: Map<string, GatewayGuildCreateDispatchData>;
  /** Ids of guilds that the bot is not a member of. */
  readonly foreign: Set<string>;
  /** Those of them that have installed the app without its bot. */
  readonly commandsOnly: Set<string>;
  readonly channels: Map<string, PeerChannel>;
  /** Messages by channel, oldest first, ephemeral ones included. */
  readonly messages: Map<string, APIMessage[]>;
  /** Registered commands by guild id; null for the global ones. */
  readonly commands: Map<string | null, APIApplicationCommand[]>;
  /** Interactions by token. */
  readonly interactions: Map<string, InteractionState>;
  readonly violations: string[];
  dispatch: Dispatch;
}

/** Makes a world with the bot as a member of every seeded guild. */
export function createWorld(input: { clock: PeerClock; token: string; guilds: readonly GuildSeed[] }): World {
  const nextId = snowflakes(() => input.clock.now());
  const id = nextId();
  const bot = makeUser(id, "korea-desk", true);
  const world: World = {
    clock: input.clock,
    token: input.token,
    nextId,
    application: makeApplication(id, "Korea Desk", bot),
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    foreign: new Set(),
    commandsOnly: new Set(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map([[null, []]]),
    interactions: new Map(),
    violations: [],
    dispatch: () => {},
  };
  for (const seed of input.guilds) addGuild(world, seed);
  return world;
}

/** Adds a guild with its channels and tells the bot. */
export function addGuild(world: World, seed: GuildSeed): GatewayGuildCreateDispatchData {
  const id = world.nextId();
  const joinedAt = new Date(world.clock.now()).toISOString();
  const channels = (seed.channels ?? ["general"]).map((name, position) =>
    makeTextChannel(world.nextId(), id, name, position),
  );
  const owner = addUser(world, `${seed.name} owner`);
  const guild = makeGuild({
    id,
    name: seed.name,
    locale: seed.locale ?? "en-US",
    ownerId: owner.id,
    joinedAt,
    channels,
    members: [makeMember(world.bot, joinedAt)],
  });
  world.guilds.set(id, guild);
  for (const data of channels) keepChannel(world, data, id);
  if (seed.commandsOnly === true) world.commandsOnly.add(id);
  if (seed.member === false) world.foreign.add(id);
  else world.dispatch(GatewayDispatchEvents.GuildCreate, guild, id);
  return guild;
}

/** Takes the bot out of a guild: https://discord.com/developers/docs/events/gateway-events#guild-delete */
export function removeGuild(world: World, guildId: string): void {
  world.guilds.delete(guildId);
  world.commands.delete(guildId);
  for (const [id, channel] of world.channels) if (channel.guildId === guildId) world.channels.delete(id);
  world.dispatch(GatewayDispatchEvents.GuildDelete, { id: guildId }, guildId);
}

/** Adds a text channel to a guild and tells the bot. */
export function addChannel(world: World, guildId: string, name: string): APITextChannel {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw new Error(`The peer has no guild ${guildId}.`);
  const data = makeTextChannel(world.nextId(), guildId, name, guild.channels.length);
  guild.channels.push(data);
  keepChannel(world, data, guildId);
  world.dispatch(GatewayDispatchEvents.ChannelCreate, data, guildId);
  return data;
}

/**
 * Opens a public thread in a channel and tells the bot:
 * https://discord.com/developers/docs/events/gateway-events#thread-create
 */
export function addThread(world: World, channelId: string, name: string): APIThreadChannel {
  const { guildId } = channelOf(world, channelId);
  if (guildId === null) throw new Error("There are no threads in direct messages.");
  const data = makeThread(world.nextId(), guildId, channelId, name);
  keepChannel(world, data, guildId);
  world.dispatch(GatewayDispatchEvents.ThreadCreate, data, guildId);
  return data;
}

/** Deletes a channel and tells the bot. */
export function removeChannel(world: World, channelId: string): void {
  const channel = channelOf(world, channelId);
  world.channels.delete(channelId);
  world.messages.delete(channelId);
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  if (guild !== undefined) guild.channels = guild.channels.filter((one) => one.id !== channelId);
  world.dispatch(GatewayDispatchEvents.ChannelDelete, channel.data, channel.guildId);
}

/** Adds a person. */
export function addUser(world: World, name: string): APIUser {
  const user = makeUser(world.nextId(), name);
  world.users.set(user.id, user);
  return user;
}

/** The direct message channel of the bot and a user, made on first use. */
export function dmChannel(world: World, user: APIUser): PeerChannel {
  for (const channel of world.channels.values()) {
    if (
      channel.guildId === null &&
      channel.data.type === ChannelType.DM &&
      channel.data.recipients?.[0]?.id === user.id
    ) {
      return channel;
    }
  }
  return keepChannel(world, makeDmChannel(world.nextId(), user), null);
}

/** A channel a test named; a mistake in the test where there is none. */
export function channelOf(world: World, channelId: string): PeerChannel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error(`The peer has no channel ${channelId}.`);
  return channel;
}

function keepChannel(world: World, data: PeerChannel["data"], guildId: string | null): PeerChannel {
  const channel = { data, guildId, botPermissions: USUAL_PERMISSIONS, open: true };
  world.channels.set(data.id, channel);
  world.messages.set(data.id, []);
  return channel;
}

/** An interaction's token: opaque, and unguessable. */
export function makeToken(): string {
  return `interaction-${randomUUID()}`;
}

/** Notes a body the API would have refused as malformed, so that a test can assert there was none. */
export function noteViolation(world: World, where: string, refusal: Refusal): void {
  if (refusal.fields.length === 0) world.violations.push(`${where}: ${refusal.code} ${refusal.message}`);
  for (const field of refusal.fields) world.violations.push(`${where}: ${describeField(field)}`);
}
