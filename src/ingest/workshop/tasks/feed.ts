import { decodeText } from "../../decode.ts";
import { readFeed, type FeedRead } from "../../feeds/read-feed.ts";

/** A feed as it came. */
export interface FeedInput {
  bytes: Uint8Array;
  /** The `Content-Type` header; `null` where there was none. */
  contentType: string | null;
  /** The address it came from. */
  address: string;
}

/**
 * Reads a feed in whatever encoding it is.
 *
 * @throws {UndecodableError} where it is no text.
 * @throws {FeedError} where it is no feed, is broken, or could hurt a parser.
 */
export function readFeedBytes({ bytes, contentType, address }: FeedInput): FeedRead {
  return readFeed(decodeText(bytes, { contentType, kind: "xml" }).text, address);
}
