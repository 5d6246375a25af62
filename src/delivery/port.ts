import type { Reply } from "../core/reply.ts";
import type { ChannelRef } from "../core/subscription.ts";

/** A digest to be posted. */
export interface PostRequest {
  readonly channel: ChannelRef;
  readonly reply: Reply;
  readonly language: "en" | "ko";
  /** Goes with the message, so that it can be found in the channel's history; the same for every attempt. */
  readonly key: string;
  /** Aborted when the request has had its time (10 s in all): nothing is written to the platform afterwards. */
  readonly signal: AbortSignal;
}

/** What became of a request, judged by what went over the wire. */
export type PostOutcome =
  /** The platform's id of the message. */
  | { readonly outcome: "sent"; readonly message: string }
  /** Surely not posted, and may be later: 429, or refused before anything was written. Milliseconds to wait. */
  | { readonly outcome: "again"; readonly after: number }
  /** Surely not posted, and never will be until a person does something. */
  | {
      readonly outcome: "permanent";
      readonly reason: "gone" | "forbidden" | "token";
      readonly detail: string;
    }
  /** Perhaps posted: timeout, reset after writing, 5xx. */
  | { readonly outcome: "unclear"; readonly detail: string };

/** What a channel's history says of a key. */
export type Verified =
  | { readonly found: true; readonly message: string }
  /** The history was read from `since` on without a gap, and has no such message. */
  | { readonly found: false }
  /** It cannot be read, or not far enough. */
  | { readonly found: null; readonly detail: string }
  /** It can be read later: a rate limit, or the platform does not answer. Milliseconds to wait. */
  | { readonly found: "later"; readonly after: number };

/** A request for a look at a channel's history. */
export interface VerifyRequest {
  readonly channel: ChannelRef;
  readonly key: string;
  /** Milliseconds since 1970, by our clock: the message is not older. */
  readonly since: number;
  readonly signal: AbortSignal;
}

/** How digests reach a platform. An error that is thrown counts as an unclear outcome, or as a history to be read later. */
export interface PostPort {
  readonly platform: "discord" | "slack";
  post(request: PostRequest): Promise<PostOutcome>;
  /**
   * Sends the very same message again so that the platform drops the second of two (Discord's `nonce` with
   * `enforce_nonce`, within some minutes); `null` where it has no such thing.
   */
  readonly repost: ((request: PostRequest) => Promise<PostOutcome>) | null;
  verify(request: VerifyRequest): Promise<Verified>;
}
