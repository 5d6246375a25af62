import { InteractionResponseType } from "discord-api-types/v10";
import type {
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import { isLoading, messagesOf } from "./messages.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { World } from "./world.ts";

/** What the person who started an interaction sees of it at one moment. */
export interface InteractionView {
  /** How the app answered; null while it has not. */
  type: InteractionResponseType | null;
  /**
   * The answer, or the message its component stood in where the app changed that one. Null where there is
   * none.
   */
  message: APIMessage | null;
  /** Earlier states of `message`, oldest first. */
  history: readonly APIMessage[];
  /** Further messages, oldest first. */
  followUps: readonly APIMessage[];
  /** The form the app opened. */
  modal: APIModalInteractionResponseCallbackData | null;
  /** The completions the app offered. */
  choices: readonly APIApplicationCommandOptionChoice[] | null;
}

/** One interaction, from the person's side. */
export interface InteractionHandle {
  /** What the bot received. */
  readonly interaction: APIInteraction;
  /** What there is to see now. */
  view(): InteractionView;
  /**
   * Resolves once there is something to see: a message (of a deferred answer, the message it becomes), a
   * form or completions. Rejects where the bot missed its three seconds or the peer was closed.
   */
  response(): Promise<InteractionView>;
  /** Resolves once the bot has answered at all, a deferral included. */
  acknowledged(): Promise<InteractionView>;
  /** Resolves once `ready` is true of what there is to see, for later edits and follow-ups. */
  until(ready: (view: InteractionView) => boolean): Promise<InteractionView>;
  /** The message of `response()`. Rejects where the bot answered with something else. */
  message(): Promise<APIMessage>;
}

/** Makes the person's side of an interaction. */
export function handleOf(world: World, state: InteractionState): InteractionHandle {
  const view = (): InteractionView => viewOf(world, state);
  const until = (ready: (view: InteractionView) => boolean): Promise<InteractionView> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const now = view();
        const done = ready(now);
        if (!done && state.failure === null) return;
        state.listeners.delete(look);
        if (done) resolve(now);
        else reject(state.failure ?? new Error("The interaction ended."));
      };
      state.listeners.add(look);
      look();
    });
  const response = (): Promise<InteractionView> => until((now) => isVisible(state, now));
  return {
    interaction: state.payload,
    view,
    until,
    response,
    acknowledged: () => until((now) => now.type !== null),
    async message() {
      const { message, type } = await response();
      if (message === null) throw new Error(`The bot answered with type ${String(type)}, without a message.`);
      return message;
    },
  };
}

function viewOf(world: World, state: InteractionState): InteractionView {
  const all = messagesOf(world, state.channelId);
  const byId = (id: string | null): APIMessage | null => all.find((one) => one.id === id) ?? null;
  return {
    type: state.answered,
    message: byId(state.originalId),
    history: [...state.history],
    followUps: state.followUpIds.flatMap((id) => byId(id) ?? []),
    modal: state.modal,
    choices: state.choices,
  };
}

function isVisible(state: InteractionState, view: InteractionView): boolean {
  if (view.type === null) return false;
  if (view.type === InteractionResponseType.DeferredChannelMessageWithSource) {
    return view.message === null || !isLoading(view.message);
  }
  if (view.type === InteractionResponseType.DeferredMessageUpdate) {
    return state.history.length > 0 || view.followUps.length > 0 || view.message === null;
  }
  return true;
}
