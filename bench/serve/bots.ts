import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, HTTPReceiver } from "@slack/bolt";
import { Client, Events, GatewayIntentBits, MessageFlags } from "discord.js";
import { openDesk } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import type { Desk } from "../../src/core/desk.ts";
import { startDiscord } from "../../src/discord/bot.ts";
import { createLogger } from "../../src/ops/log.ts";
import { startSlack } from "../../src/slack/app.ts";
import { SIGNING_SECRET } from "./slack-side.ts";

/** The bots that are measured: ours, and a bare one of the same library that answers with a fixed text. */
export const BOTS = ["slack bare", "slack desk", "discord bare", "discord desk"] as const;
/** One of them. */
export type Bot = (typeof BOTS)[number];

/** What a bot's process has used so far: bytes of memory at most, milliseconds of all processors. */
export interface Used {
  memory: number;
  cpu: number;
}

/** Looks like a token to discord.js; it says nothing. */
const DISCORD_TOKEN = "MTAwMA.bench.bench";
const SLACK_TOKEN = "xoxb-bench";

/**
 * Runs a bot in this process until the parent goes away, which is told where it listens, and what was used when asked.
 * Only loopback addresses.
 */
export async function runBot(bot: Bot, apiUrl: string): Promise<void> {
  process.on("disconnect", () => process.exit(0));
  const port = await START[bot](apiUrl);
  process.on("message", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.send?.({ memory: maxRSS * 1_024, cpu: (userCPUTime + systemCPUTime) / 1_000 });
  });
  process.send?.({ port });
}

const START: Readonly<Record<Bot, (apiUrl: string) => Promise<number | null>>> = {
  async "slack bare"(apiUrl) {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
    const app = new App({ token: SLACK_TOKEN, receiver, clientOptions: { slackApiUrl: apiUrl } });
    app.command("/korea", async ({ ack }) => ack({ response_type: "ephemeral", text: "Bare" }));
    const address = (await receiver.start(0)).address();
    return typeof address === "object" ? (address?.port ?? null) : null;
  },
  async "slack desk"(apiUrl) {
    const reach = { mode: "http", signingSecret: SIGNING_SECRET, port: 0 } as const;
    const log = createLogger("warn");
    const { port } = await startSlack({ botToken: SLACK_TOKEN, apiUrl, reach, desk: await builtIn(), log });
    return port;
  },
  async "discord bare"(apiUrl) {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) {
        void interaction.reply({ content: "Bare", flags: MessageFlags.Ephemeral });
      }
    });
    const ready = new Promise((resolve) => void client.once(Events.ClientReady, resolve));
    await client.login(DISCORD_TOKEN);
    await ready;
    return null;
  },
  async "discord desk"(apiUrl) {
    await startDiscord({ token: DISCORD_TOKEN, apiUrl, desk: await builtIn(), log: createLogger("warn") });
    return null;
  },
};

/** The desk over the built-in corpus, its store on the disk as in service. */
async function builtIn(): Promise<Desk> {
  const dataDir = mkdtempSync(join(tmpdir(), "korea-desk-bench-"));
  process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const config = readConfig({
    environment: { LOG_LEVEL: "warn", DEFAULT_TIMEZONE: "UTC" },
    dotenv: null,
  }).config!;
  const { desk } = await openDesk({ ...config, dataDir });
  return desk;
}
