import { word } from "./args.ts";
import { checkMessage } from "./body.ts";
import { isJson, str, type Json } from "./json.ts";
import type { PeerMessage } from "./messages.ts";
import { channelOf, need, refuse, Refusal, type Call, type Method } from "./method.ts";
import type { Channel } from "./options.ts";

/** A message as the Web API shows it. `metadata` only where it was asked for. */
export function wire(message: PeerMessage, appId: string, withMetadata = false): Json {
  const { ts, user, team, text, bot_id, thread_ts, blocks, attachments, metadata, edited } = message;
  return {
    type: "message",
    ts,
    user,
    team,
    text,
    ...(bot_id !== undefined && { bot_id, app_id: appId }),
    ...(thread_ts !== undefined && { thread_ts }),
    ...(blocks.length > 0 && { blocks }),
    ...(attachments.length > 0 && { attachments }),
    ...(edited && { edited: { user, ts } }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  };
}

/** Errors of docs.slack.dev/reference/methods/chat.postMessage#errors that concern the place. */
function postable(call: Call): Channel {
  const channel = channelOf(call);
  if (channel.archived) throw new Refusal("is_archived");
  // chat:write.public lets an app post in public channels it is not in.
  const open = channel.kind === "public" && call.workspace.scopes.has("chat:write.public");
  if (!channel.member && !open) throw new Refusal("not_in_channel");
  return channel;
}

function checked(call: Call): Json {
  const { args } = call;
  if (typeof args.blocks === "string") throw refuse(call, "invalid_blocks_format", ["blocks are not JSON"]);
  const fault = checkMessage(args, call.world.limits);
  if (fault !== undefined) throw refuse(call, fault.error, fault.problems);
  // docs.slack.dev/messaging/message-metadata: event_type and event_payload are both required.
  const { metadata } = args;
  const sound = isJson(metadata) && str(metadata.event_type) !== undefined && isJson(metadata.event_payload);
  if (metadata !== undefined && !sound) {
    throw refuse(call, "invalid_metadata_format", ["metadata needs event_type and event_payload"]);
  }
  return args;
}

function draft(call: Call, channel: Channel, to?: string): PeerMessage {
  const { id: team, botUserId, botId } = call.workspace;
  const body = checked(call);
  const base = { channel: channel.id, team, user: botUserId, bot_id: botId, body };
  return call.world.messages.post(to === undefined ? base : { ...base, to });
}

/** The bot's own message, for chat.update and chat.delete; `denied` where it may not be touched. */
function own(call: Call, denied: string): PeerMessage {
  const channel = channelOf(call);
  const message = call.world.messages.find(channel.id, need(call, "ts"));
  if (message === undefined) throw new Refusal("message_not_found");
  // docs.slack.dev/messaging/modifying-messages: "Ephemeral messages can't be updated in this way."
  if (message.bot_id !== call.workspace.botId || message.to !== undefined) throw new Refusal(denied);
  return message;
}

const write = { token: "bot", scopes: () => ["chat:write"] } as const;

/** docs.slack.dev/reference/methods/chat.* */
export const CHAT: Record<string, Method> = {
  "chat.postMessage": {
    ...write,
    run(call) {
      const channel = postable(call);
      const message = draft(call, channel);
      return { channel: channel.id, ts: message.ts, message: wire(message, call.world.appId) };
    },
  },
  "chat.postEphemeral": {
    ...write,
    run(call) {
      const channel = postable(call);
      const user = need(call, "user");
      if (!call.workspace.users.has(user)) throw new Refusal("user_not_in_channel");
      return { message_ts: draft(call, channel, user).ts };
    },
  },
  "chat.update": {
    ...write,
    run(call) {
      const message = own(call, "cant_update_message");
      const touches = ["text", "blocks", "attachments", "markdown_text"].some(
        (name) => call.args[name] !== undefined,
      );
      call.world.messages.edit(
        message,
        touches || call.args.metadata === undefined ? checked(call) : call.args,
      );
      const { channel, ts, text } = message;
      return { channel, ts, text, message: wire(message, call.world.appId) };
    },
  },
  "chat.delete": {
    ...write,
    run(call) {
      const message = own(call, "cant_delete_message");
      message.deleted = true;
      return { channel: message.channel, ts: word(call.args, "ts") };
    },
  },
};
