import type { Messages } from "../messages/messages.ts";
import type { Context } from "./command.ts";
import { echo } from "./budget.ts";
import { MissingOptionError, UserError } from "./errors.ts";
import { nearest } from "./nearest.ts";
import { parsePartialDate, type PartialDate } from "./partial-date.ts";
import type { RawValues } from "./reply.ts";

/** Values that a platform can offer for a half-typed one: Discord shows 25. */
export const COMPLETIONS_MAX = 25;

interface OptionBase {
  readonly description: (m: Messages) => string;
  readonly required?: boolean;
  /** What people write instead of its name, in lower case: where that is no option, this one is named. */
  readonly alsoCalled?: readonly string[];
  /** Set by actions only: no platform shows it and no text can give it. */
  readonly hidden?: boolean;
}

/** One of a few values, by the key that is typed and the label that is shown. */
export interface Choice {
  readonly value: string;
  readonly label: (m: Messages) => string;
}

/** An option of a command. */
export type Option = OptionBase &
  (
    | {
        readonly type: "string";
        readonly choices?: readonly Choice[];
        /** Whether the value is read by the grammar of queries, which has fields (`name:value`) of its own. */
        readonly grammar?: boolean;
        /** Whether words are a value: in a line of text `at:6:30 pm` goes on as long as they are; else it ends at a blank. */
        readonly reads?: (words: string) => boolean;
        /** Values that begin or sound like what is typed, best first; at most {@link COMPLETIONS_MAX}. */
        readonly complete?: (typed: string, ctx: Context) => readonly string[] | Promise<readonly string[]>;
      }
    /** Inclusive bounds. */
    | { readonly type: "integer"; readonly min: number; readonly max: number }
    | { readonly type: "boolean" }
    /** `Y`, `Y-M` or `Y-M-D`. */
    | { readonly type: "date" }
  );

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { type: "string"; choices: readonly { value: infer V }[] }
  ? V
  : O extends { type: "string" }
    ? string
    : O extends { type: "integer" }
      ? number
      : O extends { type: "boolean" }
        ? boolean
        : PartialDate;

/** What a command gets: a value for each required option, and perhaps one for each other. */
export type Values<O extends Options> = {
  [K in keyof O as O[K] extends { required: true } ? K : never]: ValueOf<O[K]>;
} & {
  [K in keyof O as O[K] extends { required: true } ? never : K]?: ValueOf<O[K]>;
};

/**
 * The values a command gets from what a platform, a stored action or a line of text gave. Names that are no option are
 * left out: an action stored by an older version may carry them.
 *
 * @throws {UserError} where a value is not what its option takes.
 * @throws {MissingOptionError} where a required option is absent or blank.
 */
export function readValues<O extends Options>(options: O, raw: RawValues): Values<O> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (given === undefined || (typeof given === "string" && given.trim() === "")) {
      if (option.required === true) throw new MissingOptionError(name);
    } else values[name] = readValue(name, option, given);
  }
  return values as Values<O>;
}

function readValue(name: string, option: Option, given: string | number | boolean): unknown {
  const typed = String(given).trim();
  switch (option.type) {
    case "string":
      return option.choices === undefined ? typed : readChoice(name, option.choices, typed);
    case "integer": {
      const value = /^[-+]?\d{1,15}$/u.test(typed) ? Number(typed) : Number.NaN;
      if (value >= option.min && value <= option.max) return value;
      throw new UserError((m) => m.badInteger(name, echo(typed), option.min, option.max));
    }
    case "boolean": {
      if (/^(?:true|yes|on|1|예|네)$/iu.test(typed)) return true;
      if (/^(?:false|no|off|0|아니요|아니오)$/iu.test(typed)) return false;
      throw new UserError((m) => m.badBoolean(name, echo(typed)));
    }
    case "date": {
      const date = parsePartialDate(typed);
      if (date !== null) return date;
      throw new UserError((m) => m.badDate(name, echo(typed)));
    }
  }
}

function readChoice(name: string, choices: readonly Choice[], typed: string): string {
  const values = choices.map(({ value }) => value);
  const found = values.find((value) => value === typed.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError((m) => {
    const labelled = choices.find((choice) => choice.label(m).toLowerCase() === typed.toLowerCase());
    return m.badChoice(name, echo(typed), values, labelled?.value ?? nearest(typed, values));
  });
}
