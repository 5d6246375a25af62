import type { Interaction, MessageContextMenuCommandInteraction, ModalSubmitInteraction } from "discord.js";
import type { Logger } from "../core/logger.ts";
import type { Asker, Desk } from "../core/desk.ts";
import { SeenLately } from "../core/once.ts";
import { note, reply, type Form, type Reply } from "../core/reply.ts";
import { actionMessages, labelOnMessage } from "../messages/groups/actions.ts";
import { ALL_MESSAGES, messagesFor } from "../messages/index.ts";
import { askerOf } from "./asker.ts";
import { ROOT } from "./compile.ts";
import { complete } from "./complete.ts";
import { parseCustomId } from "./custom-id.ts";
import { describeError } from "./endings.ts";
import { wordsOf } from "./message-text.ts";
import { callOf } from "./parse.ts";
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
  if (interaction.isAutocomplete()) {
    if (interaction.commandName === ROOT) await complete(interaction, asker, desk);
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName !== ROOT) return;
    await respond(interaction, asker, desk, desk.run(callOf(interaction), asker), false);
  } else if (interaction.isMessageContextMenuCommand()) {
    const answer = answerOnMessage(interaction, asker, desk);
    if (answer !== null) await respond(interaction, asker, desk, answer, false);
  } else if (interaction.isButton()) {
    const pressed = parseCustomId(interaction.customId);
    if (pressed === null) return;
    await respond(interaction, asker, desk, desk.press(pressed.key, asker), pressed.place === "update");
  } else if (interaction.isModalSubmit()) {
    await respond(interaction, asker, desk, submitted(interaction, asker, desk), false);
  }
}

/** Runs the command on the words of the message; `null` where no command has this name. */
function answerOnMessage(
  { commandName, targetMessage }: MessageContextMenuCommandInteraction,
  asker: Asker,
  desk: Desk,
): Promise<Reply | Form> | null {
  // Discord names the command in the language it was registered in first, whatever the person sees.
  const command = desk.commands.find(
    ({ name, onMessage }) => onMessage !== null && labelOnMessage(name, ALL_MESSAGES[0]!) === commandName,
  );
  if (command === undefined || command.onMessage === null) return null;
  const words = wordsOf(targetMessage);
  if (words !== "") return desk.run({ command: command.name, values: { [command.onMessage]: words } }, asker);
  const { messageWithoutText } = actionMessages(messagesFor(asker.locale));
  return Promise.resolve(reply([note(messageWithoutText(command.name))]));
}

function submitted(interaction: ModalSubmitInteraction, asker: Asker, desk: Desk): Promise<Reply | Form> {
  const key = interaction.customId.replace(/^form:/u, "");
  const fields: Record<string, string> = {};
  for (const [name, field] of interaction.fields.fields)
    if ("value" in field) fields[name] = String(field.value);
  return desk.press(key, asker, fields);
}
