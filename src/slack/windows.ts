import { RespondError, type App, type ViewOutput } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { atMost } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import type { Form } from "../core/reply.ts";
import { actionMessages } from "../messages/groups/actions.ts";
import { messagesFor } from "../messages/index.ts";
import { renderAnswer, sendAnswer } from "./answer.ts";
import type { Origin } from "./asker.ts";
import { describeError } from "./endings.ts";
import type { SlackMessage } from "./render.ts";
import { respondTo } from "./respond-to.ts";
import { answersIn, readPassedOn, windowOf, type PassedOn } from "./window.ts";

/** Milliseconds for one call to Slack. */
const DEADLINE = 10_000;

/** The calls that windows need; each throws what Bolt's client throws. */
export interface WindowCalls {
  /** Opens a window. A click's trigger lives three seconds: https://docs.slack.dev/reference/methods/views.open */
  open(trigger: string, view: ModalView): Promise<unknown>;
  /** Shows a message to one person in a channel that the bot is in. */
  tell(place: { channel: string; user: string; thread_ts?: string }, message: SlackMessage): Promise<unknown>;
}

/** These calls by a client of Bolt's. */
export function windowCalls(client: App["client"], token: string): WindowCalls {
  return {
    open: (trigger_id, view) => client.views.open({ token, trigger_id, view }),
    tell: (place, message) => client.chat.postEphemeral({ token, ...place, ...message }),
  };
}

/** What windows are made of. */
export interface WindowParts {
  desk: Desk;
  log: Logger;
  calls: WindowCalls;
  askerFor(origin: Origin): Promise<Asker>;
}

/** Opens windows for forms, and answers what people send with them. */
export function createWindows({ desk, log, calls, askerFor }: WindowParts) {
  return {
    /** Whether a window was opened. Never throws. */
    async open(form: Form, asker: Asker, trigger: string, place: Omit<PassedOn, "key">): Promise<boolean> {
      try {
        const { title: label, command, values } = form;
        const key = await desk.keep({ label, command, values }, asker);
        const say = actionMessages(messagesFor(asker.locale));
        await calls.open(trigger, windowOf(form, { ...place, key }, say));
        return true;
      } catch (error) {
        log.warn({ platform: "slack", error: describeError(error) }, "a window was not opened");
        return false;
      }
    },

    /** Runs the form's command, and answers where the window was opened from. Throws where nothing reached the person. */
    async answer(view: ViewOutput, user: { id: string; team_id?: string }): Promise<void> {
      const passed = readPassedOn(view);
      if (passed === null) {
        log.warn({ platform: "slack" }, "a window that another version opened was not answered");
        return;
      }
      const { key, url, thread, origin } = passed;
      const asker = await askerFor({ ...origin, user_id: user.id, user_team: user.team_id });
      const answer = await renderAnswer(await desk.press(key, asker, answersIn(view)), asker, desk);
      try {
        await sendAnswer(answer, { respond: respondTo(url), log, thread });
      } catch (error) {
        const { channel_id: channel } = origin;
        if (!isOver(error) || channel === undefined || answer.shared) throw error;
        const place = { channel, user: user.id, ...(thread === undefined ? {} : { thread_ts: thread }) };
        await atMost(calls.tell(place, answer.message), DEADLINE, "an answer");
      }
    },
  };
}

/** Whether a response_url was not taken any more, because a window stood open for long. */
function isOver(error: unknown): boolean {
  return error instanceof RespondError && error.statusCode >= 400 && error.statusCode < 500;
}
