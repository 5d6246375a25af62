import { ErrorCode, type RespondArguments, type RespondFn } from "@slack/bolt";
import { atMost } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import { note, reply, type Action, type Form, type Reply } from "../core/reply.ts";
import { usageOf } from "../core/usage.ts";
import { actionMessages, type ActionMessages } from "../messages/groups/actions.ts";
import { messagesFor } from "../messages/index.ts";
import { describeError } from "./endings.ts";
import { renderReply, type SlackMessage } from "./render.ts";

/** Milliseconds for one call to Slack. */
const DEADLINE = 10_000;

/** An answer ready to be sent, to everybody or to who asked alone. */
export interface Answer {
  message: SlackMessage;
  shared: boolean;
  say: ActionMessages;
}

/** Renders what the desk answers. A window's question is told: the person is at the keyboard already. */
export async function renderAnswer(found: Reply | Form, asker: Asker, desk: Desk): Promise<Answer> {
  const keep = (action: Action) => desk.keep(action, asker);
  const say = actionMessages(messagesFor(asker.locale));
  const answer = found.type === "form" ? usageOf(found, asker) : found;
  try {
    return { message: await renderReply(answer, keep), shared: answer.shared === true, say };
  } catch (error) {
    return { message: await renderReply(desk.apology(error, asker), keep), shared: false, say };
  }
}

/** How an answer is sent to a response_url. */
export interface Sending {
  respond: RespondFn;
  log: Logger;
  /** Whether it takes the place of the message that was clicked. */
  replace?: boolean;
  /** The thread in which the person is, if they are in one. */
  thread?: string | undefined;
}

/**
 * Sends an answer to who asked, or posts it for everybody. Where it cannot be posted the person is told privately, with
 * what to do.
 *
 * @throws what Bolt throws where nothing reached the person.
 */
export async function sendAnswer({ message, shared, say }: Answer, how: Sending): Promise<void> {
  const { log, replace = false, thread } = how;
  // https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread
  const place = thread === undefined ? {} : { thread_ts: thread };
  if (!shared) {
    const where = replace ? { replace_original: true } : { replace_original: false, ...place };
    await send(how, { response_type: "ephemeral", ...where, ...message });
    return;
  }
  try {
    await send(how, { response_type: "in_channel", replace_original: false, ...place, ...message });
  } catch (error) {
    // Not thrown on: what may have been posted must not be posted again when Slack delivers the click again.
    log.warn({ platform: "slack", error: describeError(error) }, "a shared answer was not posted");
    const words = await renderReply(reply([note(whyNot(error, say))]), () => Promise.resolve(""));
    await send(how, { response_type: "ephemeral", replace_original: false, ...place, ...words });
  }
}

function send({ respond }: Sending, message: RespondArguments): Promise<unknown> {
  return atMost(respond(message), DEADLINE, "an answer");
}

/** Slack writes the reason (channel_not_found, is_archived, restricted_action) where Bolt does not look. */
function whyNot(error: unknown, { postRefused, postLater, postUnknown }: ActionMessages): string {
  const status = statusOf(error);
  if (status === null || status >= 500) return postUnknown;
  return status === 429 ? postLater : postRefused;
}

/** HTTP status with which a response_url was answered; `null` where there was no answer. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== ErrorCode.RespondError) return null;
  return "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : null;
}
