import type { Reply } from "../core/reply.ts";
import type { ChannelRef } from "../core/subscription.ts";

/** A message to be posted in a channel. */
export interface PostRequest {
  readonly channel: ChannelRef;
  readonly reply: Reply;
  readonly language: "en" | "ko";
  /** By which the message is found again in the channel's history. */
  readonly key: string;
  /** Aborts 10 seconds after the start, rendering included. */
  readonly signal: AbortSignal;
}

/** What came of posting. */
export type PostOutcome =
  /** `message` is the platform's id. */
  | { outcome: "sent"; message: string }
  /** Nothing was posted and the same may go well after so many milliseconds: held back, or refused before it was read. */
  | { outcome: "again"; after: number }
  /** Nothing was posted, and nothing will be until somebody changes something. */
  | { outcome: "permanent"; reason: "gone" | "forbidden" | "token"; detail: string }
  /** It may have been posted: no answer in time, cut off after it was sent, an error on the other side. */
  | { outcome: "unclear"; detail: string };

/**
 * Whether a message stands in a channel. `null`: the history cannot be read, or does not prove that it is absent. With
 * `after` the trouble is a passing one (a rate limit, an outage): the same question may be asked again after so many
 * milliseconds. Without it, asking again is of no use until somebody changes something.
 */
export type Verified =
  | { found: true; message: string }
  | { found: false }
  | { found: null; detail: string; after?: number };

/** A platform as the delivery of digests sees it. Nothing is tried twice behind its back. */
export interface PostPort {
  readonly platform: "discord" | "slack";
  post(request: PostRequest): Promise<PostOutcome>;
  /**
   * Sends the very same message again so that the platform drops the second of two; `null` where the platform has no
   * such thing.
   */
  repost: ((request: PostRequest) => Promise<PostOutcome>) | null;
  /** Looks for the message with this key, posted at `since` (milliseconds since 1970) or later. */
  verify(request: {
    channel: ChannelRef;
    key: string;
    since: number;
    signal: AbortSignal;
  }): Promise<Verified>;
}
