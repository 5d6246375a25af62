import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import type { Config } from "../config.ts";
import { nearest } from "../core/nearest.ts";

/** A program of the command line, such as `korea search`. */
export interface Program {
  /** Printed by `--help`, to which whoever gives wrong arguments is led. */
  usage: string;
  /** Whether it is long work beside a bot whose answers somebody waits for. */
  background?: boolean;
  /** Runs with the arguments after the name; gives the exit status. */
  run(args: string[], config: Config): Promise<number>;
}

/** Arguments that cannot be used; the message says which and why. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Arguments by Node's own parser; what follows an option that takes a value is that, with one dash before it too.
 *
 * @throws {UsageError} where an argument is not known or lacks its value.
 */
export function readArguments<const O extends ParseArgsOptionsConfig>(args: string[], options: O) {
  try {
    return parseArgs({ args: withValues(args, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(mistakeIn(error.message, args, options), { cause: error });
  }
}

/** Of `--query -sanctions` one argument: no option here has a name of one letter. */
function withValues(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === "--") return [...joined, ...args.slice(at)];
    const next = args[at + 1];
    const takesValue = arg.startsWith("--") && options[arg.slice(2)]?.type === "string";
    if (takesValue && next !== undefined && /^-[^-]/u.test(next)) {
      joined.push(`${arg}=${next}`);
      at += 1;
    } else joined.push(arg);
  }
  return joined;
}

/** What Node's parser says, in our words. */
function mistakeIn(message: string, args: readonly string[], options: ParseArgsOptionsConfig): string {
  const [, name] = /'(--?[^'\s]+)/u.exec(message) ?? [];
  if (name === undefined) return message;
  if (message.includes("does not take an argument")) return `${name} takes no value`;
  if (!message.startsWith("Unknown option")) return `${name} needs a value: ${name}=VALUE`;
  if (!name.startsWith("--")) {
    const typed = args.find((arg) => arg.startsWith(name)) ?? name;
    return `${typed} is no option; words that begin with - go behind --, such as: -- ${typed}`;
  }
  const meant = nearest(name.slice(2), Object.keys(options));
  return `${name} is no option${meant === null ? "" : `; did you mean --${meant}?`}`;
}
