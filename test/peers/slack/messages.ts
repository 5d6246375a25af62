import type { AnyBlock, MessageMetadata } from "@slack/types";
import { isJson, items, str, type Json } from "./json.ts";
import { ELEMENTS } from "./shapes-elements.ts";

/** A message as the people of a channel see it. */
export interface PeerMessage {
  ts: string;
  channel: string;
  team: string;
  /** Who wrote it: the bot's user id, or a person's. */
  user: string;
  /** Set where the app wrote it. */
  bot_id?: string;
  text: string;
  /** With the block_id and action_id that Slack adds where the app gave none. */
  blocks: AnyBlock[];
  attachments: Json[];
  metadata?: MessageMetadata;
  thread_ts?: string;
  edited: boolean;
  deleted: boolean;
  /** The only person who sees it, where it is ephemeral. */
  to?: string;
}

/** What is new about a message: who, where, and the body the bot sent. */
export interface Draft {
  channel: string;
  team: string;
  user: string;
  bot_id?: string;
  to?: string;
  body: Json;
}

/** Every message there is, in the order they were written. */
export interface MessageStore {
  post(draft: Draft): PeerMessage;
  /**
   * docs.slack.dev/reference/methods/chat.update, blocks: without `blocks`, the old ones stay only if there
   * is no `text` either; text alone removes them.
   */
  edit(message: PeerMessage, body: Json): void;
  /** A message that is still there. */
  find(channel: string, ts: string): PeerMessage | undefined;
  /** All messages, deleted ones included; the caller must not change them. */
  all(): readonly PeerMessage[];
}

/**
 * Gives blocks and elements the ids Slack makes up where the app left them out
 * (docs.slack.dev/reference/block-kit/blocks, block_id).
 */
export function withIds(blocks: unknown, nextId: () => string): AnyBlock[] {
  const named = structuredClone(items(blocks)) as Json[];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isJson(value)) return;
    if (INTERACTIVE.has(str(value.type) ?? "")) value.action_id ??= nextId();
    for (const child of items(value.child_blocks)) if (isJson(child)) child.block_id ??= nextId();
    Object.values(value).forEach(walk);
  };
  for (const block of named) block.block_id ??= nextId();
  walk(named);
  return named as unknown as AnyBlock[];
}

/** Elements that a person can use, and that therefore have an action_id. */
const INTERACTIVE = new Set(
  Object.entries(ELEMENTS).flatMap(([type, shape]) =>
    shape.optional?.action_id === undefined ? [] : [type],
  ),
);

/** An empty store. `now` is in milliseconds; each message gets a later `ts` than the one before. */
export function createMessages(now: () => number, nextId: () => string): MessageStore {
  const messages: PeerMessage[] = [];
  let last = 0;
  const stamp = (): string => {
    // A ts names one message of a channel: seconds, and a counter so that two of one instant differ.
    last += 1;
    return `${Math.floor(now() / 1000)}.${String(last).padStart(6, "0")}`;
  };
  const write = (message: PeerMessage, body: Json): void => {
    message.text = str(body.text) ?? str(body.markdown_text) ?? "";
    message.blocks = withIds(body.blocks, nextId);
    message.attachments = structuredClone(items(body.attachments).filter(isJson));
  };
  return {
    post({ channel, team, user, bot_id, to, body }) {
      const thread = str(body.thread_ts);
      const message: PeerMessage = {
        ts: stamp(),
        channel,
        team,
        user,
        ...(bot_id !== undefined && { bot_id }),
        text: "",
        blocks: [],
        attachments: [],
        ...(isJson(body.metadata) && { metadata: body.metadata as unknown as MessageMetadata }),
        ...(thread !== undefined && { thread_ts: thread }),
        edited: false,
        deleted: false,
        ...(to !== undefined && { to }),
      };
      write(message, body);
      messages.push(message);
      return message;
    },
    edit(message, body) {
      const keep = body.text === undefined && body.markdown_text === undefined && body.blocks === undefined;
      if (!keep) write(message, { text: message.text, attachments: message.attachments, ...body });
      if (isJson(body.metadata)) message.metadata = body.metadata as unknown as MessageMetadata;
      message.edited = true;
    },
    find: (channel, ts) => messages.find((m) => m.channel === channel && m.ts === ts && !m.deleted),
    all: () => messages,
  };
}
