import type { PeerClock } from "../clock.ts";
import type { Reachability } from "./server.ts";

/** A server the bot is a member of from the start. */
export interface GuildSeed {
  name: string;
  /** The guild's `preferred_locale`, such as "ko". Default "en-US". */
  locale?: string;
  /** Names of its text channels, in order. Default one channel, "general". */
  channels?: readonly string[];
  /** False where only people have the app, who bring it along: the bot hears of no such guild. Default true. */
  member?: boolean;
  /**
   * True where the guild has installed the app without its bot, by the scope `applications.commands` alone: beside `member:
   * false`. https://discord.com/developers/docs/interactions/application-commands#authorizing-your-application
   */
  commandsOnly?: boolean;
}

/** How a peer starts. Every member has a default. */
export interface DiscordPeerOptions {
  /** The only bot token that is let in. */
  token?: string;
  /**
   * Privileged intents switched on in the developer portal, as a bit field. Default none.
   * https://discord.com/developers/docs/events/gateway#privileged-intents
   */
  privilegedIntents?: number;
  /** Default a manual clock that stands still. */
  clock?: PeerClock;
  /** Milliseconds HELLO asks the client to beat at. Default 41,250, what the API sends. */
  heartbeatInterval?: number;
  /** Default one guild with one channel. */
  guilds?: readonly GuildSeed[];
  /** Whether the first connections find anyone. Default "up". */
  reachable?: Reachability;
  /** The OpenAPI description to check bodies against, null for none. Default `../shared`. */
  contract?: URL | null;
}
