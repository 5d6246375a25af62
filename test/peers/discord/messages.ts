import { GatewayDispatchEvents, InteractionType, MessageFlags, MessageType } from "discord-api-types/v10";
import type {
  APIAttachment,
  APIEmbed,
  APIMessage,
  APIMessageInteractionMetadata,
  APIMessageTopLevelComponent,
  APIUser,
} from "discord-api-types/v10";
import { refusals } from "./errors.ts";
import { isJson, list, num, obj, scalar, text } from "./json.ts";
import { pingsOf } from "./mentions.ts";
import { allComponents } from "./rules-component.ts";
import { checkMessage, isEmptyMessage } from "./rules-message.ts";
import type { FieldError, FieldPath } from "./errors.ts";
import type { Json } from "./json.ts";
import type { PeerChannel, World } from "./world.ts";

/** What a message is made from. */
export interface NewMessage {
  channel: PeerChannel;
  author: APIUser;
  /** The request's body, `files` of a multipart one included. */
  body: Json;
  /** Flags that may be set here; others are ignored, as the API does. */
  settable: number;
  interaction?: APIMessageInteractionMetadata;
}

/** Refuses a body the API would refuse as a new message. `extra` is what the OpenAPI description found. */
export function assertMessage(body: Json, extra: readonly FieldError[] = [], path: FieldPath = []): void {
  const fields = mergeErrors(extra, checkMessage(body, path));
  if (fields.length > 0) throw refusals.invalidForm(fields);
  if (isEmptyMessage(body)) throw refusals.emptyMessage();
}

/** Both lists, without a second error of the same code at the same place. */
export function mergeErrors(first: readonly FieldError[], second: readonly FieldError[]): FieldError[] {
  const seen = new Set(first.map((field) => `${field.path.join("/")} ${field.code}`));
  return [...first, ...second.filter((field) => !seen.has(`${field.path.join("/")} ${field.code}`))];
}

/** Builds a message and keeps it. https://discord.com/developers/docs/resources/message#message-object */
export function addMessage(world: World, input: NewMessage): APIMessage {
  const { body, channel } = input;
  const pings = pingsOf(body, world.users, input.interaction !== undefined);
  const message: APIMessage = {
    id: world.nextId(),
    channel_id: channel.data.id,
    author: input.author,
    content: text(body["content"]),
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: pings.everyone,
    mentions: pings.users,
    mention_roles: pings.roles,
    attachments: attachmentsOf(world, body),
    embeds: list(body["embeds"]).map((embed) => ({ type: "rich", ...obj(embed) }) as APIEmbed),
    components: numbered(body["components"]),
    pinned: false,
    type: messageType(input),
    flags: num(body["flags"]) & input.settable,
  };
  const nonce = scalar(body["nonce"]);
  if (nonce !== null) message.nonce = nonce;
  if (isJson(body["message_reference"])) {
    message.message_reference = { type: 0, channel_id: channel.data.id, ...body["message_reference"] };
  }
  if (input.interaction !== undefined) {
    message.application_id = world.application.id;
    message.webhook_id = world.application.id;
    message.interaction_metadata = input.interaction;
  }
  messagesOf(world, channel.data.id).push(message);
  if (!isEphemeral(message)) {
    channel.data.last_message_id = message.id;
    const extra = channel.guildId === null ? {} : { guild_id: channel.guildId };
    world.dispatch(GatewayDispatchEvents.MessageCreate, { ...message, ...extra }, channel.guildId);
  }
  return message;
}

function messageType(
  input: NewMessage,
): MessageType.ChatInputCommand | MessageType.Reply | MessageType.Default {
  // A command's answer is its own type:
  // https://discord.com/developers/docs/resources/message#message-object-message-types
  if (input.interaction?.type === InteractionType.ApplicationCommand) return MessageType.ChatInputCommand;
  return isJson(input.body["message_reference"]) ? MessageType.Reply : MessageType.Default;
}

/** Whether only the person who asked sees it. */
export function isEphemeral(message: APIMessage): boolean {
  return (num(message.flags) & MessageFlags.Ephemeral) !== 0;
}

/** Messages of a channel, oldest first. */
export function messagesOf(world: World, channelId: string): APIMessage[] {
  const known = world.messages.get(channelId);
  if (known !== undefined) return known;
  const made: APIMessage[] = [];
  world.messages.set(channelId, made);
  return made;
}

/** A message by id, or 10008. */
export function findMessage(world: World, channelId: string, messageId: string): APIMessage {
  const message = messagesOf(world, channelId).find((one) => one.id === messageId);
  if (message === undefined) throw refusals.unknownMessage();
  return message;
}

/**
 * Applies an edit: what the body leaves out stays, null empties. IS_COMPONENTS_V2 can be set and not unset,
 * and what the message had before must be emptied with it.
 * https://discord.com/developers/docs/resources/message#edit-message
 */
export function editMessage(
  world: World,
  message: APIMessage,
  body: Json,
  extra: readonly FieldError[] = [],
  path: FieldPath = [],
): APIMessage {
  const settable = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;
  const flags =
    body["flags"] === undefined || body["flags"] === null
      ? num(message.flags)
      : (num(message.flags) & ~MessageFlags.SuppressEmbeds) | (num(body["flags"]) & settable);
  const pick = (field: "embeds" | "components" | "attachments"): unknown =>
    body[field] === undefined ? message[field] : (body[field] ?? []);
  const content = body["content"] === undefined ? message.content || undefined : body["content"];
  const merged: Json = {
    ...body,
    content,
    embeds: pick("embeds"),
    components: pick("components"),
    attachments: list(body["files"]).length > 0 ? body["files"] : pick("attachments"),
    flags: flags & ~MessageFlags.Loading,
  };
  assertMessage(merged, extra, path);
  const pings = pingsOf(merged, world.users, message.interaction_metadata !== undefined);
  const edited: APIMessage = {
    ...message,
    content: text(content),
    embeds: list(merged["embeds"]).map((embed) => ({ type: "rich", ...obj(embed) }) as APIEmbed),
    components: body["components"] === undefined ? (message.components ?? []) : numbered(body["components"]),
    attachments: list(body["files"]).length > 0 ? attachmentsOf(world, body) : message.attachments,
    mentions: pings.users,
    mention_roles: pings.roles,
    mention_everyone: pings.everyone,
    flags: num(merged["flags"]),
    // A deferred answer that is filled in does not show as edited.
    edited_timestamp: isLoading(message) ? null : new Date(world.clock.now()).toISOString(),
  };
  const all = messagesOf(world, message.channel_id);
  all.splice(all.indexOf(message), 1, edited);
  return edited;
}

/** Whether it still says that the app is thinking. */
export function isLoading(message: APIMessage): boolean {
  return (num(message.flags) & MessageFlags.Loading) !== 0;
}

/** Makes a message forward another: https://discord.com/developers/docs/resources/message#message-reference-types */
export function forward(message: APIMessage, original: APIMessage): APIMessage {
  const { content, embeds, attachments, timestamp, edited_timestamp, mentions, mention_roles, type } =
    original;
  return Object.assign(message, {
    message_reference: { type: 1, channel_id: original.channel_id, message_id: original.id },
    message_snapshots: [
      {
        message: {
          content,
          embeds,
          attachments,
          timestamp,
          edited_timestamp,
          mentions,
          mention_roles,
          type,
          flags: 0,
        },
      },
    ],
  });
}

/** Takes a message away. */
export function deleteMessage(world: World, message: APIMessage): void {
  const all = messagesOf(world, message.channel_id);
  all.splice(all.indexOf(message), 1);
}

/**
 * Components as the API returns them: each with an `id`, counted up where none was given.
 * https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
function numbered(components: unknown): APIMessageTopLevelComponent[] {
  const copy = structuredClone(list(components));
  const placed = allComponents(copy, []).map(({ component }) => component);
  const taken = new Set(placed.map((component) => num(component["id"])));
  let next = 0;
  for (const component of placed) {
    if (num(component["id"]) !== 0) continue;
    do next += 1;
    while (taken.has(next));
    component["id"] = next;
  }
  return copy as APIMessageTopLevelComponent[];
}

function attachmentsOf(world: World, body: Json): APIAttachment[] {
  return list(body["files"]).map((value) => {
    const file = obj(value);
    const id = world.nextId();
    const url = `https://cdn.discordapp.com/attachments/0/${id}/${text(file["name"])}`;
    return { id, filename: text(file["name"]), size: num(file["size"]), url, proxy_url: url };
  });
}
