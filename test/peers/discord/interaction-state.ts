import type {
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  InteractionResponseType,
} from "discord-api-types/v10";

/**
 * An app has this long to answer:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction
 */
export const ANSWER_MS = 3000;

/**
 * An interaction's token lives this long:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 */
export const TOKEN_MS = 15 * 60 * 1000;

/** What has become of one interaction. */
export interface InteractionState {
  readonly payload: APIInteraction;
  readonly user: APIUser;
  readonly channelId: string;
  readonly guildId: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Whether Discord shows whatever the app says to the person alone. */
  readonly hidden: boolean;
  /** The message whose component was used. */
  readonly source: APIMessage | null;
  /** Null until the app has answered. */
  answered: InteractionResponseType | null;
  /** The message `@original` means, null before there is one and after it was deleted. */
  originalId: string | null;
  /** Earlier states of the original, oldest first. */
  history: APIMessage[];
  followUpIds: string[];
  modal: APIModalInteractionResponseCallbackData | null;
  choices: APIApplicationCommandOptionChoice[] | null;
  /** Why nothing more can come. */
  failure: Error | null;
  /** Called after every change. */
  readonly listeners: Set<() => void>;
}

/** Tells everyone who waits that something changed. */
export function changed(state: InteractionState): void {
  for (const listener of state.listeners) listener();
}

/** Ends an interaction that was not answered. */
export function fail(state: InteractionState, why: string): void {
  if (state.failure !== null) return;
  state.failure = new Error(why);
  changed(state);
}
