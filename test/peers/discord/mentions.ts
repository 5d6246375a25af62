import { AllowedMentionsTypes, ComponentType } from "discord-api-types/v10";
import type { APIUser } from "discord-api-types/v10";
import { list, obj, text } from "./json.ts";
import { allComponents } from "./rules-component.ts";
import type { Json } from "./json.ts";

/** Who a message notifies. */
export interface Pings {
  users: APIUser[];
  roles: string[];
  everyone: boolean;
}

/**
 * Who a message notifies, given what it says and what it allows. Code spans are not recognised, so text
 * that is quiet for Discord may count as a ping here, never the other way round.
 *
 * Without `allowed_mentions` a message in a channel notifies all it names, an answer to an interaction only
 * users:
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function pingsOf(message: Json, users: ReadonlyMap<string, APIUser>, interaction: boolean): Pings {
  const said = [
    text(message["content"]),
    ...allComponents(message["components"], [])
      .filter(({ component }) => component["type"] === ComponentType.TextDisplay)
      .map(({ component }) => text(component["content"])),
  ].join("\n");
  const named = (pattern: RegExp): string[] => [...said.matchAll(pattern)].map((match) => match[1] ?? "");
  const allowed = allowedOf(message["allowed_mentions"], interaction);
  return {
    users: [...new Set(named(/<@!?(\d{1,20})>/g))]
      .filter((id) => allowed.has(AllowedMentionsTypes.User) || allowed.has(`users:${id}`))
      .flatMap((id) => users.get(id) ?? []),
    roles: [...new Set(named(/<@&(\d{1,20})>/g))].filter(
      (id) => allowed.has(AllowedMentionsTypes.Role) || allowed.has(`roles:${id}`),
    ),
    everyone: /@(?:everyone|here)/.test(said) && allowed.has(AllowedMentionsTypes.Everyone),
  };
}

function allowedOf(value: unknown, interaction: boolean): Set<string> {
  if (value === undefined || value === null) {
    return new Set(interaction ? ["users"] : ["users", "roles", "everyone"]);
  }
  const given = obj(value);
  const ids = (["users", "roles"] as const).flatMap((kind) =>
    list(given[kind]).map((id) => `${kind}:${text(id)}`),
  );
  return new Set([...list(given["parse"]).map(text), ...ids]);
}
