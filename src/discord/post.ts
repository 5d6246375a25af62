import { MessageFlags, Routes } from "discord.js";
import { MisquoteError } from "../core/excerpt.ts";
import type { Action, Reply } from "../core/reply.ts";
import type { Tenant } from "../core/tenant.ts";
import type { PostOutcome, PostPort, PostRequest } from "../delivery/port.ts";
import { messagesFor } from "../messages/index.ts";
import { markOf } from "./custom-id.ts";
import { createExchange } from "./exchange.ts";
import { findInHistory } from "./history.ts";
import { outcomeOf } from "./outcome.ts";
import { renderReply, type Component } from "./render.ts";

/** What posting needs. */
export interface DiscordPostParts {
  readonly token: string;
  /** Base of the API, such as `https://discord.com/api`. */
  readonly apiUrl: string;
  /** Keeps what a button does for a tenant and gives the key to it. */
  keep(action: Action, tenant: Tenant): Promise<string>;
  /** Told of every rate limit. */
  onLimit?(): void;
}

/** Milliseconds after which a message is rendered again whose buttons could not be kept. */
const AFTER_STORE = 5_000;

/**
 * Posts digests in Discord's channels. A message carries the mark of its delivery twice: as its nonce, by which Discord
 * drops the second of two within a few minutes (https://docs.discord.com/developers/resources/message#create-message,
 * enforce_nonce), and in the ids of its buttons, by which it is found in the history.
 */
export function createDiscordPost(parts: DiscordPostParts): PostPort {
  const exchange = createExchange(parts);
  const post = async (request: PostRequest): Promise<PostOutcome> => {
    const { channel, key, signal } = request;
    const mark = markOf(key);
    let components: Component[];
    try {
      components = await renderReply(
        withButton(request),
        (action) => parts.keep(action, channel.tenant),
        mark,
      );
    } catch (error) {
      // Nothing was sent. A misquote never is; a store that is locked may be free later.
      if (!(error instanceof MisquoteError)) return { outcome: "again", after: AFTER_STORE };
      return { outcome: "permanent", reason: "forbidden", detail: "An excerpt does not match its document" };
    }
    if (signal.aborted) return { outcome: "again", after: AFTER_STORE };
    try {
      const body = {
        components,
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
        nonce: mark,
        enforce_nonce: true,
      };
      const route = Routes.channelMessages(channel.channel);
      const message = idOf(await exchange("post", route, { body, signal }));
      return message === null
        ? { outcome: "unclear", detail: "Discord's answer is not a message" }
        : { outcome: "sent", message };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    platform: "discord",
    post,
    repost: post,
    verify: ({ channel: { channel }, key, since, signal }) =>
      findInHistory(exchange, { channel, mark: markOf(key), since, signal }),
  };
}

/** A message without a button has no place for its mark: it gets one that tells what else there is. */
function withButton({ reply, language }: PostRequest): Reply {
  const hasButton =
    reply.actions.length > 0 ||
    reply.blocks.some((block) => block.type === "quote" && block.actions.length > 0);
  if (hasButton) return reply;
  const help: Action = { label: messagesFor(language).helpDescription, command: "help", values: {} };
  return { ...reply, actions: [help] };
}

function idOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("id" in answer)) return null;
  return typeof answer.id === "string" && answer.id !== "" ? answer.id : null;
}
