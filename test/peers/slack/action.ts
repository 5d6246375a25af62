import type { AnyBlock } from "@slack/types";
import { isJson, items, str, type Json } from "./json.ts";

/** What a person does with an element. */
export interface Use {
  /**
   * The value of the option chosen, the text typed, the date picked, the id of the person or channel chosen.
   */
  value?: string;
  /** The values chosen, where there may be several. */
  values?: readonly string[];
  /** Which block, where several hold an element with this action_id. */
  blockId?: string;
}

/** An element with the block it stands in. */
export interface Placed {
  blockId: string;
  element: Json;
}

/** Every element with an action_id, in the order of the blocks. */
export function elementsOf(blocks: readonly AnyBlock[]): Placed[] {
  return (blocks as unknown as Json[]).flatMap((block): Placed[] => {
    // A container holds blocks, and a carousel cards.
    const cards = items(block.elements).filter((one) => isJson(one) && one.type === "card");
    const children = [...items(block.child_blocks), ...cards] as AnyBlock[];
    const own = [...items(block.elements), ...items(block.actions), block.accessory, block.element];
    const here = own
      .filter(isJson)
      .filter((element) => str(element.action_id) !== undefined)
      .map((element) => ({ blockId: str(block.block_id) ?? "", element }));
    return [...here, ...elementsOf(children)];
  });
}

/**
 * The one element a person would use.
 * @throws Error where there is none, or more than one that fits.
 */
export function pick(blocks: readonly AnyBlock[], actionId: string, use: Use): Placed {
  const named = elementsOf(blocks).filter(({ element }) => element.action_id === actionId);
  const fitting = named
    .filter(({ blockId }) => use.blockId === undefined || blockId === use.blockId)
    // Buttons cannot be given a value: the value says which of several is meant.
    .filter(
      ({ element }) => element.type !== "button" || use.value === undefined || element.value === use.value,
    );
  const [only, more] = fitting;
  if (only === undefined || more !== undefined) {
    const ids = elementsOf(blocks).map(({ blockId, element }) => `${blockId}/${String(element.action_id)}`);
    throw new Error(`${fitting.length} elements fit "${actionId}"; there are: ${ids.join(", ") || "none"}.`);
  }
  return only;
}

function option(element: Json, value: string): Json {
  const groups = items(element.option_groups).filter(isJson);
  const options = [...items(element.options), ...groups.flatMap((group) => items(group.options))].filter(
    isJson,
  );
  const found = options.find((one) => one.value === value);
  // An external select's options come from the bot; there the peer takes the value as it is.
  if (found === undefined && str(element.type)?.endsWith("external_select") !== true) {
    throw new Error(
      `No option "${value}"; there are: ${options.map((one) => String(one.value)).join(", ")}.`,
    );
  }
  return found ?? { text: { type: "plain_text", text: value }, value };
}

/**
 * The fields of a single choice or a text, by the element's type:
 * docs.slack.dev/reference/interaction-payloads
 */
const SINGLE: Record<string, string> = {
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  datepicker: "selected_date",
  timepicker: "selected_time",
  plain_text_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  number_input: "value",
};

const MULTIPLE: Record<string, string> = {
  multi_users_select: "selected_users",
  multi_conversations_select: "selected_conversations",
  multi_channels_select: "selected_channels",
};

/**
 * What an element holds after its use, as `actions[]` and `state.values` carry it.
 * docs.slack.dev/reference/interaction-payloads/block_actions-payload and …/view-interactions-payload
 */
export function held(element: Json, use: Use): Json {
  const type = str(element.type) ?? "";
  const value = use.value;
  const single = SINGLE[type];
  if (single !== undefined) return { type, [single]: value ?? null };
  const multiple = MULTIPLE[type];
  if (multiple !== undefined) return { type, [multiple]: use.values ?? [] };
  if (type === "datetimepicker")
    return { type, selected_date_time: value === undefined ? null : Number(value) };
  if (type === "checkboxes" || type === "multi_static_select" || type === "multi_external_select") {
    return { type, selected_options: (use.values ?? []).map((one) => option(element, one)) };
  }
  if (["static_select", "external_select", "radio_buttons", "overflow"].includes(type)) {
    return { type, selected_option: value === undefined ? null : option(element, value) };
  }
  // Buttons carry their own text and value.
  return { type, text: element.text, ...(element.value !== undefined && { value: element.value }) };
}
