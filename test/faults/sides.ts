import { PermissionFlagsBits as Can } from "discord-api-types/v10";
import type { Config } from "../../src/config.ts";
import type { Tenant } from "../../src/core/tenant.ts";
import type { ManualClock } from "../peers/clock.ts";
import { createDiscordPeer } from "../peers/discord.ts";
import type { FaultOutcome } from "../peers/discord/faults.ts";
import { createSlackPeer } from "../peers/slack.ts";
import type { Fault } from "../peers/slack/faults.ts";

/** What a platform does with a request, and whether it takes it all the same. */
export type Answer = { readonly taken?: boolean } & (
  | { readonly answer: "429"; readonly seconds: number | null }
  | { readonly answer: "status"; readonly status: number }
  /** The connection is reset. */
  | { readonly answer: "reset" }
  /** No head of an answer, or half of its body and no more. */
  | { readonly answer: "silence" }
  | { readonly answer: "half" }
  | { readonly answer: "token" }
);

/** A platform on loopback, with one server or workspace. */
export interface Side {
  readonly platform: "discord" | "slack";
  readonly tenant: Tenant;
  readonly config: Pick<Config, "discord" | "slack">;
  /** A new channel, with something said in it. */
  channel(): string;
  /** What the next post to a channel, or look at its history, is answered with. `met` tells that it came. */
  next(kind: "post" | "history", channel: string, answer: Answer, met?: () => void): void;
  /** The channel is deleted, or archived where that is what happens to channels. */
  remove(channel: string): void;
  /** The bot may not post there any more. */
  forbid(channel: string): void;
  /** The bot may not read the history any more. */
  hide(channel: string): void;
  /** When digests came into a channel, milliseconds since 1970. */
  posts(channel: string): number[];
  /** Whether anybody listens; `null` where that cannot be tried. */
  readonly listen: ((isUp: boolean) => Promise<void>) | null;
  /** Who makes subscriptions. */
  readonly person: string;
  /** Messages of the bot that are no digests. */
  notices(): number;
  violations(): readonly string[];
  close(): Promise<void>;
}

/** Whether the answer never ends: the request is held until its time is over. */
export function isHeld({ answer }: Answer): boolean {
  return answer === "silence" || answer === "half";
}

/** Milliseconds that are longer than any test. */
const NEVER = 10 * 365 * 24 * 3_600_000;

/** Discord, on a clock. */
export async function discordSide(clock: ManualClock): Promise<Side> {
  const peer = await createDiscordPeer({ clock });
  let channels = 0;
  const permit = (channel: string, ...not: bigint[]) =>
    peer.permit(
      channel,
      [Can.ViewChannel, Can.SendMessages, Can.ReadMessageHistory]
        .filter((bit) => !not.includes(bit))
        .reduce((all, bit) => all | bit, 0n),
    );
  const outcomeOf = (answer: Answer): FaultOutcome => {
    if (answer.answer === "429")
      return answer.seconds === null
        ? { status: 429, body: { message: "You are being rate limited." } }
        : { retryAfter: answer.seconds };
    if (answer.answer === "status") return { status: answer.status, body: "" };
    if (answer.answer === "token") return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    if (answer.answer === "silence") return "pass";
    return answer.answer === "half" ? "stall" : "reset";
  };
  return {
    platform: "discord",
    tenant: `discord:guild:${peer.guild.id}`,
    config: { discord: { token: peer.token, apiUrl: peer.apiUrl }, slack: null },
    channel() {
      const { id } = peer.addChannel(peer.guild.id, `c${(channels += 1)}`);
      peer.say("Good morning", { channel: id });
      return id;
    },
    next: (kind, channel, answer, met) =>
      peer.fault({
        method: kind === "post" ? "POST" : "GET",
        path: `/channels/${channel}/messages`,
        when: answer.taken === true ? "after" : "before",
        outcome: outcomeOf(answer),
        ...(answer.answer === "silence" && { delayMs: NEVER }),
        ...(met !== undefined && { met }),
      }),
    remove: (channel) => peer.removeChannel(channel),
    forbid: (channel) => permit(channel, Can.SendMessages),
    hide: (channel) => permit(channel, Can.ReadMessageHistory),
    posts: (channel) =>
      peer
        .messages(channel)
        .filter(({ author, nonce }) => author.id === peer.bot.id && nonce !== undefined)
        .map(({ timestamp }) => Date.parse(timestamp)),
    listen: (isUp) => peer.reach(isUp ? "up" : "refused"),
    person: peer.user.id,
    notices: () =>
      peer.requests.filter(
        ({ method, route, body, status }) =>
          method === "POST" &&
          route.endsWith("/messages") &&
          status === 200 &&
          !Object.hasOwn(body as object, "nonce"),
      ).length,
    violations: () => peer.violations,
    close: () => peer.close(),
  };
}

/** Slack, on a clock. */
export async function slackSide(clock: ManualClock): Promise<Side> {
  const peer = await createSlackPeer({ clock });
  const { workspace } = peer;
  let channels = 0;
  const faultOf = (answer: Answer): Fault => {
    if (answer.answer === "429") return { kind: "rate_limited", retryAfter: answer.seconds };
    if (answer.answer === "status") return { kind: "http", status: answer.status };
    if (answer.answer === "token") return { kind: "error", error: "token_revoked" };
    if (answer.answer === "silence") return { kind: "hang" };
    return { kind: answer.answer === "half" ? "stall" : "reset" };
  };
  return {
    platform: "slack",
    tenant: `slack:team:${workspace.id}`,
    config: {
      discord: null,
      slack: {
        botToken: workspace.botToken,
        apiUrl: peer.apiUrl,
        subscribers: [],
        reach: { mode: "socket", appToken: peer.appToken },
      },
    },
    channel() {
      const id = `C0FAULT${(channels += 1)}`;
      workspace.channels.set(id, {
        id,
        name: id.toLowerCase(),
        kind: "public",
        member: true,
        archived: false,
      });
      peer.say({ channel: id, user: "U0ASKER", text: "Good morning" });
      return id;
    },
    next: (kind, channel, answer, met) =>
      peer.fail(kind === "post" ? "chat.postMessage" : "conversations.history", faultOf(answer), {
        channel,
        applied: answer.taken === true,
        ...(met !== undefined && { met }),
      }),
    remove(channel) {
      workspace.channels.get(channel)!.archived = true;
    },
    forbid(channel) {
      workspace.channels.get(channel)!.member = false;
    },
    hide: (channel) =>
      peer.fail(
        "conversations.history",
        { kind: "error", error: "missing_scope" },
        { channel, times: 1_000 },
      ),
    posts: (channel) =>
      peer
        .messages(channel)
        .filter(({ metadata }) => metadata !== undefined)
        .map(({ ts }) => Math.floor(Number(ts)) * 1_000),
    listen: null,
    person: "U0ASKER",
    notices: () =>
      peer.requests.filter(
        ({ method, args, answer }) =>
          method === "chat.postMessage" &&
          args.metadata === undefined &&
          (answer as { ok: unknown }).ok === true,
      ).length,
    violations: () => peer.violations,
    close: () => peer.close(),
  };
}
