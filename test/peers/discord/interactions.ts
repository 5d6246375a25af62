import { GatewayDispatchEvents, PermissionFlagsBits as Can } from "discord-api-types/v10";
import type { APIInteraction, APIMessage, InteractionType } from "discord-api-types/v10";
import { makeMember } from "./fixtures.ts";
import { handleOf } from "./handle.ts";
import { ANSWER_MS, fail } from "./interaction-state.ts";
import { makeToken } from "./world.ts";
import type { InteractionHandle } from "./handle.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { Json } from "./json.ts";
import { isForeign } from "./people.ts";
import type { Scene } from "./people.ts";
import type { World } from "./world.ts";

/** Starts an interaction: sends it to the bot and follows what becomes of it. */
export function interact(
  world: World,
  scene: Scene,
  type: InteractionType,
  data: Json,
  source: APIMessage | null = null,
): InteractionHandle {
  const token = makeToken();
  const id = world.nextId();
  const payload = {
    ...base(world, scene),
    id,
    token,
    type,
    data,
    ...(source === null ? {} : { message: source }),
  };
  const state: InteractionState = {
    payload: payload as unknown as APIInteraction,
    user: scene.user,
    channelId: scene.channel.data.id,
    guildId: scene.guildId,
    createdAt: world.clock.now(),
    hidden: isHidden(world, scene),
    source,
    answered: null,
    originalId: null,
    history: [],
    followUpIds: [],
    modal: null,
    choices: null,
    failure: null,
    listeners: new Set(),
  };
  world.interactions.set(token, state);
  world.clock.after(ANSWER_MS, () => {
    if (state.answered === null) fail(state, "The application did not respond within 3 s.");
  });
  world.dispatch(GatewayDispatchEvents.InteractionCreate, payload, scene.guildId);
  return handleOf(world, state);
}

/**
 * Without USE_EXTERNAL_APPS what an app says is ephemeral, where the guild has not installed it:
 * https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
 */
function isHidden(world: World, scene: Scene): boolean {
  return isForeign(world, scene) && (scene.permissions & (Can.UseExternalApps | Can.Administrator)) === 0n;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding ("Interaction Structure") */
function base(world: World, scene: Scene): Json {
  const { data } = scene.channel;
  const shared = {
    application_id: world.application.id,
    version: 1,
    channel: { ...data, permissions: String(scene.permissions) },
    channel_id: data.id,
    app_permissions: String(scene.channel.botPermissions),
    locale: scene.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
  const guild = scene.guildId === null ? undefined : world.guilds.get(scene.guildId);
  if (guild === undefined) {
    return { ...shared, user: scene.user, context: 1, authorizing_integration_owners: { 0: "0" } };
  }
  const joinedAt = new Date(world.clock.now()).toISOString();
  return {
    ...shared,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    guild_locale: guild.preferred_locale,
    member: {
      ...makeMember(scene.user, joinedAt),
      nick: scene.nick,
      permissions: String(scene.permissions),
    },
    context: 0,
    // "Authorizing Integration Owners Object": the guild that has installed the app, else the person.
    authorizing_integration_owners: isForeign(world, scene) ? { 1: scene.user.id } : { 0: guild.id },
  };
}
