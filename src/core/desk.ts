import { messagesFor } from "../messages/index.ts";
import type { Messages } from "../messages/messages.ts";
import { echo } from "./budget.ts";
import type { Command, Context } from "./command.ts";
import type { Entry } from "./document.ts";
import { MissingOptionError, UserError } from "./errors.ts";
import type { Library } from "./library.ts";
import { nearest } from "./nearest.ts";
import { note, reply, type Action, type Form, type RawValues, type Reply } from "./reply.ts";
import type { Tenant } from "./tenant.ts";
import { parseTextCommand, type TextCall } from "./text-command.ts";

/** Who asks. */
export interface Asker {
  readonly tenant: Tenant;
  /** BCP 47. */
  readonly locale: string;
}

/** What the desk keeps and looks up outside memory; the store is one. */
export interface DeskStore {
  /** Keeps a command with its values for 90 days and gives the key to it; the same ones get the same key. */
  keepAction(tenant: Tenant, action: TextCall): Promise<string>;
  /** What was kept under a key of this tenant; `null` where nothing is, or no longer. */
  keptAction(tenant: Tenant, key: string): Promise<TextCall | null>;
  /** A version kept, with what was known of its document then. */
  version(documentId: string, hash8: string): Promise<Entry | null>;
}

/** What a desk is made of. */
export interface DeskParts {
  readonly library: Library;
  readonly commands: readonly Command[];
  readonly store: DeskStore;
  /** Tells the operator of a defect; gives the reference under which it can be found. Never gets what was asked. */
  report(error: unknown): string;
}

/** The one way into the commands, for every platform. Never throws: a mistake becomes a reply. */
export interface Desk {
  readonly commands: readonly Command[];
  readonly library: Library;
  run(call: TextCall, asker: Asker): Promise<Reply | Form>;
  /** Runs a line of text, such as `/korea search Kim in Beijing` or just the question. */
  runText(line: string, asker: Asker): Promise<Reply | Form>;
  /** Keeps what an action does, where a platform's own id is too short for it. */
  keep(action: Action, asker: Asker): Promise<string>;
  /** Runs what was kept under a key; `fields` are the answers of a form. */
  press(key: string, asker: Asker, fields?: RawValues): Promise<Reply | Form>;
  /** Reports a defect met while an answer was put together; what to show in its place. */
  apology(error: unknown, asker: Asker): Reply;
}

/** Makes a desk. */
export function createDesk({ library, commands, store, report }: DeskParts): Desk {
  const names = commands.map(({ name }) => name);

  const context = (asker: Asker, m: Messages): Context => ({
    ...asker,
    m,
    library,
    commands,
    version: (documentId, hash8) => store.version(documentId, hash8),
  });

  const apology = (error: unknown, { locale }: Asker): Reply =>
    reply([note(messagesFor(locale).somethingWentWrong(report(error)))]);

  const answer = async (asker: Asker, find: () => TextCall | Promise<TextCall>): Promise<Reply | Form> => {
    const m = messagesFor(asker.locale);
    try {
      const call = await find();
      const command = commands.find(({ name }) => name === call.command);
      if (command === undefined) {
        throw new UserError((say) =>
          say.unknownCommand(echo(call.command), nearest(call.command, names), names),
        );
      }
      return await runOrAsk(command, call.values, context(asker, m));
    } catch (error) {
      if (error instanceof UserError) return reply([note(error.say(m))]);
      return apology(error, asker);
    }
  };

  return {
    commands,
    library,
    apology,
    run: (call, asker) => answer(asker, () => call),
    runText: (line, asker) => answer(asker, () => parseTextCommand(line, commands)),
    keep: ({ command, values }, { tenant }) => store.keepAction(tenant, { command, values }),
    press: (key, asker, fields = {}) =>
      answer(asker, async () => {
        const kept = await store.keptAction(asker.tenant, key);
        if (kept === null) throw new UserError((m) => m.actionExpired);
        return { command: kept.command, values: { ...kept.values, ...fields } };
      }),
  };
}

async function runOrAsk(command: Command, values: RawValues, ctx: Context): Promise<Reply | Form> {
  try {
    return await command.run(values, ctx);
  } catch (error) {
    if (!(error instanceof MissingOptionError)) throw error;
    return formFor(command, values, ctx.m);
  }
}

function formFor(command: Command, values: RawValues, m: Messages): Form {
  const missing = Object.entries(command.options).filter(
    ([name, { required }]) => required === true && String(values[name] ?? "").trim() === "",
  );
  return {
    type: "form",
    title: m.formTitle(command.name),
    command: command.name,
    values,
    fields: missing.map(([name, { description }]) => ({ name, label: description(m) })),
  };
}
