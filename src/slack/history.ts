import type { Verified } from "../delivery/port.ts";
import type { Exchange } from "./exchange.ts";
import { unreadable } from "./outcome.ts";

/** Type of the metadata that a digest carries, and beginning of the id of its first block. */
export const EVENT_TYPE = "korea_digest";

/** The id of a digest's first block: at most 255 characters (https://docs.slack.dev/reference/block-kit/blocks). */
export function blockIdOf(key: string): string {
  return `${EVENT_TYPE}:${key}`;
}

/** Messages asked for a page, and pages at most: a channel in which more was said since proves nothing. */
const PAGE = 200;
const PAGES_MAX = 10;
/** Milliseconds by which this machine's clock may differ from Slack's, whose time is in the messages' `ts`. */
const CLOCKS_DIFFER = 2 * 60 * 60_000;

/** What is looked for: a message of an app with this key, posted at `since` or later (milliseconds since 1970). */
export interface Sought {
  readonly channel: string;
  readonly key: string;
  readonly since: number;
  readonly signal: AbortSignal;
}

/**
 * Looks for a message in a channel's history, by its metadata or by the id of its first block: the latter is there
 * whatever a workspace does with metadata. Only a history read to its end proves that the message is absent. An app that
 * is distributed outside Slack's Marketplace gets 15 messages and one call a minute
 * (https://docs.slack.dev/reference/methods/conversations.history): in a busy channel its second page is refused, which is
 * told as a history that may be read later. Never throws.
 */
export async function findInHistory(exchange: Exchange, sought: Sought): Promise<Verified> {
  const { channel, key, since, signal } = sought;
  const oldest = String(Math.max(0, Math.floor((since - CLOCKS_DIFFER) / 1_000)));
  const asked = { channel, oldest, inclusive: true, include_all_metadata: true, limit: PAGE };
  try {
    let cursor = "";
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const page = await exchange(
        "conversations.history",
        cursor === "" ? asked : { ...asked, cursor },
        signal,
      );
      const { messages, has_more: more, response_metadata: metadata } = page;
      if (!Array.isArray(messages)) return { found: null, detail: "Slack's answer is not a history" };
      const message = messages.find((one) => isSought(one, key)) as { ts?: unknown } | undefined;
      if (message !== undefined) return { found: true, message: String(message.ts) };
      const { next_cursor: next } = fieldsOf(metadata);
      cursor = typeof next === "string" ? next : "";
      if (cursor === "" && more !== true) return { found: false };
      if (cursor === "") return { found: null, detail: "Slack does not give the whole history" };
    }
    return { found: null, detail: `More than ${PAGE * PAGES_MAX} messages were posted since` };
  } catch (error) {
    const { why, after } = unreadable(error);
    if (after !== null) return { found: "later", after };
    return { found: null, detail: `The channel's history cannot be read: ${why}` };
  }
}

function isSought(message: unknown, key: string): boolean {
  if (typeof message !== "object" || message === null) return false;
  const { bot_id, metadata, blocks } = message as Partial<Record<string, unknown>>;
  if (bot_id === undefined) return false;
  const { event_type, event_payload } = fieldsOf(metadata);
  if (event_type === EVENT_TYPE && fieldsOf(event_payload)["key"] === key) return true;
  return Array.isArray(blocks) && blocks.some((block) => fieldsOf(block)["block_id"] === blockIdOf(key));
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value : {};
}
