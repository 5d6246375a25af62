import { ApplicationCommandType, InteractionType, MessageFlags } from "discord-api-types/v10";
import type {
  APIApplication,
  APIApplicationCommand,
  APIEmbed,
  APIMessage,
  APITextChannel,
  APIThreadChannel,
  APIUser,
  GatewayGuildCreateDispatchData,
} from "discord-api-types/v10";
import { pickValues, pressButton, submitForm } from "./discord/clicks.ts";
import { manualClock } from "./clock.ts";
import { commandData } from "./discord/command-options.ts";
import { loadContract } from "./discord/contract.ts";
import { createFaults } from "./discord/faults.ts";
import { startGateway } from "./discord/gateway.ts";
import { fail } from "./discord/interaction-state.ts";
import { interact } from "./discord/interactions.ts";
import { addMessage, forward, isEphemeral, messagesOf } from "./discord/messages.ts";
import { findCommand, sceneOf } from "./discord/people.ts";
import { applicationRoutes } from "./discord/routes-application.ts";
import { channelRoutes } from "./discord/routes-channel.ts";
import { interactionRoutes } from "./discord/routes-interaction.ts";
import { webhookRoutes } from "./discord/routes-webhook.ts";
import { startServer } from "./discord/server.ts";
import {
  addChannel,
  addGuild,
  addThread,
  addUser,
  channelOf,
  createWorld,
  dmChannel,
} from "./discord/world.ts";
import { removeChannel, removeGuild } from "./discord/world.ts";
import type { FormValues } from "./discord/clicks.ts";
import type { PeerClock } from "./clock.ts";
import type { OptionValue } from "./discord/command-options.ts";
import type { Fault } from "./discord/faults.ts";
import type { PeerGateway } from "./discord/gateway.ts";
import type { InteractionHandle } from "./discord/handle.ts";
import type { DiscordPeerOptions, GuildSeed } from "./discord/options.ts";
import type { Actor } from "./discord/people.ts";
import type { PeerRequest, Reachability } from "./discord/server.ts";

export { manualClock } from "./clock.ts";
export type { InteractionHandle } from "./discord/handle.ts";

/** A slash command as typed: `name` with its subcommands ("korea search"). */
export interface CommandInput extends Actor {
  name: string;
  options?: Readonly<Record<string, OptionValue>>;
}

/** What a message holds beside its words: embeds of its links, and files. */
export interface MoreInMessage {
  embeds?: readonly APIEmbed[];
  files?: readonly { name: string; size: number }[];
  /** A message that it forwards: https://discord.com/developers/docs/resources/message#message-snapshot-object */
  forwards?: APIMessage;
}

/** Discord's far side on the loopback interface. */
export interface DiscordPeer {
  /** For discord.js: `new Client({ rest: { api: peer.apiUrl } })`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: PeerClock;
  readonly gateway: PeerGateway;
  readonly application: APIApplication;
  readonly bot: APIUser;
  /** The first guild, its first channel and the person who acts unless another is named. */
  readonly guild: GatewayGuildCreateDispatchData;
  readonly channel: APITextChannel;
  readonly user: APIUser;

  /** Every request, oldest first. */
  readonly requests: readonly PeerRequest[];
  /** Every body or frame that breaks a rule, in words. A well-behaved bot leaves it empty. */
  readonly violations: readonly string[];
  /** Checks that could not be made here, in words. */
  readonly skipped: readonly string[];
  /** The registered commands: global ones, or a guild's. */
  commands(guildId?: string): readonly APIApplicationCommand[];
  /** What everyone in a channel sees, oldest first: without ephemeral messages. */
  messages(channelId: string): readonly APIMessage[];

  /** A person runs a slash command. Throws where Discord's client would not let them. */
  command(input: CommandInput): InteractionHandle;
  /** A person is typing the option `focused` of a slash command. */
  autocomplete(input: CommandInput & { focused: string }): InteractionHandle;
  /** A person uses a message's context menu. */
  messageCommand(name: string, message: APIMessage, actor?: Actor): InteractionHandle;
  button(message: APIMessage, customId: string, actor?: Actor): InteractionHandle;
  select(message: APIMessage, customId: string, values: readonly string[], actor?: Actor): InteractionHandle;
  /** A person sends the form that `opened` was answered with. */
  submit(opened: InteractionHandle, values: FormValues, actor?: Actor): InteractionHandle;
  /** A person writes a message; `more` is what it holds beside its words. */
  say(content: string, actor?: Actor, more?: MoreInMessage): APIMessage;

  addUser(name: string): APIUser;
  addGuild(seed: GuildSeed): GatewayGuildCreateDispatchData;
  removeGuild(guildId: string): void;
  addChannel(guildId: string, name: string): APITextChannel;
  removeChannel(channelId: string): void;
  addThread(channelId: string, name: string): APIThreadChannel;
  /** Sets what the bot may do in a channel (`PermissionFlagsBits`). */
  permit(channelId: string, permissions: bigint): void;
  /** Makes a user refuse direct messages. */
  closeDms(user: APIUser): void;

  /** Makes requests to come go wrong. */
  fault(fault: Fault): void;
  /** Makes the whole peer reachable or not. */
  reach(state: Reachability): Promise<void>;
  close(): Promise<void>;
}

const CONTRACT = new URL("../../../shared/contracts/discord-openapi.json", import.meta.url);

/** Starts a peer on a free port of 127.0.0.1. */
export async function createDiscordPeer(options: DiscordPeerOptions = {}): Promise<DiscordPeer> {
  const clock = options.clock ?? manualClock();
  const seeds = options.guilds ?? [{ name: "Peer guild" }];
  const world = createWorld({ clock, token: options.token ?? "peer-token", guilds: seeds });
  const user = addUser(world, "reader");
  const contract = options.contract === null ? null : loadContract(options.contract ?? CONTRACT);
  const faults = createFaults();
  let gatewayUrl = "";
  const server = await startServer({
    world,
    routes: [
      ...applicationRoutes(() => gatewayUrl),
      ...channelRoutes,
      ...interactionRoutes,
      ...webhookRoutes,
    ],
    contract,
    faults,
    reachable: options.reachable ?? "up",
  });
  const gateway = startGateway({
    world,
    server,
    privilegedIntents: options.privilegedIntents ?? 0,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
  });
  gatewayUrl = gateway.url();
  const [guild] = world.guilds.values();
  const channel = guild?.channels[0];
  if (guild === undefined || channel === undefined) throw new Error("A peer needs a guild with a channel.");

  /** An interaction nobody would hear is a mistake in the test. */
  function assertHeard(): void {
    if (gateway.sessions() === 0) throw new Error("The bot has no gateway session.");
  }

  function slash(input: CommandInput, focused: string | null): InteractionHandle {
    assertHeard();
    const scene = sceneOf(world, input, user);
    const [name = "", ...path] = input.name.split(" ");
    const command = findCommand(world, scene, name, ApplicationCommandType.ChatInput);
    const { options: sent, resolved } = commandData(world, command, path, input.options ?? {}, focused);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(sent.length > 0 ? { options: sent } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    };
    const type =
      focused === null ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete;
    return interact(world, scene, type, data);
  }

  return {
    apiUrl: `http://127.0.0.1:${server.port}/api`,
    token: world.token,
    clock,
    gateway,
    application: world.application,
    bot: world.bot,
    guild,
    channel: channel as APITextChannel,
    user,
    requests: server.requests,
    violations: world.violations,
    skipped: contract === null ? ["request bodies against the OpenAPI description: ../shared is absent"] : [],
    commands: (guildId) => world.commands.get(guildId ?? null) ?? [],
    messages: (channelId) => messagesOf(world, channelId).filter((message) => !isEphemeral(message)),
    command: (input) => slash(input, null),
    autocomplete: (input) => slash(input, input.focused),
    messageCommand(name, message, actor = {}) {
      assertHeard();
      const scene = sceneOf(world, { ...actor, channel: message.channel_id }, user);
      const command = findCommand(world, scene, name, ApplicationCommandType.Message);
      const resolved = { messages: { [message.id]: message } };
      const data = { id: command.id, name, type: command.type, target_id: message.id, resolved };
      return interact(world, scene, InteractionType.ApplicationCommand, data);
    },
    button(message, customId, actor = {}) {
      assertHeard();
      return pressButton(world, user, message, customId, actor);
    },
    select(message, customId, values, actor = {}) {
      assertHeard();
      return pickValues(world, user, message, customId, values, actor);
    },
    submit(opened, values, actor = {}) {
      assertHeard();
      const state = world.interactions.get(opened.interaction.token);
      if (state === undefined) throw new Error("The peer knows no such interaction.");
      return submitForm(world, state, values, actor);
    },
    say(content, actor = {}, { forwards, ...more } = {}) {
      const scene = sceneOf(world, actor, user);
      const settable = MessageFlags.SuppressNotifications;
      const message = addMessage(world, {
        channel: scene.channel,
        author: scene.user,
        body: { content, ...more },
        settable,
      });
      return forwards === undefined ? message : forward(message, forwards);
    },
    addUser: (name) => addUser(world, name),
    addGuild: (seed) => addGuild(world, seed),
    removeGuild: (guildId) => removeGuild(world, guildId),
    addChannel: (guildId, name) => addChannel(world, guildId, name),
    addThread: (channelId, name) => addThread(world, channelId, name),
    removeChannel: (channelId) => removeChannel(world, channelId),
    permit(channelId, permissions) {
      channelOf(world, channelId).botPermissions = permissions;
    },
    closeDms(person) {
      dmChannel(world, person).open = false;
    },
    fault: (fault) => faults.add(fault),
    reach: (state) => server.reach(state),
    async close() {
      for (const state of world.interactions.values()) fail(state, "The peer was closed.");
      gateway.close();
      await server.close();
    },
  };
}
