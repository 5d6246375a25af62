import { Routes, SnowflakeUtil, type APIMessage, type APIUser } from "discord.js";
import type { Verified } from "../delivery/port.ts";
import { markIn } from "./custom-id.ts";
import { describeError } from "./endings.ts";
import type { Exchange } from "./exchange.ts";
import { mayReadHistory } from "./may-read.ts";
import { readableAfter } from "./outcome.ts";

/** Messages a page, and pages at most: a channel in which more was said since proves nothing. */
const PAGE = 100;
const PAGES_MAX = 20;
/** Milliseconds by which this machine's clock may differ from Discord's, whose time is in the messages' ids. */
const CLOCKS_DIFFER = 2 * 60 * 60_000;

/** What is looked for: a message of the bot, with this mark, posted at `since` or later (milliseconds since 1970). */
export interface Sought {
  readonly channel: string;
  readonly mark: string;
  readonly since: number;
  readonly signal: AbortSignal;
}

/**
 * Looks for a message in a channel's history. A history that has anything in it can be read, and one that reaches back
 * before `since` without the message proves that it is absent. An empty page proves it only where the bot's permissions
 * say that it may read, before the page is read once more. Never throws.
 */
export async function findInHistory(exchange: Exchange, sought: Sought): Promise<Verified> {
  try {
    return await search(exchange, sought);
  } catch (error) {
    const after = readableAfter(error);
    if (after !== null) return { found: "later", after };
    return { found: null, detail: `The channel's history cannot be read: ${describeError(error)}` };
  }
}

async function search(exchange: Exchange, { channel, mark, since, signal }: Sought): Promise<Verified> {
  const read = async (before: string | null): Promise<readonly APIMessage[]> => {
    const query = { limit: String(PAGE), ...(before === null ? {} : { before }) };
    const page = await exchange("get", Routes.channelMessages(channel), { query, signal });
    if (!Array.isArray(page)) throw new TypeError("no list of messages");
    return page as APIMessage[];
  };
  const me = ((await exchange("get", Routes.user(), { signal })) as APIUser).id;
  let before: string | null = null;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    let page = await read(before);
    if (page.length === 0) {
      if (!(await mayReadHistory(exchange, channel, me, signal)))
        return { found: null, detail: "The bot may not read the channel's history: Read Message History" };
      page = await read(before);
    }
    const message = page.find(({ author, components }) => author.id === me && marksIn(components).has(mark));
    if (message !== undefined) return { found: true, message: message.id };
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return { found: false };
    if (SnowflakeUtil.timestampFrom(last.id) < since - CLOCKS_DIFFER) return { found: false };
    before = last.id;
  }
  return { found: null, detail: `More than ${PAGE * PAGES_MAX} messages were posted since` };
}

/** The marks in a message's components, however deep they stand. */
function marksIn(components: unknown): Set<string> {
  const marks = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null) return;
    if ("custom_id" in value && typeof value.custom_id === "string") {
      const mark = markIn(value.custom_id);
      if (mark !== null) marks.add(mark);
    }
    if ("components" in value) walk(value.components);
    if ("accessory" in value) walk([value.accessory]);
  };
  walk(components);
  return marks;
}
