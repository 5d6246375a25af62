import type { AutocompleteInteraction } from "discord.js";
import { within } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import { COMPLETIONS_MAX } from "../core/option.ts";
import { visible } from "../core/visible.ts";
import { call } from "./call.ts";
import { LIMITS } from "./limits.ts";
import { typedIn } from "./parse.ts";

/** Milliseconds that completions may take: who types does not wait long, and Discord waits three seconds. */
const PATIENCE = LIMITS.firstResponse / 2;

/** Offers what may stand for what is being typed; nothing where nothing is known in time. */
export async function complete(
  interaction: AutocompleteInteraction,
  asker: Asker,
  desk: Desk,
): Promise<void> {
  const { command, option, typed } = typedIn(interaction);
  const looking = desk.complete(command, option, typed, asker).catch(() => []);
  const values = (await within(looking, PATIENCE)) ?? [];
  await call(interaction.respond(choicesOf(values)), "the completions");
}

/** The values as Discord takes them. What is too long is left out: cut, it would name something else. */
function choicesOf(values: readonly string[]): { name: string; value: string }[] {
  return [...new Set(values)]
    .map((value) => ({ name: visible(value), value }))
    .filter(
      ({ name, value }) =>
        value.trim() !== "" && name.length <= LIMITS.choice && value.length <= LIMITS.choice,
    )
    .slice(0, COMPLETIONS_MAX);
}
