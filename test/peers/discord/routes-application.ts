import type { APIApplicationCommand, ApplicationCommandType } from "discord-api-types/v10";
import { refusals } from "./errors.ts";
import { isJson, list, obj, scalar, text } from "./json.ts";
import { mergeErrors } from "./messages.ts";
import { noContent, ok } from "./routes.ts";
import { checkCommands } from "./rules-command.ts";
import { dmChannel } from "./world.ts";
import type { Json } from "./json.ts";
import type { Route, RouteCall } from "./routes.ts";
import type { World } from "./world.ts";

/**
 * The bot about itself, and its commands.
 * https://discord.com/developers/docs/interactions/application-commands#endpoints
 */
export function applicationRoutes(gatewayUrl: () => string): Route[] {
  const scopes = [
    "/applications/{application_id}/commands",
    "/applications/{application_id}/guilds/{guild_id}/commands",
  ];
  return [
    {
      method: "GET",
      path: "/gateway/bot",
      auth: true,
      // https://discord.com/developers/docs/events/gateway#get-gateway-bot
      run: () =>
        ok({
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
        }),
    },
    { method: "GET", path: "/users/@me", auth: true, run: ({ world }) => ok(world.bot) },
    { method: "GET", path: "/applications/@me", auth: true, run: ({ world }) => ok(world.application) },
    {
      method: "GET",
      path: "/oauth2/applications/@me",
      auth: true,
      run: ({ world }) => ok(world.application),
    },
    {
      method: "GET",
      path: "/guilds/{guild_id}",
      auth: true,
      run({ world, param }) {
        const guild = world.guilds.get(param("guild_id"));
        if (guild === undefined || world.foreign.has(guild.id)) throw refusals.unknownGuild();
        return ok(guild);
      },
    },
    {
      method: "GET",
      path: "/guilds/{guild_id}/members/{user_id}",
      auth: true,
      // The bot's own member needs no intent: https://docs.discord.com/developers/resources/guild#get-guild-member
      run({ world, param }) {
        const guild = world.guilds.get(param("guild_id"));
        if (guild === undefined || world.foreign.has(guild.id)) throw refusals.unknownGuild();
        const member = guild.members.find(({ user }) => user.id === param("user_id"));
        if (member === undefined) throw refusals.unknownUser();
        return ok(member);
      },
    },
    {
      method: "GET",
      path: "/users/@me/guilds",
      auth: true,
      // With what the bot may do there, overwrites of channels left out:
      // https://docs.discord.com/developers/resources/user#get-current-user-guilds
      run: ({ world }) =>
        ok(
          [...world.guilds.values()]
            .filter(({ id }) => !world.foreign.has(id))
            .map(({ id, name, roles }) => ({ id, name, owner: false, permissions: roles[0]!.permissions })),
        ),
    },
    {
      method: "POST",
      path: "/users/@me/channels",
      auth: true,
      // https://discord.com/developers/docs/resources/user#create-dm
      run({ world, form }) {
        const user = world.users.get(text(form["recipient_id"]));
        if (user === undefined) throw refusals.unknownUser();
        return ok(dmChannel(world, user).data);
      },
    },
    ...scopes.flatMap((path): Route[] => [
      { method: "GET", path, auth: true, run: listCommands },
      { method: "PUT", path, auth: true, run: overwriteCommands },
      { method: "DELETE", path: `${path}/{command_id}`, auth: true, run: deleteCommand },
    ]),
  ];
}

/** The scope a call means: null for global. Another app's commands and a foreign guild's are out of reach. */
function scopeOf({ world, param }: RouteCall, guild: string | null): string | null {
  if (param("application_id") !== world.application.id) throw refusals.missingAccess();
  if (guild !== null && (!world.guilds.has(guild) || world.foreign.has(guild)))
    throw refusals.missingAccess();
  return guild;
}

function guildParam(call: RouteCall): string | null {
  const guild = call.param("guild_id");
  return guild === "" ? null : guild;
}

function listCommands(call: RouteCall) {
  const commands = call.world.commands.get(scopeOf(call, guildParam(call))) ?? [];
  const localised = call.query.get("with_localizations") === "true";
  return ok(localised ? commands : commands.map(withoutLocalizations));
}

/** Without `with_localizations` the dictionaries are left out at every level. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith("_localizations"))
      .map(([key, inner]) => [key, withoutLocalizations(inner)]),
  );
}

function overwriteCommands(call: RouteCall) {
  const scope = scopeOf(call, guildParam(call));
  const errors = mergeErrors(call.found, checkCommands(call.body));
  if (errors.length > 0) throw refusals.invalidForm(errors);
  const before = call.world.commands.get(scope) ?? [];
  const after = list(call.body).map((value) => register(call.world, obj(value), scope, before));
  call.world.commands.set(scope, after);
  return ok(after);
}

/** A command that had the name and type keeps its id; a new `version` marks a change. */
function register(
  world: World,
  wanted: Json,
  guild: string | null,
  before: readonly APIApplicationCommand[],
): APIApplicationCommand {
  const type: ApplicationCommandType = typeof wanted["type"] === "number" ? wanted["type"] : 1;
  const known = before.find((one) => one.name === wanted["name"] && one.type === type);
  const made = {
    integration_types: [0],
    contexts: null,
    nsfw: false,
    description: "",
    ...wanted,
    id: known?.id ?? world.nextId(),
    type,
    application_id: world.application.id,
    default_member_permissions: scalar(wanted["default_member_permissions"]),
    ...(guild === null ? {} : { guild_id: guild }),
  };
  const same =
    known !== undefined && JSON.stringify({ ...made, version: known.version }) === JSON.stringify(known);
  return { ...made, version: same ? known.version : world.nextId() } as unknown as APIApplicationCommand;
}

function deleteCommand(call: RouteCall) {
  const scope = scopeOf(call, guildParam(call));
  const before = call.world.commands.get(scope) ?? [];
  call.world.commands.set(
    scope,
    before.filter((one) => one.id !== call.param("command_id")),
  );
  return noContent;
}
