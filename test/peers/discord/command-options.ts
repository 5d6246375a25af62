import { ApplicationCommandOptionType as Type } from "discord-api-types/v10";
import type { APIApplicationCommand } from "discord-api-types/v10";
import { list, num, obj, text } from "./json.ts";
import type { Json } from "./json.ts";
import type { World } from "./world.ts";

/** What a person typed or picked. Users, channels and roles are given by id. */
export type OptionValue = string | number | boolean;

/**
 * The `data` of a slash command:
 * Application Command Data Structure:
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export interface CommandData {
  options: Json[];
  resolved: Json;
}

interface Typed {
  world: World;
  values: Readonly<Record<string, OptionValue>>;
  /** The option being typed in, for autocomplete. */
  focused: string | null;
}

/**
 * Turns names and values into the options Discord would send for a registered command, and refuses what its
 * client does not let a person send: unknown or missing options, values outside choices and bounds.
 */
export function commandData(
  world: World,
  command: APIApplicationCommand,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
  focused: string | null,
): CommandData {
  const resolved: Json = {};
  const typed: Typed = { world, values, focused };
  return { options: level(typed, obj(command)["options"], path, resolved), resolved };
}

function level(typed: Typed, options: unknown, path: readonly string[], resolved: Json): Json[] {
  const declared = list(options).map(obj);
  const nested = declared.some((option) => isNesting(option));
  const [next, ...rest] = path;
  if (nested) {
    const option = declared.find((one) => one["name"] === next);
    if (option === undefined) throw new Error(`There is no subcommand "${next ?? ""}".`);
    const inner = level(typed, option["options"], rest, resolved);
    return [{ name: option["name"], type: option["type"], options: inner }];
  }
  if (next !== undefined) throw new Error(`There is no subcommand "${next}".`);
  return leaf(typed, declared, resolved);
}

function isNesting(option: Json): boolean {
  return option["type"] === Type.Subcommand || option["type"] === Type.SubcommandGroup;
}

function leaf(typed: Typed, declared: readonly Json[], resolved: Json): Json[] {
  const { values, focused } = typed;
  const known = new Set(declared.map((option) => text(option["name"])));
  for (const name of Object.keys(values)) {
    if (!known.has(name)) throw new Error(`There is no option "${name}".`);
  }
  return declared.flatMap((option): Json[] => {
    const name = text(option["name"]);
    const value = values[name];
    if (value === undefined) {
      // While someone types, required options may still be missing.
      if (option["required"] === true && focused === null) throw new Error(`Option "${name}" is required.`);
      return [];
    }
    const sent = { name, type: option["type"], value };
    if (focused === name) {
      if (option["autocomplete"] !== true) throw new Error(`Option "${name}" has no autocomplete.`);
      // The value of a focused option is what was typed so far, a string even for numbers.
      return [{ ...sent, value: String(value), focused: true }];
    }
    assertFits(option, name, value);
    resolve(typed.world, num(option["type"]), value, resolved);
    return [sent];
  });
}

/**
 * Application Command Option Structure:
 * https://discord.com/developers/docs/interactions/application-commands
 */
function assertFits(option: Json, name: string, value: OptionValue): void {
  const type = num(option["type"]) as Type;
  const number = type === Type.Integer || type === Type.Number;
  const fits = number
    ? typeof value === "number"
    : type === Type.Boolean
      ? typeof value === "boolean"
      : typeof value === "string";
  if (!fits || (type === Type.Integer && !Number.isSafeInteger(value))) {
    throw new Error(`Option "${name}" cannot be ${JSON.stringify(value)}.`);
  }
  const choices = list(option["choices"]).map((choice) => obj(choice)["value"]);
  if (choices.length > 0 && !choices.includes(value)) {
    throw new Error(`Option "${name}" has no choice ${JSON.stringify(value)}.`);
  }
  const size = typeof value === "string" ? value.length : Number(value);
  const [low, high] = typeof value === "string" ? ["min_length", "max_length"] : ["min_value", "max_value"];
  const min = option[low ?? ""];
  const max = option[high ?? ""];
  if ((typeof min === "number" && size < min) || (typeof max === "number" && size > max)) {
    throw new Error(`Option "${name}" is out of its bounds: ${JSON.stringify(value)}.`);
  }
  // A client does not send an empty string for an option that was not filled in, nor more than 6,000
  // characters.
  if (type === Type.String && (size === 0 || size > 6000)) {
    throw new Error(`Option "${name}" cannot have ${size} characters.`);
  }
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding ("Resolved Data Structure") */
function resolve(world: World, type: Type, value: OptionValue, resolved: Json): void {
  const id = String(value);
  const put = (kind: string, found: unknown): void => {
    if (found === undefined) throw new Error(`The peer knows nothing with id ${id}.`);
    resolved[kind] = { ...obj(resolved[kind]), [id]: found };
  };
  const channel = world.channels.get(id)?.data;
  const roles = [...world.guilds.values()].flatMap((guild) => guild.roles);
  const role = roles.find((one) => one.id === id);
  if (type === Type.User || (type === Type.Mentionable && role === undefined))
    put("users", world.users.get(id));
  if (type === Type.Role || (type === Type.Mentionable && role !== undefined)) put("roles", role);
  if (type === Type.Channel) {
    put("channels", channel && { id, type: channel.type, name: channel.name, permissions: "0" });
  }
}
