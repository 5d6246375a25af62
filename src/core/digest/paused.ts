import { en, ko } from "../../messages/groups/paused.ts";
import { echo } from "../budget.ts";
import { note, reply, text, type Block, type Reply } from "../reply.ts";
import type { ChannelRef, Subscription } from "../subscription.ts";

const MESSAGES = { en, ko };

/** Why a digest was paused: its channel is gone, or the platform refuses it there. */
export type PausedReason = "gone" | "forbidden";

/** What the person who made a subscription is told of its pause. */
export function pausedNotice(
  { at, zone, query, language, channel }: Subscription,
  reason: PausedReason,
): Reply {
  const say = MESSAGES[language];
  const address = addressOf(channel);
  const link: Block[] =
    address === null ? [] : [{ type: "text", spans: [{ type: "link", text: say.channel, url: address }] }];
  return reply([
    { type: "heading", spans: [text(say.heading)] },
    { type: "text", spans: [text(say.digest(at, zone, query === null ? null : echo(query)))] },
    { type: "text", spans: [text(say[reason])] },
    ...link,
    note(say.resume),
  ]);
}

/**
 * Where a channel is opened in a browser: https://docs.slack.dev/interactivity/deep-linking#open_a_channel, and as
 * Discord's client copies it. `null` for ids that are none.
 */
function addressOf({ tenant, channel }: ChannelRef): string | null {
  const [platform, kind, id = ""] = tenant.split(":");
  if (![id, channel].every((one) => /^[A-Za-z0-9]{1,32}$/u.test(one))) return null;
  if (platform === "discord" && kind === "guild") return `https://discord.com/channels/${id}/${channel}`;
  // An organisation's id is no workspace's.
  return platform === "slack" && kind === "team"
    ? `https://slack.com/app_redirect?team=${id}&channel=${channel}`
    : null;
}
