import type { App } from "@slack/bolt";
import type { ChannelTrouble } from "../core/channel-trouble.ts";
import { within } from "../core/deadline.ts";
import { platformErrorOf } from "./endings.ts";

/** Milliseconds that an answer waits for it. */
const PATIENCE = 800;

/** https://docs.slack.dev/reference/methods/conversations.history#errors; a private channel without the bot does not exist for it. */
const TROUBLES: Readonly<Record<string, ChannelTrouble>> = {
  not_in_channel: "absent",
  channel_not_found: "absent",
  missing_scope: "history",
};

/**
 * Gives what keeps digests from a channel. Slack tells in no payload whether the bot is in the channel, so its history is
 * asked for, which needs no scope that verifying does not need. `null` where Slack does not tell in time, or holds the
 * call back (one a minute for some apps).
 */
export function createChannelTrouble(client: App["client"], token: string) {
  return (channel: string): Promise<ChannelTrouble | null> =>
    within(
      client.conversations.history({ token, channel, limit: 1 }).then(
        () => null,
        (error: unknown) => TROUBLES[platformErrorOf(error) ?? ""] ?? null,
      ),
      PATIENCE,
    );
}
