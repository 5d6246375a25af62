import type { Interaction, ModalSubmitInteraction } from "discord.js";
import type { Logger } from "../core/logger.ts";
import type { Desk } from "../core/desk.ts";
import { SeenLately } from "../core/once.ts";
import type { Form, Reply } from "../core/reply.ts";
import { ROOT } from "./compile.ts";
import { parseCustomId } from "./custom-id.ts";
import { describeError } from "./endings.ts";
import { askerOf, callOf } from "./parse.ts";
import { respond } from "./respond.ts";

/** Gives the handler of everything that people do with the bot. It never throws. */
export function createHandler(desk: Desk, log: Logger): (interaction: Interaction) => Promise<void> {
  const seen = new SeenLately();
  return async (interaction) => {
    // After a resume Discord may send again what was being answered.
    if (!seen.first(interaction.id)) return;
    try {
      await handle(interaction, desk);
    } catch (error) {
      log.warn({ platform: "discord", error: describeError(error) }, "an answer did not arrive");
    }
  };
}

async function handle(interaction: Interaction, desk: Desk): Promise<void> {
  const asker = askerOf(interaction);
  if (interaction.isChatInputCommand()) {
    if (interaction.commandName !== ROOT) return;
    await respond(interaction, asker, desk, desk.run(callOf(interaction), asker), false);
  } else if (interaction.isButton()) {
    const pressed = parseCustomId(interaction.customId);
    if (pressed === null) return;
    await respond(interaction, asker, desk, desk.press(pressed.key, asker), pressed.place === "update");
  } else if (interaction.isModalSubmit()) {
    await respond(interaction, asker, desk, submitted(interaction, desk), false);
  }
}

function submitted(interaction: ModalSubmitInteraction, desk: Desk): Promise<Reply | Form> {
  const key = interaction.customId.replace(/^form:/u, "");
  const fields: Record<string, string> = {};
  for (const [name, field] of interaction.fields.fields)
    if ("value" in field) fields[name] = String(field.value);
  return desk.press(key, askerOf(interaction), fields);
}
