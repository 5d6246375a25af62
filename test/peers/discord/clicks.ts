import { ComponentType, InteractionType } from "discord-api-types/v10";
import type { APIMessage, APIUser } from "discord-api-types/v10";
import { interact } from "./interactions.ts";
import { list, num, obj, text } from "./json.ts";
import { findMessage, isEphemeral } from "./messages.ts";
import { sceneOf } from "./people.ts";
import { allComponents } from "./rules-component.ts";
import type { InteractionHandle } from "./handle.ts";
import type { InteractionState } from "./interaction-state.ts";
import type { Json } from "./json.ts";
import type { Actor, Scene } from "./people.ts";
import type { World } from "./world.ts";

/** A person presses a button. Throws where the message has no such button, or it is disabled or a link. */
export function pressButton(
  world: World,
  reader: APIUser,
  message: APIMessage,
  customId: string,
  actor: Actor,
): InteractionHandle {
  const { current, component, scene } = reach(world, reader, message, customId, actor);
  if (component["type"] !== ComponentType.Button) throw new Error(`"${customId}" is not a button.`);
  return interact(world, scene, InteractionType.MessageComponent, clickData(component), current);
}

/** A person picks from a select menu. Values of a string select are its options'; of the others, ids. */
export function pickValues(
  world: World,
  reader: APIUser,
  message: APIMessage,
  customId: string,
  values: readonly string[],
  actor: Actor,
): InteractionHandle {
  const { current, component, scene } = reach(world, reader, message, customId, actor);
  assertPickable(component, values);
  const resolved = resolvedFor(world, num(component["type"]), values);
  const data = { ...clickData(component), values: [...values], resolved };
  return interact(world, scene, InteractionType.MessageComponent, data, current);
}

/**
 * Message Component Data Structure:
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
function clickData(component: Json): Json {
  return { custom_id: component["custom_id"], component_type: component["type"], id: component["id"] };
}

function reach(
  world: World,
  reader: APIUser,
  message: APIMessage,
  customId: string,
  actor: Actor,
): { current: APIMessage; component: Json; scene: Scene } {
  const current = findMessage(world, message.channel_id, message.id);
  const scene = sceneOf(world, { ...actor, channel: message.channel_id }, reader);
  const owner = current.interaction_metadata?.user.id;
  if (isEphemeral(current) && owner !== scene.user.id) throw new Error("Only its asker sees this message.");
  const found = allComponents(current.components, []).find(
    ({ component }) => component["custom_id"] === customId,
  );
  if (found === undefined) throw new Error(`The message has no component "${customId}".`);
  if (found.component["disabled"] === true) throw new Error(`The component "${customId}" is disabled.`);
  return { current, component: found.component, scene };
}

/** https://discord.com/developers/docs/components/reference#string-select */
function assertPickable(component: Json, values: readonly string[]): void {
  const id = text(component["custom_id"]);
  const min = typeof component["min_values"] === "number" ? component["min_values"] : 1;
  const max = typeof component["max_values"] === "number" ? component["max_values"] : 1;
  if (values.length < min || values.length > max) {
    throw new Error(`"${id}" takes ${min} to ${max} values, not ${values.length}.`);
  }
  if (component["type"] !== ComponentType.StringSelect) return;
  const offered = new Set(list(component["options"]).map((option) => text(obj(option)["value"])));
  for (const value of values) if (!offered.has(value)) throw new Error(`"${id}" has no option "${value}".`);
}

function resolvedFor(world: World, type: ComponentType, values: readonly string[]): Json | undefined {
  const pick = (kind: string, find: (id: string) => unknown): Json => ({
    [kind]: Object.fromEntries(values.map((id) => [id, find(id)])),
  });
  if (type === ComponentType.UserSelect) return pick("users", (id) => world.users.get(id));
  if (type === ComponentType.ChannelSelect) return pick("channels", (id) => world.channels.get(id)?.data);
  return undefined;
}

/** What a person writes into a form, by custom id: text, or the values of a select. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * A person sends a form the bot opened. Throws where the form would not let them.
 * https://discord.com/developers/docs/interactions/receiving-and-responding ("Modal Submit Data Structure")
 */
export function submitForm(
  world: World,
  opened: InteractionState,
  values: FormValues,
  actor: Actor,
): InteractionHandle {
  const { modal } = opened;
  if (modal === null) throw new Error("The bot opened no form here.");
  const known = new Set<string>();
  const components = list(modal.components).map((component) => filled(obj(component), values, known));
  for (const id of Object.keys(values)) if (!known.has(id)) throw new Error(`The form has no field "${id}".`);
  const scene = sceneOf(world, { user: opened.user, ...actor, channel: opened.channelId }, opened.user);
  const source = opened.source === null ? null : findMessage(world, opened.channelId, opened.source.id);
  const data = { custom_id: modal.custom_id, components };
  return interact(world, scene, InteractionType.ModalSubmit, data, source);
}

/** The form's tree again, with values in place of labels. */
function filled(component: Json, values: FormValues, known: Set<string>): Json {
  const base = { type: component["type"], id: num(component["id"]) };
  if (component["component"] !== undefined) {
    return { ...base, component: filled(obj(component["component"]), values, known) };
  }
  if (component["components"] !== undefined) {
    return {
      ...base,
      components: list(component["components"]).map((one) => filled(obj(one), values, known)),
    };
  }
  const id = text(component["custom_id"]);
  if (id === "") return base;
  known.add(id);
  const given = values[id];
  if (component["type"] !== ComponentType.TextInput) {
    const picked = typeof given === "string" ? [given] : [...(given ?? [])];
    if (picked.length > 0 || component["required"] !== false) assertPickable(component, picked);
    return { ...base, custom_id: id, values: picked };
  }
  const value = typeof given === "string" ? given : text(component["value"]);
  const min = num(component["min_length"]);
  const max = typeof component["max_length"] === "number" ? component["max_length"] : 4000;
  const required = component["required"] !== false;
  if ((value === "" && required) || (value !== "" && (value.length < min || value.length > max))) {
    throw new Error(`The form does not take ${value.length} characters for "${id}".`);
  }
  return { ...base, custom_id: id, value };
}
