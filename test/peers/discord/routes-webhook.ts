import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type { APIMessage } from "discord-api-types/v10";
import { refusals } from "./errors.ts";
import { changed, TOKEN_MS } from "./interaction-state.ts";
import { num } from "./json.ts";
import { assertMessage, deleteMessage, editMessage, findMessage, isLoading } from "./messages.ts";
import { noContent, ok } from "./routes.ts";
import { ANSWER_FLAGS, postAnswer } from "./routes-interaction.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { Route, RouteCall } from "./routes.ts";

const WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
const MESSAGES = [`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`];

/**
 * What an app does after its first answer: edits, deletes, adds. `@original` is the first answer.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
 */
export const webhookRoutes: readonly Route[] = [
  { method: "POST", path: WEBHOOK, auth: false, run: followUp },
  ...MESSAGES.flatMap((path): Route[] => [
    { method: "GET", path, auth: false, run: (call) => ok(messageOf(call, stateOf(call))) },
    { method: "PATCH", path, auth: false, run: edit },
    { method: "DELETE", path, auth: false, run: remove },
  ]),
];

/**
 * The interaction of a token. Before the first answer its webhook does not exist yet (10015), after 15
 * minutes the token is no longer good (50027).
 */
function stateOf({ world, param }: RouteCall): InteractionState {
  const state = world.interactions.get(param("webhook_token"));
  if (state === undefined || param("webhook_id") !== world.application.id) throw refusals.unknownWebhook();
  if (world.clock.now() - state.createdAt >= TOKEN_MS) throw refusals.invalidWebhookToken();
  if (state.answered === null || state.choices !== null) throw refusals.unknownWebhook();
  return state;
}

/** `@original` or one of the follow-ups; another message of the channel is out of reach. */
function messageOf(call: RouteCall, state: InteractionState): APIMessage {
  const named = call.param("message_id");
  const id = named === "" || named === "@original" ? state.originalId : named;
  const own = id !== null && (id === state.originalId || state.followUpIds.includes(id));
  if (!own) throw refusals.unknownMessage();
  return findMessage(call.world, state.channelId, id);
}

function edit(call: RouteCall) {
  const state = stateOf(call);
  const message = messageOf(call, state);
  const edited = editMessage(call.world, message, call.form, call.found);
  if (message.id === state.originalId) state.history.push(message);
  changed(state);
  return ok(edited);
}

function remove(call: RouteCall) {
  const state = stateOf(call);
  const message = messageOf(call, state);
  deleteMessage(call.world, message);
  if (message.id === state.originalId) state.originalId = null;
  state.followUpIds = state.followUpIds.filter((id) => id !== message.id);
  changed(state);
  return noContent;
}

/**
 * A further message. The first one after a deferral takes the place of the "thinking" message, and is
 * ephemeral if that was.
 */
function followUp(call: RouteCall) {
  const state = stateOf(call);
  const { world, form, found } = call;
  assertMessage(form, found);
  const original = state.originalId === null ? null : findMessage(world, state.channelId, state.originalId);
  const deferred = state.answered === InteractionResponseType.DeferredChannelMessageWithSource;
  if (deferred && original !== null && isLoading(original)) {
    const flags = num(form["flags"]) & ~MessageFlags.Ephemeral;
    const filled = editMessage(world, original, { ...form, flags });
    state.history.push(original);
    changed(state);
    return ok(filled);
  }
  const message = postAnswer(world, state, form, ANSWER_FLAGS);
  state.followUpIds.push(message.id);
  changed(state);
  return ok(message);
}
