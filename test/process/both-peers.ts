import { expect, onTestFinished } from "vitest";
import { configWith } from "../cli/run.ts";
import { createDiscordPeer } from "../peers/discord.ts";
import { createSlackPeer } from "../peers/slack.ts";

/** Discord and Slack on loopback until the test ends, which must keep their rules, and the configuration of a bot for both. */
export async function openBothPeers() {
  const discord = await createDiscordPeer();
  const slack = await createSlackPeer();
  onTestFinished(async () => {
    await Promise.all([discord.close(), slack.close()]);
    expect([...discord.violations, ...slack.violations]).toEqual([]);
  });
  const config = configWith({
    discord: { token: discord.token, apiUrl: discord.apiUrl },
    slack: {
      botToken: slack.workspace.botToken,
      apiUrl: slack.apiUrl,
      subscribers: [],
      reach: { mode: "socket", appToken: slack.appToken },
    },
  });
  return { discord, slack, config };
}
