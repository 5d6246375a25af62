import { GatewayDispatchEvents as Event, GatewayIntentBits as Intent } from "discord-api-types/v10";

/**
 * Intents that must be switched on in the developer portal:
 * https://discord.com/developers/docs/events/gateway#privileged-intents
 */
export const PRIVILEGED: number = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

const KNOWN = Object.values(Intent)
  .filter((value): value is Intent => typeof value === "number")
  .reduce((all, bit) => all | bit, 0);

/** Whether every bit is an intent the gateway knows; otherwise 4013. */
export function areKnown(intents: number): boolean {
  return Number.isSafeInteger(intents) && intents >= 0 && (intents & ~KNOWN) === 0;
}

/**
 * Which events need which intent, in a guild:
 * https://discord.com/developers/docs/events/gateway#list-of-intents
 */
const NEEDS: Partial<Record<Event, number>> = {
  [Event.GuildCreate]: Intent.Guilds,
  [Event.GuildDelete]: Intent.Guilds,
  [Event.ChannelCreate]: Intent.Guilds,
  [Event.ChannelDelete]: Intent.Guilds,
  [Event.MessageCreate]: Intent.GuildMessages,
};

/** Whether a session with these intents hears of an event. Interactions reach every session. */
export function hears(intents: number, event: Event, guildId: string | null): boolean {
  if (guildId === null && event === Event.MessageCreate) return (intents & Intent.DirectMessages) !== 0;
  const needed = NEEDS[event] ?? 0;
  return needed === 0 || (intents & needed) !== 0;
}

/**
 * What a session without MESSAGE_CONTENT sees of others' messages in a guild: everything but the words.
 * https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function redact(
  intents: number,
  event: Event,
  data: unknown,
  botId: string,
  guildId: string | null,
): unknown {
  if (event !== Event.MessageCreate || guildId === null || (intents & Intent.MessageContent) !== 0)
    return data;
  const message = data as { author: { id: string }; mentions: { id: string }[] };
  if (message.author.id === botId || message.mentions.some((user) => user.id === botId)) return data;
  return { ...message, content: "", embeds: [], attachments: [], components: [] };
}
