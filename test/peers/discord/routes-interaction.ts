import { ApplicationCommandOptionType, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import { refusals } from "./errors.ts";
import { ANSWER_MS, changed } from "./interaction-state.ts";
import { list, num, obj } from "./json.ts";
import {
  addMessage,
  assertMessage,
  editMessage,
  findMessage,
  isEphemeral,
  isLoading,
  mergeErrors,
} from "./messages.ts";
import { noContent, ok } from "./routes.ts";
import { answersTo, checkChoices, checkModal } from "./rules-answer.ts";
import { channelOf } from "./world.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { Json } from "./json.ts";
import type { Route, RouteCall } from "./routes.ts";
import type { World } from "./world.ts";

/** Flags an answer may set. */
export const ANSWER_FLAGS: number =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

/**
 * The first answer:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
 */
export const interactionRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    auth: false,
    run: answer,
  },
];

function answer(call: RouteCall) {
  const { world, form } = call;
  const state = world.interactions.get(call.param("interaction_token"));
  if (state === undefined || state.payload.id !== call.param("interaction_id")) {
    throw refusals.unknownInteraction();
  }
  if (state.answered !== null) throw refusals.alreadyAcknowledged();
  // Too late is told as unknown: the API has forgotten it.
  if (world.clock.now() - state.createdAt >= ANSWER_MS) throw refusals.unknownInteraction();
  const allowed = answersTo(state.payload.type, state.source !== null);
  const type = num(form["type"]);
  if (!allowed.includes(type)) {
    const message = `Value must be one of {${allowed.join(", ")}}.`;
    throw refusals.invalidForm(
      mergeErrors(call.found, [{ path: ["type"], code: "BASE_TYPE_CHOICES", message }]),
    );
  }
  const message = apply(call, state, type, obj(form["data"]));
  state.answered = type;
  changed(state);
  return call.query.get("with_response") === "true" ? ok(callbackResponse(state, type, message)) : noContent;
}

function apply(call: RouteCall, state: InteractionState, type: unknown, data: Json): APIMessage | null {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      assertMessage(data, call.found, ["data"]);
      return keepOriginal(state, postAnswer(call.world, state, data, ANSWER_FLAGS));
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      refuseFound(call);
      // Of the flags only EPHEMERAL counts in a deferral; LOADING is the API's own.
      const flags = (num(data["flags"]) & MessageFlags.Ephemeral) | MessageFlags.Loading;
      return keepOriginal(state, postAnswer(call.world, state, { flags }, flags));
    }
    case InteractionResponseType.DeferredMessageUpdate:
      refuseFound(call);
      state.originalId = state.source?.id ?? null;
      return null;
    case InteractionResponseType.UpdateMessage: {
      const source = findMessage(call.world, state.channelId, state.source?.id ?? "");
      const edited = editMessage(call.world, source, data, call.found, ["data"]);
      state.history.push(source);
      return keepOriginal(state, edited);
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult: {
      const errors = mergeErrors(call.found, checkChoices(data, focusedType(state)));
      if (errors.length > 0) throw refusals.invalidForm(errors);
      state.choices = list(data["choices"]) as APIApplicationCommandOptionChoice[];
      return null;
    }
    case InteractionResponseType.Modal: {
      const errors = mergeErrors(call.found, checkModal(data));
      if (errors.length > 0) throw refusals.invalidForm(errors);
      state.modal = data as unknown as APIModalInteractionResponseCallbackData;
      return null;
    }
    default:
      refuseFound(call);
      return null;
  }
}

function refuseFound(call: RouteCall): void {
  if (call.found.length > 0) throw refusals.invalidForm(call.found);
}

function keepOriginal(state: InteractionState, message: APIMessage): APIMessage {
  state.originalId = message.id;
  return message;
}

/** Posts a message as the answer of an interaction. */
export function postAnswer(world: World, state: InteractionState, body: Json, settable: number): APIMessage {
  return addMessage(world, {
    channel: channelOf(world, state.channelId),
    author: world.bot,
    body: state.hidden ? { ...body, flags: num(body["flags"]) | MessageFlags.Ephemeral } : body,
    settable: settable | (state.hidden ? MessageFlags.Ephemeral : 0),
    interaction: metadataOf(state),
  });
}

/** https://discord.com/developers/docs/resources/message#message-interaction-metadata-object */
function metadataOf(state: InteractionState): APIMessageInteractionMetadata {
  const base = {
    id: state.payload.id,
    type: state.payload.type,
    user: state.user,
    authorizing_integration_owners: {},
  };
  const source = state.source === null ? {} : { interacted_message_id: state.source.id };
  return { ...base, ...source } as APIMessageInteractionMetadata;
}

/** The type of the option the person is typing in; a string where none is marked. */
function focusedType(state: InteractionState): number {
  const search = (options: unknown): number | null => {
    for (const value of list(options)) {
      const option = obj(value);
      if (option["focused"] === true) return num(option["type"]);
      const inner = search(option["options"]);
      if (inner !== null) return inner;
    }
    return null;
  };
  return search(obj(state.payload.data)["options"]) ?? ApplicationCommandOptionType.String;
}

/**
 * Interaction Callback Response:
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
function callbackResponse(state: InteractionState, type: number, message: APIMessage | null): unknown {
  const interaction = { id: state.payload.id, type: state.payload.type };
  if (message === null) return { interaction };
  return {
    interaction: {
      ...interaction,
      response_message_id: message.id,
      response_message_loading: isLoading(message),
      response_message_ephemeral: isEphemeral(message),
    },
    resource: { type, message },
  };
}
