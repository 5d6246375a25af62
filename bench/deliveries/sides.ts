import { PermissionFlagsBits as Can } from "discord.js";
import type { ChannelRef } from "../../src/core/subscription.ts";
import type { PostPort } from "../../src/delivery/port.ts";
import { createDiscordPost } from "../../src/discord/post.ts";
import { createSlackPost } from "../../src/slack/post.ts";
import type { Store } from "../../src/store/store.ts";
import type { SimClock } from "../../test/delivery/sim-clock.ts";
import { createDiscordPeer } from "../../test/peers/discord.ts";
import { createSlackPeer } from "../../test/peers/slack.ts";

/** A platform on loopback. */
export interface Side {
  /** `http://127.0.0.1:PORT` */
  readonly base: string;
  readonly channels: readonly ChannelRef[];
  /** The real port to a server at such a base. */
  port(base: string, store: Store): PostPort;
  /** Messages of the bot in a channel. */
  posted(channel: string): number;
  close(): Promise<void>;
}

/** How a platform is made. */
export interface SideOptions {
  readonly clock: SimClock;
  readonly channels: number;
  /** Whether the bot may read histories. */
  readonly readable: boolean;
}

/** Makes platforms with one server or workspace. */
export const SIDES: Readonly<Record<PostPort["platform"], (options: SideOptions) => Promise<Side>>> = {
  async discord({ clock, channels, readable }) {
    const names = Array.from({ length: channels }, (_, n) => `c${n}`);
    const peer = await createDiscordPeer({
      clock,
      contract: null,
      guilds: [{ name: "bench", channels: names }],
    });
    const tenant = `discord:guild:${peer.guild.id}` as const;
    const all = peer.guild.channels.map(({ id }) => ({ tenant, channel: id }));
    if (!readable) for (const { channel } of all) peer.permit(channel, Can.ViewChannel | Can.SendMessages);
    return {
      base: new URL(peer.apiUrl).origin,
      channels: all,
      port: (base, store) =>
        createDiscordPost({
          token: peer.token,
          apiUrl: `${base}/api`,
          keep: (action, of) => store.keepAction(of, action),
        }),
      posted: (channel) => peer.messages(channel).filter(({ author }) => author.id === peer.bot.id).length,
      close: () => peer.close(),
    };
  },
  async slack({ clock, channels, readable }) {
    const ids = Array.from({ length: channels }, (_, n) => ({ id: `C0BENCH${n}` }));
    // The peer waits on it and never moves it.
    const moved = { now: clock.now, after: clock.after.bind(clock), advance: () => undefined };
    const peer = await createSlackPeer({ clock: moved, workspaces: [{ channels: ids }] });
    if (!readable) for (const kind of ["channels", "groups"]) peer.workspace.scopes.delete(`${kind}:history`);
    const tenant = `slack:team:${peer.workspace.id}` as const;
    return {
      base: new URL(peer.apiUrl).origin,
      channels: ids.map(({ id }) => ({ tenant, channel: id })),
      port: (base, store) =>
        createSlackPost({
          botToken: peer.workspace.botToken,
          apiUrl: `${base}/api/`,
          keep: (action, of) => store.keepAction(of, action),
        }),
      posted: (channel) => peer.messages(channel).filter(({ bot_id }) => bot_id !== undefined).length,
      close: () => peer.close(),
    };
  },
};
