import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Asker, Desk } from "../core/desk.ts";
import { examplesFor } from "../core/examples.ts";
import { note, reply, strong, text, type Form, type Reply } from "../core/reply.ts";
import { usageOf } from "../core/usage.ts";
import { messagesFor } from "../messages/index.ts";
import type { Notices } from "./notices.ts";
import { answerOf, promptOf } from "./field.ts";
import { renderReply, type Screen } from "./render.ts";

/** The two ends of a conversation. */
export interface ChatStreams {
  input: Readable;
  output: Writable;
  /** What the output shows now; asked before each answer, because windows change their size. */
  screen(): Screen;
  /** Whether a person types: then there is a prompt, line editing and a welcome. */
  interactive: boolean;
  /** Lines that come by themselves and show where the output shows. */
  notices?: Notices;
}

const PROMPT = "korea> ";
/** Higher numbers are questions (a resolution, a year), not choices. */
const CHOICE_MAX = 99;

/** Talks until the input ends or the person leaves. Never fails on what is typed. */
export async function chat(desk: Desk, locale: string, streams: ChatStreams): Promise<void> {
  const { input, output, interactive } = streams;
  const asker: Asker = { tenant: "console", locale };
  const m = messagesFor(locale);
  let keys: string[] = [];

  const layOut = async (answer: Reply, hinted: boolean): Promise<void> => {
    const rendered = renderReply(answer, streams.screen());
    keys = await Promise.all(rendered.actions.map((action) => desk.keep(action, asker)));
    const hint = interactive && hinted && keys.length > 0 ? `${m.consoleKeys(keys.length)}\n` : "";
    output.write(`${rendered.text}${hint}\n`);
  };
  const show = (answer: Reply, hinted = true): Promise<void> =>
    layOut(answer, hinted).catch((error: unknown) => layOut(desk.apology(error, asker), hinted));
  const respond = (line: string): Promise<Reply | Form> => {
    const number = /^\d{1,3}$/u.test(line) ? Number(line) : null;
    if (number === null || number > CHOICE_MAX) return desk.runText(line, asker);
    const key = keys[number - 1];
    return key === undefined
      ? Promise.resolve(reply([note(m.noSuchNumber(number, keys.length))]))
      : desk.press(key, asker);
  };

  const lines = createInterface({ input, output, terminal: interactive, prompt: PROMPT });
  lines.on("SIGINT", () => lines.close());
  // Lines typed before the end are still answered, but a closed terminal takes no more prompts.
  let open = true;
  lines.once("close", () => {
    open = false;
  });
  let asked = false;
  if (interactive) streams.notices?.through(writeAbove);
  const typed = lines[Symbol.asyncIterator]();
  /** A notice takes the place of the prompt, which comes again below it with what was typed so far. */
  function writeAbove(line: string, write: (line: string) => void): void {
    if (!asked || !open) {
      write(line);
      return;
    }
    const { rows } = lines.getCursorPos();
    moveCursor(output, 0, -rows);
    cursorTo(output, 0);
    clearScreenDown(output);
    write(line);
    // The prompt is drawn as many rows higher as it had before.
    if (rows > 0) output.write("\n".repeat(rows));
    lines.prompt(true);
  }
  const next = async (prompt: string): Promise<string | null> => {
    if (interactive && open) {
      lines.setPrompt(prompt);
      lines.prompt();
      asked = true;
    }
    const result = await typed.next();
    asked = false;
    return result.done === true ? null : result.value.trim();
  };
  /** Asks what a form asks, where somebody is there to answer. A blank answer keeps what stands there; without that it gives up. */
  const fill = async (form: Form): Promise<void> => {
    const values = { ...form.values };
    for (const field of form.fields) {
      if (!interactive) {
        await show(usageOf(form, asker));
        return;
      }
      const line = await next(promptOf(field, m));
      const value = line === null ? null : answerOf(field, line);
      if (value === null) return;
      values[field.name] = value;
    }
    const answer = await desk.run({ command: form.command, values }, asker);
    if (answer.type === "reply") await show(answer);
  };

  if (interactive) await show(welcomeTo(desk, locale), false);
  for (;;) {
    const line = await next(PROMPT);
    if (line === null) break;
    if (line === "") continue;
    if (/^\/?(?:quit|exit)$/iu.test(line)) break;
    const answer = await respond(line);
    if (answer.type === "form") await fill(answer);
    else await show(answer);
  }
  streams.notices?.through(null);
  lines.close();
  if (interactive) output.write(`\n${m.goodbye}\n`);
}

function welcomeTo(desk: Desk, locale: string): Reply {
  const m = messagesFor(locale);
  const examples = examplesFor(desk.library, m.language);
  return reply(
    [
      { type: "text", spans: [strong(m.welcome(desk.library.size))] },
      note(m.welcomeHow),
      ...(examples.length === 0 ? [] : [{ type: "text" as const, spans: [text(m.welcomeExamples)] }]),
    ],
    examples.map((query) => ({ label: query, command: "search", values: { query } })),
  );
}
