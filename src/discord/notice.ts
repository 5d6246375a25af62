import { MessageFlags, Routes } from "discord.js";
import type { Notice, NoticePort } from "../delivery/paused.ts";
import { createExchange } from "./exchange.ts";
import { renderReply } from "./render.ts";

/** A notice has no buttons. */
const keepNothing = () => Promise.reject(new Error("a notice has no actions"));

/** Sends notices on Discord: https://docs.discord.com/developers/resources/user#create-dm */
export function createDiscordNotices(parts: { token: string; apiUrl: string }): NoticePort {
  const exchange = createExchange(parts);
  const toChannel = async (channel: string, { reply, signal }: Notice): Promise<void> => {
    const body = {
      components: await renderReply(reply, keepNothing),
      flags: MessageFlags.IsComponentsV2,
      allowed_mentions: { parse: [] },
    };
    await exchange("post", Routes.channelMessages(channel), { body, signal });
  };
  return {
    toChannel,
    async toPerson(person, notice) {
      const { signal } = notice;
      const opened = await exchange("post", Routes.userChannels(), {
        body: { recipient_id: person },
        signal,
      });
      const { id } = opened as { id?: unknown };
      if (typeof id !== "string" || !/^\d{1,20}$/u.test(id)) throw new Error("Discord opened no channel");
      await toChannel(id, notice);
    },
  };
}
