import { Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from "discord.js";
import { atMost } from "../core/deadline.ts";

/** What registering did, or would do. */
export type Registered = "unchanged" | "registered" | "deleted";

/** Where commands are registered, and whether anything is changed there. */
export interface RegisterOptions {
  rest: REST;
  applicationId: string;
  /** `null`: everywhere. */
  guildId: string | null;
  dryRun: boolean;
}

/** Milliseconds for one call. */
const DEADLINE = 10_000;
/** Asks for all languages: without it Discord leaves the translations out. */
export const WITH_LOCALIZATIONS = new URLSearchParams({ with_localizations: "true" });

/**
 * Registers the commands where what is registered differs from them. Discord counts registrations (200 a day,
 * https://docs.discord.com/developers/interactions/application-commands#registering-a-command) and forgets nobody's
 * permissions only as long as nothing is written.
 */
export async function registerCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { rest, applicationId, guildId, dryRun }: RegisterOptions,
): Promise<Registered> {
  const route = routeOf(applicationId, guildId);
  const there = await atMost(
    rest.get(route, { query: WITH_LOCALIZATIONS }),
    DEADLINE,
    "the list of commands",
  );
  if (isRegistered(wanted, there)) return "unchanged";
  if (!dryRun) await atMost(rest.put(route, { body: wanted }), DEADLINE, "the registration of commands");
  return "registered";
}

/** Deletes all commands of the application there. */
export async function deleteCommands({
  rest,
  applicationId,
  guildId,
  dryRun,
}: RegisterOptions): Promise<Registered> {
  const route = routeOf(applicationId, guildId);
  const there = await atMost(rest.get(route), DEADLINE, "the list of commands");
  if (Array.isArray(there) && there.length === 0) return "unchanged";
  if (!dryRun) await atMost(rest.put(route, { body: [] }), DEADLINE, "the deletion of commands");
  return "deleted";
}

function routeOf(applicationId: string, guildId: string | null): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/** Whether Discord's list has these commands, as they are wanted, and no other; in any order. */
export function isRegistered(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  there: unknown,
): boolean {
  if (!Array.isArray(there) || there.length !== wanted.length) return false;
  return wanted.every((command) => there.some((one) => covers(one, command)));
}

/** What we say of an option, or leave out because it has none; Discord adds nothing of these by itself. */
const OURS = ["choices", "autocomplete", "min_value", "max_value", "min_length", "max_length"] as const;

/** Whether what is there says all that is wanted. Discord adds fields of its own and leaves out `false` and empty ones. */
function covers(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(there)) return wanted.length === 0;
    return there.length === wanted.length && wanted.every((item, index) => covers(there[index], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof there !== "object" || there === null) return false;
    const found = there as Record<string, unknown>;
    return (
      Object.entries(wanted).every(([key, value]) => covers(found[key], value)) &&
      OURS.every((key) => key in wanted || isNothing(found[key]))
    );
  }
  return there === wanted || (wanted === false && isNothing(there));
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
  );
}
