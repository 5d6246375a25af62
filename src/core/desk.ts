import { messagesFor } from "../messages/index.ts";
import type { Messages } from "../messages/messages.ts";
import { echo } from "./budget.ts";
import type { ChannelTrouble } from "./channel-trouble.ts";
import type { Command, Context } from "./command.ts";
import type { News } from "./digest/new-document.ts";
import type { DatedVersion, Entry } from "./document.ts";
import { MissingOptionError, UserError } from "./errors.ts";
import type { Library } from "./library.ts";
import { nearest } from "./nearest.ts";
import type { PartialDate } from "./partial-date.ts";
import { note, reply, type Action, type Form, type RawValues, type Reply } from "./reply.ts";
import type { SubscriptionStore } from "./subscription-store.ts";
import { mayNotManage } from "./subscriptions/refusals.ts";
import type { Tenant } from "./tenant.ts";
import { subscriptionsOfTenant } from "./tenant-subscriptions.ts";
import { parseTextCommand, type TextCall } from "./text-command.ts";

/** Who asks. */
export interface Asker {
  readonly tenant: Tenant;
  /** BCP 47. */
  readonly locale: string;
  /** The person's name as the platform shows it; absent where there is nobody else to see it. */
  readonly name?: string;
  /** Whether the person may post for everybody where the question was asked. */
  readonly mayPost?: boolean;
  /** The platform's id of the person; absent at the console. */
  readonly user?: string;
  /** The platform's id of the channel in which it is asked, where digests can be posted in it; absent where they cannot. */
  readonly channel?: string;
  /** What keeps digests from that channel, as far as the platform tells now; `null` where nothing is known to. Never throws. */
  channelTrouble?(): Promise<ChannelTrouble | null>;
  /** Whether the person may decide what the channels of the tenant get. */
  readonly mayManage?: boolean;
  /** Whether the bot is not in the server: a person brought the app along, or the server has its commands alone. */
  readonly botAbsent?: boolean;
}

/** A part of the corpus that could not be used. */
export interface LoadFailure {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly message: string;
}

/** What the desk keeps and looks up outside memory; the store is one. */
export interface DeskStore extends SubscriptionStore {
  /** Keeps a command with its values for 90 days and gives the key to it; the same ones get the same key. */
  keepAction(tenant: Tenant, action: TextCall): Promise<string>;
  /** What was kept under a key of this tenant; `null` where nothing is, or no longer. */
  keptAction(tenant: Tenant, key: string): Promise<TextCall | null>;
  /** A version kept, with what was known of its document then. */
  version(documentId: string, hash8: string): Promise<Entry | null>;
  /** All versions kept of a document, oldest first; none where it is not known. */
  versions(documentId: string): Promise<readonly DatedVersion[]>;
  /**
   * What came as news after version number `cursor` and was published since `publishedAfter`: on its first day (UTC) or
   * later, as far as its date can tell; what has no date counts by when it came. What came more than two days before is none.
   */
  newsSince(cursor: number, publishedAfter: PartialDate): Promise<News>;
}

/** What a desk is made of. */
export interface DeskParts {
  /** Read for every answer: what is known may be renewed as a whole. */
  readonly library: Library;
  readonly commands: readonly Command[];
  readonly store: DeskStore;
  /** Tells the operator of a defect; gives the reference under which it can be found. Never gets what was asked. */
  report(error: unknown): string;
  /** Read for every answer, like the library. */
  readonly failures?: readonly LoadFailure[];
  /** Milliseconds since 1970. */
  now(): number;
  /** IANA time zone in which days begin. */
  readonly zone: string;
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
  /** What may stand for a half-typed value of an option, best first. Never throws; nothing where it knows nothing. */
  complete(command: string, option: string, typed: string, asker: Asker): Promise<readonly string[]>;
  /**
   * What a command finds, in the shape that `korea COMMAND --json` prints.
   *
   * @throws {UserError} as the command does.
   */
  find(call: TextCall, asker: Asker): Promise<object>;
  /** Reports a defect met while an answer was put together; what to show in its place. */
  apology(error: unknown, asker: Asker): Reply;
}

/** Makes a desk. */
export function createDesk(parts: DeskParts): Desk {
  const { commands, store, report, now, zone } = parts;
  const names = commands.filter(({ hidden }) => !hidden).map(({ name }) => name);

  const context = (asker: Asker, m: Messages): Context => ({
    tenant: asker.tenant,
    locale: asker.locale,
    // A name of blanks is none: nobody would see who shared something.
    name: asker.name === undefined || asker.name.trim() === "" ? null : echo(asker.name.trim()),
    mayPost: asker.mayPost ?? false,
    user: asker.user ?? null,
    channel: asker.channel === undefined ? null : { tenant: asker.tenant, channel: asker.channel },
    channelTrouble: () => asker.channelTrouble?.() ?? Promise.resolve(null),
    mayManage: asker.mayManage ?? false,
    botAbsent: asker.botAbsent ?? false,
    subscriptions: subscriptionsOfTenant(asker.tenant, store, now),
    m,
    now,
    zone,
    failures: parts.failures ?? [],
    library: parts.library,
    commands: commands.filter(({ hidden }) => !hidden),
    version: (documentId, hash8) => store.version(documentId, hash8),
    versions: (documentId) => store.versions(documentId),
    newsSince: (cursor, publishedAfter) => store.newsSince(cursor, publishedAfter),
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
      if (command.requires === "manage" && asker.mayManage !== true) throw mayNotManage(asker);
      return await runOrAsk(command, call.values, context(asker, m));
    } catch (error) {
      if (error instanceof UserError) return reply([note(error.say(m))]);
      return apology(error, asker);
    }
  };

  return {
    commands,
    get library() {
      return parts.library;
    },
    apology,
    run: (call, asker) => answer(asker, () => call),
    runText: (line, asker) => answer(asker, () => parseTextCommand(line, commands)),
    complete: async (name, option, typed, asker) => {
      try {
        const complete = commands.find((one) => one.name === name)?.options[option];
        if (complete?.type !== "string" || complete.complete === undefined) return [];
        return await complete.complete(typed, context(asker, messagesFor(asker.locale)));
      } catch (error) {
        // Half a word is no mistake; a defect is ours to know of.
        if (!(error instanceof UserError)) report(error);
        return [];
      }
    },
    find: (call, asker) => {
      const m = messagesFor(asker.locale);
      const command = commands.find(({ name }) => name === call.command);
      if (command === undefined || command.json === null) {
        throw new UserError((say) =>
          say.unknownCommand(echo(call.command), nearest(call.command, names), names),
        );
      }
      return command.json(call.values, context(asker, m));
    },
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
