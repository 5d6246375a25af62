import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import { list, obj, text } from "./json.ts";
import type { Json } from "./json.ts";
import type { FieldError, FieldPath } from "./errors.ts";

/** https://discord.com/developers/docs/interactions/application-commands ("Application Command Naming") */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** https://discord.com/developers/docs/interactions/application-commands#slash-commands */
const TREE_CHARACTERS = 8000;

/**
 * How many of each type a scope may hold; the description only bounds the sum.
 * https://discord.com/developers/docs/interactions/application-commands#registering-a-command
 */
const PER_TYPE: ReadonlyMap<number, number> = new Map([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
]);

/** What is wrong with a bulk overwrite, beyond what the OpenAPI description can say. */
export function checkCommands(body: unknown): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  for (const [at, value] of list(body).entries()) {
    const command = obj(value);
    const type = typeOf(command);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    const key = `${type} ${text(command["name"])}`;
    if (seen.has(key)) {
      errors.push({
        path: [at],
        code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
        message: "Application command names must be unique",
      });
    }
    seen.add(key);
    errors.push(...checkCommand(command, [at]));
  }
  for (const [type, count] of counts) {
    const max = PER_TYPE.get(type) ?? 1;
    if (count > max) errors.push({ path: [], ...tooMany(max) });
  }
  return errors;
}

function typeOf(command: Json): ApplicationCommandType {
  return typeof command["type"] === "number" ? command["type"] : ApplicationCommandType.ChatInput;
}

function checkCommand(command: Json, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  if (typeOf(command) !== ApplicationCommandType.ChatInput) {
    // User and message commands have neither description nor options:
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object
    for (const field of ["description", "options"] as const) {
      if (text(command[field]) !== "" || list(command[field]).length > 0) {
        errors.push({
          path: [...path, field],
          code: "APPLICATION_COMMAND_CONTEXT_MENU_FIELD",
          message: `Context menu commands cannot have ${field}`,
        });
      }
    }
    // Names of user and message commands may have spaces and capitals: 1-32 characters.
    // https://discord.com/developers/docs/interactions/application-commands ("Application Command Naming")
    for (const name of [command["name"], ...Object.values(obj(command["name_localizations"]))]) {
      if (text(name).trim() !== "" && text(name).length <= 32) continue;
      const message = "Must be between 1 and 32 in length.";
      errors.push({ path: [...path, "name"], code: "BASE_TYPE_BAD_LENGTH", message });
    }
    return errors;
  }
  errors.push(...checkNames(command, path));
  const description = text(command["description"]);
  if (description === "") {
    errors.push({
      path: [...path, "description"],
      code: "BASE_TYPE_REQUIRED",
      message: "This field is required",
    });
  }
  errors.push(...checkOptions(list(command["options"]), [...path, "options"], 0));
  if (characters(command) > TREE_CHARACTERS) {
    errors.push({
      path,
      code: "APPLICATION_COMMAND_TOO_LARGE",
      message: `Command exceeds maximum size (${TREE_CHARACTERS})`,
    });
  }
  return errors;
}

/** The default name and every translation follow the same pattern, and use lower case where there is one. */
function checkNames(node: Json, path: FieldPath): FieldError[] {
  const errors: FieldError[] = [];
  const check = (name: unknown, at: FieldPath): void => {
    if (typeof name !== "string") return;
    if (NAME.test(name) && name === name.toLowerCase()) return;
    errors.push({ path: at, code: "APPLICATION_COMMAND_INVALID_NAME", message: "Command name is invalid" });
  };
  check(node["name"], [...path, "name"]);
  for (const [locale, name] of Object.entries(obj(node["name_localizations"]))) {
    check(name, [...path, "name_localizations", locale]);
  }
  return errors;
}

function checkOptions(options: readonly unknown[], path: FieldPath, depth: number): FieldError[] {
  const errors: FieldError[] = [];
  // https://discord.com/developers/docs/interactions/application-commands#application-command-object ("Max
  // 25")
  if (options.length > 25) errors.push({ path, ...tooMany(25) });
  const names = new Set<string>();
  let optional = false;
  const nesting = options.filter((option) => isSub(obj(option))).length;
  for (const [at, value] of options.entries()) {
    const option = obj(value);
    const here: FieldPath = [...path, at];
    errors.push(...checkNames(option, here));
    const name = text(option["name"]);
    if (names.has(name)) {
      errors.push({
        path: here,
        code: "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        message: "Option name already exists",
      });
    }
    names.add(name);
    // Required options come before optional ones:
    // https://discord.com/developers/docs/interactions/application-commands ("Option Structure")
    if (option["required"] === true && optional) {
      errors.push({
        path: here,
        code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        message: "Required options must be placed before non-required options",
      });
    }
    if (option["required"] !== true && !isSub(option)) optional = true;
    errors.push(...checkKind(option, here, depth, nesting > 0));
    errors.push(...checkChoices(option, here));
    errors.push(...checkOptions(list(option["options"]), [...here, "options"], depth + 1));
  }
  return errors;
}

function isSub(option: Json): boolean {
  return (
    option["type"] === ApplicationCommandOptionType.Subcommand ||
    option["type"] === ApplicationCommandOptionType.SubcommandGroup
  );
}

/**
 * Groups hold subcommands, subcommands hold values, and a level holds one sort of thing.
 * https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups
 */
function checkKind(option: Json, path: FieldPath, depth: number, nested: boolean): FieldError[] {
  const group = option["type"] === ApplicationCommandOptionType.SubcommandGroup;
  const fits = isSub(option) ? (group ? depth === 0 : depth <= 1) : !nested;
  if (fits) return [];
  const message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
  return [{ path, code: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message }];
}

/** https://discord.com/developers/docs/interactions/application-commands ("Option Structure") */
function checkChoices(option: Json, path: FieldPath): FieldError[] {
  const choices = list(option["choices"]);
  const errors: FieldError[] = [];
  if (choices.length > 25) errors.push({ path: [...path, "choices"], ...tooMany(25) });
  if (choices.length > 0 && option["autocomplete"] === true) {
    errors.push({
      path: [...path, "autocomplete"],
      code: "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
      message: "autocomplete may not be set to true if choices are present",
    });
  }
  const names = new Set<string>();
  for (const [at, choice] of choices.entries()) {
    const name = text(obj(choice)["name"]);
    if (names.has(name)) {
      errors.push({
        path: [...path, "choices", at],
        code: "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
        message: "Choice name already exists",
      });
    }
    names.add(name);
  }
  return errors;
}

function tooMany(limit: number): { code: string; message: string } {
  return { code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${limit} or fewer in length.` };
}

/**
 * Name, description and value over the whole tree; of a translated field only the longest translation
 * counts.
 */
function characters(node: Json): number {
  const own = longest(node, "name") + longest(node, "description") + text(node["value"]).length;
  const parts = [...list(node["options"]), ...list(node["choices"])];
  return parts.reduce<number>((sum, part) => sum + characters(obj(part)), own);
}

function longest(node: Json, field: string): number {
  const translations = Object.values(obj(node[`${field}_localizations`]));
  return Math.max(text(node[field]).length, ...translations.map((words) => text(words).length));
}
