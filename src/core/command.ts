import type { Messages } from "../messages/messages.ts";
import type { LoadFailure } from "./desk.ts";
import type { ChannelTrouble } from "./channel-trouble.ts";
import type { News } from "./digest/new-document.ts";
import type { DatedVersion, Entry } from "./document.ts";
import type { Library } from "./library.ts";
import { readValues, type Options, type Values } from "./option.ts";
import type { PartialDate } from "./partial-date.ts";
import type { Form, RawValues, Reply } from "./reply.ts";
import { withOwnOptions } from "./search/own-options.ts";
import type { ChannelRef } from "./subscription.ts";
import type { Tenant } from "./tenant.ts";
import type { TenantSubscriptions } from "./tenant-subscriptions.ts";

/** What a command knows of the call it answers. */
export interface Context {
  readonly tenant: Tenant;
  /** BCP 47 locale of the person. */
  readonly locale: string;
  /** The person's name as it is shown to others; `null` where it is not known. */
  readonly name: string | null;
  /** Whether the person may post for everybody where the question was asked. */
  readonly mayPost: boolean;
  /** The platform's id of the person; `null` at the console. */
  readonly user: string | null;
  /** Where it was asked, if that is a channel that digests can be posted in; `null` where it is none. */
  readonly channel: ChannelRef | null;
  /** What keeps digests from that channel, as far as the platform tells now; `null` where nothing is known to. Never throws. */
  channelTrouble(): Promise<ChannelTrouble | null>;
  /** Whether the person may decide what the channels of the tenant get. */
  readonly mayManage: boolean;
  /** Whether the bot is not in the server where it was asked, so that nothing can be posted in any channel of it. */
  readonly botAbsent: boolean;
  /** Subscriptions of the tenant. */
  readonly subscriptions: TenantSubscriptions;
  /** The sentences in the person's language. */
  readonly m: Messages;
  readonly library: Library;
  /** All commands, in the order in which help shows them. */
  readonly commands: readonly Command[];
  /**
   * A version kept, by the first eight hex digits of its hash, with what was known of its document then; `null` where
   * there is none.
   */
  version(documentId: string, hash8: string): Promise<Entry | null>;
  /** All versions kept of a document, oldest first; none where it is not known. */
  versions(documentId: string): Promise<readonly DatedVersion[]>;
  /** What came as news after a cursor; see `DeskStore.newsSince`. */
  newsSince(cursor: number, publishedAfter: PartialDate): Promise<News>;
  /** Parts of the corpus that could not be used. */
  readonly failures: readonly LoadFailure[];
  /** Milliseconds since 1970. */
  now(): number;
  /** IANA time zone in which days begin. */
  readonly zone: string;
}

/** `manage`: to decide what the channels of the tenant get (Discord: Manage Server; Slack: an admin, or who is listed). */
export type Requirement = "manage";

/** A subcommand of `/korea`, ready to be compiled by a platform. */
export interface Command {
  readonly name: string;
  /** One line, shown in the platform's list of commands. */
  readonly description: (m: Messages) => string;
  readonly options: Options;
  /** The option that takes what is typed without a name, where text is all there is. */
  readonly primary: string | null;
  /** The option that takes the text of a message, where the command is offered on messages; `null` where it is not. */
  readonly onMessage: string | null;
  /** Whether only actions run it: no platform lists it and no text can call it. */
  readonly hidden: boolean;
  /** What the person must be allowed to do; `null` where everybody may run it. */
  readonly requires: Requirement | null;
  /** What it finds, as `korea COMMAND --json` prints it; `null` where it has nothing but sentences. Throws like `run`. */
  json: ((raw: RawValues, ctx: Context) => Promise<object>) | null;
  /** What `json` gives, as the help of the command line shows it; `null` where it has none, or it is not described. */
  readonly jsonShape: string | null;
  /**
   * Answers with these values.
   *
   * @throws {UserError} where a value is not what its option takes, or the command says so.
   * @throws {MissingOptionError} where a required option is absent.
   */
  run(raw: RawValues, ctx: Context): Promise<Reply | Form>;
}

/** What {@link defineCommand} takes: a {@link Command} whose `run` gets typed values. */
export interface CommandDefinition<O extends Options> {
  name: string;
  description: (m: Messages) => string;
  options: O;
  primary?: keyof O & string;
  onMessage?: keyof O & string;
  hidden?: boolean;
  requires?: Requirement;
  json?(values: Values<O>, ctx: Context): Promise<object>;
  jsonShape?: string;
  run(values: Values<O>, ctx: Context): Promise<Reply | Form>;
}

/** Defines a command once for all platforms: values are read by its options before `run` sees them. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, description, options, primary = null, onMessage = null, hidden = false } = definition;
  const { json, jsonShape = null, requires = null } = definition;
  return {
    name,
    description,
    options,
    primary,
    onMessage,
    hidden,
    requires,
    json: json === undefined ? null : async (raw, ctx) => json(readValues(options, raw), ctx),
    jsonShape,
    run: async (raw, ctx) => {
      try {
        return await definition.run(readValues(options, raw), ctx);
      } catch (error) {
        // Nobody types the options of what only buttons run.
        throw hidden ? error : withOwnOptions(error, options);
      }
    },
  };
}
