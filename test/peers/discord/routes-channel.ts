import { MessageFlags, PermissionFlagsBits as Can } from "discord-api-types/v10";
import type { APIMessage } from "discord-api-types/v10";
import { refusals } from "./errors.ts";
import {
  addMessage,
  assertMessage,
  deleteMessage,
  editMessage,
  findMessage,
  isEphemeral,
  messagesOf,
} from "./messages.ts";
import { scalar } from "./json.ts";
import { noContent, ok } from "./routes.ts";
import type { Route, RouteCall } from "./routes.ts";
import type { PeerChannel } from "./world.ts";

/**
 * How long a nonce is remembered. The documentation says "the past few minutes" and no number:
 * https://docs.discord.com/developers/resources/message#create-message (enforce_nonce)
 */
const NONCE_MS = 3 * 60 * 1000;

const CHANNEL = "/channels/{channel_id}";
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;

/** Channels and the messages in them: https://discord.com/developers/docs/resources/message#endpoints */
export const channelRoutes: readonly Route[] = [
  { method: "GET", path: CHANNEL, auth: true, run: (call) => ok(shown(call)) },
  { method: "POST", path: MESSAGES, auth: true, run: createMessage },
  { method: "GET", path: MESSAGES, auth: true, run: listMessages },
  {
    method: "GET",
    path: MESSAGE,
    auth: true,
    run: (call) => ok(publicMessage(call, visible(call))),
  },
  {
    method: "PATCH",
    path: MESSAGE,
    auth: true,
    run(call) {
      const message = publicMessage(call, visible(call));
      if (message.author.id !== call.world.bot.id) throw refusals.notAuthor();
      return ok(editMessage(call.world, message, call.form, call.found));
    },
  },
  {
    method: "DELETE",
    path: MESSAGE,
    auth: true,
    run(call) {
      const channel = visible(call);
      const message = publicMessage(call, channel);
      if (message.author.id !== call.world.bot.id) need(channel, Can.ManageMessages);
      deleteMessage(call.world, message);
      return noContent;
    },
  },
];

/**
 * A channel as the API shows it. What the bot may do in it is an overwrite of the bot's own, the last one that counts:
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites. A thread has its parent's.
 */
function shown(call: RouteCall) {
  const { data, guildId, botPermissions } = visible(call);
  if (guildId === null || !("permission_overwrites" in data)) return data;
  const [allow, deny] = [botPermissions, ~botPermissions & ALL_BITS].map(String);
  return { ...data, permission_overwrites: [{ id: call.world.bot.id, type: 1, allow, deny }] };
}

/** Every bit that a permission can have. */
const ALL_BITS = (1n << 60n) - 1n;

/** The channel of a call: 10003 where there is none, 50001 where the bot cannot see it. */
function visible({ world, param }: RouteCall): PeerChannel {
  const channel = world.channels.get(param("channel_id"));
  if (channel === undefined) throw refusals.unknownChannel();
  if ((channel.botPermissions & Can.ViewChannel) === 0n) throw refusals.missingAccess();
  return channel;
}

/** https://discord.com/developers/docs/topics/permissions */
function need(channel: PeerChannel, bit: bigint): void {
  if ((channel.botPermissions & bit) === 0n) throw refusals.missingPermissions();
}

/** Ephemeral messages are out of reach of the channel's own endpoints. */
function publicMessage({ world, param }: RouteCall, channel: PeerChannel): APIMessage {
  const message = findMessage(world, channel.data.id, param("message_id"));
  if (isEphemeral(message)) throw refusals.unknownMessage();
  return message;
}

/** https://discord.com/developers/docs/resources/message#create-message */
function createMessage(call: RouteCall) {
  const { world, form } = call;
  const channel = visible(call);
  if (channel.guildId === null && !channel.open) throw refusals.cannotMessageUser();
  // https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
  need(channel, "thread_metadata" in channel.data ? Can.SendMessagesInThreads : Can.SendMessages);
  assertMessage(form, call.found);
  const nonce = scalar(form["nonce"]);
  if (nonce !== null && form["enforce_nonce"] === true) {
    const known = messagesOf(world, channel.data.id).find(
      (one) =>
        one.nonce === nonce &&
        one.author.id === world.bot.id &&
        world.clock.now() - Date.parse(one.timestamp) < NONCE_MS,
    );
    if (known !== undefined) return ok(known);
  }
  const settable =
    MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
  return ok(addMessage(world, { channel, author: world.bot, body: form, settable }));
}

/**
 * Newest first. Without the right to read history the list is empty, not refused.
 * https://docs.discord.com/developers/resources/message#get-channel-messages ("no messages will be returned")
 */
function listMessages(call: RouteCall) {
  const channel = visible(call);
  if ((channel.botPermissions & Can.ReadMessageHistory) === 0n) return ok([]);
  const limit = Math.min(100, Math.max(1, Number(call.query.get("limit") ?? 50)));
  const all = messagesOf(call.world, channel.data.id).filter((one) => !isEphemeral(one));
  const bound = (name: string): bigint | null => {
    const value = call.query.get(name);
    return value === null ? null : BigInt(value);
  };
  const before = bound("before");
  const after = bound("after");
  const around = bound("around");
  if (after !== null) {
    return ok(
      all
        .filter((one) => BigInt(one.id) > after)
        .slice(0, limit)
        .reverse(),
    );
  }
  if (around !== null) {
    const at = all.findIndex((one) => BigInt(one.id) >= around);
    const start = Math.max(0, (at === -1 ? all.length : at) - Math.floor(limit / 2));
    return ok(all.slice(start, start + limit).reverse());
  }
  const older = before === null ? all : all.filter((one) => BigInt(one.id) < before);
  return ok(older.slice(-limit).reverse());
}
