import type { Messages } from "../messages/messages.ts";
import type { Entry } from "./document.ts";
import type { Library } from "./library.ts";
import { readValues, type Options, type Values } from "./option.ts";
import type { Form, RawValues, Reply } from "./reply.ts";
import type { Tenant } from "./tenant.ts";

/** What a command knows of the call it answers. */
export interface Context {
  readonly tenant: Tenant;
  /** BCP 47 locale of the person. */
  readonly locale: string;
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
}

/** A subcommand of `/korea`, ready to be compiled by a platform. */
export interface Command {
  readonly name: string;
  /** One line, shown in the platform's list of commands. */
  readonly description: (m: Messages) => string;
  readonly options: Options;
  /** The option that takes what is typed without a name, where text is all there is. */
  readonly primary: string | null;
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
  run(values: Values<O>, ctx: Context): Promise<Reply | Form>;
}

/** Defines a command once for all platforms: values are read by its options before `run` sees them. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, description, options, primary = null } = definition;
  return {
    name,
    description,
    options,
    primary,
    run: async (raw, ctx) => definition.run(readValues(options, raw), ctx),
  };
}
