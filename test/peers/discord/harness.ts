import { Client, Events, GatewayIntentBits, REST, Routes } from "discord.js";
import type { ChatInputCommandInteraction, ClientEvents, Interaction, RESTOptions } from "discord.js";
import { afterEach } from "vitest";
import { createDiscordPeer } from "../discord.ts";
import type { DiscordPeer } from "../discord.ts";
import type { DiscordPeerOptions } from "./options.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A peer that is closed after the test. */
export async function startPeer(options: DiscordPeerOptions = {}): Promise<DiscordPeer> {
  const peer = await createDiscordPeer(options);
  closers.push(() => peer.close());
  return peer;
}

/** A real client that talks to the peer, not logged in, destroyed after the test. */
export function makeClient(
  peer: DiscordPeer,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Client {
  const client = new Client({
    intents,
    rest: { api: peer.apiUrl },
    // The usual throttler waits 5 s between two IDENTIFYs.
    ws: { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }) },
  });
  closers.push(() => client.destroy());
  return client;
}

/** Resolves with the first argument of the client's next event of this name. */
export function next<Name extends keyof ClientEvents>(
  client: Client,
  name: Name,
): Promise<ClientEvents[Name][0]> {
  return new Promise((resolve) => {
    client.once(name, (...args) => resolve(args[0]));
  });
}

/** A client that is ready, and hands interactions to `onInteraction`. */
export async function login(
  peer: DiscordPeer,
  onInteraction: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
): Promise<Client> {
  const client = makeClient(peer);
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  const ready = next(client, Events.ClientReady);
  await client.login(peer.token);
  await ready;
  return client;
}

/** A REST client with the peer's token. */
export function rest(peer: DiscordPeer, options: Partial<RESTOptions> = {}): REST {
  return new REST({ api: peer.apiUrl, ...options }).setToken(peer.token);
}

/** A slash command with one subcommand, `/korea search query [private]`. */
export const KOREA = {
  name: "korea",
  description: "Quotes documents",
  options: [
    {
      type: 1,
      name: "search",
      description: "Finds excerpts",
      options: [
        { type: 3, name: "query", description: "Words", required: true, autocomplete: true },
        { type: 5, name: "private", description: "Only you" },
      ],
    },
  ],
};

/** Registers global commands in place of those there were. */
export async function register(peer: DiscordPeer, ...commands: readonly unknown[]): Promise<void> {
  await rest(peer).put(Routes.applicationCommands(peer.application.id), { body: commands });
}

/** The interaction as a slash command; an error for anything else. */
export function slash(interaction: Interaction): ChatInputCommandInteraction {
  if (!interaction.isChatInputCommand()) throw new Error("not a slash command");
  return interaction;
}
