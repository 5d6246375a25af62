import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { list, obj, text } from "./json.ts";
import type { Json } from "./json.ts";
import type { FieldError, FieldPath } from "./errors.ts";

/** A component and where it stands. */
export interface PlacedComponent {
  component: Json;
  path: FieldPath;
}

/** Every component of a tree, parents before children: rows, containers, sections, accessories, labels. */
export function allComponents(components: unknown, path: FieldPath): PlacedComponent[] {
  return list(components).flatMap((value, at) => within(obj(value), [...path, at]));
}

function within(component: Json, path: FieldPath): PlacedComponent[] {
  const single = (["accessory", "component"] as const)
    .filter((key) => key in component)
    .flatMap((key) => within(obj(component[key]), [...path, key]));
  return [{ component, path }, ...allComponents(component["components"], [...path, "components"]), ...single];
}

/**
 * A custom id is unique in a message (a disabled component's too) or in a modal.
 * https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id
 */
export function checkCustomIds(placed: readonly PlacedComponent[]): FieldError[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    const id = text(component["custom_id"]);
    if (id === "" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path: [...path, "custom_id"],
        code: "COMPONENT_CUSTOM_ID_DUPLICATED",
        message: "Component custom id cannot be duplicated",
      },
    ];
  });
}

/** What the description leaves out about each component on its own. */
export function checkEach(placed: readonly PlacedComponent[]): FieldError[] {
  return placed.flatMap(({ component, path }) => {
    switch (component["type"]) {
      case ComponentType.ActionRow:
        return checkRow(component, path);
      case ComponentType.Button:
        return checkButton(component, path);
      case ComponentType.StringSelect:
        return checkSelect(component, path);
      case ComponentType.TextInput:
        return checkTextInput(component, path);
      default:
        return [];
    }
  });
}

/**
 * A row holds up to five buttons or one select.
 * https://discord.com/developers/docs/components/reference#action-row
 */
function checkRow(row: Json, path: FieldPath): FieldError[] {
  const inside = list(row["components"]).map(obj);
  const buttons = inside.filter((part) => part["type"] === ComponentType.Button).length;
  const width = buttons + (inside.length - buttons) * 5;
  if (inside.length > 0 && width <= 5) return [];
  const message =
    inside.length === 0
      ? "Must be between 1 and 5 in length."
      : "The specified component exceeds the maximum width";
  const code = inside.length === 0 ? "BASE_TYPE_BAD_LENGTH" : "COMPONENT_LAYOUT_WIDTH_EXCEEDED";
  return [{ path: [...path, "components"], code, message }];
}

/** https://discord.com/developers/docs/components/reference#button */
function checkButton(button: Json, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const has = (key: string): boolean => button[key] !== undefined && button[key] !== null;
  const required = (key: string): void => {
    errors.push({ path: [...path, key], code: "BASE_TYPE_REQUIRED", message: "This field is required" });
  };
  const link = button["style"] === ButtonStyle.Link;
  const premium = button["style"] === ButtonStyle.Premium;
  if (link && !has("url")) required("url");
  if (!link && !premium && !has("custom_id")) required("custom_id");
  if (premium && !has("sku_id")) required("sku_id");
  if ((link || premium) && has("custom_id")) {
    errors.push({
      path,
      code: "BUTTON_COMPONENT_CUSTOM_ID_INVALID",
      message: "A custom id cannot be specified for this style",
    });
  }
  if (!link && has("url")) {
    errors.push({
      path,
      code: "BUTTON_COMPONENT_URL_INVALID",
      message: "A url cannot be specified for this style",
    });
  }
  if (!premium && text(button["label"]) === "" && !has("emoji")) {
    errors.push({
      path,
      code: "BUTTON_COMPONENT_INVALID_LABEL",
      message: "A label or an emoji must be specified",
    });
  }
  if (link && has("url") && !/^(?:https?|discord):\/\//i.test(text(button["url"]))) {
    errors.push({ path: [...path, "url"], ...scheme("'http', 'https', 'discord'") });
  }
  return errors;
}

/** The words for a link that is not one the API takes. */
export function scheme(allowed: string): { code: string; message: string } {
  return { code: "URL_TYPE_INVALID_SCHEME", message: `Scheme must be one of (${allowed}).` };
}

/** https://discord.com/developers/docs/components/reference#string-select */
function checkSelect(select: Json, path: FieldPath): FieldError[] {
  const options = list(select["options"]).map(obj);
  const errors: FieldError[] = [];
  const values = new Set<string>();
  for (const [at, option] of options.entries()) {
    const value = text(option["value"]);
    if (values.has(value)) {
      errors.push({
        path: [...path, "options", at, "value"],
        code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        message: "The specified option value is already used",
      });
    }
    values.add(value);
  }
  const min = typeof select["min_values"] === "number" ? select["min_values"] : 1;
  const max = typeof select["max_values"] === "number" ? select["max_values"] : 1;
  const chosen = options.filter((option) => option["default"] === true).length;
  if (min > max || max > options.length || chosen > max) {
    errors.push({
      path,
      code: "SELECT_COMPONENT_VALUES_RANGE_INVALID",
      message: "min_values, max_values, the options and the defaults do not fit each other",
    });
  }
  return errors;
}

/** https://discord.com/developers/docs/components/reference#text-input */
function checkTextInput(input: Json, path: FieldPath): FieldError[] {
  const min = typeof input["min_length"] === "number" ? input["min_length"] : 0;
  const max = typeof input["max_length"] === "number" ? input["max_length"] : 4000;
  const value = text(input["value"]);
  if (min <= max && value.length <= max) return [];
  const message = `Must be between ${min} and ${max} in length.`;
  return [{ path: [...path, "value"], code: "BASE_TYPE_BAD_LENGTH", message }];
}
