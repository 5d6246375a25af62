import type { App, BlockButtonAction } from "@slack/bolt";
import { within } from "../core/deadline.ts";
import type { Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import { SeenLately } from "../core/once.ts";
import { note, reply } from "../core/reply.ts";
import { actionMessages } from "../messages/groups/actions.ts";
import { messagesFor } from "../messages/index.ts";
import { renderAnswer, sendAnswer, type Answer } from "./answer.ts";
import { askerOf, fromBody, type Origin } from "./asker.ts";
import { describeError } from "./endings.ts";
import { unescapeTyped } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { callbackId } from "./manifest.ts";
import { wordsOf } from "./message-text.ts";
import type { Person } from "./people.ts";

/** Milliseconds after which an answer that is not ready follows later: the acknowledgement must be in time. */
const PATIENCE = LIMITS.firstResponse / 2;

/** What listeners need. */
export interface ListenerParts {
  desk: Desk;
  log: Logger;
  personOf(user: string): Promise<Person>;
}

/** Answers `/korea …`, clicks on what it answered, and commands on messages. */
export function addListeners(app: App, { desk, log, personOf }: ListenerParts): void {
  const seen = new SeenLately();
  // Slack sends again what it believes was not acknowledged; a trigger id belongs to one thing that a person did.
  const once = async (id: string, run: () => Promise<void>, repeated: () => Promise<void>): Promise<void> => {
    if (!seen.first(id)) return repeated();
    try {
      await run();
    } catch (error) {
      seen.forget(id);
      log.warn({ platform: "slack", error: describeError(error) }, "an answer did not arrive");
    }
  };
  const askerFor = async (origin: Origin, user: string) => askerOf(origin, await personOf(user));

  app.command("/korea", ({ command, ack, respond }) =>
    once(
      command.trigger_id,
      async () => {
        const answer = answerTyped(command.text, command, command.user_id);
        const ready = await within(answer, PATIENCE);
        // What an acknowledgement shows to everybody comes with the command as it was typed.
        if (ready?.shared === false) return ack({ response_type: "ephemeral", ...ready.message });
        await ack();
        await sendAnswer(await answer, { respond, log });
      },
      () => ack(),
    ),
  );

  const answerTyped = async (typed: string, origin: Origin, user: string): Promise<Answer> => {
    const asker = await askerFor(origin, user);
    return renderAnswer(await desk.runText(unescapeTyped(typed), asker), asker, desk);
  };

  app.action<BlockButtonAction>(/^(?:new|update):\d+$/u, ({ action, body, ack, respond }) =>
    once(
      body.trigger_id,
      async () => {
        await ack();
        const asker = await askerFor(fromBody(body), body.user.id);
        const answer = await renderAnswer(await desk.press(action.value ?? "", asker), asker, desk);
        const replace = action.action_id.startsWith("update:");
        const { message_ts: ts, thread_ts: thread } = body.container;
        await sendAnswer(answer, { respond, log, replace, thread: threadOf(ts, thread) });
      },
      () => ack(),
    ),
  );

  for (const { name, onMessage } of desk.commands) {
    if (onMessage === null) continue;
    app.shortcut({ type: "message_action", callback_id: callbackId(name) }, ({ shortcut, ack, respond }) =>
      once(
        shortcut.trigger_id,
        async () => {
          await ack();
          const { message, user } = shortcut;
          const asker = await askerFor(fromBody(shortcut), user.id);
          const words = wordsOf(message);
          const { messageWithoutText } = actionMessages(messagesFor(asker.locale));
          const found =
            words === ""
              ? reply([note(messageWithoutText(name))])
              : await desk.run({ command: name, values: { [onMessage]: words } }, asker);
          const answer = await renderAnswer(found, asker, desk);
          await sendAnswer(answer, { respond, log, thread: threadOf(message.ts, message["thread_ts"]) });
        },
        () => ack(),
      ),
    );
  }
}

/** The thread that a message is an answer in; the first message of a thread stands in the channel. */
function threadOf(ts: unknown, thread: unknown): string | undefined {
  return typeof thread === "string" && thread !== ts ? thread : undefined;
}
