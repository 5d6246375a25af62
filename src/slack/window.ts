import type { ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { z } from "zod";
import { clip } from "../core/budget.ts";
import type { Form } from "../core/reply.ts";
import { visible } from "../core/visible.ts";
import type { ActionMessages } from "../messages/groups/actions.ts";
import { LIMITS } from "./limits.ts";

/** Name of our windows. */
export const WINDOW = "form";

const passedOn = z.object({
  /** Under which the form's command and values are kept. */
  key: z.string(),
  /**
   * Where the answer goes: the response_url of the click that opened the window, since a submission has none. Unlike
   * chat.postEphemeral it reaches the person also where the bot is not in the channel; it lives 30 minutes.
   */
  url: z.string(),
  /** The thread in which the person is. */
  thread: z.string().optional(),
  /** Where the click came from: a submission tells no channel, and may tell another team in a shared one. */
  origin: z.object({
    team_id: z.string().optional(),
    enterprise_id: z.string().optional(),
    is_enterprise_install: z.union([z.boolean(), z.string()]).optional(),
    channel_id: z.string().optional(),
    channel_name: z.string().optional(),
  }),
});

/**
 * What a window passes on from the click that opened it to its submission, in its private_metadata: Slack keeps that, and
 * shows it to nobody but the app.
 */
export type PassedOn = z.output<typeof passedOn>;

/** A form as a window: https://docs.slack.dev/reference/views/modal-views */
export function windowOf({ title, fields }: Form, passed: PassedOn, say: ActionMessages): ModalView {
  const plain = (text: string, max: number) =>
    ({ type: "plain_text", text: clip(visible(text), max), emoji: false }) as const;
  return {
    type: "modal",
    callback_id: WINDOW,
    private_metadata: JSON.stringify(passed),
    title: plain(title, LIMITS.windowText),
    submit: plain(say.window.send, LIMITS.windowText),
    close: plain(say.window.cancel, LIMITS.windowText),
    blocks: fields.map(({ name, label, value = "", optional = false }) => ({
      type: "input",
      block_id: name,
      label: plain(label, LIMITS.fieldLabel),
      optional,
      element: {
        type: "plain_text_input",
        action_id: name,
        max_length: LIMITS.fieldValue,
        ...(value === "" ? {} : { initial_value: clip(value, LIMITS.fieldValue) }),
      },
    })),
  };
}

/** What came back with a submission; `null` where the window is none of this version's. */
export function readPassedOn({
  private_metadata: text,
}: Pick<ViewOutput, "private_metadata">): PassedOn | null {
  try {
    return passedOn.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The answers by the names of their fields; one left blank is an empty text. */
export function answersIn({ state }: Pick<ViewOutput, "state">): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state.values).map(([name, inputs]) => [name, inputs[name]?.value ?? ""]),
  );
}
