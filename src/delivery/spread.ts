import { createHash } from "node:crypto";
import type { ChannelRef } from "../core/subscription.ts";

/** Posts a second on Discord, over all servers; the platform allows 50 (https://discord.com/developers/docs/topics/rate-limits#global-rate-limit). */
export const DISCORD_PER_SECOND = 40;
/** Posts a minute in a Slack workspace; above "several hundred" it limits (https://docs.slack.dev/apis/web-api/rate-limits/). */
export const SLACK_PER_MINUTE = 100;
/** Milliseconds between two posts in a channel: Slack's rule, and gentle on Discord. */
export const CHANNEL_EVERY = 1_000;

/** How many digests are due at one moment. */
export interface Crowd {
  /** On the platform. */
  readonly onPlatform: number;
  /** In the tenant: the server or workspace. */
  readonly inTenant: number;
}

/**
 * Milliseconds by which a digest waits after the moment at which so many are due, so that they come evenly at the
 * rate that the platform allows. It hangs on the subscription alone: a channel keeps its place in the row, and several
 * processes spread as one does. Alone, a digest does not wait.
 */
export function spreadOf({ tenant, channel }: ChannelRef, subscription: string, crowd: Crowd): number {
  const over = tenant.startsWith("slack:")
    ? (crowd.inTenant - 1) * (60_000 / SLACK_PER_MINUTE)
    : (crowd.onPlatform - 1) * (1_000 / DISCORD_PER_SECOND);
  const hash = createHash("sha256")
    .update(JSON.stringify([tenant, channel, subscription]))
    .digest();
  return Math.floor((hash.readUIntBE(0, 6) / 2 ** 48) * over);
}
