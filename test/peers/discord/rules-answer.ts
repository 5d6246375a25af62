import { InteractionResponseType as Reply, InteractionType } from "discord-api-types/v10";
import { list, obj, text } from "./json.ts";
import { allComponents, checkCustomIds, checkEach } from "./rules-component.ts";
import type { Json } from "./json.ts";
import type { FieldError } from "./errors.ts";

/**
 * Which answers an interaction takes.
 * https://discord.com/developers/docs/interactions/receiving-and-responding ("Interaction Callback Type")
 */
export function answersTo(type: InteractionType, fromMessage: boolean): readonly number[] {
  const message = [Reply.ChannelMessageWithSource, Reply.DeferredChannelMessageWithSource];
  const update = [Reply.DeferredMessageUpdate, Reply.UpdateMessage];
  switch (type) {
    case InteractionType.Ping:
      return [Reply.Pong];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Reply.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...message, ...update, Reply.Modal];
    case InteractionType.ModalSubmit:
      return fromMessage ? [...message, ...update] : message;
    case InteractionType.ApplicationCommand:
      return [...message, Reply.Modal, Reply.LaunchActivity];
  }
}

/**
 * What is wrong with a form.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
 */
export function checkModal(data: Json): FieldError[] {
  const errors: FieldError[] = [];
  const bounded = (field: string, length: number, max: number): void => {
    if (length >= 1 && length <= max) return;
    errors.push({
      path: ["data", field],
      code: "BASE_TYPE_BAD_LENGTH",
      message: `Must be between 1 and ${max} in length.`,
    });
  };
  bounded("title", text(data["title"]).length, 45);
  bounded("custom_id", text(data["custom_id"]).length, 100);
  bounded("components", list(data["components"]).length, 5);
  const placed = allComponents(data["components"], ["data", "components"]);
  return [...errors, ...checkCustomIds(placed), ...checkEach(placed)];
}

/**
 * What is wrong with completions: at most 25, and each value of the option's own type.
 * https://discord.com/developers/docs/interactions/application-commands#autocomplete
 */
export function checkChoices(data: Json, optionType: number): FieldError[] {
  const choices = list(data["choices"]).map(obj);
  const errors: FieldError[] = [];
  if (choices.length > 25) {
    errors.push({
      path: ["data", "choices"],
      code: "BASE_TYPE_MAX_LENGTH",
      message: "Must be 25 or fewer in length.",
    });
  }
  for (const [at, choice] of choices.entries()) {
    for (const field of ["name", "value"] as const) {
      const value = choice[field];
      if (typeof value === "string" && value.length >= 1 && value.length <= 100) continue;
      if (field === "value" && typeof value === "number" && optionType !== 3) continue;
      errors.push({
        path: ["data", "choices", at, field],
        code: "BASE_TYPE_BAD_LENGTH",
        message: "Must be between 1 and 100 in length.",
      });
    }
  }
  return errors;
}
