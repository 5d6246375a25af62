import { webApi } from "@slack/bolt";
import { afterEach } from "vitest";
import { createSlackPeer, type SlackPeer } from "../slack.ts";
import type { SlackPeerOptions } from "./options.ts";

const open: SlackPeer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((peer) => peer.close()));
});

/** A peer that ends with the test, and the SDK's own client for its bot: no retries, no waiting. */
export async function start(
  options: SlackPeerOptions = {},
  token?: string,
): Promise<[SlackPeer, webApi.WebClient]> {
  const peer = await createSlackPeer(options);
  open.push(peer);
  return [peer, client(peer, token ?? peer.workspace.botToken)];
}

const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => "error" as never,
  setName: () => undefined,
};

/** A client with this token. */
export const client = (peer: SlackPeer, token?: string): webApi.WebClient =>
  new webApi.WebClient(token, {
    slackApiUrl: peer.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  });

/** The `data` of the platform error a call ends in. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    return (error as { data: Record<string, unknown> }).data;
  }
  throw new Error("The call was answered.");
}
