import { Routes, type REST, type RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";
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

/**
 * Registers the command where what is registered differs from it. Discord counts registrations (200 a day,
 * https://docs.discord.com/developers/interactions/application-commands#registering-a-command) and forgets nobody's
 * permissions only as long as nothing is written.
 */
export async function registerCommand(
  body: RESTPostAPIChatInputApplicationCommandsJSONBody,
  { rest, applicationId, guildId, dryRun }: RegisterOptions,
): Promise<Registered> {
  const route = routeOf(applicationId, guildId);
  const query = new URLSearchParams({ with_localizations: "true" });
  const there = await atMost(rest.get(route, { query }), DEADLINE, "the list of commands");
  if (Array.isArray(there) && there.length === 1 && covers(there[0], body)) return "unchanged";
  if (!dryRun) await atMost(rest.put(route, { body: [body] }), DEADLINE, "the registration of commands");
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

/** Whether what is there says all that is wanted. Discord adds fields of its own and leaves out `false` and empty ones. */
function covers(there: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(there)) return wanted.length === 0;
    return there.length === wanted.length && wanted.every((item, index) => covers(there[index], item));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof there !== "object" || there === null) return false;
    return Object.entries(wanted).every(([key, value]) =>
      covers((there as Record<string, unknown>)[key], value),
    );
  }
  return there === wanted || (wanted === false && (there === undefined || there === null));
}
