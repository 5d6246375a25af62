import type { Notice, NoticePort } from "../delivery/paused.ts";
import { createExchange } from "./exchange.ts";
import { renderReply } from "./render.ts";

/** A notice has no buttons. */
const keepNothing = () => Promise.reject(new Error("a notice has no actions"));

/** Sends notices on Slack: https://docs.slack.dev/reference/methods/conversations.open */
export function createSlackNotices({ botToken, apiUrl }: { botToken: string; apiUrl: string }): NoticePort {
  const exchange = createExchange({ token: botToken, apiUrl });
  const toChannel = async (channel: string, { reply, signal }: Notice): Promise<void> => {
    const message = await renderReply(reply, keepNothing);
    await exchange(
      "chat.postMessage",
      { channel, ...message, unfurl_links: false, unfurl_media: false },
      signal,
    );
  };
  return {
    toChannel,
    async toPerson(person, notice) {
      // Several ids would open a conversation of several people.
      if (!/^[UW][A-Z0-9]{1,30}$/u.test(person)) throw new Error("this is nobody's id");
      const { channel } = await exchange("conversations.open", { users: person }, notice.signal);
      const { id } = (channel ?? {}) as { id?: unknown };
      if (typeof id !== "string") throw new Error("Slack opened no conversation");
      await toChannel(id, notice);
    },
  };
}
