import {
  ComponentType,
  MessageFlags,
  TextInputStyle,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import { clip } from "../core/budget.ts";
import { within } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import { note, reply, type Action, type Form, type Reply } from "../core/reply.ts";
import { usageOf } from "../core/usage.ts";
import { actionMessages } from "../messages/groups/actions.ts";
import { messagesFor } from "../messages/index.ts";
import { call } from "./call.ts";
import { LIMITS } from "./limits.ts";
import { renderReply, type Component } from "./render.ts";
import { share, sharedReply } from "./share.ts";

/** What can be answered with a message. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction;

/** What can be answered with a window. */
type Openable = Exclude<Answerable, ModalSubmitInteraction>;

/** Milliseconds after which an answer that is not ready is announced: in time for the first response, with room. */
const PATIENCE = LIMITS.firstResponse / 2;

/** A reply as it is sent, to everybody or to who asked alone. */
interface Rendered {
  type: "rendered";
  components: Component[];
  shared: boolean;
}

/**
 * Answers an interaction: at once where the answer is ready, else with "thinking" first. Only who asked sees it, unless
 * the reply is shared and they may post. `replace` puts the answer in the place of the message that was clicked.
 */
export async function respond(
  interaction: Answerable,
  asker: Asker,
  desk: Desk,
  answer: Promise<Reply | Form>,
  replace: boolean,
): Promise<void> {
  const keep = (action: Action) => desk.keep(action, asker);
  const say = actionMessages(messagesFor(asker.locale));
  const render = async (found: Reply): Promise<Rendered> => {
    const shared = found.shared === true && asker.mayPost === true;
    const shown =
      found.shared === true && !shared
        ? { ...found, blocks: [...found.blocks, note(say.mayNotPost)] }
        : shared
          ? sharedReply(found, interaction.guildId !== null)
          : found;
    try {
      return { type: "rendered", components: await renderReply(shown, keep), shared };
    } catch (error) {
      const components = await renderReply(desk.apology(error, asker), keep);
      return { type: "rendered", components, shared: false };
    }
  };
  const rendering = answer.then(async (found) => {
    if (found.type === "reply") return render(found);
    // A window's answer cannot be another window, and a window cannot ask more than it has room for.
    const opens = !interaction.isModalSubmit() && found.fields.length <= LIMITS.fieldsInModal;
    return opens ? found : render(usageOf(found, asker));
  });
  const ready = await within(rendering, PATIENCE);
  if (ready?.type === "form" && !interaction.isModalSubmit())
    return showForm(interaction, asker, desk, ready);
  const update = replace && interaction.isMessageComponent();
  if (ready === null) {
    await call(
      update ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral }),
      "the announcement",
    );
  }
  const late = ready ?? (await rendering);
  // A form that comes too late cannot be opened any more: whoever typed is told what it would ask.
  const instead = (form: Form) =>
    interaction.isMessageComponent() ? reply([note(say.windowFailed)]) : usageOf(form, asker);
  const { components, shared } = late.type === "form" ? await render(instead(late)) : late;
  if (shared) {
    return share(interaction, components, {
      announced: ready !== null ? null : update ? "update" : "reply",
      say,
      render: (words) => renderReply(reply([note(words)]), keep),
    });
  }
  const body = { components, flags: MessageFlags.IsComponentsV2, allowedMentions: { parse: [] } } as const;
  if (ready === null) await call(interaction.editReply(body), "the answer");
  else if (update) await call(interaction.update(body), "the answer");
  else {
    await call(
      interaction.reply({ ...body, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral }),
      "the answer",
    );
  }
}

/** Opens a window with the fields; its answer comes back as a submission with the form's key. */
async function showForm(interaction: Openable, asker: Asker, desk: Desk, form: Form): Promise<void> {
  const key = await desk.keep({ label: form.title, command: form.command, values: form.values }, asker);
  await call(
    interaction.showModal({
      custom_id: `form:${key}`,
      title: clip(form.title, LIMITS.modalTitle),
      components: form.fields.map(({ name, label, value, optional }) => ({
        type: ComponentType.Label,
        label: clip(label, LIMITS.fieldLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: name,
          style: TextInputStyle.Short,
          // One that is left blank comes back as an empty text.
          required: optional !== true,
          ...(value === undefined ? {} : { value: clip(value, LIMITS.fieldValue) }),
        },
      })),
    }),
    "the form",
  );
}
