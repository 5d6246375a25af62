import type { AnyBlock } from "@slack/types";
import { elementsOf, held } from "./action.ts";
import { isJson, str, type Json } from "./json.ts";

/**
 * What a person fills in, by action_id: a text or an option's value, several values, or null for left empty.
 */
export type Filled = Record<string, string | readonly string[] | null>;

/** What an element shows before anybody touches it. */
function initial(element: Json): string | readonly string[] | null {
  const option = isJson(element.initial_option) ? str(element.initial_option.value) : undefined;
  if (Array.isArray(element.initial_options)) {
    return element.initial_options.filter(isJson).map((one) => String(one.value));
  }
  const keys = ["initial_value", "initial_date", "initial_time", "initial_user", "initial_channel"];
  const plain = [...keys, "initial_conversation"]
    .map((key) => str(element[key]))
    .find((one) => one !== undefined);
  return option ?? plain ?? null;
}

/**
 * `state.values` of a form, by block_id and action_id.
 * @throws Error where Slack's client would not let the form be sent: a field left empty that is not optional,
 * a text shorter or longer than the input allows, or an action_id the form does not have.
 */
export function stateValues(blocks: readonly AnyBlock[], filled: Filled): Json {
  const values: Record<string, Json> = {};
  const placed = elementsOf(blocks).filter(({ element }) => element.type !== "button");
  const names = placed.map(({ element }) => String(element.action_id));
  const unknown = Object.keys(filled).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No field ${unknown.join(", ")}; there are: ${names.join(", ")}.`);
  for (const { blockId, element } of placed) {
    const name = String(element.action_id);
    const value = filled[name] === undefined ? initial(element) : filled[name];
    const block = (blocks as unknown as Json[]).find((one) => one.block_id === blockId);
    const empty = value === null || value.length === 0;
    if (block?.type === "input" && block.optional !== true && empty) {
      throw new Error(`Slack asks for "${name}" before the form can be sent.`);
    }
    if (typeof value === "string" && element.type === "plain_text_input") fits(name, element, value);
    const use = empty ? {} : typeof value === "string" ? { value } : { values: value };
    values[blockId] = { ...values[blockId], [name]: held(element, use) };
  }
  return values;
}

function fits(name: string, element: Json, value: string): void {
  const { min_length: min, max_length: max } = element;
  if ((typeof min === "number" && value.length < min) || (typeof max === "number" && value.length > max)) {
    throw new Error(`Slack does not take ${value.length} characters for "${name}".`);
  }
}
