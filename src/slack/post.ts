import { MisquoteError } from "../core/excerpt.ts";
import type { Action } from "../core/reply.ts";
import type { Tenant } from "../core/tenant.ts";
import type { PostOutcome, PostPort, PostRequest } from "../delivery/port.ts";
import { createExchange } from "./exchange.ts";
import { EVENT_TYPE, blockIdOf, findInHistory } from "./history.ts";
import { outcomeOf } from "./outcome.ts";
import { renderReply, type SlackMessage } from "./render.ts";

/** What posting needs. */
export interface SlackPostParts {
  readonly botToken: string;
  /** Base of the API, such as `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** Keeps what a button does for a tenant and gives the key to it. */
  keep(action: Action, tenant: Tenant): Promise<string>;
  /** Told of every rate limit. */
  onLimit?(): void;
}

/** Milliseconds after which a message is rendered again whose buttons could not be kept. */
const AFTER_STORE = 5_000;

/**
 * Posts digests in Slack's channels. A message carries the key of its delivery as metadata
 * (https://docs.slack.dev/messaging/message-metadata) and in the id of its first block, by which it is found in the
 * history. Slack drops no second message of the same content, so there is nothing to repost.
 */
export function createSlackPost({ botToken, keep, ...parts }: SlackPostParts): PostPort {
  const exchange = createExchange({ token: botToken, ...parts });
  return {
    platform: "slack",
    repost: null,
    async post({ channel, reply, key, signal }: PostRequest): Promise<PostOutcome> {
      let message: SlackMessage;
      try {
        message = await renderReply(reply, (action) => keep(action, channel.tenant), blockIdOf(key));
      } catch (error) {
        // Nothing was sent. A misquote never is; a store that is locked may be free later.
        if (!(error instanceof MisquoteError)) return { outcome: "again", after: AFTER_STORE };
        return {
          outcome: "permanent",
          reason: "forbidden",
          detail: "An excerpt does not match its document",
        };
      }
      if (signal.aborted) return { outcome: "again", after: AFTER_STORE };
      try {
        const { ts } = await exchange(
          "chat.postMessage",
          {
            channel: channel.channel,
            ...message,
            unfurl_links: false,
            unfurl_media: false,
            metadata: { event_type: EVENT_TYPE, event_payload: { key } },
          },
          signal,
        );
        return typeof ts === "string" && ts !== ""
          ? { outcome: "sent", message: ts }
          : { outcome: "unclear", detail: "Slack's answer names no message" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    verify: ({ channel: { channel }, key, since, signal }) =>
      findInHistory(exchange, { channel, key, since, signal }),
  };
}
