import type { App, BlockButtonAction, ViewSubmitAction } from "@slack/bolt";
import type { ChannelTrouble } from "../core/channel-trouble.ts";
import { within } from "../core/deadline.ts";
import type { Asker, Desk } from "../core/desk.ts";
import type { Logger } from "../core/logger.ts";
import { SeenLately } from "../core/once.ts";
import { note, reply } from "../core/reply.ts";
import { actionMessages } from "../messages/groups/actions.ts";
import { messagesFor } from "../messages/index.ts";
import { renderAnswer, sendAnswer, type Answer } from "./answer.ts";
import { askerOf, fromBody, type Home, type Origin } from "./asker.ts";
import { describeError } from "./endings.ts";
import { unescapeTyped } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { callbackId } from "./manifest.ts";
import { wordsOf } from "./message-text.ts";
import type { Person } from "./people.ts";
import { WINDOW } from "./window.ts";
import { createWindows, type WindowCalls } from "./windows.ts";

/** Milliseconds after which an answer that is not ready follows later: the acknowledgement must be in time. */
const PATIENCE = LIMITS.firstResponse / 2;

/** What listeners need. */
export interface ListenerParts {
  desk: Desk;
  log: Logger;
  personOf(user: string): Promise<Person>;
  troubleIn(channel: string): Promise<ChannelTrouble | null>;
  /** Read for every answer. */
  home: Readonly<Home>;
  /** For what a response_url cannot do: opening windows, and telling a person when their click is long ago. */
  calls: WindowCalls;
}

/** Answers `/korea …`, clicks on what it answered, the windows that these open, and commands on messages. */
export function addListeners(app: App, parts: ListenerParts): void {
  const { desk, log, personOf, troubleIn, home, calls } = parts;
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
  const askerFor = async (origin: Origin): Promise<Asker> => {
    const asker = askerOf(origin, await personOf(origin.user_id), home);
    const { channel } = asker;
    return channel === undefined ? asker : { ...asker, channelTrouble: () => troubleIn(channel) };
  };

  const windows = createWindows({ desk, log, calls, askerFor });

  app.command("/korea", ({ command, ack, respond }) =>
    once(
      command.trigger_id,
      async () => {
        const answer = answerTyped(command.text, command);
        const ready = await within(answer, PATIENCE);
        // What an acknowledgement shows to everybody comes with the command as it was typed.
        if (ready?.shared === false) return ack({ response_type: "ephemeral", ...ready.message });
        await ack();
        await sendAnswer(await answer, { respond, log });
      },
      () => ack(),
    ),
  );

  const answerTyped = async (typed: string, origin: Origin): Promise<Answer> => {
    const asker = await askerFor(origin);
    return renderAnswer(await desk.runText(unescapeTyped(typed), asker), asker, desk);
  };

  app.action<BlockButtonAction>(/^(?:new|update):\d+$/u, ({ action, body, ack, respond }) =>
    once(
      body.trigger_id,
      async () => {
        await ack();
        const origin = fromBody(body);
        const asker = await askerFor(origin);
        const found = await desk.press(action.value ?? "", asker);
        const { message_ts: ts, thread_ts } = body.container;
        const thread = threadOf(ts, thread_ts);
        if (found.type === "form") {
          const { trigger_id: trigger, response_url: url } = body;
          if (await windows.open(found, asker, trigger, { url, thread, origin })) return;
          const { windowFailed } = actionMessages(messagesFor(asker.locale));
          const told = await renderAnswer(reply([note(windowFailed)]), asker, desk);
          return sendAnswer(told, { respond, log, thread });
        }
        const replace = action.action_id.startsWith("update:");
        await sendAnswer(await renderAnswer(found, asker, desk), { respond, log, replace, thread });
      },
      () => ack(),
    ),
  );

  app.view<ViewSubmitAction>({ callback_id: WINDOW, type: "view_submission" }, ({ body, view, ack }) =>
    once(
      body.trigger_id,
      async () => {
        // An empty acknowledgement closes the window. The answer may be long, and has buttons: it comes as a message.
        await ack();
        await windows.answer(view, body.user);
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
          const { message } = shortcut;
          const asker = await askerFor(fromBody(shortcut));
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
